"""Not now: a customer's reminders put off until a date, or for good; and when to try again after a try in vain."""

from dataclasses import dataclass
from datetime import date

import reminders
from storage import journal, occurrences, records
from storage.models import Customer, Doing, Later, Standing
from storage.scope import visible

from . import judging
from .calendars import calendar_of
from .cards import Again, Due, due_of
from .records import Keeping
from .refusals import CustomerUnknown
from .settling import move

AT_ONCE = ("tomorrow", "monday")
"""When a try in vain is made again."""


@dataclass(frozen=True)
class LaterAsked:
    """Until when? The usual answers as buttons; typing a date works too. Without an `occurrence` (0) no list waits."""

    occurrence: int
    customer: int
    name: str
    today: date
    choices: tuple[reminders.Choice, ...]
    promise: Due | None = None
    """What was promised for a day up to today: the customer should hear that it will be later."""


@dataclass(frozen=True)
class ReasonAsked:
    """An A put off for long: why? A tap, or in words."""

    occurrence: int
    customer: int
    name: str
    until: date | None


@dataclass(frozen=True)
class NoAnswerNoted:
    """A try without an answer; when again?"""

    occurrence: int
    customer: int
    name: str
    tries: int
    doing: int
    afternoon: bool
    choices: tuple[reminders.Choice, ...]


@dataclass(frozen=True)
class PutOff:
    """It waits until then, or for good."""

    doing: int
    customer: int
    name: str
    today: date
    until: date | None


def ask(keeping: Keeping, occurrence: int, customer_id: int) -> LaterAsked:
    """The usual answers to *until when?*"""
    customer = seen(keeping, customer_id)
    plans = records.open_plans(keeping.db, customer.id)
    promise = next((due_of(plan) for plan in plans if plan.words and plan.due_on <= keeping.today), None)
    return LaterAsked(occurrence, customer.id, customer.name, keeping.today, _choices(keeping), promise)


def no_answer(keeping: Keeping, occurrence: int, customer_id: int, doing: int, afternoon: bool) -> NoAnswerNoted:
    """How many tries there were, and when to try again."""
    customer = seen(keeping, customer_id)
    again = tuple(choice for choice in _choices(keeping) if choice.code in AT_ONCE)
    tries = occurrences.tries(keeping.db, customer_id)
    return NoAnswerNoted(occurrence, customer.id, customer.name, tries, doing, afternoon, again)


def when_again(keeping: Keeping, customer_id: int, afternoon: bool) -> Again:
    """The same for the card of a try that was told in words."""
    choices = tuple(choice for choice in _choices(keeping) if choice.code in AT_ONCE)
    return Again(occurrences.tries(keeping.db, customer_id), afternoon, choices)


def put_off(
    keeping: Keeping, occurrence: int, customer_id: int, until: date | None, reason: str | None = None
) -> PutOff | ReasonAsked:
    """Put a customer's reminders off until a date, or for good; an A beyond two weeks needs a reason."""
    customer = seen(keeping, customer_id)
    standing = keeping.db.get_one(Standing, customer.id)
    if reason is None and reminders.needs_reason(standing.tier, until, keeping.today, keeping.company.reminding):
        return ReasonAsked(occurrence, customer.id, customer.name, until)
    return PutOff(wait(keeping, customer, until, reason).id, customer.id, customer.name, keeping.today, until)


def wait(keeping: Keeping, customer: Customer, until: date | None, reason: str | None) -> Doing:
    """Let a customer wait until a date, or for good."""
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what="later", customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, {}
    journal.begin(keeping.db, doing)
    _put_off_plans(keeping, customer.id, until)
    later = Later(doing_id=doing.id, customer_id=customer.id, person_id=keeping.who.id, until_on=until, reason=reason)
    later.recorded_at = keeping.now
    keeping.db.add(later)
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing)
    return doing


def seen(keeping: Keeping, customer_id: int) -> Customer:
    """The customer, if this person may see it."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    return customer


def _choices(keeping: Keeping) -> tuple[reminders.Choice, ...]:
    return reminders.choices(keeping.today, calendar_of(keeping.company, keeping.who, keeping.today))


def _put_off_plans(keeping: Keeping, customer_id: int, until: date | None) -> None:
    """What was agreed for today or earlier is agreed for that day now; without a day it is given up."""
    for plan in records.open_plans(keeping.db, customer_id):
        if plan.due_on > keeping.today:
            continue
        if until is None:
            plan.settled_on, plan.settled_by = keeping.today, "stopped"
        else:
            move(plan, until)
