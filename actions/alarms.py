"""What the clock sets off: reminders are planned, and said when their time has come and they are still true.

The database is the schedule. Any alarm may ring twice, late, or in two processes: every reminder has a natural key
(person, kind, subject, local date), and due means past and not done.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import company as kept
from storage import occurrences, outbox
from storage.models import Occurrence, Outbox, Person

from . import agenda, agreed, asked, asking, escalation, occasions, preview, report
from .company import Company
from .facts import facts_of
from .planning import plan, push_of, reminded
from .ringing import Kind, Ringing

__all__ = ["KEPT", "next_due", "next_night", "night_begins", "plan", "reminded", "ring", "seen"]

KEPT = timedelta(days=7)
"""How long done updates and messages keep their contents."""

NIGHT_AT = time(0, 5)
"""When the night's work begins, in the company's zone."""

KINDS: Mapping[str, Kind] = {
    "agenda": Kind(agenda.say),
    "ahead": Kind(agreed.say, agreed.standing),
    "answers": Kind(asking.say),
    "escalation": Kind(escalation.say, escalation.standing),
    "report": Kind(report.say),
    "preview": Kind(preview.say),
    "occasion": Kind(occasions.say, occasions.standing),
    "asked": Kind(asked.say, asked.standing),
}
"""Everything that rings, by its kind."""


def ring(db: Session, company: Company, now: datetime) -> list[Outbox]:
    """Say what is due and still true; the others keep the reason why not."""
    said = [_ring(db, row, company, now) for row in occurrences.due(db, now)]
    return [row for row in said if row is not None]


def next_due(db: Session, company: Company, after: datetime) -> datetime:
    """The next moment at which something may happen: a reminder or the night."""
    planned = occurrences.next_due_at(db, after)
    night = next_night(company, after)
    return min(planned, night) if planned else night


def next_night(company: Company, after: datetime) -> datetime:
    """The next time at which the night's work begins, in the company's zone."""
    today = reminders.local_date(after, company.zone)
    for days in range(3):
        at = night_begins(company, today + timedelta(days=days))
        if at > after:
            return at
    raise AssertionError("a night comes every day")


def night_begins(company: Company, on: date) -> datetime:
    """When the night's work for a date begins: a few minutes after the company's midnight."""
    return reminders.local_instant(on, NIGHT_AT, company.zone)


def seen(db: Session, now: datetime) -> None:
    """How far the alarms have got, to the minute: what a rehearsal waits for."""
    minute = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    if kept.mark(db, "alarms") != minute:
        kept.set_mark(db, "alarms", minute)


def _ring(db: Session, row: Occurrence, company: Company, now: datetime) -> Outbox | None:
    ringing = Ringing(db, row, db.get_one(Person, row.person_id), company, now)
    kind = KINDS[row.kind]
    standing = reminders.Standing(now, **kind.standing(ringing))
    person = reminded(company, ringing.who, ringing.today)
    verdict = reminders.still_true(push_of(row), person, standing, company.reminding)
    if not verdict:
        row.again_at = verdict.again_at
        row.state = "planned" if verdict.again_at else verdict.reason or "over"
        return None
    result = kind.say(replace(ringing, late=verdict.late))
    if result is None:
        row.state = "nothing_due"
        return None
    return _said(db, row, ringing.who, result, now, verdict.late)


def _said(db: Session, row: Occurrence, person: Person, result: object, now: datetime, late: bool) -> Outbox:
    message = Outbox(
        key=f"o{row.id}", chat_id=person.telegram_id, person_id=person.id, language=person.language, kind="push",
        view=type(result).__name__, facts=facts_of(result), due_at=now, created_at=now, late=late, state="waiting",
    )  # fmt: skip
    outbox.add(db, message)
    row.state, row.outbox_id = "sent", message.id
    return message
