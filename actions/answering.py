"""What owners answer their manager by one tap; the answers come together at the end of the day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from storage import asking, occurrences, people
from storage.models import Person, Question
from storage.scope import Scope

from .asking import WEEK, summary_on
from .records import Keeping
from .refusals import OldCard
from .ringing import Ringing

SHOWN = 5
FIRST = ("help", "reason", None, "today", "did")
"""In what order answers are read."""


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
    """To the manager, at the end of the day `on`: what came back, who needs help first."""

    on: date
    count: int
    page: int
    lines: tuple[Answer, ...]


@dataclass(frozen=True)
class Answered:
    """The owner's answer is kept for the manager's summary."""

    by: str
    answer: str


def answer(keeping: Keeping, number: int, what: str, reason: str | None = None) -> Question:
    """Keep an owner's answer, and the reason where there is one."""
    question = keeping.db.get(Question, number)
    theirs = question is not None and question.person_id == keeping.who.id and question.kind == asking.KIND
    if question is None or not theirs or question.answered_at is not None:
        raise OldCard
    for row in asking.with_the_same(keeping.db, question, keeping.now):
        on = summary_on(keeping.db, keeping.company, keeping.db.get_one(Person, int(row.facts["by"])), keeping.now)
        kept = {"answer": what, "reason": reason, "on": max(row.facts["on"], on.isoformat())}
        row.answered_at, row.facts = keeping.now, {**row.facts, **kept}
    return question


def say(ringing: Ringing) -> StatusAnswers | None:
    """The day's answers, unless the questions were withdrawn."""
    told = shown(ringing.db, ringing.who, ringing.scope, ringing.row.on, 0, ringing.now)
    return told if told.count else None


def shown(db: Session, who: Person, scope: Scope, on: date, page: int, now: datetime) -> StatusAnswers:
    """A page of a day's answers."""
    rows = [row for row in asking.of_asker(db, who.id, now - 2 * WEEK) if _belongs(row, on)]
    found = occurrences.of_customers(db, scope, [int(row.facts["customer"]) for row in rows])
    names = people.named(db, [row.person_id for row in rows])
    told = sorted((row for row in rows if row.facts["customer"] in found), key=_urgency)
    lines = [_line(row, found[row.facts["customer"]][1].name, names, n) for n, row in enumerate(told, 1)]
    return StatusAnswers(on, len(lines), page, tuple(lines[page * SHOWN : page * SHOWN + SHOWN]))


def _urgency(row: Question) -> int:
    return FIRST.index(row.facts.get("answer"))


def _belongs(row: Question, on: date) -> bool:
    return row.facts.get("on") == on.isoformat() and not row.facts.get("recalled")


def _line(row: Question, name: str, names: dict[int, str], n: int) -> Answer:
    facts: dict[str, Any] = row.facts
    return Answer(
        n, int(facts["customer"]), name, names.get(row.person_id, ""), facts.get("answer"), facts.get("reason")
    )
