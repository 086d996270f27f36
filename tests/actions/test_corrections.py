"""Corrections: the record stays the same one; what was tapped stays unless the edit changes that very field."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import Correction, Customer, Interaction, Person, Plan, Standing
from tests.handlers.pasts import past
from tests.office import Office


@pytest.fixture
def mia(office: Office) -> Person:
    person = office.hire("陈静", "salesperson")
    office.customer(person, "海岳食品", "王总")
    office.customer(person, "松川酒店")
    office.say(person, "拜访了海岳王总，报价5万，周五跟进", message_id=50)
    return person


def visit(office: Office) -> Interaction:
    with office.database.reading() as db:
        return db.scalars(select(Interaction)).one()


def plan(office: Office) -> Plan:
    with office.database.reading() as db:
        return db.scalars(select(Plan)).one()


def owner_of(office: Office) -> str | None:
    with office.database.reading() as db:
        found = db.get(Customer, visit(office).customer_id)
        return found.name if found else None


@pytest.mark.parametrize("words", ["不对，是6万", "不对，6万", "no, 60k"])
def test_a_sum_is_put_right_in_words(office: Office, mia: Person, words: str) -> None:
    office.say(mia, words)
    assert (visit(office).amount_minor, visit(office).amount_role) == (6_000_000, "quote")


@pytest.mark.parametrize(("words", "on"), [("不对，下周三", date(2026, 11, 25)), ("no, Monday", date(2026, 11, 23))])
def test_a_date_is_put_right_in_words(office: Office, mia: Person, words: str, on: date) -> None:
    office.say(mia, words)
    assert plan(office).due_on == on


def test_another_customer_takes_the_record_along(office: Office, mia: Person) -> None:
    office.say(mia, "不对，是松川")
    assert owner_of(office) == "松川酒店"
    assert plan(office).customer_id == visit(office).customer_id
    with office.database.reading() as db:
        before, after = db.scalars(select(Standing).order_by(Standing.customer_id))
        assert (before.last_touch_on, after.last_touch_on) == (None, date(2026, 11, 18))


def test_an_edited_message_corrects_its_record(office: Office, mia: Person) -> None:
    office.edit(mia, 50, "拜访了海岳王总，报价8万，下周一跟进")
    assert (visit(office).amount_minor, plan(office).due_on) == (8_000_000, date(2026, 11, 23))


def test_a_tapped_field_stays_when_the_edit_is_about_something_else(office: Office, mia: Person) -> None:
    office.tap(mia, "set:1:date:2026-11-30")
    office.edit(mia, 50, "拜访了海岳王总，报价8万，周五跟进")
    assert (visit(office).amount_minor, plan(office).due_on) == (8_000_000, date(2026, 11, 30))
    office.edit(mia, 50, "拜访了海岳王总，报价8万，下周一跟进")
    assert plan(office).due_on == date(2026, 11, 23)


def test_a_reply_to_a_card_means_that_card(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了松川，报价2万", message_id=60)
    office.say(mia, "不对，6万", reply_to_message={"message_id": 50})
    with office.database.reading() as db:
        assert db.scalars(select(Interaction.amount_minor).order_by(Interaction.id)).all() == [6_000_000, 2_000_000]


def test_a_correction_shows_on_the_card_and_as_a_sign_on_the_message(office: Office, mia: Person) -> None:
    assert [row.kind for row in office.say(mia, "不对，是6万").rows] == ["edit", "react"]


def test_a_card_out_of_sight_is_told_of_in_one_short_line(office: Office, mia: Person) -> None:
    for _ in range(5):
        office.say(mia, "今天")
    said = office.say(mia, "不对，是6万")
    assert [(row.kind, row.view) for row in said.rows] == [
        ("edit", "Recorded"),
        ("react", ""),
        ("reply", "ChangedAbove"),
    ]


def test_a_typed_value_that_is_none_says_so_and_goes_on_listening(office: Office, mia: Person) -> None:
    office.tap(mia, "change:1:amount")
    assert [row.view for row in office.say(mia, "很多").rows] == ["DontUnderstandField"]
    office.say(mia, "6万")
    assert visit(office).amount_minor == 6_000_000


def test_what_was_meant_is_kept_beside_what_was_understood(office: Office, mia: Person) -> None:
    office.say(mia, "不对，是6万")
    with office.database.reading() as db:
        assert db.scalars(select(Correction.field)).all() == ["amount"]


def test_nobody_corrects_what_another_recorded(office: Office, mia: Person) -> None:
    ben = office.hire("周航", "salesperson")
    for data in ("set:1:date:2026-11-30", "change:1:amount", "card:1", "undo:1"):
        assert [row.view for row in office.tap(ben, data).rows] == ["OldCard"], data
    office.say(ben, "不对，是9万")
    with office.database.reading() as db:
        assert db.scalars(select(Interaction.amount_minor).order_by(Interaction.id)).first() == 5_000_000


def test_another_customer_leaves_the_first_ones_plans_open(office: Office, mia: Person) -> None:
    office.until("2026-11-20", "10:00")
    office.say(mia, "给海岳打了电话，谈好了")
    assert plan(office).settled_by == "call"
    office.say(mia, "不对，是松川")
    assert plan(office).settled_by is None


@pytest.mark.parametrize(("field", "open_again"), [("on:2026-11-19", True), ("kind:note", True), ("kind:visit", False)])
def test_a_plan_is_settled_by_what_happened_as_it_is_told_now(
    office: Office, mia: Person, field: str, open_again: bool
) -> None:
    office.until("2026-11-20", "10:00")
    office.say(mia, "给海岳打了电话，谈好了")
    office.tap(mia, f"set:2:{field}") if field != "kind:note" else office.say(mia, "不对，是备注")
    assert (plan(office).settled_on is None) is open_again


def test_an_edited_message_leaves_alone_what_became_of_its_plan(office: Office, mia: Person) -> None:
    office.until("2026-11-20", "10:00")
    office.say(mia, "给海岳打了电话，谈好了")
    office.edit(mia, 50, "拜访了海岳王总，报价5万8，11月20日跟进")
    assert plan(office).settled_by == "call"
    office.say(mia, "撤销")
    assert plan(office).settled_by is None


def test_an_upgrade_by_a_correction_goes_when_the_record_is_undone(office: Office, mia: Person) -> None:
    number = past(office, mia, "百禾乳业", visits=range(6, 200, 14), sales=[(29 + 30 * n, 20_000) for n in range(12)])
    office.say(mia, "百禾成交10")
    said = office.say(mia, "不对，是6万")
    with office.database.reading() as db:
        assert said.rows
        assert db.get_one(Standing, number).tier == "A"
    office.say(mia, "撤销")
    with office.database.reading() as db:
        assert db.get_one(Standing, number).tier == "B"
