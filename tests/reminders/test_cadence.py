"""Cadences that fit, and how a period stands against them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.cadence import LADDER, Capacity, Coverage, Covered, cadences_at, coverage, load, propose, wanted

TODAY = date(2026, 11, 18)
SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("customers", "touches", "days", "asked"),
    [(60, 6, (7, 14, 30), 5.6), (100, 6, (10, 21, 60), 6.0), (200, 8, (14, 30, 90), 8.4), (5, 6, (7, 14, 30), 0.5)],
)
def test_the_proposals_of_set_up(customers: int, touches: int, days: tuple[int, int, int], asked: float) -> None:
    proposed = propose(customers, touches)
    assert tuple(proposed.days.values()) == days
    assert proposed.touches_per_day == asked
    assert proposed.fits


def test_too_many_customers_are_told_as_capacity() -> None:
    proposed = propose(5000, 6)
    assert not proposed.fits
    capacity = Capacity(proposed.touches_per_day, 6)
    assert capacity.over
    assert capacity.short_of == round(proposed.touches_per_day - 6, 1)
    assert not Capacity(6.2, 6).over


def test_one_step_tighter_or_looser_stays_on_the_ladder() -> None:
    base = {"A": 12.0, "B": 18.0, "C": 30.0}
    assert tuple(cadences_at(1, base, 6).days.values()) == (5, 10, 21)
    assert cadences_at(-1, base, 6).step == 0
    assert cadences_at(99, base, 6).step == len(LADDER) - 1


@given(st.integers(0, 3000), st.integers(1, 20), st.integers(1, 200))
def test_more_customers_never_get_a_tighter_cadence(customers: int, touches: int, more: int) -> None:
    assert propose(customers + more, touches).step >= propose(customers, touches).step
    assert propose(customers, touches + 1).step <= propose(customers, touches).step


def test_the_load_counts_working_days() -> None:
    assert load({"A": 7}, {"A": 7}, working_days=7) == 1.0
    assert load({"A": 7}, {"A": 7}, working_days=5) == 1.4


@pytest.mark.parametrize(
    ("customer", "state"),
    [
        (Covered(date(2026, 11, 16), 2, None, 1, 0), "overdue"),
        (Covered(date(2026, 11, 16), 2, date(2026, 11, 20), 1, 0), "overdue"),
        (Covered(date(2026, 11, 20), 0, date(2026, 11, 20), 1, 0), "planned"),
        (Covered(TODAY, 0, None, 1, 0), "due"),
        (Covered(SUNDAY, 0, None, 1, 0), "due"),
        (Covered(SUNDAY + timedelta(days=1), 0, None, 1, 1), "covered"),
        (Covered(None, 0, None, 0, 0), "covered"),
    ],
)
def test_each_customer_is_in_one_state(customer: Covered, state: str) -> None:
    assert customer.state(TODAY, SUNDAY) == state


def test_touching_one_twice_does_not_make_up_for_another() -> None:
    customers = [Covered(None, 0, None, 1, 3), Covered(TODAY, 0, None, 2, 0)]
    assert coverage(customers, TODAY, SUNDAY) == Coverage(due=1, covered=1, wanted=3, done=3, remaining=2)


@pytest.mark.parametrize(
    ("cadence", "last_touch_on", "count"),
    [
        (7, date(2026, 11, 10), 1),  # due on the 17th, the next on the 24th
        (7, date(2026, 11, 15), 1),
        (3, date(2026, 11, 15), 2),
        (30, date(2026, 11, 10), 0),
        (30, None, 1),
        (1, None, 7),
        (7, date(2026, 1, 1), 1),
    ],
)
def test_what_a_cadence_asks_of_a_week(cadence: float, last_touch_on: date | None, count: int) -> None:
    assert wanted(date(2026, 11, 16), SUNDAY, cadence, last_touch_on) == count
