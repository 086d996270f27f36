"""The best customers and the pool: an A falls only by a manager's word, and a manager may lock any."""

from dataclasses import dataclass
from datetime import timedelta

from storage import customers, people, pool, standings
from storage.models import Customer, Fall, Protection
from storage.pool import ANNOUNCED, LOCKED
from storage.scope import people_led_by, visible

from . import giving
from . import pool as falling
from .records import Keeping
from .refusals import CustomerUnknown, NotForYourRole, OldCard

PAGE = 5


@dataclass(frozen=True)
class WaitingLine:
    """An A without contact for long, that a manager may let into the pool."""

    n: int
    customer: int
    name: str
    owner: str
    days: int | None


@dataclass(frozen=True)
class WaitingShown:
    """The A customers whose time is over; nothing happens without a manager."""

    lines: tuple[WaitingLine, ...]
    more: int


@dataclass(frozen=True)
class LetIn:
    """An A is in the pool now, by a manager's word; its owner hears of it."""

    name: str


@dataclass(frozen=True)
class WaitingCard:
    """One of them: let it into the pool, or lock it."""

    customer: int
    name: str
    owner: str
    days: int | None
    locked: bool


def waiting(keeping: Keeping) -> WaitingShown:
    """The A customers of this manager's people whose time is over."""
    found = those(keeping)
    lines = [_waits(keeping, one.standing.customer_id, n) for n, one in enumerate(found[:PAGE], 1)]
    return WaitingShown(tuple(lines), max(len(found) - PAGE, 0))


def waiting_card(keeping: Keeping, customer_id: int) -> WaitingCard:
    """One of them."""
    customer, _ = _led(keeping, customer_id)
    line = _waits(keeping, customer.id, 0)
    return WaitingCard(customer.id, line.name, line.owner, line.days, pool.lock_of(keeping.db, customer.id) is not None)


def let_in(keeping: Keeping, customer_id: int) -> LetIn:
    """A manager's word: it is in the pool now, and its owner hears of it."""
    customer, owner = _led(keeping, customer_id)
    if not keeping.company.owning.pool or pool.lock_of(keeping.db, customer.id):
        raise OldCard
    giving.begin(keeping, "into the pool", customer.id)
    fall = Fall(
        customer_id=customer.id, owner_id=owner, announced_on=keeping.today, falls_on=keeping.today, state=ANNOUNCED
    )
    keeping.db.add(fall)
    falling.drop(keeping.db, fall, keeping.now)
    return LetIn(customer.name)


def lock(keeping: Keeping, customer_id: int, locked: bool) -> WaitingCard:
    """It never falls into the pool, or as all others do."""
    customer, _ = _led(keeping, customer_id)
    known = pool.lock_of(keeping.db, customer.id)
    giving.begin(keeping, "locked" if locked else "unlocked", customer.id)
    if locked and known is None:
        keeping.db.add(Protection(customer_id=customer.id, by_id=keeping.who.id, kind=LOCKED, from_at=keeping.now))
    if not locked and known is not None:
        keeping.db.delete(known)
    keeping.db.flush()
    return waiting_card(keeping, customer.id)


def those(keeping: Keeping) -> list[pool.Owned]:
    """A customers of the manager's people without contact for as long as others fall after, unless locked."""
    rules, today = keeping.company, keeping.company.day_of(keeping.now)
    before = today - timedelta(days=round(rules.owning.pool_cadences * rules.rules.cadence_a))
    held, led = pool.protections(keeping.db, today), people_led_by(keeping.db, keeping.who.id)
    found = [one for one in pool.quiet_since(keeping.db, before, keeping.scope) if one.standing.tier == "A"]
    return [one for one in found if one.owner in led and one.standing.customer_id not in held]


def _led(keeping: Keeping, customer_id: int) -> tuple[Customer, int]:
    customer = visible(keeping.db, keeping.scope, customer_id)
    owner = customers.owner_of(keeping.db, customer.id) if customer else None
    if customer is None or owner is None:
        raise CustomerUnknown
    if owner not in people_led_by(keeping.db, keeping.who.id):
        raise NotForYourRole("pool")
    return customer, owner


def _waits(keeping: Keeping, number: int, n: int) -> WaitingLine:
    customer, row = keeping.db.get_one(Customer, number), standings.of(keeping.db, number)
    owner = customers.owner_of(keeping.db, number) or 0
    days = (keeping.today - row.last_touch_on).days if row and row.last_touch_on else None
    return WaitingLine(n, number, customer.name, people.named(keeping.db, [owner]).get(owner, ""), days)
