"""Exports that somebody ordered in the chat: an errand for the child process, told how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import counts, doings, outbox
from storage import rules as kept
from storage.models import Audit, Outbox, Person, Question
from storage.scope import Scope, roles_of, scope_of

from .errands import Errand
from .facts import facts_of
from .records import Keeping
from .wanted import Named, Wanted, named, person_of, wanted_of

WHAT = "export"
COUNTED = 20_000
"""With more customers, they are not counted while others wait."""
KINDS = ("list", "tiers", "top", "coverage", "trend", "sales", "moves", "complaints", "gaps")


@dataclass(frozen=True)
class ExportAsked:
    """What was asked for, as a title."""

    what: str
    tier: str | None
    status: str | None
    person: str | None
    among: tuple[Named, ...]


@dataclass(frozen=True)
class ExportBegun:
    """It is being made: of how many customers (None: too many to be counted now), and how many rows are written."""

    what: str
    tier: str | None
    status: str | None
    person: str | None
    among: tuple[Named, ...]
    customers: int | None
    rows: int = 0
    done: bool = False


@dataclass(frozen=True)
class ExportMade:
    """The file itself, with what was asked and when; `file` is its path where the bot runs."""

    document: ClassVar[bool] = True
    what: str
    tier: str | None
    status: str | None
    person: str | None
    among: tuple[Named, ...]
    rows: int
    today: date
    at: datetime
    name: str
    file: str


@dataclass(frozen=True)
class ExportNotMade:
    """It could not be made."""


def begun(keeping: Keeping, what: str, wanted: Wanted, today: date) -> ExportBegun:
    """What is going to be made."""
    narrowed = wanted.narrowed(keeping.db, today)
    count = None if kept.many(keeping.db, COUNTED) else counts.count(keeping.db, keeping.scope, narrowed)
    return ExportBegun(what, wanted.tier, wanted.status, _person(keeping, wanted), named(keeping.db, wanted), count)


def title(db: Session, scope: Scope, errand: Errand) -> ExportAsked:
    """What was asked for."""
    wanted = wanted_of(tuple(errand.facts["where"].split(":")))
    person = person_of(db, scope, wanted.owner)
    return ExportAsked(errand.facts["sheet"], wanted.tier, wanted.status, person, named(db, wanted))


def order(keeping: Keeping, what: str, arg: str, wanted: Wanted, message: int, today: date) -> Question:
    """Keep what was ordered, and that it was; `message` is the one that says how far it has come."""
    facts = {
        "what": WHAT,
        "sheet": what,
        "arg": arg,
        "where": wanted.where,
        "message": message,
        "on": today.isoformat(),
    }
    question = doings.note(keeping.db, keeping.who.telegram_id or 0, keeping.who.id, kept.ERRAND, facts, keeping.now)
    keeping.db.add(Audit(at=keeping.now, person_id=keeping.who.id, what=f"exported {what}", on=today))
    return question


def progress(db: Session, errand: Errand, rows: int, now: datetime) -> list[Outbox]:
    """So many rows are written."""
    before = _before(db, errand)
    return (
        []
        if before is None
        else [_edited(db, before, {**(before.facts or {}), "rows": rows}, f"e{errand.id}.{rows}", now)]
    )


def finish(db: Session, errand: Errand, file: str, name: str, rows: int, now: datetime) -> list[Outbox]:
    """The file is there: send it; nothing where its person has left or may see it no more."""
    row = db.get_one(Question, errand.id)
    person = db.get(Person, row.person_id)
    row.answered_at = now
    if person is None or person.left_at is not None or not roles_of(db, person.id) & {"salesperson", "manager"}:
        return []
    wanted = wanted_of(tuple(errand.facts["where"].split(":")))
    facts: Mapping[str, Any] = facts_of(ExportMade(
        errand.facts["sheet"], wanted.tier, wanted.status,
        person_of(db, scope_of(db, person, now), wanted.owner), named(db, wanted), rows,
        date.fromisoformat(errand.facts["on"]), errand.at.astimezone(ZoneInfo(person.zone)), name, file,
    ))  # fmt: skip
    said = [_document(db, row, person, facts, now)]
    before = _before(db, errand)
    done = {**(before.facts or {}), "rows": rows, "done": True} if before is not None else {}
    return said if before is None else [_edited(db, before, done, f"e{errand.id}.done", now), *said]


def fail(db: Session, errand: Errand, now: datetime) -> list[Outbox]:
    """It could not be made: say so where it was said that it is being made."""
    db.get_one(Question, errand.id).answered_at = now
    before = _before(db, errand)
    return [] if before is None else [_edited(db, before, {}, f"e{errand.id}.failed", now, "ExportNotMade")]


def _before(db: Session, errand: Errand) -> Outbox | None:
    return db.get(Outbox, errand.facts["message"])


def _edited(
    db: Session, before: Outbox, facts: dict[str, Any], key: str, now: datetime, view: str = "ExportBegun"
) -> Outbox:
    message = Outbox(
        key=key, chat_id=before.chat_id, person_id=before.person_id, language=before.language, kind="edit", view=view,
        facts=facts, due_at=now, created_at=now, edits_message_id=before.message_id, edits_outbox_id=before.id,
        state="waiting",
    )  # fmt: skip
    return outbox.once(db, message) or message


def _document(db: Session, row: Question, person: Person, facts: Mapping[str, Any], now: datetime) -> Outbox:
    message = Outbox(
        key=f"e{row.id}", chat_id=row.chat_id, person_id=person.id, language=person.language, kind="document",
        view="ExportMade", facts=dict(facts), due_at=now, created_at=now, state="waiting",
    )  # fmt: skip
    return outbox.add(db, message)


def _person(keeping: Keeping, wanted: Wanted) -> str | None:
    return person_of(keeping.db, keeping.scope, wanted.owner)
