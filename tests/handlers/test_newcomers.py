"""Somebody new is made once: not beside their own, not beside a colleague's, not by two at the same moment."""

from threading import Thread
from typing import Any

import pytest
from sqlalchemy import select

from handlers.answer import answer
from storage import inbox
from storage.models import Audit, Customer, Interaction, Person
from tests.office import Office, Said


def views(said: Said) -> list[str]:
    return [row.view for row in said.rows if row.view]


def test_ones_own_is_shown_instead_of_made_twice(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品")
    said = office.say(mia, "新客户 海岳食品")
    assert said.text.splitlines()[0] == "已有「海岳食品」 · C 级（暂定）· 新客户"
    assert list(office.say(mia, "新客户 海岳食品 李经理 13800138000").buttons) == ["海岳食品"]
    assert office.count(Customer) == 1


def test_a_name_that_nobody_has_is_no_record(office: Office, mia: Person, ben: Person) -> None:
    office.customer(ben, "青屿酒店")
    for words in ("青屿", "青屿酒店", "Greenisle"):
        said = office.say(mia, words)
        assert said.text == f"没找到「{words}」。"
        assert list(said.buttons) == ["新建客户"]
    assert (office.count(Interaction), office.count(Customer)) == (0, 1)
    office.tap(mia, said.buttons["新建客户"])
    assert office.named("Greenisle") is not None


@pytest.mark.parametrize("words", ["你好", "谢谢", "👍", "收到", "hello", "thanks a lot"])
def test_small_talk_is_no_record(office: Office, mia: Person, words: str) -> None:
    office.customer(mia, "海岳食品")
    assert views(office.say(mia, words)) == ["Smalltalk"]
    assert office.count(Interaction) == 0


def test_the_owner_sees_once_who_asked(office: Office, mia: Person, ben: Person) -> None:
    office.customer(ben, "青屿酒店")
    asked = [office.say(mia, "新客户 青屿酒店") for _ in range(2)]
    assert [[row.view for row in said.rows if row.person_id == ben.id] for said in asked] == [["DuplicateAsked"], []]
    assert "陈静也想建「青屿酒店」，没有建。" in asked[0].text


def test_five_a_day_are_told_whose_they_are(office: Office, mia: Person, ben: Person) -> None:
    names = ("青屿酒店", "远舟物流", "云栎包装", "明湾医疗", "澄湖纸业", "禾木家具")
    for name in names:
        office.customer(ben, name)
    told = [office.say(mia, f"新客户 {name}") for name in names]
    assert ["负责人 周航" in said.text for said in told] == [True] * 5 + [False]
    assert [row.person_id for row in told[5].rows] == [mia.id]
    assert "负责人 周航" in office.say(mia, f"新客户 {names[0]}").text
    with office.database.reading() as db:
        noted = list(db.scalars(select(Audit.what).order_by(Audit.id)))
    assert noted == ["duplicate told"] * 5 + ["duplicate not told", "duplicate told"]
    office.wait(days=1)
    assert "负责人 周航" in office.say(mia, f"新客户 {names[5]}").text


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_who_begin_at_once_make_one(office: Office, mia: Person, ben: Person) -> None:
    office.customer(mia, "海岳食品")
    updates = {who.id: update(office, who, number) for number, who in enumerate((mia, ben), 900)}

    def late() -> None:
        with office.database.transaction() as db:
            answer(db, updates[ben.id]["update_id"], updates[ben.id], office.now)

    second = Thread(target=late)
    with office.database.transaction() as db:
        answer(db, updates[mia.id]["update_id"], updates[mia.id], office.now)
        second.start()
        second.join(1)  # it waits for the first to be kept, or would be through by now
    second.join()
    assert office.count(Customer) == 2


def update(office: Office, who: Person, number: int) -> dict[str, Any]:
    """Somebody brings in a new customer; kept in the inbox, not yet heard."""
    words = {"message_id": number, "date": int(office.now.timestamp()), "text": "新客户 远舟物流"}
    body: dict[str, Any] = {"update_id": number, "message": {**words, **office._from(who)}}
    with office.database.transaction() as db:
        inbox.keep(db, [body], office.now)
    return body


def test_a_name_that_is_only_like_one_of_theirs_is_not_that_one(office: Office, mia: Person) -> None:
    number = office.customer(mia, "华星科技")
    said = office.say(mia, "华兴科技")
    assert (views(said), said.buttons["华星科技"]) == (["NameUnknown"], f"customer:{number}")
    assert views(office.say(mia, "华星")) == ["CustomerCard"]
