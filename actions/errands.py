"""What takes longer than a message may: done by a child process, kept in chunks, and then told to who asked.

An errand is a row, so that one which a crash cut short is done after the next start. `there` runs in the child and
writes nothing; `keep` and `tell` run where the bot writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from storage import outbox
from storage import rules as kept
from storage.models import Outbox, Person, Question
from storage.scope import scope_of

from . import backtests, drafts, rules, weighing
from . import company as companies
from .drafts import Wish
from .facts import facts_of
from .night import Verdict, chunks
from .records import Keeping


@dataclass(frozen=True)
class Errand:
    """One of them: what is to be done, with its facts, and since when it waits."""

    id: int
    what: str
    facts: dict[str, Any]
    at: datetime


@dataclass(frozen=True)
class NotCounted:
    """It could not be done; nothing has changed."""


def waiting(db: Session) -> list[Errand]:
    """What waits, oldest first."""
    return [Errand(row.id, row.facts["what"], dict(row.facts), row.asked_at) for row in kept.errands(db)]


def there(url: str, errand: Errand, now: datetime) -> Any:
    """The heavy part, in a process of its own."""
    facts = errand.facts
    if errand.what == "weigh":
        return weighing.weigh_there(url, facts["draft"], now)
    if errand.what == "propose":
        return weighing.proposed_there(url, now, facts["proposal"], facts["of"])
    if errand.what == "regrade":
        from . import regrading

        return regrading.verdicts_there(url, facts["old"], facts["new"], now)
    return backtests.there(url, now) if errand.what == "backtest" else backtests.predicted_there(url, now)


def parts(errand: Errand, found: Any) -> list[Sequence[Verdict]]:
    """What is kept chunk by chunk: verdicts on customers."""
    if errand.what != "regrade":
        return []
    return list(chunks(found))


def keep(db: Session, errand: Errand, found: Sequence[Verdict], now: datetime) -> None:
    """Keep a chunk of verdicts by the rules of a version."""
    from . import regrading

    old, new = companies.version(db, errand.facts["old"]), companies.version(db, errand.facts["new"])
    regrading.keep(db, old, new, new.day_of(now), errand.at, found)


def tell(db: Session, errand: Errand, found: Any, now: datetime) -> list[Outbox]:
    """It is done: tell whoever asked; nothing where it was overtaken or they have left."""
    row = db.get_one(Question, errand.id)
    person = db.get(Person, row.person_id)
    overtaken, row.answered_at = row.answered_at is not None, now
    if overtaken or person is None or person.left_at is not None:
        return []
    company = companies.in_force(db)
    keeping = Keeping(db, person, company, scope_of(db, person, now), now, company.day_of(now))
    result = _result(keeping, errand, found)
    return [] if result is None else [_said(db, row, person, result, now)]


def fail(db: Session, errand: Errand, now: datetime) -> list[Outbox]:
    """It could not be done: say so, once."""
    row = db.get_one(Question, errand.id)
    row.answered_at = now
    person = db.get(Person, row.person_id)
    return [_said(db, row, person, NotCounted(), now)] if person else []


def _result(keeping: Keeping, errand: Errand, found: Any) -> object | None:
    facts = errand.facts
    if errand.what == "weigh":
        return drafts.counted(keeping, facts["draft"], facts["edition"], found) if found else None
    if errand.what == "regrade":
        return rules.regraded(keeping, facts["new"])
    if errand.what == "backtest":
        told: object = found
        return told
    origin = facts["proposal"] if errand.what == "propose" else "prediction"
    return drafts.show(keeping, drafts.wish(keeping, Wish(origin, facts.get("of"), found)))


def _said(db: Session, row: Question, person: Person, result: object, now: datetime) -> Outbox:
    kind = "photo" if getattr(result, "picture", False) else "reply"
    message = Outbox(
        key=f"e{row.id}", chat_id=row.chat_id, person_id=person.id, language=person.language, kind=kind,
        view=type(result).__name__, facts=facts_of(result), due_at=now, created_at=now, state="waiting",
    )  # fmt: skip
    return outbox.add(db, message)
