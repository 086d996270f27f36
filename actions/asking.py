"""The manager asks the owners of customers how things stand; their answers come together at the end of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import reminders
from storage import asking, customers, doings, occurrences, people
from storage.models import Occurrence, Person, Question, Standing

from .calendars import calendar_of
from .records import Keeping
from .refusals import OldCard
from .ringing import Ringing

SHOWN = 5


@dataclass(frozen=True)
class StatusAsked:
    """To the owner: the manager wants to know; one tap answers."""

    question: int
    customer: int
    name: str
    by: str
    days: int | None
    usual: int


@dataclass(frozen=True)
class Answer:
    """What an owner answered about a customer: did, today, reason, help; None: nothing yet. `reason` is one of the
    usual ones, or in words."""

    n: int
    customer: int
    name: str
    owner: str
    answer: str | None
    reason: str | None


@dataclass(frozen=True)
class StatusAnswers:
    """To the manager, at the end of the day: what came back."""

    lines: tuple[Answer, ...]
    more: int


@dataclass(frozen=True)
class Answered:
    """The owner's answer is kept for the manager's summary."""

    by: str
    answer: str


def ask(keeping: Keeping, numbers: Sequence[int]) -> list[tuple[Person, StatusAsked]]:
    """Ask the owners of these customers, each once as long as no answer came; who is asked, and with what."""
    found = occurrences.of_customers(keeping.db, keeping.scope, numbers)
    owners = customers.owners_of(keeping.db, list(found))
    waiting = asking.waiting(keeping.db, keeping.who.id, list(found))
    asked = []
    for number in (number for number in numbers if number in found and number not in waiting):
        owner = keeping.db.get(Person, owners.get(number, 0))
        if owner is None or owner.telegram_id is None or owner.id == keeping.who.id:
            continue
        standing, customer = found[number]
        asked.append((owner, _asked(keeping, owner, standing, customer.name)))
    return asked


def withdraw(keeping: Keeping, numbers: Sequence[int]) -> None:
    """Nobody needs to answer any more."""
    for row in asking.of_asker(keeping.db, keeping.who.id, keeping.now - timedelta(days=7)):
        if row.answered_at is None and row.facts["customer"] in numbers:
            row.answered_at, row.facts = keeping.now, {**row.facts, "answer": "withdrawn"}


def answer(keeping: Keeping, number: int, what: str, reason: str | None = None) -> Question:
    """Keep an owner's answer, and the reason where there is one."""
    question = keeping.db.get(Question, number)
    theirs = question is not None and question.person_id == keeping.who.id and question.kind == asking.KIND
    if question is None or not theirs or question.answered_at is not None:
        raise OldCard
    question.answered_at, question.facts = keeping.now, {**question.facts, "answer": what, "reason": reason}
    return question


def say(ringing: Ringing) -> StatusAnswers | None:
    """The day's answers, unless the questions were withdrawn."""
    since = ringing.now - timedelta(days=7)
    rows = [row for row in asking.of_asker(ringing.db, ringing.who.id, since) if _belongs(row, ringing.row)]
    found = occurrences.of_customers(ringing.db, ringing.scope, [int(row.facts["customer"]) for row in rows])
    names = people.named(ringing.db, [row.person_id for row in rows])
    told = [row for row in rows if row.facts["customer"] in found]
    lines = tuple(_line(row, found[row.facts["customer"]][1].name, names, n) for n, row in enumerate(told, 1))
    return StatusAnswers(lines[:SHOWN], max(len(lines) - SHOWN, 0)) if lines else None


def _asked(keeping: Keeping, owner: Person, standing: Standing, name: str) -> StatusAsked:
    on = _summary_on(keeping)
    facts = {"customer": standing.customer_id, "by": keeping.who.id, "on": on.isoformat()}
    question = doings.note(keeping.db, owner.telegram_id or 0, owner.id, asking.KIND, facts, keeping.now)
    days = (keeping.today - standing.last_touch_on).days if standing.last_touch_on else None
    return StatusAsked(question.id, standing.customer_id, name, keeping.who.name, days, round(standing.rhythm))


def _summary_on(keeping: Keeping) -> date:
    """The day whose end brings the answers: today, or the next working day where that is too late."""
    company, who = keeping.company, keeping.who
    today = reminders.local_date(keeping.now, who.zone)
    on = calendar_of(company, who, today).next_working_day(today)
    for _ in range(2):
        due_at = reminders.local_instant(on, company.reminding.report_at, who.zone)
        if due_at > keeping.now:
            break
        on = calendar_of(company, who, today).next_working_day(on + timedelta(days=1))
    occurrences.ensure(keeping.db, who.id, "answers", "", on, due_at)
    return on


def _belongs(row: Question, summary: Occurrence) -> bool:
    return row.facts.get("on") == summary.on.isoformat() and row.facts.get("answer") != "withdrawn"


def _line(row: Question, name: str, names: dict[int, str], n: int) -> Answer:
    facts: dict[str, Any] = row.facts
    return Answer(
        n, int(facts["customer"]), name, names.get(row.person_id, ""), facts.get("answer"), facts.get("reason")
    )
