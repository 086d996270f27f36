"""Customers that may be one, found afterwards: pairs with what speaks for it, merged after a look at what it does."""

from dataclasses import dataclass
from datetime import date, timedelta

from storage import customers, doings, duplicates, journal, merging, people, requests, standings
from storage.duplicates import APART, Pair
from storage.models import Customer, Doing, Ownership
from storage.scope import visible

from . import giving, judging
from .records import Keeping
from .refusals import CustomerUnknown, OldCard, UndoTooLate

MERGED, UNDO_HOURS, PAGE = "merged", 24, 4


@dataclass(frozen=True)
class Twin:
    """One of the two: what it has, and when it was last touched."""

    customer: int
    name: str
    owner: str
    city: str | None
    phone: str | None
    records: int
    ahead: int
    people: int
    touched_on: date | None


@dataclass(frozen=True)
class DuplicateLine:
    """A pair of a list; `because`: phone, name, city or contact."""

    n: int
    first: int
    second: int
    name: str
    other: str
    because: str


@dataclass(frozen=True)
class DuplicatesShown:
    """Customers that may be one, the surest first, a page at a time."""

    lines: tuple[DuplicateLine, ...]
    page: int
    more: int


@dataclass(frozen=True)
class TwinsShown:
    """A pair with its evidence: which one stays?"""

    first: Twin
    second: Twin
    because: str


@dataclass(frozen=True)
class MergePreview:
    """What merging would do: what goes along, who stays the owner, who shares it from then on."""

    kept: Twin
    gone: Twin
    owner: str
    shares: str | None


@dataclass(frozen=True)
class Merged:
    """They are one; it can be undone."""

    doing: int
    customer: int
    name: str
    gone: str
    records: int
    ahead: int
    hours: int


@dataclass(frozen=True)
class MergeUndone:
    """They are two again, each with what it had."""

    first: int
    second: int
    name: str
    other: str


def shown(keeping: Keeping, page: int = 0) -> DuplicatesShown:
    """The pairs that this manager sees whole."""
    found = duplicates.pairs(keeping.db, keeping.scope)
    first = page * PAGE
    lines = tuple(_line(keeping, n, pair) for n, pair in enumerate(found[first : first + PAGE], first + 1))
    return DuplicatesShown(lines, page, max(len(found) - first - PAGE, 0))


def pair(keeping: Keeping, first: int, second: int) -> TwinsShown:
    """Both with what they have."""
    one, other = both(keeping, first, second)
    pairs = duplicates.pairs(keeping.db, keeping.scope)
    because = next((each.because for each in pairs if {each.first, each.second} == {one.id, other.id}), "")
    return TwinsShown(_twin(keeping, one), _twin(keeping, other), because)


def apart(keeping: Keeping, first: int, second: int) -> DuplicatesShown:
    """They are two: the pair is not shown again, to nobody."""
    one, other = both(keeping, first, second)
    who = keeping.who
    doings.note(keeping.db, who.telegram_id or 0, who.id, APART, {"pair": [one.id, other.id]}, keeping.now)
    return shown(keeping)


def preview(keeping: Keeping, kept: int, gone: int) -> MergePreview:
    """What it would do; nothing is changed."""
    one, other = (_twin(keeping, customer) for customer in both(keeping, kept, gone))
    shares = other.owner if other.owner and other.owner != one.owner and one.owner else None
    return MergePreview(one, other, one.owner or other.owner, shares)


def merge(keeping: Keeping, kept: int, gone: int) -> Merged:
    """One customer from now on: records, plans, promises, dates, people, names; old buttons lead to it."""
    db = keeping.db
    stays, goes = both(keeping, kept, gone)
    records, ahead, _ = merging.counts(db, goes.id)
    doing = giving.begin(keeping, MERGED, stays.id, gone=goes.id)
    _own_once(keeping, stays, goes)
    moved = merging.move(db, goes, stays)
    customers.forget_keys(db, goes.id)
    customers.index(db, stays)
    doing.understood = {**doing.understood, "beside": moved}
    _no_more_due(keeping, goes)
    judging.refresh(db, stays, keeping.company, keeping.today, keeping.now)
    return Merged(doing.id, stays.id, stays.name, goes.name, records, ahead, UNDO_HOURS)


def part(keeping: Keeping, doing_id: int) -> MergeUndone:
    """Two again: everything goes back to where it was; what was written since stays with the one that stayed."""
    db, doing = keeping.db, keeping.db.get(Doing, doing_id)
    if doing is None or doing.what != MERGED or doing.person_id != keeping.who.id or doing.undone_at is not None:
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    stays, goes = db.get_one(Customer, doing.customer_id), db.get_one(Customer, doing.understood["gone"])
    if stays.merged_into_id is not None or visible(db, keeping.scope, stays.id) is None:
        raise OldCard
    journal.revert(db, [doing], keeping.now)
    merging.put(db, doing.understood["beside"], goes.id)
    for customer in (stays, goes):
        customers.index(db, customer)
        judging.refresh(db, customer, keeping.company, keeping.today, keeping.now)
    return MergeUndone(stays.id, goes.id, stays.name, goes.name)


def both(keeping: Keeping, first: int, second: int) -> tuple[Customer, Customer]:
    """The two of a tapped button, if this person sees both and they are two."""
    one, other = (visible(keeping.db, keeping.scope, number) for number in (first, second))
    if one is None or other is None:
        raise CustomerUnknown
    if one.id == other.id:
        raise OldCard
    return one, other


def _own_once(keeping: Keeping, stays: Customer, goes: Customer) -> None:
    """The owner of the one that stays stays its owner; the other's shares it, so that nobody loses sight of it."""
    db = keeping.db
    owner, other = customers.owner_of(db, stays.id), customers.owner_of(db, goes.id)
    customers.end_ownership(db, goes.id, keeping.now)
    if owner is None and other is not None:
        db.add(Ownership(customer_id=stays.id, person_id=other, from_at=keeping.now))
    elif other is not None and other != owner:
        requests.share(db, stays.id, other, keeping.now)
    requests.end_share(db, goes.id, owner or other or 0, keeping.now)


def _no_more_due(keeping: Keeping, goes: Customer) -> None:
    row = standings.of(keeping.db, goes.id)
    if row is not None:
        row.due_on, row.due_because = None, None


def _line(keeping: Keeping, n: int, found: Pair) -> DuplicateLine:
    name, other = (keeping.db.get_one(Customer, number).name for number in (found.first, found.second))
    return DuplicateLine(n, found.first, found.second, name, other, found.because)


def _twin(keeping: Keeping, customer: Customer) -> Twin:
    owner = customers.owner_of(keeping.db, customer.id)
    contact = next((one.phone for one in customers.contacts_of(keeping.db, customer.id) if one.phone), None)
    standing = standings.of(keeping.db, customer.id)
    name = people.named(keeping.db, [owner]).get(owner, "") if owner else ""
    return Twin(
        customer.id, customer.name, name, customer.city, customer.phone or contact,
        *merging.counts(keeping.db, customer.id), standing.last_touch_on if standing else None,
    )  # fmt: skip
