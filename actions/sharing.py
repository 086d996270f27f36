"""A shared customer: with whom, and its end, by its owner, its manager or whoever shares it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from storage import customers, journal, requests
from storage.models import Customer, Doing, Person
from storage.scope import people_led_by, visible

from . import giving
from .records import Keeping
from .refusals import CustomerUnknown, OldCard, UndoTooLate

ENDED, UNDO_HOURS = "unshared", 24


@dataclass(frozen=True)
class Sharer:
    """Somebody who shares a customer with its owner."""

    id: int
    name: str


@dataclass(frozen=True)
class SharesShown:
    """Who shares a customer; its owner and manager may end each (`mine`), whoever shares it their own (`me`)."""

    customer: int
    name: str
    owner: str
    people: tuple[Sharer, ...]
    mine: bool
    me: int


@dataclass(frozen=True)
class ShareEnded:
    """It is shared no more: to who ended it (`doing` can be undone), and to the other (`you`)."""

    name: str
    who: str
    by: str
    you: bool
    doing: int | None


@dataclass(frozen=True)
class ShareBack:
    """It is shared again, to both."""

    customer: int
    name: str
    who: str


def shown(keeping: Keeping, customer_id: int) -> SharesShown:
    """With whom."""
    customer, owner = _seen(keeping, customer_id)
    people = tuple(Sharer(one.id, one.name) for one in requests.sharers(keeping.db, customer.id, keeping.now))
    if not people:
        raise OldCard
    rules = _rules(keeping, owner)
    return SharesShown(customer.id, customer.name, owner.name if owner else "", people, rules, keeping.who.id)


def end(keeping: Keeping, customer_id: int, person_id: int) -> tuple[Doing, Person]:
    """They see it no more; what they wrote stays."""
    customer, owner = _seen(keeping, customer_id)
    if person_id != keeping.who.id and not _rules(keeping, owner):
        raise OldCard
    person = next((p for p in requests.sharers(keeping.db, customer.id, keeping.now) if p.id == person_id), None)
    if person is None:
        raise OldCard
    doing = giving.begin(keeping, ENDED, customer.id, person=person.id)
    requests.end_share(keeping.db, customer.id, person.id, keeping.now)
    return doing, person


def again(keeping: Keeping, doing_id: int) -> tuple[Customer, Person]:
    """The end of a share taken back, within a day, by who ended it."""
    doing = keeping.db.get(Doing, doing_id)
    if doing is None or doing.what != ENDED or doing.person_id != keeping.who.id or doing.undone_at is not None:
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    journal.revert(keeping.db, [doing], keeping.now)
    customers.names_changed(keeping.db)
    person = keeping.db.get_one(Person, doing.understood["person"])
    return keeping.db.get_one(Customer, doing.customer_id), person


def told(keeping: Keeping, customer_id: int, ended: Person) -> Sequence[Person]:
    """Who else is to hear of it: the owner and whoever shared it."""
    owner = keeping.db.get(Person, customers.owner_of(keeping.db, customer_id) or 0)
    found = {one.id: one for one in (ended, owner) if one is not None and one.telegram_id is not None}
    return [one for number, one in found.items() if number != keeping.who.id]


def _seen(keeping: Keeping, customer_id: int) -> tuple[Customer, Person | None]:
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    return customer, keeping.db.get(Person, customers.owner_of(keeping.db, customer.id) or 0)


def _rules(keeping: Keeping, owner: Person | None) -> bool:
    """Whether this person may end what others share: the owner, or who leads them."""
    if owner is None:
        return False
    return owner.id == keeping.who.id or owner.id in people_led_by(keeping.db, keeping.who.id)
