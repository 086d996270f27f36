"""The customer base at a glance: how many there are of each tier, what they bought, who moved, who is silent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from storage import counts, tiers
from storage.lists import Narrowed
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .moves import down, steps, up
from .periods import Period, last_month, month_of
from .wanted import EVERYBODY, Named, Wanted, is_own, named, person_of

LETTERS = ("A", "B", "C")


@dataclass(frozen=True)
class TierLine:
    """One tier: customers and 12-month sales in minor units, each with its share in percent; shares add up to 100."""

    tier: str
    customers: int
    share: int
    sales: int
    sales_share: int
    where: str
    """The list of its customers."""


@dataclass(frozen=True)
class TiersShown:
    """The tiers of everybody whom the asker may see, or of one `person`'s and `among` those of a city, region or
    industry; `for_now` of them have few records or were named by hand.
    """

    today: date
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    currency: str
    customers: int
    tiers: tuple[TierLine, ...]
    for_now: int
    up: int
    down: int
    up_before: int
    down_before: int
    """Moves of the month before."""
    silent: int
    silent_where: str
    where: str


@dataclass(frozen=True)
class TiersPicture(TiersShown):
    """The same as a picture, with how many customers are in each status."""

    picture: ClassVar[bool] = True
    statuses: Mapping[str, int] = field(default_factory=dict)


def show(
    db: Session, who: Person, scope: Scope, company: Company, today: date, wanted: Wanted = EVERYBODY
) -> TiersShown:
    """Counts, sales, and this month's moves, as of now."""
    return TiersShown(**_facts(db, who, scope, company, today, wanted))


def picture(
    db: Session, who: Person, scope: Scope, company: Company, today: date, wanted: Wanted = EVERYBODY
) -> TiersPicture:
    """Counts and sales to be drawn."""
    found = tiers.statuses(db, scope, wanted.narrowed(db, today))
    return TiersPicture(**_facts(db, who, scope, company, today, wanted), statuses=found)


def shares(parts: Sequence[int]) -> list[int]:
    """Percentages of their sum, rounded so that they add up to 100; zeros where there is nothing."""
    wanted = [max(part, 0) for part in parts]
    total = sum(wanted)
    if not total:
        return [0 for _ in parts]
    found = [part * 100 // total for part in wanted]
    missing = 100 - sum(found)
    for place in sorted(range(len(parts)), key=lambda i: -(wanted[i] * 100 % total))[:missing]:
        found[place] += 1
    return found


def _facts(db: Session, who: Person, scope: Scope, company: Company, today: date, wanted: Wanted) -> dict[str, Any]:
    narrowed = wanted.narrowed(db, today)
    counted = {one.tier: one for one in tiers.counts(db, scope, narrowed)}
    customers = [counted[tier].customers if tier in counted else 0 for tier in LETTERS]
    sales = [counted[tier].sales if tier in counted else 0 for tier in LETTERS]
    moved = _moved(db, scope, month_of(today), narrowed)
    before = _moved(db, scope, last_month(today), narrowed)
    where = [replace(wanted, tier=tier).where for tier in LETTERS]
    silent = replace(wanted, status="silent")
    return {
        "today": today,
        "mine": is_own(who, scope),
        "person": person_of(db, scope, wanted.owner),
        "among": named(db, wanted),
        "currency": company.currency,
        "customers": sum(customers),
        "tiers": tuple(map(TierLine, LETTERS, customers, shares(customers), sales, shares(sales), where)),
        "for_now": sum(one.for_now for one in counted.values()),
        "up": moved[0],
        "down": moved[1],
        "up_before": before[0],
        "down_before": before[1],
        "silent": counts.count(db, scope, silent.narrowed(db, today)),
        "silent_where": silent.where,
        "where": wanted.where,
    }


def _moved(db: Session, scope: Scope, period: Period, narrowed: Narrowed) -> tuple[int, int]:
    """How many went up, and how many down."""
    found = steps(db, scope, period, narrowed)
    return up(found), down(found)
