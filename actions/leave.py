"""Leave: the days, and the deputy who covers the customers meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import covers, people
from storage.models import Person

from .refusals import ColleagueUnknown, OldCard


@dataclass(frozen=True)
class StandIn:
    """Somebody who may stand in."""

    id: int
    name: str


@dataclass(frozen=True)
class DeputyTold:
    """To the deputy: whose customers to look after, from when to when, and how many."""

    name: str
    today: date
    first: date
    last: date
    customers: int


@dataclass(frozen=True)
class DeputyFree:
    """To the deputy: that leave ended, the customers are with their owner again."""

    name: str


@dataclass(frozen=True)
class Falls:
    """What is agreed for a day of a leave."""

    on: date
    at: time | None
    customer: str
    words: str | None


@dataclass(frozen=True)
class Back:
    """After a leave: with whom the deputy (none: nobody stood in) was in contact, and how much of what was agreed for
    these days is still open."""

    deputy: str | None
    met: tuple[str, ...]
    left: int


def take(who: Person, first: date, last: date) -> None:
    """Be away from the first to the last day."""
    if last < first:
        raise OldCard
    who.away_from, who.away_until = first.isoformat(), last.isoformat()


def lies_ahead(who: Person, today: date) -> bool:
    """Is there a leave that has not begun?"""
    return who.away_from is not None and who.away_from > today.isoformat()


def cover(db: Session, who: Person, deputy: Person, now: datetime) -> DeputyTold:
    """Let somebody stand in for the leave that is set: they see the customers for just these days."""
    if who.away_from is None or who.away_until is None or deputy.id == who.id:
        raise OldCard
    first, last = date.fromisoformat(who.away_from), date.fromisoformat(who.away_until)
    covers.end(db, who.id, now)
    who.deputy_id = deputy.id
    begins = max(now, reminders.local_instant(first, time.min, who.zone))
    ends = reminders.local_instant(last + timedelta(days=1), time.min, who.zone)
    count = covers.begin(db, who.id, deputy.id, begins, ends)
    return DeputyTold(who.name, reminders.local_date(now, deputy.zone), first, last, count)


def end(db: Session, who: Person, now: datetime) -> Person | None:
    """No leave any more; who stood in until now, if anybody did."""
    deputy = db.get(Person, who.deputy_id) if who.deputy_id else None
    over = who.away_until is not None and who.away_until < reminders.local_date(now, who.zone).isoformat()
    covers.end(db, who.id, now)
    who.away_from = who.away_until = who.deputy_id = None
    return None if over else deputy


def falls_in(db: Session, who: Person) -> tuple[Falls, ...]:
    """What is agreed for the days of the leave that is set."""
    rows = covers.planned(db, who.id, *_span(who)) if who.away_until else []
    return tuple(Falls(plan.due_on, plan.due_at, name, plan.words) for plan, name in rows if plan.settled_on is None)


def back(db: Session, who: Person, today: date, calendar: reminders.Calendar) -> Back | None:
    """What became of a leave, on the first working day after it; None on others, and where there is nothing to say."""
    if who.away_until is None or date.fromisoformat(who.away_until) >= today:
        return None
    first, last = _span(who)
    if calendar.next_working_day(last + timedelta(days=1)) != today:
        return None
    deputy = db.get(Person, who.deputy_id) if who.deputy_id else None
    met = tuple(covers.met_by(db, deputy.id, who.id, first, last)) if deputy else ()
    left = sum(plan.settled_on is None for plan, _ in covers.planned(db, who.id, first, last))
    return Back(deputy.name if deputy else None, met, left) if deputy or left else None


def span(who: Person) -> list[reminders.Span]:
    """The leave that is set, if any."""
    return [reminders.Span(*_span(who))] if who.away_until else []


def _span(who: Person) -> tuple[date, date]:
    last = date.fromisoformat(who.away_until or "")
    return (date.fromisoformat(who.away_from) if who.away_from else last), last


def colleagues(db: Session, who: Person) -> list[Person]:
    """Who may stand in: whoever sells or leads, and is in one of the same teams first."""
    able = {one.id: one for role in ("salesperson", "manager") for one in people.with_role(db, role)}
    here = [one for one in able.values() if one.id != who.id and one.telegram_id is not None]
    near = covers.team_mates(db, who.id)
    return sorted(here, key=lambda one: (one.id not in near, one.id))


def named(db: Session, who: Person, name: str) -> Person:
    """The colleague of this name."""
    plain = name.casefold().strip()
    found = [one for one in colleagues(db, who) if one.name.casefold() == plain]
    found = found or [one for one in colleagues(db, who) if one.name.casefold().startswith(plain)]
    if len(found) != 1:
        raise ColleagueUnknown(name)
    return found[0]
