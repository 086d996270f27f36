"""The night: a million customers judged at once, with exactly the numbers of the message path."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from scoring.aggregate import Aggregate
from scoring.points import Points, points
from scoring.rules import Rules
from scoring.status import Status, status
from scoring.tiers import held, letter

Column = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Standings:
    """What is remembered of n tiers, as columns: see `Standing`. `kept_tier` is "" where none is kept."""

    tier: Column
    kept_tier: Column
    lapses: Column
    manual_until: Column
    provisional: Column


@dataclass(frozen=True, slots=True)
class Judged:
    """What a night finds, one entry per customer in the order of the columns.

    `letter` is the tier of the score by the cuts alone, `held` the best one that the band allows.
    `stirred` marks the standings that `grade` would change tonight: only those need it.
    """

    points: Points
    score: Column
    letter: Column
    held: Column
    status: Status
    stirred: Column


def judge(
    columns: Aggregate, standings: Standings, rules: Rules, today: date, away: Any = 0.0, grading: bool = False
) -> Judged:
    """Points, letters and status of all customers at the end of `today`; `grading` on a grading's night.

    `columns` is an Aggregate and `standings` hold numpy columns of one length n (days
    `datetime64[D]`, `outcomes` n rows of days, letters as text, no kept tier as ""); `away` days of
    closure and leave, one number or one per customer. Nothing is written into.
    """
    earned = points(columns, rules, today)
    score = earned.total
    best, least = letter(score, rules), held(score, rules)
    cadenced = np.where(standings.kept_tier == "", standings.tier, standings.kept_tier)
    seen = status(columns, cadenced, rules, today, away)
    moved = _rising(best, columns, standings) | _due(columns, standings, rules, today)
    if grading:
        moved = moved | (least > standings.tier) | (standings.lapses > 0)
    return Judged(earned, score, best, least, seen, moved & ~(standings.manual_until > np.datetime64(today)))


def _rising(best: Column, columns: Aggregate, standings: Standings) -> Any:
    """Who has the points for a better tier and no open complaint."""
    return (best < standings.tier) & np.isnat(columns.complaint_on)


def _due(columns: Aggregate, standings: Standings, rules: Rules, today: date) -> Any:
    """Whose word by hand has ended, whose little data has become enough (or enough little), who keeps a cadence."""
    few = columns.events < rules.events_to_judge
    ended = standings.manual_until <= np.datetime64(today)
    unsettled = (few != standings.provisional) | (few & (standings.tier != "C"))
    return ended | unsettled | (standings.kept_tier != "")
