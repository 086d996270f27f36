"""The night's columns say exactly what the message path says of each customer."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import COMPONENTS, Aggregate, Rules, Standing, grade, letter, points, status
from scoring.everybody import judge_frame
from tests.scoring.meadow import MEADOW, TODAY, meadow
from tests.scoring.test_points import BUYING, customers

RULES = Rules()
dates = st.dates(date(2023, 1, 1), TODAY)
standings = st.builds(
    Standing,
    tier=st.sampled_from(["A", "B", "C"]),
    since=dates,
    lapses=st.integers(0, 1),
    graded_on=st.none() | dates,
    manual_until=st.none() | st.dates(TODAY, TODAY + timedelta(days=400)),
    kept_tier=st.none() | st.sampled_from(["A", "B"]),
    provisional=st.booleans(),
)
known_customers = st.builds(
    lambda known, complaint, shortened, created: replace(
        known, complaint_on=complaint, silence_from=shortened, created_on=created
    ),
    customers,
    st.none() | dates,
    st.none() | dates,
    st.none() | dates,
)
rows = st.lists(st.tuples(known_customers, standings, st.integers(0, 30)), min_size=1, max_size=5)


def framed(of: list[tuple[Aggregate, Standing, int]]) -> pd.DataFrame:
    return pd.DataFrame([{**asdict(known), **asdict(standing), "away": away} for known, standing, away in of])


def same(one: float, other: Any) -> bool:
    return bool(one == other or (one != one and other != other))


@settings(max_examples=60)
@given(rows, st.integers(0, 500), st.sampled_from([RULES, BUYING]))
def test_columns_and_single_customers_are_judged_alike(
    of: list[tuple[Aggregate, Standing, int]], passed: int, rules: Rules
) -> None:
    today = TODAY + timedelta(days=passed)
    verdicts = judge_frame(framed(of), rules, today)
    for (known, standing, away), verdict in zip(of, verdicts.itertuples(), strict=True):
        earned = points(known, rules, today)
        seen = status(known, standing.cadence_tier, rules, today, away)
        assert [getattr(verdict, name) for name in COMPONENTS] == list(asdict(earned).values())
        assert (verdict.score, verdict.letter) == (earned.total, letter(earned.total, rules))
        assert verdict.status == seen.word
        assert same(seen.silence, verdict.silence)
        assert same(seen.days, verdict.days)
        assert seen.rhythm == verdict.rhythm_days


@settings(max_examples=60)
@given(rows, st.integers(0, 500), st.booleans())
def test_whoever_is_not_stirred_would_not_change(
    of: list[tuple[Aggregate, Standing, int]], passed: int, grading: bool
) -> None:
    today = TODAY + timedelta(days=passed)
    verdicts = judge_frame(framed(of), RULES, today, grading)
    for (known, standing, _), verdict in zip(of, verdicts.itertuples(), strict=True):
        score = points(known, RULES, today).total
        after, move = grade(standing, score, known, RULES, today, grading=today if grading else None)
        if not verdict.stirred:
            assert replace(after, graded_on=standing.graded_on) == standing
            assert move is None


def test_the_frame_is_not_written_into() -> None:
    frame = framed([(MEADOW, Standing(), 0), (meadow(spend=3.0, interval=None), Standing(), 2)])
    before = frame.copy(deep=True)
    judge_frame(frame, RULES, TODAY)
    pd.testing.assert_frame_equal(frame, before)


def test_days_may_be_texts_timestamps_or_dates() -> None:
    frame = framed([(MEADOW, Standing(), 0), (meadow(need_on=TODAY), Standing(), 2)])
    wanted = judge_frame(frame, RULES, TODAY)
    days = [each.name for each in fields(Aggregate) if each.name.endswith("_on")]
    texts = frame.assign(
        **{name: frame[name].map(lambda day: day if day is None or day != day else day.isoformat()) for name in days},
        outcomes=frame["outcomes"].map(lambda outcomes: json.dumps([day.isoformat() for day in outcomes])),
    )
    stamps = frame.assign(**{name: pd.to_datetime(frame[name]) for name in days})
    pd.testing.assert_frame_equal(judge_frame(texts, RULES, TODAY), wanted)
    pd.testing.assert_frame_equal(judge_frame(stamps, RULES, TODAY), wanted)


def test_row_order_and_index_do_not_matter() -> None:
    frame = framed([(meadow(spend=float(spend)), Standing(), 0) for spend in range(0, 500_000, 7_919)])
    mixed = frame.sample(frac=1.0, random_state=7)
    again = judge_frame(mixed, RULES, TODAY).sort_index()
    pd.testing.assert_frame_equal(again, judge_frame(frame, RULES, TODAY))


def test_no_customers_are_no_verdicts() -> None:
    assert judge_frame(framed([(MEADOW, Standing(), 0)]).iloc[:0], RULES, TODAY).empty


def test_a_long_column_is_judged_like_its_single_entries() -> None:
    chance = np.random.default_rng(5)
    spends = chance.lognormal(10, 2, 4_099)
    frame = pd.concat([framed([(MEADOW, Standing(), 0)])] * len(spends), ignore_index=True).assign(spend=spends)
    scores = judge_frame(frame, RULES, TODAY)["score"]
    assert all(
        points(meadow(spend=float(spend)), RULES, TODAY).total == score
        for spend, score in zip(spends, scores, strict=True)
    )


def test_scoring_is_imported_without_pandas_scipy_or_matplotlib() -> None:
    asked = "import sys, scoring; print([name for name in ('pandas', 'scipy', 'matplotlib') if name in sys.modules])"
    answered = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answered.stdout.strip() == "[]"


@pytest.mark.parametrize("spend", [math.inf, 1e300])
def test_absurd_amounts_are_full_points_and_no_warning(spend: float) -> None:
    assert points(meadow(spend=spend), RULES, TODAY).value == 30.0
