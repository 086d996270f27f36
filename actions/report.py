"""The day report: already written from what was recorded."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

import reminders
from storage import people, records
from storage.models import Person

from . import agenda
from .cards import Sum
from .company import Company
from .refusals import NothingToReport

SHOWN = 4


@dataclass(frozen=True)
class ReportLine:
    """One thing of the day: who, and what in a few words."""

    customer: str
    gist: str | None
    sum: Sum | None


@dataclass(frozen=True)
class DayReport:
    """A day of somebody, by kind; `by` is named where somebody else reads it."""

    on: date
    by: str | None
    lines: dict[str, tuple[ReportLine, ...]]
    new: int
    promises: tuple[str, ...]
    tomorrow: tuple[str, ...]
    leader: str | None


@dataclass(frozen=True)
class ReportSent:
    """The manager has it."""

    to: str


def write(db: Session, who: Person, company: Company, on: date, now: datetime, by: str | None = None) -> DayReport:
    """What this person recorded on a day, and who is due next."""
    lines: dict[str, list[ReportLine]] = {}
    for kind, name, gist, money, currency, role in records.of_day(db, who.id, on):
        total = Sum(money, currency, role) if money is not None and currency else None
        lines.setdefault(kind, []).append(ReportLine(name, gist, total))
    dawn = reminders.local_instant(on, time.min, who.zone)
    new, promises = records.created_on_day(db, who.id, dawn), records.promised_on_day(db, who.id, dawn)
    if not lines and not new:
        raise NothingToReport
    shown = {kind: tuple(rows) for kind, rows in lines.items()}
    leader = next(iter(people.leaders_of(db, who.id)), None)
    names = agenda.names_of_tomorrow(db, who, company, on, now)
    return DayReport(on, by, shown, new, promises, names[:3], leader.name if leader and by is None else None)
