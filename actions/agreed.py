"""A time that was agreed with a customer: said a while ahead, with what to know before going."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from storage import customers, occurrences, records, settled
from storage.models import Contact, Interaction, Plan, Standing
from storage.scope import visible

from .cards import Due
from .customers import LastTime, for_now, last_time
from .ringing import Ringing

CONTACTS, NOTE = 3, "note"
"""How many contacts the brief names."""
EARLY = timedelta(hours=2)
"""What is told of a customer so long before it would be asked what became of a time, answers it: a try as well."""


@dataclass(frozen=True)
class AgreedTime:
    """An appointment is near: who, what for, what was last, what else was promised, what they complained about."""

    customer: int
    name: str
    tier: str
    provisional: bool
    plan: int
    at: str
    channel: str | None
    contact: str | None
    phone: str | None
    about: str | None
    lasts: tuple[LastTime, ...]
    promise: Due | None
    complaint: str | None
    late: bool


@dataclass(frozen=True)
class AgreedMissed:
    """An appointment whose time went by before it could be said: did it happen?"""

    customer: int
    name: str
    at: str
    channel: str | None
    contact: str | None
    phone: str | None


@dataclass(frozen=True)
class AgreedPassed:
    """An appointment is over by its time, and nothing says what became of it."""

    customer: int
    name: str
    at: str
    channel: str | None
    contact: str | None


def standing(ringing: Ringing) -> Mapping[str, bool]:
    """Whether it was moved, settled or undone meanwhile."""
    plan = ringing.db.get(Plan, ringing.number("plan_id"))
    holds = plan is not None and plan.settled_on is None and plan.due_at is not None and plan.due_on == ringing.row.on
    return {"superseded": not (holds and plan and ringing.row.subject.endswith(f"@{plan.due_at:%H:%M}"))}


def say(ringing: Ringing) -> AgreedTime | AgreedMissed | None:
    """The appointment, unless the customer isn't this person's any more; whether it happened, if it has gone by."""
    db, plan = ringing.db, ringing.db.get_one(Plan, ringing.number("plan_id"))
    customer = visible(db, ringing.scope, plan.customer_id)
    if customer is None:
        return None
    contact = _with(db, told := _told(db, plan), customer.id)
    name, phone = contact.name if contact else None, (contact.phone if contact else None) or customer.phone
    if ringing.missed:
        return AgreedMissed(customer.id, customer.name, f"{plan.due_at:%H:%M}", plan.channel, name, phone)
    about = plan.words or next((row.outcome for row in told if row.channel == NOTE and row.outcome), None)
    complaint, standing = records.open_complaint(db, customer.id), db.get_one(Standing, customer.id)
    return AgreedTime(
        customer.id, customer.name, standing.tier, for_now(standing), plan.id, f"{plan.due_at:%H:%M}", plan.channel,
        name, phone, about, _lasts(db, customer.id), _promise(db, plan), complaint.words if complaint else None,
        ringing.late,
    )  # fmt: skip


def standing_after(ringing: Ringing) -> Mapping[str, Any]:
    """Whether it was moved, settled or undone meanwhile, or is asked about already."""
    row, holds = ringing.row, not standing(ringing)["superseded"]
    plan = ringing.db.get(Plan, ringing.number("plan_id"))
    since = row.due_at - EARLY
    told = plan is not None and bool(settled.touched_since(ringing.db, [plan.customer_id], since))
    asked = occurrences.said_as(ringing.db, row.person_id, "ahead", row.subject, row.on) == AgreedMissed.__name__
    return {"superseded": asked or told or not holds, "nagged": occurrences.nagged(ringing.db, row.person_id, row.on)}


def ask(ringing: Ringing) -> AgreedPassed | None:
    """Did it take place? Not to whom the customer doesn't belong any more."""
    db, plan = ringing.db, ringing.db.get_one(Plan, ringing.number("plan_id"))
    customer = visible(db, ringing.scope, plan.customer_id)
    if customer is None:
        return None
    contact = _with(db, _told(db, plan), customer.id)
    name = contact.name if contact else None
    return AgreedPassed(customer.id, customer.name, f"{plan.due_at:%H:%M}", plan.channel, name)


def _told(db: Session, plan: Plan) -> Sequence[Interaction]:
    """What was told when it was agreed."""
    return records.of_doing(db, plan.doing_id)["interactions"] if plan.doing_id else []


def _with(db: Session, told: Sequence[Interaction], customer_id: int) -> Contact | None:
    """With whom it was agreed; else the customer's first contact."""
    named = next((row.contact_id for row in told if row.contact_id), None)
    return db.get(Contact, named) if named else customers.to_call(db, customer_id)


def _lasts(db: Session, customer_id: int) -> tuple[LastTime, ...]:
    """The last contacts, latest first."""
    rows = [row for row, _ in records.history(db, customer_id, 2 * CONTACTS) if row.channel != NOTE]
    return tuple(last for row in rows[:CONTACTS] if (last := last_time(row)))


def _promise(db: Session, plan: Plan) -> Due | None:
    """The earliest promise that is open beside what the time is for."""
    others = (one for one in records.open_plans(db, plan.customer_id) if one.words and one.id != plan.id)
    return next((Due(one.due_on, one.due_at, one.words) for one in others), None)
