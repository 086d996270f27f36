"""A customer's card, its history, and who has it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from storage import asked, customers, people, records, requests, standings
from storage.models import Audit, Contact, Customer, Interaction, Person, Purchase, Standing
from storage.scope import Scope, visible

from . import own_fields, passing
from .askable import asked_by, leads
from .cards import Due, Sum, due_of
from .own_fields import OwnValue
from .refusals import CustomerUnknown
from .settling import BY_CONTACT, TakenAsKept, as_kept


@dataclass(frozen=True)
class LastTime:
    """The last thing that happened with a customer."""

    kind: str
    on: date
    gist: str | None
    sum: Sum | None
    answered: bool = True


@dataclass(frozen=True)
class CustomerCard:
    """A customer as its owner sees it."""

    customer: int
    name: str
    today: date
    tier: str
    provisional: bool
    status: str
    days: int | None
    usual: int
    tells: bool
    owner: str | None
    mine: bool
    contact: str | None
    phone: str | None
    city: str | None
    last: LastTime | None
    promise: Due | None
    next: Due | None
    complaint: str | None
    kept: TakenAsKept | None = None
    """The latest promise that a contact took as kept in the last days."""
    already: bool = False
    """It was about to be created once more."""
    shared: tuple[str, ...] = ()
    """With whom its owner shares it."""
    own: tuple[OwnValue, ...] = ()
    """The company's own fields of it."""
    asks: str | None = None
    """Its owner, where the reader may ask them how it is."""
    leads: bool = False
    """Whether its owner is one of the reader's people: they may give it to another."""


@dataclass(frozen=True)
class Entry:
    """One line of a customer's history; `day` is the day that a kept date is about."""

    kind: str
    on: date
    author: str
    gist: str | None
    sum: Sum | None
    day: date | None = None


@dataclass(frozen=True)
class History:
    """What happened with a customer, latest first, a page at a time."""

    customer: int
    name: str
    today: date
    entries: tuple[Entry, ...]
    page: int
    more: bool


@dataclass(frozen=True)
class Claim:
    """Somebody else's customer: its name, its owner's, days since the last touch; `tell`: who is to hear who asked."""

    customer: int
    name: str
    owner: str | None
    days: int | None
    tell: int | None


PAGE = 5
DUPLICATES_A_DAY = 5
"""So many of others' customers a person may come upon in a day and hear whose they are."""
TELLS = 1.5
REGRET = timedelta(days=30)
"""So long a card names the promise that a contact took as kept."""


def show(db: Session, who: Person, scope: Scope, customer_id: int, now: datetime, today: date) -> CustomerCard:
    """The card of a customer that this person may see; showing its phone number is noted."""
    customer = visible(db, scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    standing = db.get_one(Standing, customer.id)
    owner = customers.owner_of(db, customer.id)
    contact = customers.to_call(db, customer.id)
    return CustomerCard(
        customer=customer.id,
        name=customer.name,
        today=today,
        **_standing(standing, today),
        owner=people.named(db, [owner]).get(owner) if owner else None,
        mine=owner == who.id,
        contact=contact.name if contact else None,
        phone=shown_phone(db, who, customer, contact, now),
        city=customer.city,
        last=_last(db, customer.id),
        **_dues(db, customer, today),
        complaint=complaint.words if (complaint := records.open_complaint(db, customer.id)) else None,
        shared=tuple(person.name for person in requests.sharers(db, customer.id, now)),
        own=own_fields.values(db, customer.fields),
        asks=asked_by(db, who, scope, owner),
        leads=leads(who, scope, owner),
    )


def shown_phone(db: Session, who: Person, customer: Customer, contact: Contact | None, now: datetime) -> str | None:
    """The number to call, in full; that this person was shown it is noted."""
    phone = (contact.phone if contact else None) or customer.phone
    if phone:
        db.add(Audit(at=now, person_id=who.id, what="phone shown", customer_id=customer.id))
    return phone


def history(db: Session, scope: Scope, customer_id: int, today: date, page: int = 0) -> History:
    """One page of what happened with a customer."""
    customer = visible(db, scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    rows = entries(db, customer.id)
    first = page * PAGE
    return History(customer.id, customer.name, today, tuple(rows[first : first + PAGE]), page, len(rows) > first + PAGE)


def claimed_by(db: Session, who: Person, customer_id: int, now: datetime, heard_at: datetime) -> Claim:
    """Who has a customer that was typed by its exact name or phone, and how many days ago they touched it.

    It is kept who was told; the owner is told who asked, once a day. `heard_at` is in the asker's own zone.
    """
    customer, owner = db.get_one(Customer, customer_id), customers.owner_of(db, customer_id)
    told = customers.duplicates_told(db, who.id, heard_at.replace(hour=0, minute=0, second=0, microsecond=0))
    if customer_id not in told and len(told) >= DUPLICATES_A_DAY:
        db.add(Audit(at=now, person_id=who.id, what="duplicate not told", customer_id=customer_id))
        return Claim(customer.id, customer.name, None, None, None)
    db.add(Audit(at=now, person_id=who.id, what="duplicate told", customer_id=customer_id))
    standing = standings.of(db, customer_id)
    touched = standing.last_touch_on if standing else None
    name = people.named(db, [owner]).get(owner, "") if owner else ""
    days = (heard_at.date() - touched).days if touched else None
    return Claim(customer.id, customer.name, name, days, None if customer_id in told else owner)


def _standing(standing: Standing, today: date) -> dict[str, Any]:
    days = (today - standing.last_touch_on).days if standing.last_touch_on else None
    return {
        "tier": standing.tier,
        "provisional": for_now(standing),
        "status": standing.status,
        "days": days,
        "usual": round(standing.rhythm),
        "tells": days is not None and days > TELLS * standing.rhythm,
    }


def for_now(standing: Standing) -> bool:
    """Whether the letter stands on little data, or on the owner's word from the start."""
    return standing.provisional or standing.manual_reason == "named"


def last_time(row: Interaction | None) -> LastTime | None:
    """An interaction as the last thing that happened."""
    if row is None:
        return None
    money = Sum(row.amount_minor, row.currency or "", row.amount_role) if row.amount_minor is not None else None
    return LastTime(row.channel, row.made_on, row.outcome, money, row.answered)


def _last(db: Session, customer_id: int) -> LastTime | None:
    """The last thing that happened, be it a sale."""
    met = last_time(records.last_touch(db, customer_id) or records.last_interaction(db, customer_id))
    sold = records.last_purchase(db, customer_id)
    if sold is None or (met is not None and met.on >= sold.made_on and met.kind != "note"):
        return met
    return LastTime("purchase", sold.made_on, sold.product, _paid(sold))


def _words(row: Interaction) -> str | None:
    """What was said; of a note that only plans something the words themselves."""
    return row.outcome or (row.raw if row.channel == "note" else None)


def _paid(row: Purchase) -> Sum | None:
    return Sum(row.amount_minor, row.currency, "paid") if row.amount_minor else None


def _dues(db: Session, customer: Customer, today: date) -> dict[str, Any]:
    plans = records.open_plans(db, customer.id)
    promised = next((due_of(plan) for plan in plans if plan.words), None)
    following = next((Due(plan.due_on, plan.due_at) for plan in plans if not plan.words), None)
    latest = records.kept_promise(db, customer.id, today - REGRET, BY_CONTACT)
    return {"promise": promised, "next": following, "kept": as_kept(latest) if latest else None}


def entries(db: Session, customer_id: int) -> list[Entry]:
    """Everything that happened with a customer, latest first."""
    met = [
        Entry(row.channel, row.made_on, author, _words(row), last_time(row).sum)  # type: ignore[union-attr]
        for row, author in records.history(db, customer_id, limit=500)
    ]
    bought = [
        Entry("purchase", row.made_on, author, row.product, _paid(row))
        for row, author in records.purchases(db, customer_id)
    ]
    complained = [
        Entry("complaint", row.opened_on, author, row.words, None)
        for row, author in records.complaints(db, customer_id)
    ]
    kept = [
        Entry("occasion", row.recorded_at.date(), author, row.words, None, row.on)
        for row, author in asked.occasions_with_authors(db, customer_id)
    ]
    owned = [Entry(step.what, step.on, step.by, step.words, None) for step in passing.steps(db, customer_id)]
    return sorted([*met, *bought, *complained, *kept, *owned], key=lambda entry: entry.on, reverse=True)
