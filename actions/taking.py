"""Customers in the pool: shown to who sells, taken within a day's measure, given back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from storage import customers, pool, standings
from storage.models import Customer, Fall
from storage.pool import FALLEN, RETURNED, TAKEN

from . import exempting, giving
from .records import Keeping
from .refusals import BarredFromPool, CustomerUnknown, OldCard, TooManyTaken

TAKE, PAGE = "taken", 5


@dataclass(frozen=True)
class PoolLine:
    """A customer in the pool: no more of it is told before it is taken."""

    n: int
    fall: int
    name: str
    tier: str
    city: str | None
    days: int | None
    barred: bool
    """It was theirs until lately: somebody else may take it."""


@dataclass(frozen=True)
class PoolShown:
    """Who is in the pool. `on`: whether customers fall into it; `manages`: this person may switch it; `running`: their
    own countdowns; `waiting`: A customers that only a manager lets in; `left`: how many may still be taken today."""

    on: bool
    manages: bool
    sells: bool
    lines: tuple[PoolLine, ...]
    page: int
    more: int
    running: int
    waiting: int
    left: int


@dataclass(frozen=True)
class PoolTaken:
    """It is theirs now, protected for a while."""

    fall: int
    customer: int
    name: str
    until: date
    today: date
    left: int


@dataclass(frozen=True)
class PoolReturned:
    """It is in the pool again."""

    name: str


def shown(keeping: Keeping, roles: frozenset[str], page: int = 0) -> PoolShown:
    """The pool as this person may see it."""
    manages, sells = bool(roles & {"manager", "admin"}), "salesperson" in roles
    inside = _inside(keeping) if roles & {"manager", "salesperson"} else []
    first = page * PAGE
    lines = tuple(_line(keeping, fall, n) for n, fall in enumerate(inside[first : first + PAGE], first + 1))
    return PoolShown(
        keeping.company.owning.pool, manages, sells, lines, page, max(len(inside) - first - PAGE, 0),
        len(pool.announced_of(keeping.db, keeping.who.id)), len(exempting.those(keeping)) if "manager" in roles else 0,
        _left(keeping),
    )  # fmt: skip


def take(keeping: Keeping, number: int) -> PoolTaken:
    """It is theirs: so many a day, and not what was theirs until lately."""
    fall, rules = keeping.db.get(Fall, number), keeping.company.owning
    if fall is None or fall.state != FALLEN or customers.owner_of(keeping.db, fall.customer_id) is not None:
        raise CustomerUnknown
    if _barred(keeping, fall):
        raise BarredFromPool(keeping.company.day_of(_free_at(keeping, fall)))
    if _left(keeping) <= 0:
        raise TooManyTaken(rules.pool_takes_per_day)
    customer = keeping.db.get_one(Customer, fall.customer_id)
    keeping.doing = giving.begin(keeping, TAKE, customer.id, fall=fall.id)
    giving.give(keeping, customer, keeping.who)
    fall.state, fall.ended_at, fall.taken_by = TAKEN, keeping.now, keeping.who.id
    keeping.db.flush()
    until = keeping.today + timedelta(days=rules.pool_protected_days)
    return PoolTaken(fall.id, customer.id, customer.name, until, keeping.today, _left(keeping))


def give_back(keeping: Keeping, number: int) -> PoolReturned:
    """Somebody who took it lets it go again: it is in the pool as before."""
    fall = keeping.db.get(Fall, number)
    if fall is None or fall.state != TAKEN or fall.taken_by != keeping.who.id:
        raise OldCard
    if customers.owner_of(keeping.db, fall.customer_id) != keeping.who.id:
        raise OldCard
    customer = keeping.db.get_one(Customer, fall.customer_id)
    giving.begin(keeping, RETURNED, customer.id, fall=fall.id)
    fall.state = RETURNED
    keeping.db.add(Fall(
        customer_id=customer.id, owner_id=fall.owner_id, announced_on=keeping.today, falls_on=keeping.today,
        state=FALLEN, fell_at=fall.fell_at,
    ))  # fmt: skip
    keeping.db.flush()
    customers.end_ownership(keeping.db, customer.id, keeping.now)
    customers.names_changed(keeping.db)
    return PoolReturned(customer.name)


def _line(keeping: Keeping, fall: Fall, n: int) -> PoolLine:
    customer, row = keeping.db.get_one(Customer, fall.customer_id), standings.of(keeping.db, fall.customer_id)
    days = (keeping.today - row.last_touch_on).days if row and row.last_touch_on else None
    tier = row.tier if row else "C"
    return PoolLine(n, fall.id, customer.name, tier, customer.city, days, _barred(keeping, fall))


def _inside(keeping: Keeping) -> list[Fall]:
    """Who is in the pool; what this person may not take yet comes last."""
    return sorted(pool.inside(keeping.db), key=lambda fall: _barred(keeping, fall))


def _barred(keeping: Keeping, fall: Fall) -> bool:
    """Whether it was this person's until lately."""
    return fall.owner_id == keeping.who.id and _free_at(keeping, fall) > keeping.now


def _free_at(keeping: Keeping, fall: Fall) -> datetime:
    """When its last owner may take it again."""
    return (fall.fell_at or keeping.now) + timedelta(days=keeping.company.owning.pool_bar_days)


def _left(keeping: Keeping) -> int:
    zone = keeping.company.place
    since = datetime.combine(keeping.now.astimezone(zone).date(), datetime.min.time(), zone)
    return keeping.company.owning.pool_takes_per_day - pool.taken_since(keeping.db, keeping.who.id, since)
