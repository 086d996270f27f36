"""The due date of a customer: one table of cases, and what must hold for all of them."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.calendar import Calendar, Span
from reminders.due import Due, due, settles
from reminders.known import Known, Later, Plan
from reminders.rules import Rules

RULES = Rules()
TODAY = date(2026, 11, 19)  # a Thursday
EVERY_DAY = Calendar(working_days=frozenset(range(7)))
MEADOW = Known(created_on=date(2025, 11, 1), cadence=14, last_touch_on=date(2026, 11, 10))


def judged(calendar: Calendar = EVERY_DAY, **facts: Any) -> Due:
    return due(replace(MEADOW, **facts), calendar, TODAY, RULES)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


@pytest.mark.parametrize(
    ("facts", "on", "because"),
    [
        ({}, day(11, 24), "cadence"),
        ({"cadence": 7}, day(11, 17), "cadence"),
        # a purchase rhythm of its own
        ({"last_purchase_on": day(10, 20), "purchase_rhythm": 30.0}, day(11, 19), "purchase"),
        ({"last_purchase_on": day(10, 20), "purchase_rhythm": 60.0}, day(11, 24), "cadence"),
        ({"last_purchase_on": day(10, 1), "purchase_rhythm": 30.0}, day(11, 24), "cadence"),  # touched since
        # plans
        ({"plans": (Plan(day(11, 25)), Plan(day(11, 23)))}, day(11, 23), "plan"),
        ({"plans": (Plan(day(12, 8)),)}, day(12, 8), "plan"),
        ({"plans": (Plan(day(12, 10)),)}, day(12, 10), "plan"),
        ({"plans": (Plan(day(12, 11)),)}, day(12, 10), "plan_far"),
        ({"plans": (Plan(day(12, 11), made_on=day(11, 15)),)}, day(12, 11), "plan"),
        ({"plans": (Plan(date(2027, 3, 1)),), "cadence": 20}, day(12, 20), "plan_far"),
        ({"plans": (Plan(date(2027, 3, 1)),), "later": Later(date(2027, 1, 4))}, date(2027, 1, 4), "later"),
        ({"plans": (Plan(date(2027, 3, 1)),), "later": Later(None)}, date(2027, 3, 1), "plan"),
        # later
        ({"later": Later(day(12, 1))}, day(12, 1), "later"),
        ({"later": Later(day(11, 20))}, day(11, 24), "cadence"),
        ({"later": Later(day(12, 1)), "plans": (Plan(day(11, 20)),)}, day(11, 20), "plan"),
        ({"later": Later(None)}, None, "stopped"),
        # complaints
        ({"complaint_on": day(11, 19)}, day(11, 20), "complaint"),
        ({"complaint_on": day(11, 10), "complaint_answered": True}, day(11, 17), "cadence"),
        ({"complaint_on": day(11, 5)}, day(11, 17), "cadence"),
        ({"complaint_on": day(11, 19), "later": Later(None, day(11, 1))}, day(11, 20), "complaint"),
        ({"complaint_on": day(11, 12), "later": Later(day(12, 1), day(11, 13))}, day(12, 1), "later"),
        ({"complaint_on": day(11, 12), "plans": (Plan(day(11, 30)),)}, day(11, 13), "complaint"),
        ({"complaint_on": day(11, 12), "plans": (Plan(day(11, 30), made_on=day(11, 12)),)}, day(11, 30), "plan"),
        # new ones
        ({"status": "new", "last_touch_on": None, "created_on": day(11, 18)}, day(11, 25), "new"),
        ({"status": "new", "last_touch_on": None, "created_on": day(11, 18), "named": True}, day(11, 19), "named"),
        ({"status": "new", "cadence": 30}, day(11, 24), "new_again"),
        ({"status": "new", "cadence": 7}, day(11, 17), "cadence"),
        ({"last_touch_on": None, "created_on": day(11, 1)}, day(11, 15), "untouched"),
        # a cadence that was shortened
        ({"cadence": 7, "silence_from": day(11, 18)}, day(11, 25), "cadence"),
        ({"cadence": 7, "silence_from": day(11, 18), "cadence_before": 14}, day(11, 24), "cadence"),
        ({"cadence": 7, "silence_from": day(11, 10)}, day(11, 17), "cadence"),
        # lost ones
        ({"status": "lost"}, None, "lost"),
        ({"status": "lost", "plans": (Plan(day(11, 25)),)}, day(11, 25), "plan"),
    ],
)
def test_the_due_date_and_its_reason(facts: dict[str, Any], on: date | None, because: str) -> None:
    found = judged(**facts)
    assert (found.on, found.because) == (on, because)


def test_a_date_on_a_day_off_moves_to_the_next_working_day_and_says_so() -> None:
    found = judged(Calendar(), last_touch_on=day(11, 7))  # due on Saturday 21 November
    assert found.on == day(11, 23)
    assert found.facts["moved_from"] == day(11, 21)
    assert found.facts["off_because"] == "weekend"


def test_leave_moves_the_date_to_the_return() -> None:
    found = judged(Calendar(leave=(Span(day(11, 23), day(11, 27)),)))
    assert (found.on, found.facts["off_because"]) == (day(11, 30), "leave")


def test_a_time_that_was_agreed_stays_on_its_day_off() -> None:
    found = judged(Calendar(), plans=(Plan(day(11, 21), at=time(15)),))
    assert found.on == day(11, 21)
    assert "moved_from" not in found.facts


def test_a_complaint_on_a_friday_is_due_on_monday() -> None:
    assert judged(Calendar(), complaint_on=day(11, 13)).on == day(11, 16)


def test_late_days_are_working_days() -> None:
    assert judged(Calendar(), last_touch_on=day(10, 30)).late == 4  # due on Friday the 13th
    assert judged(Calendar()).late == 0


def test_the_facts_say_how_the_date_was_reached() -> None:
    assert judged().facts == {"counts_from": day(11, 10), "days": 14}
    halved = judged(complaint_on=day(11, 1))
    assert halved.facts == {"counts_from": day(11, 10), "days": 7, "halved": True}


def test_the_facts_can_be_written_down() -> None:
    written = judged(Calendar(), plans=(Plan(day(11, 21), id=7),)).written
    assert written["plan_on"] == "2026-11-21"
    assert json.loads(json.dumps(written)) == written


def test_what_did_not_decide_is_kept_as_well() -> None:
    found = judged(last_purchase_on=day(10, 20), purchase_rhythm=30.0)
    assert [(reason.because, reason.on) for reason in found.others] == [("cadence", day(11, 24))]
    stopped = judged(later=Later(None))
    assert [reason.because for reason in stopped.others] == ["cadence"]


def test_a_touch_settles_plans_up_to_its_day_and_never_later_ones() -> None:
    assert settles(day(11, 19), day(11, 19))
    assert settles(day(11, 1), day(11, 19))
    assert not settles(day(11, 20), day(11, 19))


DAYS = st.dates(date(2026, 9, 1), date(2026, 12, 31))
MAYBE = st.none() | DAYS
PLANS = st.lists(st.builds(Plan, DAYS, made_on=MAYBE), max_size=3).map(tuple)
LATERS = st.none() | st.builds(Later, MAYBE, MAYBE)
CUSTOMERS = st.builds(
    Known,
    created_on=st.dates(date(2026, 1, 1), date(2026, 9, 1)),
    cadence=st.integers(1, 120),
    status=st.sampled_from(["new", "active", "silent", "at_risk", "lost"]),
    last_touch_on=MAYBE,
    last_purchase_on=MAYBE,
    purchase_rhythm=st.none() | st.floats(1, 200),
    plans=PLANS,
    later=LATERS,
    complaint_on=MAYBE,
    complaint_answered=st.booleans(),
    silence_from=MAYBE,
    cadence_before=st.none() | st.integers(1, 120),
    named=st.booleans(),
)
CALENDARS = st.builds(
    Calendar,
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(DAYS, max_size=10),
    leave=st.lists(DAYS.map(lambda first: Span(first, first + timedelta(days=9))), max_size=2).map(tuple),
)


def the_date(known: Known, calendar: Calendar = EVERY_DAY) -> date:
    """The due date, with a day beyond all others for "never"."""
    return due(known, calendar, TODAY, RULES).on or date.max


@given(CUSTOMERS, CALENDARS)
def test_a_due_date_is_a_working_day_and_never_before_its_reason(known: Known, calendar: Calendar) -> None:
    found = due(known, calendar, TODAY, RULES)
    if found.on is None:
        assert found.because in {"stopped", "lost"}
    else:
        assert calendar.works(found.on)
        moved_from = found.facts.get("moved_from", found.on)
        assert isinstance(moved_from, date)
        assert found.on >= moved_from


@given(CUSTOMERS, st.integers(1, 60))
def test_a_longer_cadence_never_makes_it_due_earlier(known: Known, more: int) -> None:
    assert the_date(replace(known, cadence=known.cadence + more)) >= the_date(known)


@given(CUSTOMERS, DAYS)
def test_a_later_touch_never_makes_it_due_earlier(known: Known, touch_on: date) -> None:
    touched = replace(known, last_touch_on=max(touch_on, known.last_touch_on or touch_on), named=False)
    if known.last_touch_on is not None:
        assert the_date(touched) >= the_date(replace(known, named=False))


@given(CUSTOMERS, DAYS, DAYS)
def test_putting_off_longer_never_makes_it_due_earlier(known: Known, until: date, longer: date) -> None:
    first, second = sorted((until, longer))
    dates = [the_date(replace(known, later=Later(until, TODAY))) for until in (first, second, None)]
    assert dates == sorted(dates)


@given(CUSTOMERS, DAYS)
def test_a_complaint_never_makes_it_due_later(known: Known, complaint_on: date) -> None:
    calm = replace(known, complaint_on=None)
    assert the_date(replace(calm, complaint_on=complaint_on)) <= the_date(calm)


@given(CUSTOMERS, DAYS)
def test_an_earlier_plan_is_never_passed_over(known: Known, on: date) -> None:
    assert the_date(replace(known, plans=(*known.plans, Plan(on)))) <= on


@given(CUSTOMERS, CALENDARS, DAYS)
def test_more_leave_never_makes_it_due_earlier(known: Known, calendar: Calendar, first: date) -> None:
    away = calendar.with_leave(Span(first, first + timedelta(days=4)))
    assert the_date(known, away) >= the_date(known, calendar)
