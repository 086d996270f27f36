"""The customers that somebody names as their most important ones: A for now, by their own word, for 90 days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

import lookup
import scoring
from storage import customers, journal, standings
from storage.models import Customer, Doing
from storage.scope import visible

from . import judging
from .customers import claimed_by
from .records import Keeping, Source
from .refusals import HasRecords, OldCard

NAMED = "named"
"""What such a doing is called, and the reason that its tier carries: counted separately from earned ones."""
DAYS = 90
MOST = 5


@dataclass(frozen=True)
class Important:
    """A customer that was named, with what came with it; `customer` where it is one of theirs already."""

    name: str
    contact: str | None = None
    phone: str | None = None
    city: str | None = None
    customer: int | None = None


@dataclass(frozen=True)
class NamedOne:
    """One line of the card."""

    customer: int
    name: str
    contact: str | None
    city: str | None
    created: bool


@dataclass(frozen=True)
class Taken:
    """A customer that a colleague has: its name as it was typed, the owner, days since the last touch."""

    name: str
    owner: str
    days: int | None


@dataclass(frozen=True)
class FirstCustomers:
    """The customers that matter most, as they were named; those that a colleague has were not created."""

    doing: int
    entries: tuple[NamedOne, ...]
    taken: tuple[Taken, ...]
    until: date
    changed: bool = False
    restored: bool = False


def name_first(keeping: Keeping, wanted: Sequence[Important], source: Source, raw: str) -> FirstCustomers:
    """Create the customers that nobody has, hold all of them as A; the first five, the others come as usual."""
    db = keeping.db
    doing = journal.begin(db, _doing(keeping, source))
    keeping.doing = doing
    taken = [told for told in (_take(keeping, one, raw) for one in _once(wanted)) if told]
    doing.understood = {**doing.understood, "taken": [(one.name, one.owner, one.days) for one in taken]}
    hold(keeping, doing)
    return card(db, doing)


def hold(keeping: Keeping, doing: Doing) -> None:
    """A for now: until its last day no points move them."""
    for number in _numbers(doing)[:MOST]:
        _set(keeping, number, until=_until(doing))
    for number in _numbers(doing)[MOST:]:
        if number in doing.understood["created"]:
            _set(keeping, number, until=None)


def release(keeping: Keeping, doing: Doing) -> None:
    """The points decide again about those that were there before; undone ones are no more."""
    for number in doing.understood["known"]:
        _set(keeping, number, until=None)


def card(db: Session, doing: Doing, *, changed: bool = False, restored: bool = False) -> FirstCustomers:
    """The card of such a doing as of now."""
    kept = doing.understood
    created = set(kept["created"])
    entries = [_entry(db, number, number in created) for number in _numbers(doing)]
    taken = tuple(Taken(*one) for one in kept["taken"])
    return FirstCustomers(doing.id, tuple(one for one in entries if one), taken, _until(doing), changed, restored)


def rename(keeping: Keeping, doing: Doing, number: int, told: Important) -> FirstCustomers:
    """One of them as it should be: name, contact, phone and city as typed; what wasn't typed stays."""
    customer = _one_of(keeping, doing, number)
    journal.resume(keeping.db, doing)
    customer.name, customer.normal = told.name, lookup.normal(told.name)
    customer.city = told.city or customer.city
    _speak_for(keeping, customer, told)
    customers.index(keeping.db, customer)
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, corrected=doing)
    return card(keeping.db, doing, changed=True)


def drop(keeping: Keeping, doing: Doing, number: int) -> FirstCustomers:
    """Not this one: it goes, unless something was recorded about it since; one that was there before stays, unnamed."""
    db, customer = keeping.db, _one_of(keeping, doing, number)
    kept = {**doing.understood, "known": [n for n in doing.understood["known"] if n != number]}
    if number in kept["created"]:
        _remove(keeping, doing, customer)
        kept["created"] = [n for n in kept["created"] if n != number]
    else:
        _set(keeping, number, until=None)
    doing.understood = kept
    return card(db, doing, changed=True)


def _doing(keeping: Keeping, source: Source) -> Doing:
    until = keeping.today + timedelta(days=DAYS)
    understood = {"created": [], "known": [], "taken": [], "until": until.isoformat()}
    return Doing(
        person_id=keeping.who.id, chat_id=source.chat_id, message_id=source.message_id, n=source.n, what=NAMED,
        done_at=keeping.now, understood=understood,
    )  # fmt: skip


def _once(wanted: Sequence[Important]) -> Iterator[Important]:
    """Each name once."""
    seen = set()
    for one in wanted:
        if (key := lookup.normal(one.name)) not in seen:
            seen.add(key)
            yield one


def _take(keeping: Keeping, one: Important, raw: str) -> Taken | None:
    """Name or create this one; tells of it where a colleague has it."""
    same = [one.customer] if one.customer else [c.id for c in customers.same(keeping.db, one.name, one.phone)]
    mine = next((number for number in same if visible(keeping.db, keeping.scope, number)), None)
    if mine is not None:
        _remember(keeping, "known", mine)
    elif same:
        return Taken(one.name, *claimed_by(keeping.db, keeping.who, same[0], keeping.now, keeping.today))
    else:
        _remember(keeping, "created", _create(keeping, one, raw))
    return None


def _create(keeping: Keeping, one: Important, raw: str) -> int:
    phone = None if one.contact else one.phone
    customer = customers.add(
        keeping.db, one.name, keeping.who.id, keeping.now, phone=phone, city=one.city, raw=raw, fields={}
    )
    _speak_for(keeping, customer, one)
    return customer.id


def _speak_for(keeping: Keeping, customer: Customer, told: Important) -> None:
    """The contact that came with the name: theirs from now on, in the place of one that was misread."""
    people = customers.contacts_of(keeping.db, customer.id)
    if told.contact and people:
        people[0].name, people[0].phone = told.contact, told.phone or people[0].phone
    elif told.contact:
        customers.add_contact(keeping.db, customer.id, told.contact, told.phone, keeping.now)
    elif told.phone:
        customer.phone = told.phone
    keeping.db.flush()


def _remember(keeping: Keeping, where: str, number: int) -> None:
    kept = keeping.doing.understood
    keeping.doing.understood = {**kept, where: [*kept[where], number]}


def _set(keeping: Keeping, number: int, until: date | None) -> None:
    """Judge it, as A until that day or by its points; somebody else's word on its tier is left alone."""
    customer = visible(keeping.db, keeping.scope, number)
    if customer is None:
        return
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)
    row = standings.of(keeping.db, number)
    if row is None or (row.manual_until is not None and row.manual_reason != NAMED):
        return
    if until is None:
        row.manual_until = keeping.today if row.manual_until else None
    elif row.tier != "A" or row.provisional:
        standing, _ = scoring.by_hand(judging.standing_of(row), "A", until, row.score, keeping.today)
        judging.keep_standing(row, standing, keeping.today)
        row.manual_reason = NAMED
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)


def _entry(db: Session, number: int, created: bool) -> NamedOne | None:
    customer = db.get(Customer, number)
    if customer is None:
        return None
    contact = next(iter(customers.contacts_of(db, number)), None)
    return NamedOne(number, customer.name, contact.name if contact else None, customer.city, created)


def _one_of(keeping: Keeping, doing: Doing, number: int) -> Customer:
    customer = visible(keeping.db, keeping.scope, number)
    if customer is None or number not in _numbers(doing):
        raise OldCard
    return customer


def _remove(keeping: Keeping, doing: Doing, customer: Customer) -> None:
    """Take away a customer that this doing created, with everything that it wrote of it."""
    db = keeping.db
    if any(later.customer_id == customer.id for later in journal.built_on(db, doing)):
        raise HasRecords(customer.name)
    standings.forget(db, customer.id)
    journal.resume(db, doing)
    customers.remove(db, customer)


def _numbers(doing: Doing) -> list[int]:
    return [*doing.understood["known"], *doing.understood["created"]]


def _until(doing: Doing) -> date:
    return date.fromisoformat(doing.understood["until"])
