"""Questions about many customers at once: which ones, in what order, whose, and what they bought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from .models import Customer, Ownership, Purchase, Standing
from .scope import Scope, within
from .states import STATES, states

SILENCES = ("silent", "at_risk", "lost")


@dataclass(frozen=True)
class Narrowed:
    """What a list is narrowed to; None everywhere is everybody. `quiet_since`: no touch after that day."""

    tier: str | None = None
    status: str | None = None
    cities: tuple[str, ...] = ()
    """The names of one city."""
    owners: tuple[int, ...] | None = None
    quiet_since: date | None = None
    region: int | None = None
    industry: int | None = None
    products: tuple[str, ...] = ()
    """The names of one product: who ever bought it."""
    today: date | None = None
    """The day for which a state against the cadence is asked."""


EVERYBODY = Narrowed()


Worth = Mapping[str, tuple[tuple[date, float], ...]]


@dataclass(frozen=True)
class Year:
    """Sales from after `since` up to `until`; `worth` is from which day a minor unit of a currency was how much in the
    company's, earliest first."""

    since: date
    until: date
    worth: Worth


@dataclass(frozen=True)
class Listed:
    """A customer of a list with what is computed of it and whoever is responsible."""

    customer: int
    name: str
    standing: Standing
    owner: int | None


def count(db: Session, scope: Scope, narrowed: Narrowed) -> int:
    """How many there are."""
    return int(db.scalar(listed(select(func.count()).select_from(Standing), scope, narrowed)) or 0)


def due(db: Session, scope: Scope, narrowed: Narrowed, today: date) -> int:
    """How many of them are due by a date."""
    by_then = listed(select(func.count()).select_from(Standing), scope, narrowed).where(Standing.due_on <= today)
    return int(db.scalar(by_then) or 0)


def created(db: Session, scope: Scope, narrowed: Narrowed, since: date, until: date) -> list[tuple[date, int]]:
    """(day, how many) of those that were added in a span of days."""
    days = listed(select(Standing.created_on, func.count()).select_from(Standing), scope, narrowed)
    days = days.where(Standing.created_on.between(since, until)).group_by(Standing.created_on)
    return [(on, n) for on, n in db.execute(days)]


def dropped(db: Session, scope: Scope, narrowed: Narrowed, since: date | None = None) -> int:
    """How many of them dropped by their own silence, since a day or ever, and keep their old tier's reminders."""
    lost_it = listed(select(func.count()).select_from(Standing), scope, narrowed).where(Standing.kept_tier.is_not(None))
    return int(db.scalar(lost_it.where(Standing.tier_since >= since) if since else lost_it) or 0)


def by_sales(db: Session, scope: Scope, narrowed: Narrowed, year: Year, first: int, limit: int) -> Sequence[Listed]:
    """Who bought most comes first; of equals, who has more points."""
    bought = select(Purchase.customer_id, func.sum(worth(year.worth)).label("sales"))
    bought = bought.where(Purchase.made_on > year.since, Purchase.made_on <= year.until)
    sales = bought.group_by(Purchase.customer_id).subquery()
    rows = _rows(scope, narrowed).join(sales, sales.c.customer_id == Customer.id, isouter=True)
    return _listed(db, rows.order_by(func.coalesce(sales.c.sales, 0).desc(), Standing.score.desc()), first, limit)


def by_silence(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> Sequence[Listed]:
    """The better tier first, in it who was silent longest; who dropped already comes after those who did not."""
    began = func.coalesce(Standing.last_touch_on, Standing.created_on)
    fell = case((Standing.kept_tier.is_(None), 0), else_=1)
    return _listed(db, _rows(scope, narrowed).order_by(_cadence_tier(), fell, began), first, limit)


def by_due(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> Sequence[Listed]:
    """Who is due first; of equals, the better tier."""
    return _listed(db, _rows(scope, narrowed).order_by(Standing.due_on, _cadence_tier()), first, limit)


def numbers(db: Session, scope: Scope, narrowed: Narrowed) -> list[int]:
    """All of them by their numbers, the better tier first, in it who has more points."""
    rows = listed(select(Standing.customer_id), scope, narrowed).order_by(Standing.tier, Standing.score.desc())
    return list(db.scalars(rows.order_by(Standing.customer_id)))


def per_owner(db: Session, scope: Scope, narrowed: Narrowed) -> list[tuple[int, int]]:
    """(person, how many), who has most of them first."""
    counted = select(Ownership.person_id, func.count()).select_from(Standing)
    whose = listed(counted, scope, narrowed).join(Ownership, Ownership.customer_id == Customer.id)
    whose = whose.where(Ownership.until_at.is_(None)).group_by(Ownership.person_id)
    return [(who, n) for who, n in db.execute(whose.order_by(func.count().desc(), Ownership.person_id))]


def worth(units: Worth) -> ColumnElement[Any]:
    """A purchase in minor units of the company's currency, at the rate of its day; an unnamed currency counts as that
    one."""
    amount = Purchase.amount_minor * 1.0
    factors = [
        (_then(currency, day if n else None), amount * factor)
        for currency, steps in units.items()
        for n, (day, factor) in reversed(list(enumerate(steps)))
    ]
    return case(*factors, else_=amount) if factors else amount


def _then(currency: str, since: date | None) -> ColumnElement[bool]:
    """Purchases in this currency, made since that day."""
    mine = Purchase.currency == currency
    return mine if since is None else mine & (Purchase.made_on >= since)


def narrow(chosen: Any, narrowed: Narrowed) -> Any:
    """Of customers those of some people, a city, region, industry and product, as far as these are named."""
    if narrowed.cities:
        chosen = chosen.where(Customer.city.in_(narrowed.cities))
    if narrowed.region is not None:
        chosen = chosen.where(Customer.region_id == narrowed.region)
    if narrowed.industry is not None:
        chosen = chosen.where(Customer.industry_id == narrowed.industry)
    if narrowed.products:
        bought = select(Purchase.customer_id).where(Purchase.product.in_(narrowed.products))
        chosen = chosen.where(Customer.id.in_(bought))
    return chosen.where(Customer.id.in_(_owned_by(narrowed.owners))) if narrowed.owners is not None else chosen


def _rows(scope: Scope, narrowed: Narrowed) -> Any:
    open_one = (Ownership.customer_id == Customer.id) & Ownership.until_at.is_(None)
    columns = select(Customer.id, Customer.name, Standing, Ownership.person_id).select_from(Standing)
    return listed(columns, scope, narrowed).join(Ownership, open_one, isouter=True)


def _listed(db: Session, rows: Any, first: int, limit: int) -> list[Listed]:
    return [Listed(*row) for row in db.execute(rows.order_by(Customer.id).offset(first).limit(limit))]


def listed(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Standings of customers that the asker may see, narrowed."""
    chosen = narrow(chosen.join(Customer, Customer.id == Standing.customer_id).where(within(scope)), narrowed)
    return _standing(chosen, narrowed)


def asked_among(scope: Scope, narrowed: Narrowed) -> Any:
    """The numbers of the customers that the asker may see, narrowed: to be asked among."""
    return listed(select(Standing.customer_id), scope, narrowed)


def among(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Of rows beside their customers those of customers that the asker may see, narrowed."""
    chosen = narrow(chosen.where(within(scope)), narrowed)
    if not (narrowed.tier or narrowed.status or narrowed.quiet_since):
        return chosen
    return chosen.where(Customer.id.in_(_standing(select(Standing.customer_id), narrowed)))


def _standing(chosen: Any, narrowed: Narrowed) -> Any:
    """As narrow as tier, status and silence make it."""
    if narrowed.tier:
        silence = narrowed.status in SILENCES or narrowed.quiet_since is not None
        chosen = chosen.where((_cadence_tier() if silence else Standing.tier) == narrowed.tier)
    if narrowed.status:
        chosen = chosen.where(_status(narrowed.status, narrowed.today))
    if narrowed.quiet_since:
        chosen = chosen.where(func.coalesce(Standing.last_touch_on, Standing.created_on) <= narrowed.quiet_since)
    return chosen


def _status(status: str, today: date | None) -> ColumnElement[bool]:
    """The silent are joined by those who dropped by their own silence, until they are touched or lost."""
    if today is not None and status in STATES:
        return states(today)[status]
    if status != "silent":
        return Standing.status == status
    return (Standing.status == "silent") | (Standing.kept_tier.is_not(None) & (Standing.status != "lost"))


def _cadence_tier() -> ColumnElement[str]:
    return func.coalesce(Standing.kept_tier, Standing.tier)


def _owned_by(people: tuple[int, ...]) -> Select[int]:
    return select(Ownership.customer_id).where(Ownership.person_id.in_(people), Ownership.until_at.is_(None))
