"""The working days of a person: the company's week and holidays, and the person's leave."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

import reminders
from storage.models import Person

from .company import Company


def calendar_of(company: Company, who: Person | None, today: date) -> reminders.Calendar:
    """The days on which this person works, around today."""
    calendar = _of_company(company.country, company.working_days, today.year)
    if who is None or not who.away_until:
        return calendar
    return calendar.with_leave(reminders.Span(_away_from(who, today), date.fromisoformat(who.away_until)))


@lru_cache(maxsize=64)
def _of_company(country: str, working_days: tuple[int, ...], year: int) -> reminders.Calendar:
    public = reminders.calendar_of(country, (year - 1, year, year + 1)) if country else reminders.Calendar()
    return replace(public, working_days=frozenset(day - 1 for day in working_days))


def _away_from(who: Person, today: date) -> date:
    return date.fromisoformat(who.away_from) if who.away_from else today
