"""What is typed while the bot waits for an answer: that, or something else that is recorded as ever."""

from typing import Any

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Attachment, Customer, Interaction, Person, Purchase
from tests.office import Office, Said

RECORD = "拜访了松川，聊了新项目"


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


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
