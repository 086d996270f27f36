"""The manager asks the owners of customers how things stand, each once as long as no answer came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

import reminders
from storage import asking, doings, occurrences
from storage.models import Customer, Person, Question, Standing

from .askable import to_ask
from .calendars import calendar_of
from .company import Company
from .records import Keeping
from .refusals import OldCard

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class StatusAsked:
    """To the owner: the manager wants to know; one tap answers. `complaint`: open for so many days."""

    question: int
    customer: int
    name: str
    by: str
    days: int | None
    usual: int
    complaint: int | None = None


@dataclass(frozen=True)
class StatusRecalled:
    """To the owner: the manager needs no answer any more."""

    name: str
    by: str


class Asked(NamedTuple):
    """One owner asked about one customer. `heard` is None where somebody else asked already: one answer is for both."""

    owner: Person
    question: Question
    heard: StatusAsked | None


def ask(keeping: Keeping, numbers: Sequence[int]) -> list[Asked]:
    """Ask the owners of these customers, each once as long as no answer came."""
    found = occurrences.of_customers(keeping.db, keeping.scope, numbers)
    owners = to_ask(keeping.db, keeping.who, keeping.scope, list(found))
    mine = waiting(keeping, owners)
    open_ones = {(row.person_id, row.facts["customer"]) for row in asking.unanswered(keeping.db, keeping.now)}
    wanted = [number for number in numbers if number in owners and number not in mine]
    return [_asked(keeping, owners[one], *found[one], (owners[one].id, one) in open_ones) for one in wanted]


def waiting(keeping: Keeping, owners: Mapping[int, Person]) -> set[int]:
    """The customers among these about which this manager waits for their owners' answers."""
    numbers = {number: owner.id for number, owner in owners.items()}
    return asking.waiting(keeping.db, keeping.who.id, numbers, keeping.now)


def withdraw(keeping: Keeping, numbers: Sequence[int]) -> list[Question]:
    """Nobody needs to answer any more; the questions of those who were asked."""
    rows = asking.of_asker(keeping.db, keeping.who.id, keeping.now - WEEK)
    gone = [row for row in rows if row.answered_at is None and row.facts["customer"] in numbers]
    return [row for row in gone if _withdrawn(keeping, row)]


def withdraw_since(keeping: Keeping, first: int) -> list[Question]:
    """The same for those whom one tap asked: its questions begin with this one."""
    rows = asking.of_asker(keeping.db, keeping.who.id, keeping.now - WEEK)
    together = [row for row in rows if row.facts.get("first") == first]
    if not together:
        raise OldCard
    return [row for row in together if row.answered_at is None and _withdrawn(keeping, row)]


def withdraw_all(keeping: Keeping) -> list[Question]:
    """The asker leaves: nobody needs to answer them."""
    mine = [row for row in asking.unanswered(keeping.db, keeping.now) if row.facts["by"] == keeping.who.id]
    return [row for row in mine if _withdrawn(keeping, row)]


def recalled(keeping: Keeping, question: Question) -> StatusRecalled:
    """What the owner's card says then."""
    return StatusRecalled(question.facts["name"], keeping.who.name)


def _asked(keeping: Keeping, owner: Person, standing: Standing, customer: Customer, along: bool) -> Asked:
    on = summary_on(keeping.db, keeping.company, keeping.who, keeping.now)
    facts = {"customer": customer.id, "name": customer.name, "by": keeping.who.id, "on": on.isoformat()}
    question = doings.note(keeping.db, owner.telegram_id or 0, owner.id, asking.KIND, facts, keeping.now)
    days = (keeping.today - standing.last_touch_on).days if standing.last_touch_on else None
    complaint = (keeping.today - standing.complaint_on).days if standing.complaint_on else None
    heard = StatusAsked(
        question.id, customer.id, customer.name, keeping.who.name, days, round(standing.rhythm), complaint
    )
    return Asked(owner, question, None if along else heard)


def summary_on(db: Session, company: Company, who: Person, now: datetime) -> date:
    """The day at whose end somebody gets the answers to what they ask now: today, or the next working day."""
    today = reminders.local_date(now, who.zone)
    calendar = calendar_of(company, who, today)
    on = calendar.next_working_day(today)
    due_at = reminders.local_instant(on, company.reminding.report_at, who.zone)
    if due_at <= now:
        on = calendar.next_working_day(on + timedelta(days=1))
        due_at = reminders.local_instant(on, company.reminding.report_at, who.zone)
    occurrences.ensure(db, who.id, "answers", "", on, due_at)
    return on


def _withdrawn(keeping: Keeping, row: Question) -> bool:
    """Take it back; False where the owner's card stays, because somebody else asked as well."""
    others = len(asking.with_the_same(keeping.db, row, keeping.now)) > 1
    row.facts = {**row.facts, "recalled": True}
    if not others or "card" not in row.facts:
        row.answered_at = keeping.now
    return not others and "card" in row.facts
