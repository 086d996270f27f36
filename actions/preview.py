"""The coming week, on Sunday evenings for those who want it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import reminders
from storage import occurrences
from storage.models import Customer, Standing

from . import agenda
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
    """Who is due next week, day by day as far as one person gets; `later` are those that the week has no room for,
    `top` those to look at first."""

    customers: int
    best: int
    days: tuple[WeekDay, ...]
    later: int
    top: tuple[Upcoming, ...]


Row = tuple[Standing, Customer]


def say(ringing: Ringing) -> WeekAhead | None:
    """What is due until next Sunday, spread over its working days by what matters."""
    monday = ringing.row.on + timedelta(days=1)
    calendar = calendar_of(ringing.company, ringing.who, monday)
    days = [day for day in reminders.Span(monday, reminders.sunday_of(monday)) if calendar.works(day)]
    covered = covered_by(ringing.who, occurrences.deputies(ringing.db), days[0] if days else monday)
    rows = occurrences.standings_owned(
        ringing.db, ringing.who.id, covered, reminders.sunday_of(monday), ringing.now
    )  # fmt: skip
    if not days or not rows:
        return None
    placed = _spread(ringing, rows, days, calendar)
    best = sum(standing.tier == "A" for standing, _ in rows)
    top = sorted(rows, key=lambda row: (row[0].tier, -row[0].score, row[1].id))[:SHOWN]
    return WeekAhead(
        len(rows), best, tuple(_day(on, found) for on, found in placed.items() if found),
        len(rows) - sum(map(len, placed.values())),
        tuple(Upcoming(customer.id, customer.name) for _, customer in top),
    )  # fmt: skip


def _spread(
    ringing: Ringing, rows: Sequence[Row], days: Sequence[date], calendar: reminders.Calendar
) -> dict[date, list[Row]]:
    """Each day with what is agreed for it, and then with what matters most, up to the touches of a day."""
    left, placed = list(rows), dict[date, list[Row]]()
    for on in days:
        lines = {
            customer.id: agenda.ranked(standing, calendar, ringing.company, on, None) for standing, customer in left
        }
        due = [row for row in left if (row[0].due_on or on) <= on]
        due.sort(key=lambda row: (not _agreed_for(row[0], on), -lines[row[1].id].rank, row[1].id))
        agreed = sum(_agreed_for(standing, on) for standing, _ in due)
        placed[on] = due[: max(agreed, ringing.company.reminding.touches_per_day)]
        left = [row for row in left if row not in placed[on]]
    return placed


def _agreed_for(standing: Standing, on: date) -> bool:
    return standing.due_because == agenda.PLAN and standing.due_on == on


def _day(on: date, found: Sequence[Row]) -> WeekDay:
    return WeekDay(on, tuple(customer.name for _, customer in found[:2]), len(found))
