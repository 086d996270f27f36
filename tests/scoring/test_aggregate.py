"""Aggregates: counted by hand for one small customer, and exact however the rows come."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Aggregate, Answer, Facts, Potential, Purchase, Rules, Span, Touch, aggregate, carried

RULES = Rules()
DAY = date(2026, 6, 30)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def count(touches: list[Touch], purchases: list[Purchase], facts: Facts | None = None) -> Aggregate:
    return aggregate(touches, purchases, facts or Facts(), DAY, RULES)


def test_a_customer_counted_by_hand() -> None:
    known = count(
        [Touch(ago(180), "visit", outcome=True), Touch(ago(90), "call"), Touch(ago(90), "message")],
        [Purchase(ago(90), 8_000), Purchase(ago(0), 1_000), Purchase(ago(0), -500)],
    )
    assert known.spend == 8_000 / 2 + 1_000 - 500
    assert known.activity == 0.25 + 0.5 + 1.0
    assert known.events == 5
    assert (known.first_on, known.last_touch_on, known.last_purchase_on) == (ago(180), DAY, DAY)
    assert (known.interval, known.intervals, known.purchase_interval) == (90.0, 2, 90.0)
    assert known.active_months == 3
    assert known.outcomes == (ago(180),)


def test_nothing_known_is_an_empty_aggregate() -> None:
    assert count([], []) == Aggregate(as_of=DAY)


def test_rows_after_the_day_do_not_count_yet() -> None:
    later = DAY + timedelta(days=1)
    facts = Facts(answers=(Answer(later, 5),), potentials=(Potential(later, "high"),), needs=(Span(later),))
    assert count([Touch(later)], [Purchase(later, 9)], facts) == Aggregate(as_of=DAY)


def test_a_refund_is_no_touch_and_a_purchase_of_unknown_amount_is_one() -> None:
    assert count([], [Purchase(DAY, -10)]).last_touch_on is None
    assert count([], [Purchase(DAY, 0)]).last_touch_on == DAY


def test_bare_taps_count_once_per_rhythm() -> None:
    taps = [Touch(ago(days), worded=False) for days in (0, 10, 20, 30, 40)]
    known = count(taps, [])
    # Without a history the rhythm is 30 days: of the five only the days 40 and 10 count.
    assert known.activity == pytest.approx(2 ** (-40 / 90) + 2 ** (-10 / 90))
    assert known.events == 5
    assert known.last_touch_on == DAY


def test_the_latest_answer_counts_and_the_mean_of_one_day() -> None:
    facts = Facts(answers=(Answer(ago(3), 5), Answer(ago(9), 1), Answer(ago(3), 2)))
    assert count([], [], facts).satisfaction == 3.5


def test_closed_complaints_and_met_needs_are_gone() -> None:
    facts = Facts(
        complaints=(Span(ago(9), ago(2)), Span(ago(5)), Span(ago(3))),
        needs=(Span(ago(9), DAY), Span(ago(7), DAY + timedelta(days=2))),
    )
    known = count([], [], facts)
    assert (known.complaint_on, known.need_on) == (ago(5), ago(7))


def test_an_aggregate_is_not_carried_back() -> None:
    with pytest.raises(ValueError, match="carried back"):
        carried(count([], []), ago(1), RULES)


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
touches = st.lists(st.builds(Touch, days, st.just("visit"), st.booleans(), st.booleans()), max_size=30)
purchases = st.lists(st.builds(Purchase, days, st.floats(-1e6, 1e6)), max_size=30)
answers = st.lists(st.builds(Answer, days, st.integers(1, 5)), max_size=5).map(tuple)
potentials = st.lists(st.builds(Potential, days, st.sampled_from(["high", "medium", "low"])), max_size=5).map(tuple)
facts = st.builds(Facts, answers, potentials)


@given(touches, purchases, facts, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    touched: list[Touch], bought: list[Purchase], known: Facts, chance: random.Random
) -> None:
    before = aggregate(touched, bought, known, DAY, RULES)
    shuffled = Facts(
        tuple(chance.sample(known.answers, len(known.answers))),
        tuple(chance.sample(known.potentials, len(known.potentials))),
    )
    chance.shuffle(touched)
    chance.shuffle(bought)
    assert aggregate(touched, bought, shuffled, DAY, RULES) == before


@given(touches, purchases, st.integers(0, 900))
def test_carried_is_what_a_recount_finds(touched: list[Touch], bought: list[Purchase], passed: int) -> None:
    first = date(2027, 1, 1)
    later = first + timedelta(days=passed)
    brought = carried(aggregate(touched, bought, Facts(), first, RULES), later, RULES)
    counted = aggregate(touched, bought, Facts(), later, RULES)
    assert brought.spend == pytest.approx(counted.spend, rel=1e-9, abs=1e-6)
    assert brought.activity == pytest.approx(counted.activity, rel=1e-9)
    assert brought.interval == counted.interval
