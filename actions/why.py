"""Why a customer has its tier: the points, what would change them, and the sums to do them again."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from sqlalchemy.orm import Session

import scoring
from storage import customers, moves
from storage.models import Customer, Person, Standing
from storage.scope import Scope, visible

from . import counting, judging
from .askable import leads
from .company import Company
from .lifts import Back, way
from .money import minor
from .refusals import CustomerUnknown
from .sums import Sum, sums


@dataclass(frozen=True)
class Part:
    """One component: its points and the most it can have."""

    name: str
    points: float
    most: float


@dataclass(frozen=True)
class ByHand:
    """Somebody's word above the points: since when, until when, why (`named`: as one of the most important ones)."""

    since: date
    until: date
    reason: str | None
    by: str | None
    mine: bool


@dataclass(frozen=True)
class Drop:
    """Where it goes down to, and when, if nothing happens from now on."""

    to: str
    on: date


@dataclass(frozen=True)
class Holds:
    """That a tier is lost only after so many gradings in succession below `least`: because the customer is usually seen
    every `days` days, `times` of which these gradings last; `times` None where they are as many as there may be."""

    gradings: int
    least: float
    days: float
    times: float | None


@dataclass(frozen=True)
class WhyShown:
    """A tier explained: the parts add up to `score`; `cut` is where the tier begins, `by_points` the score's own.

    `contact` is the score after a contact today, None where there was one already. `few` is how many records are
    wanted where there are fewer (`events`).
    """

    customer: int
    name: str
    tier: str
    today: date
    score: float
    cut: float
    by_points: str
    parts: tuple[Part, ...]
    spend: int
    currency: str
    contact: float | None
    lift: Back | None
    drop: Drop | None
    frozen: bool
    kept_tier: str | None
    by_hand: ByHand | None
    events: int
    few: int | None
    leads: bool = False
    """Whether its owner is one of the reader's people: they may set the tier by hand."""


@dataclass(frozen=True)
class WhyPicture:
    """The parts as a picture, with the cuts of the tiers."""

    picture: ClassVar[bool] = True
    customer: int
    name: str
    tier: str
    score: float
    cuts: dict[str, float]
    parts: tuple[Part, ...]
    contact: float | None
    today: date


@dataclass(frozen=True)
class SumsShown:
    """Every component's formula with its numbers put in. `holds`: of who is seldom seen, and keeps its tier longer."""

    customer: int
    name: str
    score: float
    currency: str
    sums: tuple[Sum, ...]
    holds: Holds | None = None


def explain(db: Session, who: Person, scope: Scope, company: Company, customer_id: int, today: date) -> WhyShown:
    """The tier of a customer that this person may see."""
    customer, row = _seen(db, scope, customer_id)
    known, told = _told(row, company, today)
    lift = told.lift
    return WhyShown(
        customer.id, customer.name, told.tier, today, told.score, told.cut, told.by_points, _parts(told),
        _spend(told, company), company.currency, _contact(known, told, today), way(lift, company) if lift else None,
        Drop(told.drop.to, told.drop.on) if told.drop else None, told.frozen, told.kept_tier,
        _by_hand(db, who, row, today), told.events, company.rules.events_to_judge if told.little_data else None,
        leads(who, scope, customers.owner_of(db, customer.id)),
    )  # fmt: skip


def picture(db: Session, scope: Scope, company: Company, customer_id: int, today: date) -> WhyPicture:
    """The same, to be drawn."""
    customer, row = _seen(db, scope, customer_id)
    known, told = _told(row, company, today)
    cuts = {"A": company.rules.cut_a, "B": company.rules.cut_b}
    return WhyPicture(
        customer.id, customer.name, told.tier, told.score, cuts, _parts(told), _contact(known, told, today), today
    )


def formulas(db: Session, scope: Scope, company: Company, customer_id: int, today: date) -> SumsShown:
    """The sums, to be done again on a pocket calculator."""
    customer, row = _seen(db, scope, customer_id)
    known, told = _told(row, company, today)
    found = sums(scoring.figures(known, company.rules, today), told.components, company.rules)
    holds = _holds(known, told, company.rules)
    return SumsShown(customer.id, customer.name, told.score, company.currency, found, holds)


def _seen(db: Session, scope: Scope, customer_id: int) -> tuple[Customer, Standing]:
    customer = visible(db, scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    return customer, judging.standing(db, customer.id)


def _told(row: Standing, company: Company, today: date) -> tuple[scoring.Aggregate, scoring.Explanation]:
    known = counting.aggregate_of(row)
    return known, scoring.explain(known, judging.standing_of(row), company.rules, today)


def _parts(told: scoring.Explanation) -> tuple[Part, ...]:
    return tuple(Part(each.name, each.points, each.most) for each in told.components)


def _spend(told: scoring.Explanation, company: Company) -> int:
    """Decayed sales in minor units, whole units of money."""
    raw = next((each.raw["spend"] for each in told.components if each.name == "value"), 0.0)
    return minor(Decimal(round(float(raw or 0.0))), company.currency)


def _contact(known: scoring.Aggregate, told: scoring.Explanation, today: date) -> float | None:
    return None if known.last_touch_on is not None and known.last_touch_on >= today else told.contact_today


def _holds(known: scoring.Aggregate, told: scoring.Explanation, rules: scoring.Rules) -> Holds | None:
    """For who can lose a tier, and not as soon as everybody."""
    if told.tier == "C" or told.little_data or told.lapses_wanted <= rules.lapses_to_drop:
        return None
    times = rules.spans_to_drop if told.lapses_wanted < rules.lapses_at_most else None
    return Holds(told.lapses_wanted, round(told.cut - rules.band, 1), known.interval, times)


def _by_hand(db: Session, who: Person, row: Standing, today: date) -> ByHand | None:
    if row.manual_until is None or row.manual_until <= today:
        return None
    move = moves.last_by_hand(db, row.customer_id) if row.manual_reason != "named" else None
    maker = moves.maker(db, move.doing_id) if move else db.get(Person, customers.owner_of(db, row.customer_id) or 0)
    return ByHand(
        row.tier_since, row.manual_until, row.manual_reason, maker.name if maker else None,
        bool(maker and maker.id == who.id),
    )  # fmt: skip
