"""Reminders of one's own: kept in one's words, said at their time, listed, put off and ended by tap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import asked
from storage.models import Customer, Person, Reminder
from storage.scope import Scope, visible

from .calendars import calendar_of
from .company import Company
from .refusals import OldCard
from .ringing import Ringing

SHOWN = 5
MORNING = time(9)


@dataclass(frozen=True)
class ToRemind:
    """What somebody wants to be reminded of, on which date, at what time, and how often again."""

    words: str
    on: date
    at: time
    every: str | None = None
    customer: int | None = None


@dataclass(frozen=True)
class ReminderKept:
    """It will be said then, and again as often as was asked."""

    reminder: int
    what: str
    today: date
    on: date
    at: time
    every: str | None


@dataclass(frozen=True)
class ReminderLine:
    """One reminder of one's own that is to come, and when next."""

    n: int
    reminder: int
    what: str
    on: date
    at: time
    every: str | None


@dataclass(frozen=True)
class RemindersShown:
    """What somebody will be reminded of, soonest first; `ended` was just taken off."""

    today: date
    lines: tuple[ReminderLine, ...]
    more: int
    ended: int | None = None


@dataclass(frozen=True)
class ReminderComes:
    """What the person asked for; `missed_at` where it comes late."""

    reminder: int
    what: str
    customer: int | None
    every: str | None
    missed_at: time | None
    today: date
    next_on: date
    """The next working day: what is offered beside an hour later."""


@dataclass(frozen=True)
class ReminderDone:
    """What the person asked for is done."""

    what: str
    next_on: date | None


def keep(db: Session, who: Person, wanted: ToRemind, today: date, now: datetime) -> ReminderKept:
    """Remind somebody of something."""
    row = Reminder(person_id=who.id, customer_id=wanted.customer, words=wanted.words, on=wanted.on, at=wanted.at)
    row.zone, row.every, row.made_at = who.zone, wanted.every, now
    db.add(row)
    db.flush()
    return ReminderKept(row.id, row.words, today, row.on, row.at, row.every)


def shown(
    db: Session, who: Person, company: Company, today: date, now: datetime, ended: int | None = None
) -> RemindersShown:
    """Everything that is still to come."""
    calendar = calendar_of(company, who, today)
    rows = asked.reminders_of(db, who.id, today)
    coming = [(on, row) for row in rows if (on := _next(row, who, calendar, today, now))]
    coming.sort(key=lambda each: (each[0], each[1].at, each[1].id))
    lines = [ReminderLine(n, row.id, row.words, on, row.at, row.every) for n, (on, row) in enumerate(coming, 1)]
    return RemindersShown(today, tuple(lines[:SHOWN]), max(len(lines) - SHOWN, 0), ended)


def end(db: Session, who: Person, number: int, now: datetime) -> Reminder:
    """No more of it; tapped once more, after all."""
    row = _mine(db, who, number)
    row.ended_at = None if row.ended_at else now
    return row


def done(db: Session, who: Person, company: Company, number: int, now: datetime) -> ReminderDone:
    """It is done for this time."""
    row, today = _mine(db, who, number), reminders.local_date(now, who.zone)
    coming = _next(row, who, calendar_of(company, who, today), today, now) if not row.ended_at else None
    return ReminderDone(row.words, coming if row.every else None)


def put_off(db: Session, who: Person, company: Company, number: int, when: str, now: datetime) -> ReminderKept:
    """The same once more: in an hour, or in the morning of the next working day."""
    row, local = _mine(db, who, number), reminders.local(now, who.zone)
    if when not in ("hour", "tomorrow"):
        raise OldCard
    later = local + timedelta(hours=1)
    on = later.date() if when == "hour" else _next_working_day(company, who, local.date())
    at = later.time().replace(second=0, microsecond=0) if when == "hour" else MORNING
    return keep(db, who, ToRemind(row.words, on, at, None, row.customer_id), local.date(), now)


def standing(ringing: Ringing) -> Mapping[str, bool]:
    """Whether it was ended meanwhile."""
    row = ringing.db.get(Reminder, ringing.number("reminder_id"))
    return {"superseded": row is None or row.ended_at is not None}


def say(ringing: Ringing) -> ReminderComes:
    """The person's own words."""
    row = ringing.db.get_one(Reminder, ringing.number("reminder_id"))
    customer = _seen(ringing.db, ringing.scope, row.customer_id)
    return ReminderComes(
        row.id, row.words, customer.id if customer else None, row.every, row.at if ringing.late else None,
        ringing.today, _next_working_day(ringing.company, ringing.who, ringing.today),
    )  # fmt: skip


def _next_working_day(company: Company, who: Person, today: date) -> date:
    return calendar_of(company, who, today).next_working_day(today + timedelta(days=1))


def _seen(db: Session, scope: Scope, number: int | None) -> Customer | None:
    return visible(db, scope, number) if number else None


def _next(row: Reminder, who: Person, calendar: reminders.Calendar, today: date, now: datetime) -> date | None:
    """The next date on which it comes; None where it is over."""
    zone = who.zone if row.every else row.zone
    rule = reminders.Asked(row.id, row.on, row.at, zone, row.every)
    days = (max(today, row.on) + timedelta(days=n) for n in range(400 if row.every else 1))
    comes = (day for day in days if rule.falls_on(day, calendar))
    return next((day for day in comes if reminders.local_instant(day, row.at, zone) > now), None)


def _mine(db: Session, who: Person, number: int) -> Reminder:
    row = db.get(Reminder, number)
    if row is None or row.person_id != who.id:
        raise OldCard
    return row
