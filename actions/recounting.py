"""Whether what is kept of customers is what a full recount of their own records finds: it should never differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import isclose
from typing import Any

from sqlalchemy.orm import Session

from storage import scores, tallies
from storage.scope import Scope

from . import counting
from .company import Company

CLOSE = 1e-6


@dataclass(frozen=True)
class Recounted:
    """A customer, and which of its kept numbers a recount finds to be others; none as it should be."""

    customer: int
    differing: tuple[str, ...]


def everybody(db: Session, company: Company, now: datetime) -> Iterator[Recounted]:
    """Each customer counted anew from its own records, as of the day on which it was counted last."""
    for row in scores.standings(db, Scope.everything("a recount: numbers, no names", now)):
        kept, history = counting.aggregate_of(row), counting.history(db, row.customer_id, company)
        found = counting.counted(history, company, row.as_of, row)
        names = (*counting.FIELDS, "outcomes")
        yield Recounted(row.customer_id, tuple(n for n in names if _differs(getattr(kept, n), getattr(found, n))))


def tallied(db: Session) -> list[str]:
    """Where what is tallied of many customers is not what they come to: none as it should be."""
    return tallies.differing(db)


def _differs(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return not isclose(one, other, rel_tol=1e-9, abs_tol=CLOSE)
    return bool(one != other)
