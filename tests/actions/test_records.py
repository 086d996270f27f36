"""What a message records: once, on its own day, for the right customer, with the raw words kept."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from storage.models import Complaint, Contact, Customer, Fact, Interaction, Plan, Purchase, Row
from tests.office import Office


def rows(office: Office, model: type[Row]) -> list[Row]:
    with office.database.reading() as db:
        return list(db.scalars(select(model).order_by(model.id)))  # type: ignore[attr-defined]


def test_one_sentence_is_kept_in_all_its_parts(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品", "王总")
    words = "拜访海岳王总，聊了滤芯报价，预算5万，周一前给他寄样品，下周三再跟进"
    office.say(mia, words)
    [visit] = rows(office, Interaction)
    assert isinstance(visit, Interaction)
    assert (visit.customer_id, visit.channel, visit.made_on) == (number, "visit", date(2026, 11, 18))
    assert (visit.amount_minor, visit.currency, visit.amount_role) == (5_000_000, "CNY", "budget")
    assert (visit.raw, visit.outcome) == (words, "滤芯报价")
    plans = [plan for plan in rows(office, Plan) if isinstance(plan, Plan)]
    assert sorted((plan.due_on, plan.words) for plan in plans) == [
        (date(2026, 11, 23), "寄样品"), (date(2026, 11, 25), None),
    ]  # fmt: skip


def test_the_same_update_twice_is_once(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    body = {"message_id": 9, "date": int(office.now.timestamp()), "text": "拜访了海岳", **office._from(mia)}
    assert office.hear({"message": body}, mia, number=500).rows
    assert not office.hear({"message": body}, mia, number=500).rows
    assert len(rows(office, Interaction)) == 1


def test_a_message_happens_when_it_was_sent_not_when_it_is_read(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    sent = datetime(2026, 11, 18, 15, 58, tzinfo=UTC)
    office.now = datetime(2026, 11, 18, 16, 30, tzinfo=UTC)
    body = {"message_id": 9, "date": int(sent.timestamp()), "text": "今天拜访了海岳", **office._from(mia)}
    office.hear({"message": body}, mia)
    assert [row.made_on for row in rows(office, Interaction) if isinstance(row, Interaction)] == [date(2026, 11, 18)]


def test_today_is_the_day_where_the_person_is(office: Office) -> None:
    lena = office.hire("Lena", "salesperson", language="en", zone="America/Los_Angeles")
    office.customer(lena, "Acme")
    office.say(lena, "visited Acme")
    assert [row.made_on for row in rows(office, Interaction) if isinstance(row, Interaction)] == [date(2026, 11, 17)]


@pytest.mark.parametrize(
    ("words", "model"),
    [
        ("海岳成交6万", Purchase),
        ("海岳投诉漏水", Complaint),
        ("海岳潜力大", Fact),
        ("新客户 百禾乳业 刘姐 13900139000", Contact),
    ],
)
def test_every_kind_of_fact_has_its_row(office: Office, words: str, model: type[Row]) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, words)
    assert len(rows(office, model)) == 1


def test_a_try_without_an_answer_is_no_touch(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "明天给海岳打电话")
    office.wait(days=1)
    office.say(mia, "给海岳打电话，没人接")
    assert [plan.settled_on for plan in rows(office, Plan) if isinstance(plan, Plan)] == [None]


def test_a_touch_settles_what_was_planned_up_to_its_day_and_nothing_later(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    for words in ("海岳明天跟进", "海岳下周三跟进"):
        office.say(mia, words)
    office.wait(days=1)
    office.say(mia, "拜访了海岳")
    plans = [plan for plan in rows(office, Plan) if isinstance(plan, Plan)]
    assert [plan.settled_on for plan in plans] == [date(2026, 11, 19), None]


def test_what_names_nobody_is_kept_until_it_is_known_whose_it_is(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品")
    asked = office.say(mia, "他们还是想要蓝色的")
    [note] = rows(office, Interaction)
    assert isinstance(note, Interaction)
    assert (note.customer_id, note.raw) == (None, "他们还是想要蓝色的")
    doing = next(data for data in asked.buttons.values() if data.endswith(":none")).split(":")[1]
    office.tap(mia, f"assign:{doing}:{number}")
    assert [row.customer_id for row in rows(office, Interaction) if isinstance(row, Interaction)] == [number]


def test_two_of_a_name_are_asked_about_and_nothing_is_recorded_before_the_answer(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品", "王总")
    second = office.customer(mia, "松川酒店", "王总")
    asked = office.say(mia, "拜访了王总，要12间客房的报价")
    assert not rows(office, Interaction)
    office.tap(mia, asked.buttons["松川酒店"])
    assert [row.customer_id for row in rows(office, Interaction) if isinstance(row, Interaction)] == [second]
    assert [row.view for row in office.tap(mia, asked.buttons["海岳食品"]).rows] == ["OldCard"]


def test_nobody_is_created_by_a_likeness(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "华星科技")
    proposed = office.say(mia, "拜访了华兴贸易，聊了报价")
    assert len(rows(office, Customer)) == 1
    assert proposed.rows[0].view == "NewCustomerProposed"


@pytest.mark.parametrize("words", ["新客户 青屿酒店", "新客户 别的名字 13800138000"])
def test_a_colleagues_customer_is_not_created_again_and_told_without_a_word_too_many(
    office: Office, words: str
) -> None:
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    office.customer(ben, "青屿酒店", phone="+8613800138000", city="三亚")
    told = office.say(mia, words)
    assert [row.view for row in told.rows if row.person_id == mia.id] == ["ColleagueHasThem"]
    assert "三亚" not in told.text
    assert "周航" in told.text
    assert len(rows(office, Customer)) == 1


def test_another_name_for_a_new_customer_leads_to_the_same_question(office: Office) -> None:
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    office.customer(ben, "青屿酒店")
    proposed = office.say(mia, "拜访了青屿酒店，聊了报价")
    new = next(data for data in proposed.buttons.values() if data.endswith(":new"))
    told = office.tap(mia, new)
    assert [row.view for row in told.rows if row.person_id == mia.id] == ["ColleagueHasThem"]
    assert len(rows(office, Customer)) == 1


def test_the_manager_hears_of_a_complaint_once(office: Office) -> None:
    mia, grace = office.hire("陈静", "salesperson"), office.hire("林岚", "manager")
    office.customer(mia, "海岳食品")
    said = office.say(mia, "海岳投诉漏水")
    assert [(row.view, row.person_id) for row in said.rows] == [("Recorded", mia.id), ("ComplaintHeard", grace.id)]
    heard = said.rows[1].id
    for data, state in (("undo:1", "withdrawn"), ("redo:1", "open")):
        told = [row for row in office.tap(mia, data).rows if row.person_id == grace.id]
        assert [(row.kind, row.edits_outbox_id, (row.facts or {})["state"]) for row in told] == [("edit", heard, state)]
