"""The pool: a customer that nobody looks after is announced some days ahead, and then anybody may take it.

The clock is the last contact and nothing else, so that switching the pool off and on never winds it. An A never falls
without a manager, a locked customer never, a new owner's not before its protection is over.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

import reminders
from storage import company as marks
from storage import customers, occurrences, pool, requests, standings
from storage.models import Audit, Fall, Person
from storage.pool import ANNOUNCED, FALLEN, STOPPED, Owned

from .company import Company

KIND, TOLD_OF, FELL = "pool", "", "fell"
"""The kind of the reminders; and their subjects: what is about to fall, and what fell."""
MARK = "pool"
NEVER = "A"
"""The tier that falls by a manager's word only."""


def falls_on(one: Owned, company: Company, held: Mapping[int, date | None]) -> date | None:
    """The day on which a customer falls by the rules; None: it doesn't."""
    row, rules = one.standing, company.owning
    if not by_itself(row.tier, company) or held.get(row.customer_id, date.min) is None:
        return None
    last = row.last_touch_on or row.created_on
    quiet = last + timedelta(days=round(rules.pool_cadences * company.rules.cadence(row.tier)))  # type: ignore[arg-type]
    protected = company.day_of(one.since) + timedelta(days=rules.pool_protected_days)
    until: date = held.get(row.customer_id) or date.min
    day: date = max(quiet, protected, until)
    return day


def by_itself(tier: str, company: Company) -> bool:
    """Whether a customer of this tier falls without anybody's word."""
    return tier != NEVER and tier in company.owning.pool_tiers


def about_to(db: Session, company: Company, today: date) -> list[tuple[Owned, date]]:
    """Everybody whose day is within the days of notice, with that day, at the earliest after full notice."""
    rules, notice = company.owning, timedelta(days=company.owning.pool_notice_days)
    least = min(company.rules.cadence_a, company.rules.cadence_b, company.rules.cadence_c)
    before = today + notice - timedelta(days=round(rules.pool_cadences * least))
    held, running = pool.protections(db, today), {fall.customer_id for fall in pool.announced(db)}
    found = [(one, falls_on(one, company, held)) for one in pool.quiet_since(db, before)]
    near = [(one, on) for one, on in found if on is not None and on <= today + notice]
    return [(one, max(on, today + notice)) for one, on in near if one.standing.customer_id not in running]


def keep(db: Session, company: Company, now: datetime) -> None:
    """Once a day: what was announced and is over falls, what comes near is announced. Nothing while it is off."""
    today = company.day_of(now)
    if not company.owning.pool or marks.mark(db, MARK) == today.isoformat():
        return
    marks.set_mark(db, MARK, today.isoformat())
    for fall in pool.announced(db):
        _go_on(db, company, fall, today, now)
    for one, on in about_to(db, company, today):
        db.add(Fall(
            customer_id=one.standing.customer_id, owner_id=one.owner, announced_on=today, falls_on=on, state=ANNOUNCED
        ))  # fmt: skip
        _ring(db, one.owner, TOLD_OF, now)
    db.flush()


def _go_on(db: Session, company: Company, fall: Fall, today: date, now: datetime) -> None:
    row, held = standings.of(db, fall.customer_id), pool.protections(db, today)
    touched = row is not None and row.last_touch_on is not None and row.last_touch_on >= fall.announced_on
    moved = customers.owner_of(db, fall.customer_id) != fall.owner_id
    if row is None or touched or moved or fall.customer_id in held or not by_itself(row.tier, company):
        fall.state, fall.ended_at = STOPPED, now
    elif fall.falls_on <= today:
        drop(db, fall, now)


def drop(db: Session, fall: Fall, now: datetime) -> None:
    """It is in the pool: nobody is responsible for it, and nobody shares it any more."""
    fall.state, fall.fell_at = FALLEN, now
    customers.end_ownership(db, fall.customer_id, now)
    for person in requests.sharers(db, fall.customer_id, now):
        requests.end_share(db, fall.customer_id, person.id, now)
    customers.names_changed(db)
    db.add(Audit(at=now, person_id=None, what="fell into the pool", customer_id=fall.customer_id))
    _ring(db, fall.owner_id, FELL, now)


def _ring(db: Session, owner_id: int, subject: str, now: datetime) -> None:
    """The owner hears of it with the agenda, or as soon as it isn't quiet."""
    who = db.get_one(Person, owner_id)
    on = reminders.local_date(now, who.zone)
    at = max(now, reminders.local_instant(on, who.agenda_at, who.zone))
    occurrences.ensure(db, who.id, KIND, subject, on, at)


def resume(db: Session, company: Company, now: datetime) -> None:
    """It is switched on: what was announced before has its full notice again, and the owners hear of it anew."""
    marks.set_mark(db, MARK, None)
    earliest = company.day_of(now) + timedelta(days=company.owning.pool_notice_days)
    for fall in pool.announced(db):
        fall.falls_on = max(fall.falls_on, earliest)
        _ring(db, fall.owner_id, TOLD_OF, now)
