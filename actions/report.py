"""The day report: already written from what was recorded."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import asked, occurrences, people, records, reports
from storage.models import Occurrence, Person

from . import ahead
from .ahead import Fixed
from .cards import Sum
from .company import Company
from .refusals import NothingToReport, OldCard
from .ringing import Ringing

SHOWN = 5
CONTACTS = ("visit", "meeting", "call", "message")


@dataclass(frozen=True)
class ReportLine:
    """One thing of the day: who, and what in a few words."""

    customer: str
    gist: str | None
    sum: Sum | None


@dataclass(frozen=True)
class Promised:
    """What was promised: to whom, what, by when."""

    customer: str
    words: str
    on: date


@dataclass(frozen=True)
class Arranged:
    """What was agreed: with whom, when, and how."""

    customer: str
    on: date
    at: time | None
    channel: str | None


@dataclass(frozen=True)
class WeekDone:
    """A week of somebody: contacts, sales, and their sum where they are of one currency."""

    contacts: int
    sales: int
    sum: Sum | None


@dataclass(frozen=True)
class DayReport:
    """A day of somebody, by kind, `missed` those who were tried in vain and `refund` what went back; `by` is named
    where somebody else reads it. `added` are lines of their own, `tomorrow` the first of the agenda of `next_on`.

    `pushed`: it came by itself, and can be stopped; `missed_at`: when it should have come, where it comes late.
    """

    on: date
    by: str | None
    lines: dict[str, tuple[ReportLine, ...]]
    new: int
    promises: tuple[Promised, ...]
    next_on: date
    tomorrow: tuple[str, ...]
    leader: str | None
    added: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    """Whose complaint is over."""
    fixed: tuple[Fixed, ...] = ()
    """What has its time or its words on `next_on`."""
    agreed: tuple[Arranged, ...] = ()
    """What was agreed that day for a time to come."""
    week: WeekDone | None = None
    """The week, on its last working day."""
    away_until: date | None = None
    """The last day of a leave that begins before `next_on`."""
    pushed: bool = False
    missed_at: time | None = None


@dataclass(frozen=True)
class LineAsked:
    """What is missing in the report? The next line goes into it."""


@dataclass(frozen=True)
class ReportCounted:
    """One person's day in the manager's list: how many contacts and sales, how many customers are new."""

    n: int
    person: int
    name: str
    contacts: int
    sales: int
    new: int


@dataclass(frozen=True)
class ReportsCollected:
    """To the manager: the reports of a day, all in one message that grows."""

    occurrence: int
    on: date
    lines: tuple[ReportCounted, ...]
    more: int


@dataclass(frozen=True)
class ReportSent:
    """The manager has it."""

    to: str


def write(db: Session, who: Person, company: Company, on: date, now: datetime, by: str | None = None) -> DayReport:
    """What this person recorded on a day, and who is due next."""
    lines: dict[str, list[ReportLine]] = {}
    for kind, name, gist, money, currency, role in records.of_day(db, who.id, on):
        back = kind == "purchase" and money is not None and money < 0
        total = Sum(abs(money), currency, role) if money is not None and currency else None
        lines.setdefault("refund" if back else kind, []).append(ReportLine(name, gist, total))
    dawn = reminders.local_instant(on, time.min, who.zone)
    new, promised = records.created_on_day(db, who.id, dawn), records.promised_on_day(db, who.id, dawn)
    added, closed = tuple(asked.lines_of(db, who.id, on)), records.closed_on_day(db, who.id, on)
    if not lines and not new and not added and not closed:
        raise NothingToReport
    shown = {kind: tuple(rows) for kind, rows in lines.items()}
    leader = next(iter(people.leaders_of(db, who.id)), None)
    next_on, fixed, names = ahead.next_day(db, who, company, on, now)
    above = leader.name if leader and by is None else None
    promises = tuple(Promised(*each) for each in promised)
    more = _agreed(db, who, dawn, on), _week(db, who, on, next_on)
    away = _away(who, on, next_on)
    return DayReport(on, by, shown, new, promises, next_on, names[:3], above, added, closed, fixed, *more, away)


def say(ringing: Ringing) -> DayReport | None:
    """The report by itself at the end of the day; nothing where nothing was recorded."""
    try:
        written = write(ringing.db, ringing.who, ringing.company, ringing.row.on, ringing.now)
    except NothingToReport:
        return None
    return replace(written, pushed=True, missed_at=ringing.who.report_at if ringing.late else None)


def add(db: Session, who: Person, on: date, words: str, now: datetime) -> None:
    """Lines of one's own for the report of a day."""
    for line in words.splitlines():
        if line.strip():
            asked.add_line(db, who.id, on, line.strip(), now)


def send(db: Session, who: Person, leader: Person, on: date, now: datetime) -> Occurrence:
    """Put somebody's report among those that their manager gets for a day."""
    row = occurrences.ensure(db, leader.id, "reports", "", on, now, state="sent")
    sent = [number for number in row.facts.get("from", ()) if number != who.id]
    row.facts = {**row.facts, "from": [*sent, who.id]}
    return row


def collected(db: Session, company: Company, row: Occurrence, now: datetime) -> ReportsCollected:
    """The reports that a manager got for a day, counted, in the order in which they came."""
    numbers = row.facts.get("from", ())
    counted = [_counted(db, company, db.get_one(Person, number), row.on, now, n) for n, number in enumerate(numbers, 1)]
    return ReportsCollected(row.id, row.on, tuple(counted[:SHOWN]), max(len(counted) - SHOWN, 0))


def one_of(db: Session, company: Company, row: Occurrence, person_id: int, now: datetime) -> DayReport:
    """One of the reports that a manager got, in full."""
    if person_id not in row.facts.get("from", ()):
        raise OldCard
    who = db.get_one(Person, person_id)
    return write(db, who, company, row.on, now, by=who.name)


def _agreed(db: Session, who: Person, dawn: datetime, on: date) -> tuple[Arranged, ...]:
    rows = reports.timed_on_day(db, who.id, dawn)
    return tuple(Arranged(name, plan.due_on, plan.due_at, plan.channel) for name, plan in rows if plan.due_on > on)


def _week(db: Session, who: Person, on: date, next_on: date) -> WeekDone | None:
    """The week up to its last working day; None on others."""
    if next_on <= reminders.sunday_of(on):
        return None
    contacts, sales = reports.of_week(db, who.id, on - timedelta(days=on.weekday()), on)
    currencies = {currency for _, currency in sales}
    total = Sum(sum(minor for minor, _ in sales), currencies.pop()) if len(currencies) == 1 else None
    return WeekDone(contacts, len(sales), total)


def _away(who: Person, on: date, next_on: date) -> date | None:
    begins = date.fromisoformat(who.away_from) if who.away_from and who.away_until else None
    return date.fromisoformat(who.away_until or "") if begins and on < begins < next_on else None


def _counted(db: Session, company: Company, who: Person, on: date, now: datetime, n: int) -> ReportCounted:
    written = write(db, who, company, on, now, by=who.name)
    contacts = sum(len(written.lines.get(kind, ())) for kind in CONTACTS)
    return ReportCounted(n, who.id, who.name, contacts, len(written.lines.get("purchase", ())), written.new)
