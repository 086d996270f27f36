"""Countdowns to the pool: told to the owner, stopped by contact, put off once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from storage import customers, journal, pool, standings
from storage.models import Customer, Doing, Fall, Protection
from storage.pool import ANNOUNCED, EXTENDED, STOPPED

from . import giving
from .pool import FELL
from .records import Keeping
from .refusals import AlreadyExtended, OldCard
from .ringing import Ringing

EXTEND, SHOWN = "extended", 5


@dataclass(frozen=True)
class FallLine:
    """A customer that is about to fall into the pool."""

    n: int
    fall: int
    name: str
    tier: str
    days: int | None
    falls_on: date


@dataclass(frozen=True)
class FallsAnnounced:
    """To the owner: these fall into the pool on those days, unless there is contact or more time is asked for."""

    today: date
    lines: tuple[FallLine, ...]
    page: int
    more: int


@dataclass(frozen=True)
class FallCard:
    """One of them: what stops it."""

    fall: int
    customer: int
    name: str
    tier: str
    today: date
    days: int | None
    usual: int
    falls_on: date
    extend_days: int


@dataclass(frozen=True)
class FellIntoPool:
    """To the owner until now: these are in the pool since today."""

    names: tuple[str, ...]
    more: int
    bar_days: int


@dataclass(frozen=True)
class FallPutOff:
    """More time: it does not fall before that day."""

    doing: int
    customer: int
    name: str
    today: date
    until: date


@dataclass(frozen=True)
class FallStopped:
    """There was contact: it stays with its owner."""

    name: str


def say(ringing: Ringing) -> FallsAnnounced | FallCard | FellIntoPool | None:
    """What is about to fall, or what fell today, as far as it is still so."""
    db, who = ringing.db, ringing.who
    if ringing.row.subject == FELL:
        fallen = pool.fallen_of(db, who.id, ringing.now - timedelta(days=1))
        names = [db.get_one(Customer, fall.customer_id).name for fall in fallen]
        bar = ringing.company.owning.pool_bar_days
        return FellIntoPool(tuple(names[:SHOWN]), max(len(names) - SHOWN, 0), bar) if names else None
    if not ringing.company.owning.pool:
        return None
    keeping = Keeping(db, who, ringing.company, ringing.scope, ringing.now, ringing.today)
    shown = announced(keeping)
    return card(keeping, shown.lines[0].fall) if len(shown.lines) == 1 else shown if shown.lines else None


def announced(keeping: Keeping, page: int = 0) -> FallsAnnounced:
    """The countdowns of this person's customers, some at a time."""
    falls = [fall for fall in pool.announced_of(keeping.db, keeping.who.id) if _still(keeping, fall)]
    page = page if page * SHOWN < len(falls) else 0
    first = page * SHOWN
    lines = [replace(_line(keeping, fall), n=n) for n, fall in enumerate(falls[first : first + SHOWN], first + 1)]
    return FallsAnnounced(keeping.today, tuple(lines), page, max(len(falls) - first - SHOWN, 0))


def card(keeping: Keeping, number: int) -> FallCard:
    """One of them, with what stops it."""
    fall = running(keeping, number)
    line, row = _line(keeping, fall), standings.of(keeping.db, fall.customer_id)
    usual, days = round(row.rhythm) if row else 0, keeping.company.owning.pool_extend_days
    return FallCard(
        fall.id, fall.customer_id, line.name, line.tier, keeping.today, line.days, usual, fall.falls_on, days
    )


def extend(keeping: Keeping, number: int) -> FallPutOff:
    """More time, once between two contacts."""
    fall = running(keeping, number)
    row = standings.of(keeping.db, fall.customer_id)
    if pool.extended(keeping.db, fall.customer_id, keeping.who.id, row.last_touch_on if row else None):
        raise AlreadyExtended(keeping.company.owning.pool_extend_days)
    until = fall.falls_on + timedelta(days=keeping.company.owning.pool_extend_days)
    doing = giving.begin(keeping, EXTEND, fall.customer_id, fall=fall.id)
    keeping.db.add(Protection(
        doing_id=doing.id, customer_id=fall.customer_id, by_id=keeping.who.id, kind=EXTENDED, from_at=keeping.now,
        until_on=until,
    ))  # fmt: skip
    fall.state, fall.ended_at = STOPPED, keeping.now
    keeping.db.flush()
    name = keeping.db.get_one(Customer, fall.customer_id).name
    return FallPutOff(doing.id, fall.customer_id, name, keeping.today, until)


def touched(keeping: Keeping, customer_id: int) -> FallStopped | None:
    """There was contact with a customer whose countdown runs."""
    found = [fall for fall in pool.announced_of(keeping.db, keeping.who.id) if fall.customer_id == customer_id]
    row = standings.of(keeping.db, customer_id)
    if not found or row is None or row.last_touch_on is None or row.last_touch_on < found[0].announced_on:
        return None
    found[0].state, found[0].ended_at = STOPPED, keeping.now
    keeping.db.flush()
    return FallStopped(keeping.db.get_one(Customer, customer_id).name)


def running(keeping: Keeping, number: int) -> Fall:
    """The countdown of a tapped button, if it runs and the customer is this person's."""
    fall = keeping.db.get(Fall, number)
    if fall is None or fall.owner_id != keeping.who.id or not _still(keeping, fall):
        raise OldCard
    return fall


def extension(keeping: Keeping, number: int) -> Doing:
    """The extension of a tapped button, if it is this person's and was not taken back."""
    doing = keeping.db.get(Doing, number)
    if doing is None or doing.what != EXTEND or doing.person_id != keeping.who.id or doing.undone_at is not None:
        raise OldCard
    return doing


def not_extended(keeping: Keeping, doing: Doing) -> FallCard:
    """The extension taken back: the countdown runs as it did."""
    journal.revert(keeping.db, [doing], keeping.now)
    return card(keeping, doing.understood["fall"])


def _still(keeping: Keeping, fall: Fall) -> bool:
    return fall.state == ANNOUNCED and customers.owner_of(keeping.db, fall.customer_id) == keeping.who.id


def _line(keeping: Keeping, fall: Fall) -> FallLine:
    customer, row = keeping.db.get_one(Customer, fall.customer_id), standings.of(keeping.db, fall.customer_id)
    days = (keeping.today - row.last_touch_on).days if row and row.last_touch_on else None
    return FallLine(0, fall.id, customer.name, row.tier if row else "C", days, fall.falls_on)
