"""What somebody asked to be reminded of: dates of a customer, every year or once, and things of their own.

>>> from datetime import date
>>> Marked(1, 7, date(2024, 2, 29), yearly=True).days_to(date(2027, 2, 28))
0
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time

from .calendar import Calendar


@dataclass(frozen=True)
class Marked:
    """A date of a customer, or of somebody there: spoken of on the day, and `ahead` days before if that isn't 0."""

    occasion_id: int | str
    customer_id: int | str
    on: date
    yearly: bool = False
    ahead: int = 0
    made_at: datetime | None = None

    def days_to(self, day: date) -> int | None:
        """Days from this day to the date, if it is spoken of on this day; else None."""
        distances = ((each - day).days for each in self._dates(day))
        return next((days for days in distances if days in (0, self.ahead)), None)

    def next_from(self, day: date) -> date:
        """When it comes next, this day included; one that comes once keeps its date."""
        return next((each for each in self._dates(day) if each >= day), self.on)

    def _dates(self, day: date) -> tuple[date, ...]:
        return (_in_year(self.on, day.year), _in_year(self.on, day.year + 1)) if self.yearly else (self.on,)


@dataclass(frozen=True)
class Asked:
    """A reminder of one's own: once, or every day, workday, week or month from its first date on.

    `on` and `at` are wall time in `zone`. A monthly one of the 31st comes on the last day of a shorter month.
    """

    reminder_id: int | str
    on: date
    at: time
    zone: str
    every: str | None = None
    made_at: datetime | None = None

    def falls_on(self, day: date, calendar: Calendar) -> bool:
        """Does it come on this day?"""
        if self.every is None or day < self.on:
            return day == self.on
        if self.every == "week":
            return day.weekday() == self.on.weekday()
        if self.every == "month":
            return day.day == min(self.on.day, monthrange(day.year, day.month)[1])
        return self.every == "day" or calendar.works(day)


def _in_year(on: date, year: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    return on.replace(year=year, day=min(on.day, monthrange(year, on.month)[1]))
