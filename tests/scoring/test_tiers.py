"""Tiers: up at once, down after two gradings, and nobody moves twice for one reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import (
    Aggregate,
    Move,
    Rules,
    Standing,
    by_hand,
    by_rules,
    grade,
    lapses_wanted,
    letter,
    reversed_move,
    silent_since,
)
from tests.scoring.meadow import AN_A, MEADOW, TODAY, meadow

RULES = Rules()
FIRST, SECOND, THIRD = date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)
A_B = replace(AN_A, tier="B")


def graded(standing: Standing, score: float, on: date, known: Aggregate = MEADOW) -> tuple[Standing, Move | None]:
    return grade(standing, score, known, RULES, on, grading=on)


@pytest.mark.parametrize(("score", "tier"), [(100, "A"), (70.0, "A"), (69.9, "B"), (40.0, "B"), (39.9, "C"), (0, "C")])
def test_the_letter_is_by_the_cuts(score: float, tier: str) -> None:
    assert letter(score, RULES) == tier


def test_up_at_once() -> None:
    standing, move = grade(A_B, 70.0, MEADOW, RULES, TODAY)
    assert (standing.tier, standing.since) == ("A", TODAY)
    assert move == Move(A_B, "A", TODAY, "automatic", 70.0)
    assert move.rises


def test_a_drop_takes_two_gradings_in_succession() -> None:
    once, nothing = graded(AN_A, 64.9, FIRST)
    assert (once.tier, once.lapses, nothing) == ("A", 1, None)
    dropped, move = graded(once, 64.9, SECOND)
    assert (dropped.tier, dropped.lapses, dropped.since) == ("B", 0, SECOND)
    assert move is not None
    assert move.reason == "automatic"


@pytest.mark.parametrize(
    ("usual", "gradings"), [(None, 2), (7.0, 2), (30.0, 2), (31.0, 3), (60.0, 4), (80.0, 6), (365.0, 12)]
)
def test_who_is_seldom_seen_drops_after_two_of_its_own_intervals(usual: float | None, gradings: int) -> None:
    seldom = meadow(interval=usual)
    assert lapses_wanted(seldom, RULES) == gradings
    assert lapses_wanted(seldom, replace(RULES, spans_to_drop=0.0)) == 2
    standing = AN_A
    for month in range(1, gradings + 1):
        standing, move = graded(standing, 64.9, date(2027 + month // 13, (month - 1) % 12 + 1, 1), seldom)
        assert (move is not None) == (month == gradings)
    assert standing.tier == "B"


def test_inside_the_band_nobody_drops_and_lapses_are_forgotten() -> None:
    once, _ = graded(AN_A, 64.9, FIRST)
    again, move = graded(once, 65.0, SECOND)
    assert (again.tier, again.lapses, move) == ("A", 0, None)
    third, move = graded(again, 64.9, THIRD)
    assert (third.tier, third.lapses, move) == ("A", 1, None)


def test_a_low_score_between_gradings_moves_nobody() -> None:
    assert grade(AN_A, 3.0, MEADOW, RULES, TODAY) == (AN_A, None)


def test_a_grading_counts_once_however_often_it_runs() -> None:
    once, _ = graded(AN_A, 60.0, FIRST)
    assert graded(once, 60.0, FIRST) == (once, None)
    dropped, _ = graded(once, 60.0, SECOND)
    assert graded(dropped, 60.0, SECOND) == (dropped, None)


def test_a_drop_goes_to_the_tier_that_the_score_can_hold() -> None:
    once, _ = graded(AN_A, 36.0, FIRST)
    assert graded(once, 36.0, SECOND)[0].tier == "B"
    assert graded(once, 34.9, SECOND)[0].tier == "C"


def test_an_open_complaint_freezes_rises_only() -> None:
    complaining = meadow(complaint_on=TODAY)
    assert grade(A_B, 90.0, complaining, RULES, TODAY) == (A_B, None)
    once, _ = graded(AN_A, 60.0, FIRST, complaining)
    assert graded(once, 60.0, SECOND, complaining)[0].tier == "B"


def test_little_data_is_c_for_now_until_the_second_event() -> None:
    new, move = grade(Standing(), 30.0, meadow(events=1), RULES, TODAY)
    assert (new.tier, new.for_now(TODAY), move) == ("C", True, None)
    known, move = grade(new, 45.0, meadow(events=2), RULES, TODAY)
    assert (known.tier, known.for_now(TODAY)) == ("B", False)
    assert move is not None


def test_a_tier_set_by_hand_stands_until_its_day() -> None:
    until = TODAY + timedelta(days=90)
    ours, move = by_hand(Standing(), "A", until, 12.0, TODAY)
    assert move is not None
    assert (ours.tier, ours.for_now(TODAY), move.reason) == ("A", True, "manual")
    assert graded(ours, 12.0, SECOND) == (ours, None)
    after, move = grade(ours, 12.0, MEADOW, RULES, until)
    assert (after.tier, after.manual_until) == ("C", None)
    assert move is not None
    assert move.reason == "automatic"


def test_after_a_hand_set_tier_the_band_still_holds() -> None:
    until = TODAY + timedelta(days=1)
    ours, _ = by_hand(A_B, "A", until, 66.0, TODAY)
    after, move = grade(ours, 66.0, MEADOW, RULES, until)
    assert (after.tier, move) == ("A", None)


def test_new_rules_move_at_once_and_say_so() -> None:
    standing, move = by_rules(AN_A, 69.0, MEADOW, RULES, TODAY)
    assert standing.tier == "B"
    assert move is not None
    assert move.reason == "rules"


def test_a_move_whose_record_is_undone_is_taken_back() -> None:
    risen, move = grade(replace(A_B, lapses=1), 71.0, MEADOW, RULES, TODAY)
    assert move is not None
    back, correction = reversed_move(risen, move, 62.0, RULES, TODAY)
    assert back == replace(A_B, lapses=1)
    assert correction is not None
    assert (correction.to, correction.reason) == ("B", "corrected")


def test_a_move_that_the_points_still_carry_stays() -> None:
    risen, move = grade(A_B, 75.0, MEADOW, RULES, TODAY)
    assert move is not None
    assert reversed_move(risen, move, 70.0, RULES, TODAY) == (risen, None)


def test_silence_never_hides_the_best() -> None:
    # 63.4 points at 40 days of silence; had it been touched they would be 80 and more.
    silent = meadow(last_touch_on=SECOND - timedelta(days=40))
    once, _ = graded(AN_A, 63.4, FIRST, silent)
    dropped, _ = graded(once, 63.4, SECOND, silent)
    assert (dropped.tier, dropped.kept_tier, dropped.cadence_tier) == ("B", "A", "A")
    touched = meadow(last_touch_on=SECOND)
    assert grade(dropped, 63.4, touched, RULES, SECOND)[0].cadence_tier == "B"


def test_a_drop_that_spending_caused_keeps_no_cadence() -> None:
    poor = meadow(spend=5_000.0, last_touch_on=SECOND)
    once, _ = graded(AN_A, 50.0, FIRST, poor)
    assert graded(once, 50.0, SECOND, poor)[0].kept_tier is None


def test_a_kept_tier_ends_when_the_customer_is_lost() -> None:
    kept = replace(A_B, since=SECOND, kept_tier="A")
    assert grade(kept, 50.0, MEADOW, RULES, SECOND + timedelta(days=400))[0].cadence_tier == "B"


def test_a_shorter_cadence_counts_silence_from_its_day() -> None:
    assert silent_since(14.0, 7.0, MEADOW, TODAY) == TODAY
    assert silent_since(7.0, 14.0, MEADOW, TODAY) is None


@given(
    st.lists(st.floats(0, 100).map(lambda score: round(score, 1)), min_size=1, max_size=24),
    st.none() | st.floats(1, 500),
)
def test_no_drop_without_enough_gradings_below_the_band(scores: list[float], usual: float | None) -> None:
    standing, low, known = AN_A, 0, meadow(interval=usual)
    for month, score in enumerate(scores):
        on = date(2027 + month // 12, month % 12 + 1, 1)
        tier = standing.tier
        low = low + 1 if score < RULES.cut(tier) - RULES.band else 0
        standing, move = graded(standing, score, on, known)
        if move is None:
            continue
        assert move.rises or low >= max(2, lapses_wanted(known, RULES))
        low = 0
