"""What the clock sets off: reminders are planned, and said when their time has come and they are still true.

The database is the schedule. Any alarm may ring twice, late, or in two processes: every reminder has a natural key
(person, kind, subject, local date), and due means past and not done.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

import reminders
from storage import company as kept
from storage import occurrences
from storage.models import Outbox

from . import saying
from .company import Company
from .planning import plan

__all__ = ["AT_ONCE", "KEPT", "Rung", "next_due", "next_night", "night_begins", "plan", "put_off", "ring", "seen"]

KEPT = timedelta(days=7)
"""How long done updates and messages keep their contents."""

AT_ONCE = 10
"""So many reminders are said in one transaction: between two of these anybody's visit is recorded."""

TRIED_AGAIN = timedelta(minutes=10)
"""After so long a reminder that could not be said is tried again."""

NIGHT_AT = time(0, 5)
"""When the night's work begins, in the company's zone."""


class Rung(NamedTuple):
    """What was said, and whether there is more to say."""

    said: list[Outbox]
    more: bool


def ring(db: Session, company: Company, now: datetime, most: int | None = None) -> Rung:
    """Say what is due and still true, the oldest first; the others keep the reason why not. At most so many at once."""
    due = occurrences.due(db, now, most)
    people = occurrences.whose(db, due)  # at hand as long as they are held
    said = [saying.say(db, row, company, now) for row in due]
    del people
    return Rung([row for row in said if row is not None], len(due) == most)


def put_off(db: Session, now: datetime) -> int | None:
    """The first of those that are due could not be said: it waits for a while, and the others go on; its number."""
    for row in occurrences.due(db, now, 1):
        row.again_at = now + TRIED_AGAIN
        return row.id
    return None


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
