"""Today's list: its lines settle by tap and by typing, and what was put off comes back on its day."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Audit, Interaction, Person, Plan, Standing
from tests.office import Office, Said

WEDNESDAY = datetime(2026, 11, 18, 0, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, WEDNESDAY)


@pytest.fixture
def mia(office: Office) -> Person:
    """Two customers who are due today, and one who is later this week."""
    person = office.hire("陈静", "salesperson")
    for name, words in (("海岳食品", "今天"), ("松川酒店", "今天"), ("百禾乳业", "周五")):
        office.customer(person, name, "王总")
        office.say(person, f"{name}{words}跟进")
    return person


def listed(said: Said) -> dict[str, Any]:
    """What the list says: the facts of the last one."""
    return next(row.facts for row in reversed(said.rows) if row.view == "AgendaShown" and row.facts)


def left(said: Said) -> list[str]:
    return [line["name"] for line in listed(said)["lines"] if not line["settled"]]


def today(office: Office, who: Person) -> tuple[Said, int]:
    said = office.say(who, "今天")
    return said, listed(said)["occurrence"]


def test_who_is_due_is_listed_and_the_others_are_counted(office: Office, mia: Person) -> None:
    said, _ = today(office, mia)
    assert sorted(left(said)) == ["松川酒店", "海岳食品"]
    assert listed(said)["more"] == 1


@pytest.mark.parametrize("channel", ["visit", "call", "message"])
def test_a_tap_settles_a_line_and_is_a_touch_without_a_word(office: Office, mia: Person, channel: str) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"did:{row}:1:{channel}")
    assert left(said) == ["松川酒店"]
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == channel)).one()
        assert (met.customer_id, met.worded, met.answered) == (1, False, True)
        assert db.get_one(Standing, 1).last_touch_on == date(2026, 11, 18)


def test_the_words_that_follow_a_tap_belong_to_it(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"did:{row}:1:call")
    office.say(mia, "价目表收到了，下周二给答复")
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == "call")).one()
        assert (met.outcome, met.worded) == ("价目表收到了", True)


def test_words_about_somebody_else_do_not(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"did:{row}:1:call")
    office.say(mia, "拜访了松川，谈了客房")
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == "call")).one()
        assert (met.outcome, met.worded) == (None, False)


def test_typing_settles_the_line_as_well(office: Office, mia: Person) -> None:
    today(office, mia)
    assert left(office.say(mia, "拜访了海岳，谈好了")) == ["松川酒店"]


def test_no_answer_is_no_touch_and_asks_when_again(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"missed:{row}:1")
    assert said.rows[0].view == "NoAnswerNoted"
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).last_touch_on is None


def test_later_moves_what_was_agreed_and_can_be_undone(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"until:{row}:1:2026-11-23")
    assert left(said) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.scalars(select(Plan.due_on).where(Plan.customer_id == 1)).all() == [date(2026, 11, 23)]
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 23)
    assert left(office.tap(mia, said.buttons["撤销"])) == left(today(office, mia)[0])
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 18)


def test_a_typed_date_is_an_answer_to_until_when(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"later:{row}:1")
    office.say(mia, "下周三")
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 25)


def test_no_more_reminders_means_none(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    assert left(office.tap(mia, f"until:{row}:1:stop")) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on is None


def test_an_a_that_waits_for_long_needs_a_reason(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    with office.database.transaction() as db:
        db.get_one(Standing, 1).tier = "A"
    assert office.tap(mia, f"until:{row}:1:2026-12-18").rows[0].view == "ReasonAsked"
    assert left(office.tap(mia, f"because:{row}:1:2026-12-18:paused")) == ["松川酒店"]


def test_the_list_is_nobody_elses(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    ben = office.hire("周航", "salesperson")
    for data in (f"agenda:{row}", f"line:{row}:1", f"did:{row}:1:call", f"away:{row}"):
        assert office.tap(ben, data).rows[0].view == "OldCard", data


def test_showing_a_lines_phone_number_is_noted(office: Office, mia: Person) -> None:
    number = office.customer(mia, "百禾乳业", phone="+8613900139000")
    office.say(mia, "今天给百禾打电话")
    _, row = today(office, mia)
    assert "139 0013 9000" in office.tap(mia, f"line:{row}:{number}").text
    with office.database.reading() as db:
        noted = db.scalars(select(Audit).where(Audit.what == "phone shown")).one()
        assert (noted.person_id, noted.customer_id) == (mia.id, number)
