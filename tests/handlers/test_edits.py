"""Edited messages: each fact corrects its own record; what is new, gone, asked or moved to somebody else is too."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from storage import customers
from storage.models import Attachment, Customer, Doing, Interaction, Ownership, Person, Plan, Purchase
from tests.office import Office, Said


@pytest.fixture
def mia(office: Office) -> Person:
    person = office.hire("陈静", "salesperson")
    office.customer(person, "海岳食品")
    office.customer(person, "松川酒店")
    return person


def views(said: Said) -> list[str]:
    return [row.view for row in said.rows if row.view]


def new(said: Said) -> str:
    return next(data for data in said.buttons.values() if data.endswith(":new"))


def met(office: Office) -> list[tuple[str, str]]:
    """(customer, channel) of every record, in order."""
    with office.database.reading() as db:
        rows = select(Customer.name, Interaction.channel).join(Customer, Customer.id == Interaction.customer_id)
        return [(name, channel) for name, channel in db.execute(rows.order_by(Interaction.id))]


def edited(office: Office, who: Person, message: dict[str, Any], **changed: Any) -> Said:
    """A message as it is after an edit, with the date on which it was first sent."""
    at = int(office.now.timestamp())
    return office.hear({"edited_message": {**message, "edit_date": at, **changed}}, who)


def sent(office: Office, who: Person, **body: Any) -> dict[str, Any]:
    """A message that was sent now, and heard when `office` says so."""
    return {"message_id": 900, "date": int(office.now.timestamp()), **office._from(who), **body}


def test_what_an_edit_adds_is_recorded(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，聊了价格", message_id=500)
    office.edit(mia, 500, "拜访了海岳，聊了价格；给松川打了电话")
    assert met(office) == [("海岳食品", "visit"), ("松川酒店", "call")]


def test_what_an_edit_takes_away_is_undone(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，聊了价格；给松川打了电话", message_id=500)
    assert "Undone" in views(office.edit(mia, 500, "拜访了海岳，聊了价格"))
    assert met(office) == [("海岳食品", "visit")]


def test_an_edit_is_asked_anew_and_the_first_question_waits_no_more(office: Office, mia: Person) -> None:
    first = office.say(mia, "拜访了蓝磨坊，聊了价格", message_id=500)
    second = office.edit(mia, 500, "拜访了蓝磨坊有限公司，聊了价格")
    assert views(office.tap(mia, new(second))) == ["Recorded"]
    assert views(office.tap(mia, new(first))) == ["OldCard"]
    assert met(office) == [("蓝磨坊有限公司", "visit")]


def test_an_edit_that_names_somebody_unknown_asks_and_moves_the_record(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，聊了价格", message_id=500)
    said = office.edit(mia, 500, "拜访了蓝磨坊，聊了价格")
    assert views(said) == ["NewCustomerProposed"]
    assert met(office) == [("海岳食品", "visit")]
    office.tap(mia, new(said))
    assert met(office) == [("蓝磨坊", "visit")]
    office.tap(mia, "undo:1")
    assert met(office) == []


def test_an_edit_on_the_next_day_means_the_day_of_the_message(office: Office, mia: Person) -> None:
    message = sent(office, mia, text="今天拜访了海岳，明天再跟进")
    office.hear({"message": message}, mia)
    office.wait(days=1)
    edited(office, mia, message, text="今天拜访了海岳，聊了价格，明天再跟进")
    with office.database.reading() as db:
        assert db.scalars(select(Interaction.made_on)).one() == date(2026, 11, 18)
        assert db.scalars(select(Plan.due_on)).one() == date(2026, 11, 19)


def test_an_edit_of_what_was_heard_late_keeps_its_day(office: Office, mia: Person) -> None:
    message = sent(office, mia, text="拜访了海岳")
    office.wait(days=1)
    office.hear({"message": message}, mia)
    edited(office, mia, message, text="拜访了海岳，聊了价格")
    with office.database.reading() as db:
        assert db.scalars(select(Interaction.made_on)).one() == date(2026, 11, 18)


def test_an_edit_corrects_what_was_recorded_by_an_answer(office: Office, mia: Person) -> None:
    said = office.say(mia, "海岳成交，5万还是6万", message_id=500)
    office.wait(days=1)
    office.tap(mia, next(data for data in said.buttons.values() if data.startswith("amount:")), message_id=77)
    with office.database.reading() as db:
        assert db.scalars(select(Doing.message_id)).one() == 500
        assert db.scalars(select(Purchase.made_on)).one() == date(2026, 11, 18)
    office.edit(mia, 500, "海岳成交7万")
    with office.database.reading() as db:
        assert db.scalars(select(Purchase.amount_minor)).one() == 7_000_000


def test_a_place_that_moves_along_says_nothing(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳")
    message = sent(office, mia, location={"latitude": 29.9, "longitude": 121.5})
    assert views(edited(office, mia, message)) == []
    assert office.count(Attachment) == 0


def test_a_caption_that_is_reworded_is_no_record(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳")
    message = sent(office, mia, photo=[{"file_id": "x"}], caption="门头照片")
    office.hear({"message": message}, mia)
    assert views(edited(office, mia, message, caption="门头的照片")) == []
    assert (office.count(Interaction), office.count(Attachment)) == (1, 1)


@pytest.mark.parametrize("step", ["edit", "card:1", "set:1:date:2026-11-30", "change:1:amount", "assign:1:2"])
def test_nobody_changes_what_is_somebody_elses_by_now(office: Office, mia: Person, step: str) -> None:
    ben = office.hire("周航", "salesperson")
    office.say(mia, "拜访了海岳，报价5万", message_id=500)
    with office.database.transaction() as db:
        customers.end_ownership(db, 1, office.now)
        db.add(Ownership(customer_id=1, person_id=ben.id, from_at=office.now))
        customers.names_changed(db)
    said = office.edit(mia, 500, "拜访了海岳，报价6万") if step == "edit" else office.tap(mia, step)
    assert views(said) == ["OldCard"]


def test_the_name_of_a_newcomer_is_what_its_message_says_now(office: Office, mia: Person) -> None:
    office.say(mia, "随便记一句给谁的")
    office.tap(mia, "assign:1:new")
    office.say(mia, "蓝鲸海鲜", message_id=510)
    office.edit(mia, 510, "蓝鲸水产")
    assert [met(office), office.named("蓝鲸海鲜")] == [[("蓝鲸水产", "note")], None]
    office.tap(mia, "undo:1")
    assert office.named("蓝鲸水产") is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("新客户 蓝磨坊食品 张总", ["海岳食品", "松川酒店", "蓝磨坊食品"]),
        ("新客户 青屿酒店 张总", ["海岳食品", "松川酒店", "蓝磨坊", "青屿酒店"]),
        ("新客户 松川酒店", ["海岳食品", "松川酒店", "蓝磨坊"]),
    ],
)
def test_a_newcomer_is_called_what_its_message_says_now(
    office: Office, mia: Person, words: str, names: list[str]
) -> None:
    office.say(mia, "新客户 蓝磨坊 张总", message_id=500)
    if "青屿酒店" in words:
        office.customer(office.hire("周航", "salesperson"), "青屿酒店")
    office.edit(mia, 500, words)
    with office.database.reading() as db:
        assert list(db.scalars(select(Customer.name).order_by(Customer.id))) == names
