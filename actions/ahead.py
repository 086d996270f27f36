"""What is fixed for a day ahead: the times and promises of it, in their order, and who else is due then."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from storage import occurrences
from storage.models import Person
from storage.scope import scope_of

from . import agenda, lines
from .calendars import calendar_of
from .company import Company


@dataclass(frozen=True)
class Fixed:
    """What has a time of day or is promised in words, on a day ahead."""

    customer: str
    at: time | None
    words: str | None
    channel: str | None = None


def next_day(
    db: Session, who: Person, company: Company, on: date, now: datetime
) -> tuple[date, tuple[Fixed, ...], tuple[str, ...]]:
    """The next working day: what is fixed for it, in its order, and who else will be on its agenda, as things stand."""
    following = calendar_of(company, who, on).next_working_day(on + timedelta(days=1))
    agreed = lines.agreed(db, who, following)
    top = agenda.choose(db, who, company, following, now, agreed).top
    known = fixed(db, who, following, now)
    found = occurrences.of_customers(db, scope_of(db, who, now), set(top) - known.keys())
    rest = tuple(found[number][1].name for number in top if number in found)
    return following, tuple(known.values()), rest


def fixed(db: Session, who: Person, on: date, now: datetime, owners: Collection[int] | None = None) -> dict[int, Fixed]:
    """Customer -> what is fixed for a day, times first; of those whom somebody covers then, or of these owners."""
    agreed = lines.agreed(db, who, on, owners)
    found = occurrences.of_customers(db, scope_of(db, who, now), agreed.keys())
    plans = [(number, plan) for number, plan in agreed.items() if number in found and (plan.due_at or plan.words)]
    plans.sort(key=lambda one: (one[1].due_at is None, one[1].due_at or time.min, one[1].id))
    return {number: Fixed(found[number][1].name, plan.due_at, plan.words, plan.channel) for number, plan in plans}
