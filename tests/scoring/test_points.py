"""Points: each component by hand, and what must hold of every score."""

from __future__ import annotations

import math
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Aggregate, Points, Rules, carried, points
from tests.scoring.meadow import MEADOW, TODAY, meadow

RULES = Rules()
NOBODY = Aggregate(as_of=TODAY)


def test_meadow_recomputed_by_hand() -> None:
    # 30 ln(1 + 186000/30000) / ln(1 + 320000/30000) = 30 x 1.9741 / 2.4567 = 24.1
    # 20 (1 - 2^(-6.27/3)) = 20 x 0.7651 = 15.3
    # 20 (3 - 19/16.67) / 2 = 20 x 0.93 = 18.6
    # 7 x 24/33 + 3 x 3/4 = 5.09 + 2.25 = 7.3;  10 x 4/6 = 6.7;  high potential 6
    assert points(MEADOW, RULES, TODAY) == Points(24.1, 15.3, 18.6, 7.3, 6.7, 6.0)
    assert points(MEADOW, RULES, TODAY).total == 78.0


def test_nothing_known_earns_nothing() -> None:
    assert points(NOBODY, RULES, TODAY) == Points(0, 0, 0, 0, 0, 0)


def test_value_is_full_at_the_top_of_the_scale_and_not_more() -> None:
    assert points(meadow(spend=320_000.0), RULES, TODAY).value == 30.0
    assert points(meadow(spend=9e9), RULES, TODAY).value == 30.0
    assert points(meadow(spend=-1.0), RULES, TODAY).value == 0.0


def test_rhythm_has_all_its_points_up_to_one_rhythm_and_none_from_three() -> None:
    def after(days: int) -> float:
        known = meadow(last_touch_on=TODAY - timedelta(days=days), interval=30.0)
        return float(points(known, RULES, TODAY).rhythm)

    assert (after(0), after(30), after(60), after(90), after(200)) == (20.0, 20.0, 10.0, 0.0, 0.0)


def test_what_was_said_is_gone_after_half_a_year() -> None:
    said = meadow(potential="medium", potential_on=TODAY, need_on=TODAY)
    assert points(said, RULES, TODAY).potential == 7.0
    assert points(said, RULES, TODAY + timedelta(days=180)).potential == 7.0
    assert points(said, RULES, TODAY + timedelta(days=181)).potential == 0.0


def test_no_satisfaction_asked_is_none_given() -> None:
    assert points(meadow(satisfaction=None), RULES, TODAY).loyalty == 5.1
    assert points(meadow(satisfaction=1.0), RULES, TODAY).loyalty == 5.1


def test_outcomes_older_than_half_a_year_do_not_count() -> None:
    known = meadow(outcomes=(TODAY, TODAY - timedelta(days=180), TODAY - timedelta(days=181)))
    assert points(known, RULES, TODAY).engagement == 3.3


def test_a_day_ahead_of_the_judge_is_today() -> None:
    ahead = meadow(as_of=TODAY + timedelta(days=1), last_touch_on=TODAY + timedelta(days=1))
    assert points(ahead, RULES, TODAY).value == 24.1
    assert points(ahead, RULES, TODAY).rhythm == 20.0


dates = st.dates(date(2023, 1, 1), TODAY)
customers = st.builds(
    Aggregate,
    as_of=st.just(TODAY),
    spend=st.floats(-1e6, 1e9),
    activity=st.floats(0, 500),
    events=st.integers(0, 500),
    first_on=st.none() | dates,
    last_touch_on=st.none() | dates,
    last_purchase_on=st.just(TODAY),
    first_purchase_on=dates,
    purchase_days=st.integers(1, 300),
    interval=st.none() | st.floats(1, 900),
    intervals=st.integers(0, 300),
    active_months=st.integers(0, 48),
    satisfaction=st.none() | st.floats(1, 5),
    outcomes=st.lists(dates, max_size=6).map(tuple),
    potential=st.none() | st.sampled_from(["high", "medium", "low"]),
    potential_on=st.none() | dates,
    need_on=st.none() | dates,
)
BUYING = replace(RULES, value_points=20.0, prospect_points=10.0, buying_k=2)


@given(customers, st.integers(0, 800), st.sampled_from([RULES, BUYING]))
def test_the_points_sum_to_the_score(known: Aggregate, passed: int, rules: Rules) -> None:
    earned = points(known, rules, TODAY + timedelta(days=passed))
    tenths = list(asdict(earned).values())
    assert sum(round(part * 10) for part in tenths) == round(earned.total * 10)
    assert all(part == round(part, 1) for part in [*tenths, earned.total])
    assert 0 <= earned.total <= 100


@given(st.floats(-1e6, 1e9), st.floats(0, 1e9))
def test_more_spend_never_lowers_value(spend: float, more: float) -> None:
    assert points(meadow(spend=spend), RULES, TODAY).value <= points(meadow(spend=spend + more), RULES, TODAY).value


@given(customers, st.integers(0, 400), st.integers(0, 400))
def test_silence_never_raises_rhythm_nor_activity_nor_value(known: Aggregate, first: int, more: int) -> None:
    sooner = points(known, RULES, TODAY + timedelta(days=first))
    later = points(known, RULES, TODAY + timedelta(days=first + more))
    assert later.rhythm <= sooner.rhythm
    assert later.activity <= sooner.activity
    assert later.value <= sooner.value


@given(customers, st.integers(0, 800))
def test_carrying_forward_changes_no_score(known: Aggregate, passed: int) -> None:
    later = TODAY + timedelta(days=passed)
    assert points(carried(known, later, RULES), RULES, later).total == pytest.approx(
        points(known, RULES, later).total, abs=0.11
    )


def test_who_never_bought_has_no_chance_to_buy_again() -> None:
    assert points(NOBODY, BUYING, TODAY).prospect == 0.0


def test_points_are_plain_numbers() -> None:
    earned = points(MEADOW, RULES, TODAY)
    assert type(earned.value) is float
    assert type(earned.total) is float
    assert math.isfinite(earned.total)
