"""Everybody at once as numpy columns: what rules are tried on, in the bot and in its child process alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import numpy as np
from sqlalchemy.orm import Session

import scoring
from scoring.everybody import Standings
from storage import rules as kept
from storage.models import Standing
from storage.scope import Scope

from . import judging
from .company import Company

Column = np.ndarray[Any, Any]
DAYS = tuple(name for name in judging.COUNTED if name.endswith("_on") or name in ("as_of", "silence_from"))
WORDS = ("potential",)


@dataclass(frozen=True)
class Everybody:
    """All customers in the order of their ids: aggregates and standings as columns, and the status of each."""

    ids: Column
    versions: Column
    known: scoring.Aggregate
    standings: Standings
    status: Column

    def __len__(self) -> int:
        return len(self.ids)


def everybody(db: Session, scope: Scope) -> Everybody:
    """Everybody whom the scope holds, as the aggregates are kept."""
    rows = kept.everybody(db, scope)
    named = {name: [getattr(row, name) for row in rows] for name in judging.COUNTED}
    return _in_columns(rows, named, [row.outcomes for row in rows])


def recounted(db: Session, scope: Scope, company: Company, today: date) -> Everybody:
    """Everybody counted anew from their own rows, as this company's rules and rates count."""
    rows = kept.everybody(db, scope)
    counted = [_counted(db, cast("Standing", row), company, today) for row in rows]
    named = {name: [getattr(known, name) for known in counted] for name in judging.COUNTED}
    return _in_columns(rows, named, [[day.isoformat() for day in known.outcomes] for known in counted])


def recount_needed(old: Company, new: Company) -> bool:
    """Whether aggregates counted for `old` must be counted anew for `new`."""
    money = old.currency != new.currency or old.rates != new.rates
    return money or scoring.recount_needed(old.rules, new.rules)


def _counted(db: Session, row: Standing, company: Company, today: date) -> scoring.Aggregate:
    return judging.counted(judging.history(db, row.customer_id, company), company, max(today, row.judged_on), row)


def _in_columns(rows: Sequence[Any], named: dict[str, list[Any]], outcomes: list[list[str]]) -> Everybody:
    return Everybody(
        ids=np.array([row.customer_id for row in rows], int),
        versions=np.array([row.version for row in rows], int),
        known=replace(
            scoring.Aggregate(**{name: _column(name, named[name]) for name in named}), outcomes=_days(outcomes)
        ),
        standings=Standings(
            tier=_words([row.tier for row in rows]),
            kept_tier=_words([row.kept_tier for row in rows]),
            lapses=np.array([row.lapses for row in rows], float),
            manual_until=np.array([row.manual_until for row in rows], "datetime64[D]"),
            provisional=np.array([row.provisional for row in rows], bool),
        ),
        status=_words([row.status for row in rows]),
    )


def _column(name: str, values: list[Any]) -> Column:
    if name in DAYS:
        return np.array(values, "datetime64[D]")
    return _words(values) if name in WORDS else np.array(values, float)


def _words(values: list[Any]) -> Column:
    return np.array([value or "" for value in values], str)


def _days(rows: list[list[str]]) -> Column:
    """A row of days per customer, as wide as the longest, filled with NaT."""
    days = np.full((len(rows), max(map(len, rows), default=0)), np.datetime64("NaT", "D"))
    for place, found in enumerate(rows):
        days[place, : len(found)] = np.array(found, "datetime64[D]")
    return days
