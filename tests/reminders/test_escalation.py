"""The way of a late A customer: owner, manager, reassign."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.calendar import Calendar, Span
from reminders.escalation import Late, Listener, listeners, stage
from reminders.rules import Rules

RULES = Rules()
WEEK = Calendar()
THURSDAY = date(2026, 11, 19)
EARLIER = date(2026, 11, 17)
CLEARLAKE = Late(1, "A", late=3, agendas=2)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, "owner"),
        ({"late": 2}, None),
        ({"agendas": 1}, None),
        ({"tier": "B"}, None),
        ({"answered": True}, None),
        ({"owner_told_on": EARLIER}, None),
        ({"owner_told_on": EARLIER, "late": 5}, "manager"),
        ({"owner_told_on": THURSDAY, "late": 5}, None),
        ({"late": 12}, "owner"),  # the owner is always told first
        ({"owner_told_on": EARLIER, "late": 12}, "manager"),
        ({"owner_told_on": EARLIER, "manager_told_on": EARLIER, "late": 9}, None),
        ({"owner_told_on": EARLIER, "manager_told_on": EARLIER, "late": 10}, "reassign"),
        ({"owner_told_on": EARLIER, "manager_told_on": EARLIER, "reassign_told_on": EARLIER, "late": 20}, None),
    ],
)
def test_who_is_told_today(facts: dict[str, object], code: str | None) -> None:
    found = stage(replace(CLEARLAKE, **facts), WEEK, THURSDAY, RULES)  # type: ignore[arg-type]
    assert (found.code if found else None) == code


def test_the_owner_hears_on_which_day_the_manager_will_see_it() -> None:
    first = stage(CLEARLAKE, WEEK, THURSDAY, RULES)
    assert first is not None
    assert first.manager_on == date(2026, 11, 23)  # two working days on
    late = stage(replace(CLEARLAKE, late=12), WEEK, THURSDAY, RULES)
    assert late is not None
    assert late.manager_on == date(2026, 11, 20)


def test_nobody_is_told_while_the_owner_is_on_leave() -> None:
    away = Calendar(leave=(Span(THURSDAY, THURSDAY),))
    assert stage(CLEARLAKE, away, THURSDAY, RULES) is None


def test_without_a_manager_the_next_one_up_hears_and_else_the_admins_without_names() -> None:
    assert listeners(1, [5, 9], [3]) == (Listener(5, named=True),)
    assert listeners(5, [5, 9], [3]) == (Listener(9, named=True),)
    assert listeners(5, [5], [3, 4]) == (Listener(3, named=False), Listener(4, named=False))
    assert listeners(1, [], []) == ()


@given(st.integers(0, 20), st.sets(st.integers(0, 59)))
def test_each_hears_once_in_order_and_on_days_of_their_own(late: int, missed: set[int]) -> None:
    """Sixty days, some of them without the bot."""
    customer, heard = replace(CLEARLAKE, late=late), []
    for n in range(60):
        today = THURSDAY + timedelta(days=n)
        customer = replace(customer, late=late + WEEK.working_days_between(THURSDAY, today))
        found = None if n in missed else stage(customer, WEEK, today, RULES)
        if found:
            heard.append((found.code, today))
            customer = replace(customer, **{f"{found.code}_told_on": today})  # type: ignore[arg-type]
    assert [code for code, _ in heard] == ["owner", "manager", "reassign"][: len(heard)]
    assert len({day for _, day in heard}) == len(heard)
