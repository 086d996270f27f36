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
