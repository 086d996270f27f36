"""On which days Clearspring works."""

from datetime import date, timedelta

NEW_YEARS = tuple(
    map(date.fromisoformat, "2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03".split())  # noqa: SIM905
)
"""The first day of the lunar year: a week around it nobody is visited."""

CLOSED = frozenset({(1, 1), (5, 1), (5, 2), (5, 3), *((10, day) for day in range(1, 8))})
"""Month and day of the holidays with a fixed date."""


def works(day: date) -> bool:
    """Whether people work on this day."""
    festive = any(-2 < (day - new_year).days < 7 for new_year in NEW_YEARS)
    return day.isoweekday() <= 5 and (day.month, day.day) not in CLOSED and not festive


def at_or_before(day: date) -> date:
    """The last working day up to this one."""
    while not works(day):
        day -= timedelta(days=1)
    return day


def after(day: date, count: int) -> date:
    """The working day that follows after so many; with 0 the day itself or the next working day."""
    while not works(day):
        day += timedelta(days=1)
    return day if count == 0 else after(day + timedelta(days=1), count - 1)
