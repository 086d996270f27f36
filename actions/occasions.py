"""Dates of a customer or of somebody there: kept, said on the day, ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

import reminders
from storage import asked, customers, journal
from storage.models import Customer, Doing, Occasion
from storage.scope import visible

from .records import Keeping, Source
from .refusals import CustomerUnknown, OldCard
from .ringing import Ringing

OCCASION = "occasion"
"""What such a doing is called."""


@dataclass(frozen=True)
class DateToKeep:
    """A date as it was said: what it is, when, every year or once, and how many days ahead to speak of it."""

    words: str
    on: date
    yearly: bool
    ahead: int


@dataclass(frozen=True)
class OccasionKept:
    """A date of a customer is kept; `next_on` is when it comes next."""

    doing: int
    customer: int
    name: str
    today: date
    what: str
    next_on: date
    yearly: bool
    ahead: int


@dataclass(frozen=True)
class OccasionComes:
    """A date of a customer is there, or in so many days."""

    occasion: int
    customer: int
    name: str
    what: str
    today: date
    on: date
    days: int
    contact: str | None
    phone: str | None


@dataclass(frozen=True)
class OccasionEnded:
    """It is spoken of no more; `back`: after all it is."""

    occasion: int
    name: str
    what: str
    back: bool = False


def keep(keeping: Keeping, customer_id: int, said: DateToKeep, source: Source) -> OccasionKept:
    """Keep a date of a customer that this person may see."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    doing = Doing(person_id=keeping.who.id, chat_id=source.chat_id, message_id=source.message_id, what=OCCASION)
    doing.customer_id, doing.done_at, doing.understood = customer.id, keeping.now, {}
    journal.begin(keeping.db, doing)
    row = Occasion(doing_id=doing.id, customer_id=customer.id, first_customer_id=customer.id, author_id=keeping.who.id)
    row.words, row.on, row.yearly, row.ahead, row.recorded_at = (
        said.words, said.on, said.yearly, said.ahead, keeping.now,
    )  # fmt: skip
    keeping.db.add(row)
    keeping.db.flush()
    return card(keeping, doing)


def card(keeping: Keeping, doing: Doing) -> OccasionKept:
    """What a doing kept, as its card shows it."""
    row = asked.occasion_of(keeping.db, doing.id)
    customer = keeping.db.get(Customer, doing.customer_id)
    if row is None or customer is None:
        raise OldCard
    coming = marked(row).next_from(keeping.today)
    return OccasionKept(doing.id, customer.id, customer.name, keeping.today, row.words, coming, row.yearly, row.ahead)


def end(db: Session, keeping: Keeping, number: int, again: bool = False) -> OccasionEnded:
    """Speak of it no more, or once more after all."""
    row = asked.occasion(db, keeping.scope, number)
    if row is None or (row.ended_at is not None) is not again:
        raise OldCard
    row.ended_at = None if again else keeping.now
    return OccasionEnded(row.id, db.get_one(Customer, row.customer_id).name, row.words)


def standing(ringing: Ringing) -> Mapping[str, bool]:
    """Whether it was ended, changed or undone meanwhile."""
    row = ringing.db.get(Occasion, ringing.number("occasion_id"))
    holds = row is not None and row.ended_at is None and marked(row).days_to(ringing.row.on) is not None
    return {"superseded": not holds}


def say(ringing: Ringing) -> OccasionComes | None:
    """The date, with whom to congratulate or to ask."""
    row = ringing.db.get_one(Occasion, ringing.number("occasion_id"))
    customer = visible(ringing.db, ringing.scope, row.customer_id)
    days = marked(row).days_to(ringing.row.on)
    if customer is None or days is None:
        return None
    contact = next(iter(customers.contacts_of(ringing.db, customer.id)), None)
    return OccasionComes(
        row.id, customer.id, customer.name, row.words, ringing.row.on, marked(row).next_from(ringing.row.on), days,
        contact.name if contact else None, (contact.phone if contact else None) or customer.phone,
    )  # fmt: skip


def marked(row: Occasion) -> reminders.Marked:
    """A date as reminding knows it."""
    return reminders.Marked(row.id, row.customer_id, row.on, row.yearly, row.ahead, row.recorded_at)
