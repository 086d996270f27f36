"""Frames: a pandas frame read as numpy columns, judged, and answered by a new frame. None is ever written into."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from scoring.aggregate import Aggregate
from scoring.judge import Column, Judged, Standings, judge
from scoring.points import Points
from scoring.rules import Rules

if TYPE_CHECKING:
    import pandas as pd

_AGGREGATE = tuple(each.name for each in fields(Aggregate))
_DAYS = tuple(name for name in _AGGREGATE if name.endswith("_on") or name in ("as_of", "silence_from"))
_WORDS = ("potential",)


def judge_frame(frame: pd.DataFrame, rules: Rules, today: date, grading: bool = False) -> pd.DataFrame:
    """A verdict per row, under the same index: the six components, score, letter, held, status, silence, days,
    rhythm_days (the status's usual days) and stirred (see `Judged`).

    `frame` has the fields of Aggregate (see `columns_of`) and of Standing (see `standings_of`) as
    columns, and optionally `away`, days of closure and leave.
    """
    away = frame["away"].to_numpy(float) if "away" in frame else 0.0
    found = judge(columns_of(frame), standings_of(frame), rules, today, away, grading)
    return _verdicts(found, frame.index)


def columns_of(frame: pd.DataFrame) -> Aggregate:
    """The aggregates of a frame with a column per field; missing columns count as nothing known.

    Days may be dates, timestamps or ISO texts; `outcomes` texts with ISO days in them (as JSON
    lists are), or sequences of dates.
    """
    columns: dict[str, Any] = {name: day_column(frame, name) for name in _DAYS}
    columns |= {name: _words(frame, name) for name in _WORDS}
    plain = [name for name in _AGGREGATE if name not in columns and name != "outcomes" and name in frame]
    columns |= {name: _numbers(frame[name]) for name in plain}
    return Aggregate(**columns, outcomes=_outcomes(frame))


def standings_of(frame: pd.DataFrame) -> Standings:
    """The standings of a frame: `tier`, `kept_tier`, `lapses`, `manual_until`, `provisional`; C where absent."""
    provisional = frame["provisional"].to_numpy(bool) if "provisional" in frame else np.ones(len(frame), bool)
    return Standings(
        tier=_words(frame, "tier", "C"),
        kept_tier=_words(frame, "kept_tier"),
        lapses=_numbers(frame["lapses"]) if "lapses" in frame else np.zeros(len(frame)),
        manual_until=day_column(frame, "manual_until"),
        provisional=provisional,
    )


def day_column(frame: pd.DataFrame, name: str) -> Column:
    """Days as `datetime64[D]`, NaT for the missing and for a missing column."""
    if name not in frame:
        return np.full(len(frame), np.datetime64("NaT", "D"))
    series = frame[name]
    if series.dtype.kind == "M":
        return series.to_numpy("datetime64[s]").astype("datetime64[D]")
    return series.astype(object).where(series.notna(), "NaT").to_numpy(object).astype("datetime64[D]")


def _words(frame: pd.DataFrame, name: str, missing: str = "") -> Column:
    """Words as an array of text."""
    if name not in frame:
        return np.full(len(frame), missing)
    series = frame[name]
    return series.astype(object).where(series.notna(), missing).to_numpy(object).astype(str)


def _numbers(series: pd.Series[Any]) -> Column:
    """Numbers as floats, nan for the missing."""
    return series.astype(float).to_numpy(float, na_value=np.nan)


def _outcomes(frame: pd.DataFrame) -> Column:
    """A row of days per customer, as wide as the longest, filled with NaT."""
    if "outcomes" not in frame or not len(frame):
        return np.full((len(frame), 0), np.datetime64("NaT", "D"))
    texts = frame["outcomes"].map(_joined).to_numpy(object).astype(bytes)
    letters = texts.view("S1").reshape(len(texts), -1)
    dated = ((letters >= b"0") & (letters <= b"9")) | (letters == b"-")
    return _in_rows(np.ascontiguousarray(letters[dated]).view("S10"), dated.sum(axis=1) // 10)


def _joined(days: Any) -> str:
    """A text as it is, a sequence of days as text."""
    if isinstance(days, str):
        return days
    return "" if days is None or isinstance(days, float) else " ".join(map(str, days))


def _in_rows(days: Column, counts: Column) -> Column:
    """Days in one line, put into rows of `counts` days each."""
    rows = np.full((len(counts), int(counts.max())), np.datetime64("NaT", "D"))
    places = np.arange(len(days)) - np.repeat(counts.cumsum() - counts, counts)
    rows[np.repeat(np.arange(len(counts)), counts), places] = days.astype(str).astype("datetime64[D]")
    return rows


def _verdicts(found: Judged, index: pd.Index[Any]) -> pd.DataFrame:
    """What was judged as a frame."""
    import pandas as pd

    parts: dict[str, Any] = {each.name: getattr(found.points, each.name) for each in fields(Points)}
    parts |= {"score": found.score, "letter": found.letter, "held": found.held, "stirred": found.stirred}
    parts |= {"status": found.status.word, "silence": found.status.silence, "days": found.status.days}
    return pd.DataFrame({**parts, "rhythm_days": found.status.rhythm}, index=index)
