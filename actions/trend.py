"""How it goes on: contacts, new customers and sales by week or month, and the same days of the one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from storage import lists, sales, team
from storage.lists import EVERYBODY, Narrowed, Year
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .lists import year
from .periods import Period, lately
from .wanted import Named, Wanted, is_own, named, person_of

UNITS = ("week", "month")


@dataclass(frozen=True)
class TrendLine:
    """One week or month."""

    period: Period
    touches: int
    new: int
    sales: int


@dataclass(frozen=True)
class TrendShown:
    """The last weeks or months, the present one last; `before`: the same days of the one before it."""

    today: date
    unit: str
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    currency: str
    lines: tuple[TrendLine, ...]
    before: TrendLine
    where: str


@dataclass(frozen=True)
class TrendPicture(TrendShown):
    """The same as a picture."""

    picture: ClassVar[bool] = True


def show(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date, unit: str = "month"
) -> TrendShown:
    """The figures."""
    return TrendShown(**_facts(db, who, scope, company, wanted, today, unit))


def picture(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date, unit: str = "month"
) -> TrendPicture:
    """The figures to be drawn."""
    return TrendPicture(**_facts(db, who, scope, company, wanted, today, unit))


def lines(
    db: Session, scope: Scope, company: Company, wanted: Wanted, today: date, periods: Sequence[Period]
) -> list[TrendLine]:
    """The figures of these spans, looked up once for all of them."""
    narrowed = wanted.narrowed(db, today)
    first, last = min(each.first for each in periods), max(each.last for each in periods)
    touched = _touched(db, scope, wanted, narrowed, first, last)
    created = dict(lists.created(db, scope, narrowed, first, last))
    span = Year(first - timedelta(days=1), last, year(company, today).worth)
    sold = dict(sales.by_day(db, scope, narrowed, span))
    return [
        TrendLine(each, int(_sum(touched, each)), int(_sum(created, each)), round(_sum(sold, each))) for each in periods
    ]


def _touched(db: Session, scope: Scope, wanted: Wanted, narrowed: Narrowed, first: date, last: date) -> dict[date, int]:
    """Day -> touches of those whose customers the asker sees, with the customers that are asked for."""
    authors = set(scope.people or ())
    authors = authors & set(narrowed.owners) if narrowed.owners is not None else authors
    rest = replace(narrowed, owners=None, today=None)
    among = None if rest == EVERYBODY else lists.asked_among(scope, rest)
    days: dict[date, int] = {}
    for (_, on), n in team.touches(db, authors, first, last, among).items():
        days[on] = days.get(on, 0) + n
    return days


def _sum(days: Mapping[date, float], period: Period) -> float:
    return sum(n for on, n in days.items() if period.first <= on <= period.last)


def _facts(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date, unit: str
) -> dict[str, Any]:
    periods = lately(today, unit)
    *found, before = lines(db, scope, company, wanted, today, [*periods, periods[-1].before])
    return {
        "today": today, "unit": unit, "mine": is_own(who, scope), "person": person_of(db, scope, wanted.owner),
        "among": named(db, wanted), "currency": company.currency, "lines": tuple(found), "before": before,
        "where": wanted.where,
    }  # fmt: skip
