"""Questions about many customers at once: which ones, in what order, whose, and what they bought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from .models import Customer, Ownership, Purchase, Standing
from .scope import Scope, judged_within, within
from .states import STATES, states

FEW = 3
"""Of so many people all customers are soon looked at."""
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

    @property
    def looks_at_customers(self) -> bool:
        """Whether each customer is looked at: its place, its trade, what it bought."""
        return bool(self.cities or self.products) or self.region is not None or self.industry is not None


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


def created(db: Session, scope: Scope, narrowed: Narrowed, since: date, until: date) -> list[tuple[date, int]]:
    """(day, how many) of those that were added in a span of days."""
    days = listed(select(Standing.created_on, func.count()).select_from(Standing), scope, narrowed)
    days = days.where(Standing.created_on.between(since, until)).group_by(Standing.created_on)
    return [(on, n) for on, n in db.execute(days)]


def numbers(db: Session, scope: Scope, narrowed: Narrowed) -> list[int]:
    """All of them by their numbers, the better tier first, in it who has more points."""
    rows = listed(select(Standing.customer_id), scope, narrowed).order_by(Standing.tier, Standing.score.desc())
    return list(db.scalars(rows.order_by(Standing.customer_id)))


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


def found(db: Session, scope: Scope, numbers: Sequence[int]) -> list[Listed]:
    """These of the customers that the asker may see, in this order."""
    columns = select(Customer.id, Customer.name, Standing, Standing.owner_id).select_from(Standing)
    these = columns.join(Customer, Customer.id == Standing.customer_id).where(Standing.customer_id.in_(numbers))
    rows = {row[0]: Listed(*row) for row in db.execute(these.where(judged_within(scope)))}
    return [rows[number] for number in numbers]


def listed(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Standings of customers that the asker may see, narrowed: customer by customer."""
    scope = _theirs(scope, narrowed)
    chosen = narrow(chosen.join(Customer, Customer.id == Standing.customer_id).where(within(scope)), narrowed)
    return _standing(chosen, narrowed)


def in_place(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Standings of customers that the asker may see, narrowed but by tier and status; the customers themselves are
    looked at only where something of theirs is named, so that an index can give the order."""
    chosen = chosen.where(judged_within(scope))
    if narrowed.owners is not None:
        chosen = chosen.where(Standing.owner_id.in_(narrowed.owners))
    if narrowed.quiet_since is not None:
        chosen = chosen.where(Standing.began_on <= narrowed.quiet_since)
    if narrowed.looks_at_customers:
        chosen = chosen.join(Customer, Customer.id == Standing.customer_id)
    return narrow(chosen, replace(narrowed, owners=None))


def of_few(scope: Scope, narrowed: Narrowed) -> bool:
    """Whether the customers are those of few people, which an index names."""
    people = narrowed.owners if narrowed.owners is not None else scope.people
    return people is not None and len(people) <= FEW


def _theirs(scope: Scope, narrowed: Narrowed) -> Scope:
    """As much of the scope as is asked for: where all those people are the asker's, nobody else's are looked at."""
    people = frozenset(narrowed.owners or ())
    return replace(scope, people=people) if people and people <= (scope.people or frozenset()) else scope


def asked_among(scope: Scope, narrowed: Narrowed) -> Any:
    """The numbers of the customers that the asker may see, narrowed: to be asked among."""
    return listed(select(Standing.customer_id), scope, narrowed)


def among(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Of rows beside their customers those of customers that the asker may see, narrowed."""
    chosen = narrow(chosen.where(within(_theirs(scope, narrowed))), narrowed)
    if not (narrowed.tier or narrowed.status or narrowed.quiet_since):
        return chosen
    return chosen.where(Customer.id.in_(_standing(select(Standing.customer_id), narrowed)))


def each_among(chosen: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """The same of rows beside their standings as well, where they are much fewer than customers: each by itself."""
    chosen = narrow(chosen.where(judged_within(scope)), replace(narrowed, owners=None))
    if narrowed.owners is not None:
        chosen = chosen.where(Standing.owner_id.in_(narrowed.owners))
    return _standing(chosen, narrowed)


def _standing(chosen: Any, narrowed: Narrowed) -> Any:
    """As narrow as tier, status and silence make it."""
    chosen = chosen.where(*kind(Standing, narrowed))
    if narrowed.today is not None and narrowed.status in STATES:
        chosen = chosen.where(states(narrowed.today)[narrowed.status])
    return chosen.where(Standing.began_on <= narrowed.quiet_since) if narrowed.quiet_since else chosen


def kind(of: Any, narrowed: Narrowed) -> list[ColumnElement[bool]]:
    """The conditions of tier and status on whatever has them: standings, or what is tallied of them.

    The silent are joined by those who dropped by their own silence, until they are touched or lost.
    """
    silence = narrowed.status in SILENCES or narrowed.quiet_since is not None
    tier = func.coalesce(of.kept_tier, of.tier) if silence else of.tier
    found = [tier == narrowed.tier] if narrowed.tier else []
    if narrowed.status == "silent":
        return [*found, (of.status == "silent") | (of.kept_tier.is_not(None) & (of.status != "lost"))]
    return [*found, of.status == narrowed.status] if narrowed.status and narrowed.status not in STATES else found


def _owned_by(people: tuple[int, ...]) -> Select[int]:
    return select(Ownership.customer_id).where(Ownership.person_id.in_(people), Ownership.until_at.is_(None))
