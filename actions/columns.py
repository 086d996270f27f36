"""Everybody at once as numpy columns: what rules are tried on, in the bot and in its child process alike."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, cast

import numpy as np
from sqlalchemy.orm import Session

import scoring
from scoring.everybody import Standings
from storage import rules as kept
from storage.models import Standing
from storage.scope import Scope

from . import counting
from .company import Company

Column = np.ndarray[Any, Any]
DAYS = tuple(name for name in counting.FIELDS if name.endswith("_on") or name in ("as_of", "silence_from"))
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
    return in_columns(_named(kept.everybody(db, scope)))


def recounted(db: Session, scope: Scope, company: Company, today: date) -> Everybody:
    """Everybody counted anew from their own rows, as this company's rules and rates count."""
    rows = kept.everybody(db, scope)
    counted = [_counted(db, cast("Standing", row), company, today) for row in rows]
    named = {name: [getattr(known, name) for known in counted] for name in counting.FIELDS}
    outcomes = [[day.isoformat() for day in known.outcomes] for known in counted]
    return in_columns({**_named(rows), **named, "outcomes": outcomes})


def in_columns(named: Mapping[str, Sequence[Any]]) -> Everybody:
    """Standings, a list for each of their columns; days may be texts, and so may the lists of outcomes be."""
    return Everybody(
        ids=np.array(named["customer_id"], int),
        versions=np.array(named["version"], int),
        known=replace(
            scoring.Aggregate(**{name: _column(name, named[name]) for name in counting.FIELDS}),
            outcomes=_days(named["outcomes"]),
        ),
        standings=Standings(
            tier=_words(named["tier"]),
            kept_tier=_words(named["kept_tier"]),
            lapses=np.array(named["lapses"], float),
            manual_until=np.array(named["manual_until"], "datetime64[D]"),
            provisional=np.array(named["provisional"], bool),
        ),
        status=_words(named["status"]),
    )


def recount_needed(old: Company, new: Company) -> bool:
    """Whether aggregates counted for `old` must be counted anew for `new`."""
    money = old.currency != new.currency or old.rates != new.rates
    return money or scoring.recount_needed(old.rules, new.rules)


def _counted(db: Session, row: Standing, company: Company, today: date) -> scoring.Aggregate:
    return counting.counted(counting.history(db, row.customer_id, company), company, max(today, row.judged_on), row)


def _named(rows: Sequence[Any]) -> dict[str, Sequence[Any]]:
    names = Standing.__table__.c.keys()
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return dict(zip(names, columns, strict=True))


def _column(name: str, values: Sequence[Any]) -> Column:
    if name in DAYS:
        return np.array(values, "datetime64[D]")
    return _words(values) if name in WORDS else np.array(values, float)


def _words(values: Sequence[Any]) -> Column:
    return np.array([value or "" for value in values], str)


def _days(rows: Sequence[Any]) -> Column:
    """A row of days per customer, as wide as the longest, filled with NaT."""
    told = read(rows)
    counts = np.array([len(row) for row in told], int)
    days = np.full((len(told), counts.max(initial=0)), np.datetime64("NaT", "D"))
    days[np.arange(days.shape[1]) < counts[:, None]] = np.array(list(chain.from_iterable(told)), "datetime64[D]")
    return days


def read(told: Sequence[Any]) -> Sequence[Any]:
    """What a column of JSON holds, whether its driver reads it or gives its text."""
    if not told or not isinstance(told[0], str):
        return told
    found: list[Any] = json.loads(f"[{','.join(told)}]")
    return found
