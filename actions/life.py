"""The life of a customer's reminders: planned for when, said when and how late, settled by what, told to whom."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import customers, late, occurrences, people, records
from storage.models import Occurrence, Outbox, Person
from storage.scope import Scope, visible

from .late import numbers_of
from .refusals import CustomerUnknown

DAYS = 60
SHOWN = 5


@dataclass(frozen=True)
class Happened:
    """One reminder of a customer: its kind, its local date and time, and what became of it.

    `state` is sent, planned, undeliverable (Telegram refused it for good), or why it was not said; `late` minutes;
    `how` and `settled_at` the contact that settled it, of that day; `person` who heard it, where that is not the owner.
    """

    kind: str
    on: date
    at: time
    state: str
    late: int
    how: str | None
    settled_at: time | None
    person: str | None


@dataclass(frozen=True)
class LifeShown:
    """The last reminders of a customer, latest first."""

    customer: int
    name: str
    today: date
    lines: tuple[Happened, ...]


def show(db: Session, scope: Scope, customer_id: int, today: date) -> LifeShown:
    """What was planned and said about a customer in the last weeks."""
    customer = visible(db, scope, customer_id)
    owner = customers.owner_of(db, customer_id)
    if customer is None or owner is None:
        raise CustomerUnknown
    heard = {owner, *late.above(db, owner), *(each.id for each in occurrences.covering(db, customer_id))}
    rows = occurrences.of_people(db, heard, today - timedelta(days=DAYS))
    about = [row for row in rows if _is_about(row, customer_id)][:SHOWN]
    names = people.named(db, [row.person_id for row in about])
    lines = (_happened(db, row, customer_id, None if row.person_id == owner else names[row.person_id]) for row in about)
    return LifeShown(customer.id, customer.name, today, tuple(lines))


def _is_about(row: Occurrence, customer_id: int) -> bool:
    facts = row.facts or {}
    mine = facts.get("customer_id") == customer_id or customer_id in facts.get("top", ())
    return mine or customer_id in numbers_of(row)


def _happened(db: Session, row: Occurrence, customer_id: int, person: str | None) -> Happened:
    zone = db.get_one(Person, row.person_id).zone
    said = db.get(Outbox, row.outbox_id) if row.outbox_id else None
    said_at = (said.sent_at or said.created_at) if said else None
    touch = records.first_touch_since(db, customer_id, row.due_at, row.on) if said else None
    minutes = int((said_at - row.due_at).total_seconds()) // 60 if said_at else 0
    state = "undeliverable" if said is not None and said.state == "dead" else row.state
    return Happened(
        row.kind, row.on, _clock(row.due_at, zone), state, max(minutes, 0),
        touch.channel if touch else None, _clock(touch.recorded_at, zone) if touch else None, person,
    )  # fmt: skip


def _clock(at: datetime, zone: str) -> time:
    return reminders.local(at, zone).time().replace(second=0, microsecond=0)
