"""A time that was agreed with a customer: said a while ahead, with what to know before going."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage import customers, records
from storage.models import Plan
from storage.scope import visible

from .cards import Due
from .customers import LastTime, last_time
from .ringing import Ringing


@dataclass(frozen=True)
class AgreedTime:
    """An appointment is near: who, what was last, what was promised."""

    customer: int
    name: str
    plan: int
    at: str
    channel: str | None
    contact: str | None
    phone: str | None
    last: LastTime | None
    promise: Due | None
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
    contact = next(iter(customers.contacts_of(db, customer.id)), None)
    name, phone = contact.name if contact else None, (contact.phone if contact else None) or customer.phone
    if ringing.missed:
        return AgreedMissed(customer.id, customer.name, f"{plan.due_at:%H:%M}", plan.channel, name, phone)
    words = next((p for p in records.open_plans(db, customer.id) if p.words), None)
    return AgreedTime(
        customer.id, customer.name, plan.id, f"{plan.due_at:%H:%M}", plan.channel, name, phone,
        last_time(records.last_touch(db, customer.id)), Due(words.due_on, words.due_at, words.words) if words else None,
        ringing.late,
    )  # fmt: skip
