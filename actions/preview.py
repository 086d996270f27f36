"""The coming week, on Sunday evenings for those who want it."""

from dataclasses import dataclass
from datetime import date, timedelta

import reminders
from storage import occurrences

from .calendars import calendar_of
from .cover import covered_by
from .ringing import Ringing

SHOWN = 3


@dataclass(frozen=True)
class WeekDay:
    """One day of the coming week: how many are due, the first of them by name."""

    on: date
    names: tuple[str, ...]
    customers: int


@dataclass(frozen=True)
class Upcoming:
    """A customer to look at already."""

    customer: int
    name: str


@dataclass(frozen=True)
class WeekAhead:
    """Who is due next week, day by day; `top` are those to look at first."""

    customers: int
    best: int
    days: tuple[WeekDay, ...]
    top: tuple[Upcoming, ...]


def say(ringing: Ringing) -> WeekAhead | None:
    """What is due until next Sunday; what is late already belongs to its first working day."""
    monday = ringing.row.on + timedelta(days=1)
    calendar = calendar_of(ringing.company, ringing.who, monday)
    first = calendar.next_working_day(monday)
    covered = covered_by(ringing.who, occurrences.deputies(ringing.db), first)
    until = reminders.sunday_of(monday)
    rows = occurrences.standings_owned(ringing.db, ringing.who.id, covered, until, ringing.now)
    ranked = sorted(rows, key=lambda row: (max(row[0].due_on or first, first), -row[0].score, row[1].id))
    days: dict[date, list[str]] = {}
    for standing, customer in ranked:
        days.setdefault(max(standing.due_on or first, first), []).append(customer.name)
    if not days:
        return None
    best = sum(standing.tier == "A" for standing, _ in ranked)
    top = sorted(rows, key=lambda row: (row[0].tier, -row[0].score, row[1].id))[:SHOWN]
    return WeekAhead(
        len(ranked), best,
        tuple(WeekDay(on, tuple(names[:2]), len(names)) for on, names in sorted(days.items())[:5]),
        tuple(Upcoming(customer.id, customer.name) for _, customer in top),
    )  # fmt: skip
