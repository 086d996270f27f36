"""Who covers whose customers: oneself, or a deputy during a leave."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

import reminders
from storage import customers
from storage.models import Person

from .calendars import calendar_of
from .company import Company


def away(who: Person, on: date) -> bool:
    """Whether somebody is on leave on this local date."""
    begins, ends = who.away_from, who.away_until
    return ends is not None and (begins is None or begins <= on.isoformat()) and on.isoformat() <= ends


def covering(who: Person, on: date) -> int:
    """The number of whoever covers this person's customers on a date."""
    return who.deputy_id if who.deputy_id is not None and away(who, on) else who.id


def covered_by(who: Person, people: Iterable[Person], on: date) -> frozenset[int]:
    """Whose customers somebody covers on a date: their own unless they have a deputy, and those they stand in for."""
    return frozenset(each.id for each in (who, *people) if covering(each, on) == who.id)


def calendar_of_cover(db: Session, customer_id: int, company: Company, today: date) -> reminders.Calendar:
    """The working days of whoever covers a customer: its owner, or the deputy during a leave; of a leave ahead that has
    a deputy no day is lost."""
    owner = db.get(Person, customers.owner_of(db, customer_id) or 0)
    if owner and owner.deputy_id is not None and not away(owner, today):
        return calendar_of(company, None, today)
    deputy = db.get(Person, covering(owner, today)) if owner else None
    return calendar_of(company, deputy or owner, today)
