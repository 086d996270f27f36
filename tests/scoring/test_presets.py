"""Presets of trades: complete, consistent, and careful with what is the company's own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import (
    PRESETS,
    STATUSES,
    TIERS,
    Aggregate,
    Rules,
    Standing,
    by_rules,
    points,
)
from scoring.everybody import adopted, cadenced, columns_of, letters_by_rules, standings_of, touches_a_week
from tests.scoring.meadow import TODAY
from tests.scoring.test_judge import framed, known_customers, standings

NOBODY = np.array([])


@pytest.mark.parametrize("name", PRESETS)
def test_the_most_that_a_customer_can_earn_is_a_hundred_points(name: str) -> None:
    rules = PRESETS[name].rules
    most = (
        rules.value_points, rules.activity_points, rules.rhythm_points, rules.loyalty_points, rules.satisfaction_points,
        rules.engagement_points, rules.potential_high, rules.need_points, rules.prospect_points,
    )  # fmt: skip
    assert sum(most) == 100
    assert rules.potential_low <= rules.potential_medium <= rules.potential_high


@pytest.mark.parametrize("name", PRESETS)
def test_every_tier_has_something_to_do_in_both_languages_that_fits_a_line(name: str) -> None:
    strategy = PRESETS[name].strategy
    assert set(TIERS) <= strategy.keys() <= {*TIERS, *STATUSES}
    assert all(0 < len(words["zh"]) <= 13 and 0 < len(words["en"]) <= 30 for words in strategy.values())


def test_the_default_is_field_sales() -> None:
    assert next(iter(PRESETS.values())).rules == Rules()


def test_a_preset_leaves_what_is_the_companys_own() -> None:
    present = Rules(value_half_life=180, share_a=0.1, buying_alpha=30)
    rules = adopted(PRESETS["retail"], present, NOBODY, 1.0)
    assert (rules.value_half_life, rules.share_a, rules.buying_alpha) == (180, 0.1, 30)
    assert rules.value_points == PRESETS["retail"].rules.value_points


def test_the_scale_is_the_companys_own_once_enough_customers_spent() -> None:
    few, many = np.full(19, 500.0), np.arange(1.0, 101.0) * 31.627
    assert adopted(PRESETS["retail"], Rules(), few, 1.0).value_s0 == 500
    assert adopted(PRESETS["retail"], Rules(), few, 0.2).value_s1 == 1_600
    assert adopted(PRESETS["retail"], Rules(value_s0=700), few, None).value_s0 == 700
    assert adopted(PRESETS["retail"], Rules(), few, None).value_s0 == 500
    own = adopted(PRESETS["retail"], Rules(), many, None)
    assert (own.value_s0, own.value_s1) == (1_600, 3_200)


@settings(max_examples=60)
@given(st.lists(st.tuples(known_customers, standings), min_size=1, max_size=5), st.sampled_from(sorted(PRESETS)))
def test_columns_and_single_customers_move_alike_under_new_rules(
    of: list[tuple[Aggregate, Standing]], name: str
) -> None:
    rules = PRESETS[name].rules
    frame = framed([(known, standing, 0) for known, standing in of])
    columns, kept = columns_of(frame), standings_of(frame)
    score = points(columns, rules, TODAY).total
    found = letters_by_rules(columns, kept, score, rules, TODAY)
    after = [by_rules(standing, points(known, rules, TODAY).total, known, rules, TODAY)[0] for known, standing in of]
    assert list(found) == [standing.tier for standing in after]
    assert list(cadenced(kept, found)) == [standing.cadence_tier for standing in after]
    asked = sum(
        7 / rules.cadence(standing.cadence_tier) / (rules.complaint_cadence if known.complaint_on else 1)
        for (known, _), standing in zip(of, after, strict=True)
    )
    assert touches_a_week(columns, cadenced(kept, found), rules) == pytest.approx(asked)
