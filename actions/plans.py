"""What an owner says to a customer that stays late: today, or not now and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from storage import journal, records
from storage.models import Customer, Doing, Plan
from storage.scope import visible

from . import judging, later
from .calendars import calendar_of
from .records import Keeping
from .refusals import CustomerUnknown
from .settling import move

REASONS = ("customer", "paused", "other")
"""The usual ones."""


@dataclass(frozen=True)
class WillToday:
    """It is planned for today."""

    doing: int
    customer: int
    name: str


@dataclass(frozen=True)
class ReasonsOffered:
    """Why does it wait? `until` is when it comes back; `question` was asked by the manager, 0 by nobody."""

    customer: int
    name: str
    today: date
    until: date
    question: int


@dataclass(frozen=True)
class ReasonKept:
    """It waits until then; `reason` is one of the usual ones, or in words."""

    doing: int
    customer: int
    name: str
    today: date
    until: date
    reason: str


def will_today(keeping: Keeping, customer_id: int) -> WillToday:
    """A plan for today: what was agreed for earlier is moved to it."""
    customer = _visible(keeping, customer_id)
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what="plan", customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, {}
    journal.begin(keeping.db, doing)
    earlier = [plan for plan in records.open_plans(keeping.db, customer.id) if plan.due_on <= keeping.today]
    for plan in earlier:
        move(plan, keeping.today, None if plan.due_on < keeping.today else plan.due_at)
    if not earlier:
        keeping.db.add(_plan(keeping, customer, doing))
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing)
    return WillToday(doing.id, customer.id, customer.name)


def reasons(keeping: Keeping, customer_id: int, question: int = 0) -> ReasonsOffered:
    """The usual reasons, and until when it would wait."""
    customer = _visible(keeping, customer_id)
    return ReasonsOffered(customer.id, customer.name, keeping.today, _until(keeping), question)


def wait(keeping: Keeping, customer_id: int, reason: str) -> ReasonKept:
    """Put it off for as long as needs no other word, with the reason: one of the usual ones, or words."""
    customer, until = _visible(keeping, customer_id), _until(keeping)
    doing = later.wait(keeping, customer, until, reason)
    return ReasonKept(doing.id, customer.id, customer.name, keeping.today, until, reason)


def _until(keeping: Keeping) -> date:
    days = timedelta(days=keeping.company.reminding.later_reason_days)
    return calendar_of(keeping.company, keeping.who, keeping.today).next_working_day(keeping.today + days)


def _visible(keeping: Keeping, customer_id: int) -> Customer:
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    return customer


def _plan(keeping: Keeping, customer: Customer, doing: Doing) -> Plan:
    return Plan(
        doing_id=doing.id, customer_id=customer.id, first_customer_id=customer.id, author_id=keeping.who.id,
        due_on=keeping.today, zone=keeping.who.zone, recorded_at=keeping.now, sources={"all": "tap"},
    )  # fmt: skip
