"""Proposals: cuts for the wanted shares, and a scale from the company's own customers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scoring import Rules, letter
from scoring.cuts import with_cuts, with_days_ahead, with_half_life, with_scale


def test_cuts_give_the_wanted_shares() -> None:
    scores = np.arange(1000) / 10
    letters = letter(scores, with_cuts(scores, Rules()))
    assert [(letters == tier).sum() for tier in "ABC"] == [200, 300, 500]


def test_those_with_little_data_count_but_are_not_placed() -> None:
    scores, judged = np.arange(100) / 1.0, np.arange(100) >= 70
    rules = with_cuts(scores, Rules(), judged)
    assert (rules.cut_a, rules.cut_b) == (80.0, 70.0)


def test_equal_scores_stay_together() -> None:
    scores = np.array([50.0] * 60 + [10.0] * 40)
    assert with_cuts(scores, Rules()).cut_b in (10.0, 49.9)


@given(st.lists(st.floats(0, 100).map(lambda score: round(score, 1)), max_size=60))
def test_proposed_cuts_are_always_rules(scores: list[float]) -> None:
    rules = with_cuts(np.array(scores), Rules())
    assert 0 < rules.cut_b < rules.cut_a <= 100


def test_the_scale_is_the_middle_and_the_top_of_those_who_spent() -> None:
    rules = with_scale(np.append(np.arange(1, 101, dtype=float), [0.0, -5.0]), Rules())
    assert (rules.value_s0, rules.value_s1) == (50.5, 101.0)
    assert with_scale(np.zeros(3), Rules()) == Rules()


def test_the_half_life_follows_slow_trades() -> None:
    assert with_half_life(np.array([200.0, 100.0, np.nan, 120.0]), Rules()).value_half_life == 180.0
    assert with_half_life(np.array([20.0]), Rules()).value_half_life == 90.0
    assert with_half_life(np.array([np.nan]), Rules()).value_half_life == 90.0


def test_the_chance_to_buy_again_is_told_for_a_usual_interval() -> None:
    assert with_days_ahead(np.array([400.0, 300.0, np.nan, 365.5]), Rules()).prospect_days == 366.0
    assert with_days_ahead(np.array([20.0]), Rules()).prospect_days == 90.0
    assert with_days_ahead(np.array([np.nan]), Rules()).prospect_days == 90.0
