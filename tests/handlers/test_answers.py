"""What is typed while the bot waits for an answer: that, or something else that is recorded as ever."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from storage.models import Attachment, Customer, Interaction, Person, Plan, Purchase, Question, Standing
from tests.office import Office, Said

RECORD = "拜访了松川，聊了新项目"


@pytest.fixture
def mia(office: Office) -> Person:
    person = office.hire("陈静", "salesperson")
    office.customer(person, "海岳食品")
    office.customer(person, "松川酒店")
    return person


def views(said: Said) -> list[str]:
    return [row.view for row in said.rows if row.view]


def names(office: Office) -> list[str]:
    with office.database.reading() as db:
        return list(db.scalars(select(Customer.name).order_by(Customer.id)))


@pytest.mark.parametrize("field", ["amount", "date", "note", "customer"])
def test_a_record_is_no_answer(office: Office, mia: Person, field: str) -> None:
    office.say(mia, "海岳成交6万")
    office.tap(mia, f"change:1:{field}")
    if field != "customer":
        assert views(office.say(mia, RECORD)) == ["Recorded"]
        assert (office.count(Interaction), office.count(Purchase)) == (1, 1)


def test_what_is_asked_about_something_undone_takes_no_answer(office: Office, mia: Person) -> None:
    office.say(mia, "海岳成交6万")
    office.tap(mia, "change:1:amount")
    office.say(mia, "/undo")
    assert views(office.say(mia, RECORD)) == ["Recorded"]


def test_a_sum_that_reads_as_none_is_asked_once_more(office: Office, mia: Person) -> None:
    office.say(mia, "海岳成交6万")
    office.tap(mia, "change:1:amount")
    assert views(office.say(mia, "很多")) == ["DontUnderstandField"]
    office.say(mia, "7万")
    with office.database.reading() as db:
        assert db.scalars(select(Purchase.amount_minor)).one() == 7_000_000


def test_a_new_customer_after_log_is_a_new_customer(office: Office, mia: Person) -> None:
    office.tap(mia, "log:1")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    assert names(office) == ["海岳食品", "松川酒店", "百禾乳业"]


def test_a_photo_in_reply_to_something_undone_is_kept_and_asked_about(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳", message_id=500)
    office.tap(mia, "undo:1")
    body: dict[str, Any] = {"photo": [{"file_id": "x"}], "reply_to_message": {"message_id": 500}, "text": ""}
    assert views(office.say(mia, **body)) == ["AttachmentAsked"]
    assert office.count(Attachment) == 1


def test_what_was_kept_without_a_customer_counts_as_what_it_says(office: Office, mia: Person) -> None:
    assert views(office.say(mia, "刚拜访完，聊了报价5万，下周三再跟进")) == ["NotUnderstood"]
    assert views(office.tap(mia, "assign:1:1")) == ["Recorded"]
    with office.database.reading() as db:
        visit, plan = db.scalars(select(Interaction)).one(), db.scalars(select(Plan)).one()
        assert (visit.channel, visit.customer_id, visit.amount_minor) == ("visit", 1, 5_000_000)
        assert (plan.customer_id, plan.due_on) == (1, date(2026, 11, 25))
        assert db.get_one(Standing, 1).last_touch_on == date(2026, 11, 18)
    assert views(office.tap(mia, "assign:1:2")) == ["OldCard"]
    office.say(mia, "撤销")
    assert (office.count(Interaction), office.count(Plan)) == (0, 0)


def test_a_name_that_is_typed_for_a_note_is_no_second_customer(office: Office, mia: Person) -> None:
    office.say(mia, "随便记一句")
    office.tap(mia, "assign:1:new")
    office.say(mia, "松川酒店")
    assert names(office) == ["海岳食品", "松川酒店"]
    with office.database.reading() as db:
        assert db.scalars(select(Interaction.customer_id)).one() == 2


def test_a_name_that_a_colleague_has_is_told_before_it_is_created(office: Office, mia: Person) -> None:
    office.customer(office.hire("周航", "salesperson"), "蓝磨坊")
    office.say(mia, "随便记一句")
    office.tap(mia, "assign:1:new")
    assert views(office.say(mia, "蓝磨坊")) == ["DuplicateAsked", "ColleagueHasThem"]
    assert office.count(Customer) == 3
    with office.database.reading() as db:
        number = db.scalars(select(Question.id).where(Question.kind == "colleague")).one()
    office.tap(mia, f"which:{number}:new")
    assert (office.count(Customer), office.count(Interaction)) == (4, 1)


def test_a_question_is_no_name(office: Office, mia: Person) -> None:
    office.say(mia, "随便记一句")
    office.tap(mia, "assign:1:new")
    assert views(office.say(mia, "今天")) == ["NothingDue"]
    assert names(office) == ["海岳食品", "松川酒店"]


def test_an_answer_about_another_customer_closes_the_question_visibly(office: Office, mia: Person) -> None:
    with office.database.transaction() as db:
        for standing in db.scalars(select(Standing)):
            standing.due_on, standing.due_because = date(2026, 11, 19), "cadence"
    listed = next(said for said in office.until("2026-11-19", "08:31") if said.rows[0].view == "AgendaShown")
    line = office.tap(mia, listed.buttons["1"])
    shown = office.tap(mia, line.buttons["打了电话"]).rows[0].facts or {}
    other = "松川酒店" if shown["asks_about"] == "海岳食品" else "海岳食品"
    said = office.say(mia, f"拜访了{other}，聊了新项目")
    assert "Recorded" in views(said)
    lists = [row.facts or {} for row in said.rows if row.view == "AgendaShown"]
    assert lists
    assert all(facts["asks_about"] is None for facts in lists)
    assert views(office.say(mia, "价目表收到了")) == ["NotUnderstood"]
