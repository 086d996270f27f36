"""A promise that a contact took as kept and that is not: open again, with the day for which it was given."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from storage import journal
from storage.models import Doing, Plan
from storage.scope import visible

from . import judging
from .calendars import calendar_of
from .records import Keeping
from .refusals import CustomerUnknown, OldCard
from .settling import BY_CONTACT, move

REOPENED = "reopened"


@dataclass(frozen=True)
class PromiseOpen:
    """A promise is open again: for which day it was given, and on which it is on the list."""

    doing: int
    customer: int
    name: str
    today: date
    words: str
    promised_on: date
    on: date


def reopen(keeping: Keeping, plan_id: int) -> PromiseOpen:
    """Not kept after all: it waits on the next working day and keeps the day for which it was given."""
    plan = _taken(keeping.db, plan_id)
    customer = visible(keeping.db, keeping.scope, plan.customer_id)
    if customer is None:
        raise CustomerUnknown
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what=REOPENED, customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, {}
    journal.begin(keeping.db, doing)
    calendar = calendar_of(keeping.company, keeping.who, keeping.today)
    promised_on = plan.promised_on or plan.due_on
    move(plan, calendar.next_working_day(keeping.today + timedelta(days=1)))
    plan.settled_on = plan.settled_by = None
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing)
    return PromiseOpen(doing.id, customer.id, customer.name, keeping.today, plan.words or "", promised_on, plan.due_on)


def _taken(db: Session, plan_id: int) -> Plan:
    """The promise, if a contact took it as kept; anything else is an old card."""
    plan = db.get(Plan, plan_id)
    if plan is None or not plan.words or plan.settled_by not in BY_CONTACT:
        raise OldCard
    return plan
