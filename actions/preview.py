"""The coming week, on Sunday evenings for those who want it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import reminders
from storage import occurrences
from storage.models import Customer, Standing

from . import agenda, ahead, lines
from .ahead import Fixed
from .calendars import calendar_of
from .cover import covered_by
from .ringing import Ringing

SHOWN, FIXED, OTHERS = 3, 4, 2
"""So many to look at first; of a day so many times and promises, and so many others."""


@dataclass(frozen=True)
class WeekDay:
    """One day of the coming week: what has its time or its words, who else is due, the first of them by name; how
    many in all."""

    on: date
    fixed: tuple[Fixed, ...]
    names: tuple[str, ...]
    customers: int


@dataclass(frozen=True)
class Upcoming:
    """A customer to look at already."""

    customer: int
    name: str


@dataclass(frozen=True)
class WeekAhead:
    """Who is due next week, day by day as far as one person gets; `later` are those that the week has no room for,
    `best` how many of the others are A, `top` those to look at first."""

    customers: int
    best: int
    days: tuple[WeekDay, ...]
    later: int
    top: tuple[Upcoming, ...]


Row = tuple[Standing, Customer]


def say(ringing: Ringing) -> WeekAhead | None:
    """What is due until next Sunday, spread over its working days as their lists will have it."""
    monday = ringing.row.on + timedelta(days=1)
    calendar = calendar_of(ringing.company, ringing.who, monday)
    days = [day for day in reminders.Span(monday, reminders.sunday_of(monday)) if calendar.works(day)]
    covered = covered_by(ringing.who, occurrences.deputies(ringing.db), days[0] if days else monday)
    until = reminders.sunday_of(monday)
    rows = occurrences.standings_owned(ringing.db, ringing.who.id, covered, until, ringing.now)
    if not days or not rows:
        return None
    placed = _spread(ringing, rows, days, calendar)
    best = sum(standing.tier == "A" for found in placed.values() for standing, _ in found)
    top = sorted(rows, key=lambda row: (row[0].tier, -row[0].score, row[1].id))[:SHOWN]
    return WeekAhead(
        len(rows), best, tuple(_day(ringing, on, found) for on, found in placed.items() if found),
        len(rows) - sum(map(len, placed.values())),
        tuple(Upcoming(customer.id, customer.name) for _, customer in top),
    )  # fmt: skip


def _spread(
    ringing: Ringing, rows: Sequence[Row], days: Sequence[date], calendar: reminders.Calendar
) -> dict[date, list[Row]]:
    """Each day with those whom its list will name, if all of the days before are seen to."""
    left, placed = {customer.id: (standing, customer) for standing, customer in rows}, dict[date, list[Row]]()
    for on in days:
        agreed = lines.agreed(ringing.db, ringing.who, on)
        waits = [
            agenda.ranked(row, calendar, ringing.company, on, agreed.get(number)) for number, (row, _) in left.items()
        ]
        top = reminders.agenda(waits, on, ringing.company.reminding).top
        placed[on] = [left.pop(int(line.customer_id)) for line in top]
    return placed


def _day(ringing: Ringing, on: date, found: Sequence[Row]) -> WeekDay:
    fixed = ahead.fixed(ringing.db, ringing.who, on, ringing.now)
    others = [customer.name for _, customer in found if customer.id not in fixed]
    return WeekDay(on, tuple(fixed.values())[:FIXED], tuple(others[: OTHERS if not fixed else 1]), len(found))
