"""Complaints: closed when they are settled."""

from dataclasses import dataclass

from storage import journal, records
from storage.models import Doing
from storage.scope import visible

from . import judging
from .records import Keeping
from .refusals import CustomerUnknown, OldCard
from .settling import CLOSED
from .settling import close_complaint as close


@dataclass(frozen=True)
class ComplaintClosed:
    """A complaint is settled: the points decide again, the reminders keep their usual time."""

    doing: int
    customer: int
    name: str
    tier: str
    days: int


def close_complaint(keeping: Keeping, customer_id: int) -> ComplaintClosed:
    """Close the oldest open complaint of a customer."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    if records.open_complaint(keeping.db, customer.id) is None:
        raise OldCard
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what="closing", customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, {}
    journal.begin(keeping.db, doing)
    close(keeping.db, customer.id, keeping.today, doing)
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing)
    standing = judging.standing(keeping.db, customer.id)
    return ComplaintClosed(doing.id, customer.id, customer.name, standing.tier, doing.understood[CLOSED])
