"""Steps of the calendar and of the clock: so many days, working days, weeks, months or hours from a day or from now."""

from datetime import UTC, date, timedelta

from parsing.days import Day, Found, Setting, month_after

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def step(day: date, unit: str, count: float) -> date:
    """So many units from a day; half a month is fifteen days."""
    if unit in MONTHS:
        months = count * MONTHS[unit]
        half = 15 * (months % 1 > 0)
        return month_after(day, int(months)) + timedelta(days=half if months > 0 else -half)
    if unit == "workday":
        return workdays(day, int(count))
    return day + timedelta(days=int(count * (7 if unit == "week" else 1)))


def workdays(day: date, count: int) -> date:
    """So many working days after a day, or before it."""
    ahead = 1 if count > 0 else -1
    while count:
        day += timedelta(days=ahead)
        count -= ahead * (day.weekday() < 5)
    return day


def soon(found: Found, setting: Setting, minutes: float) -> Day:
    """Minutes from now, on the speaker's clock, across midnight and changes of the clock."""
    local = (setting.heard.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(setting.heard.tzinfo)
    return found.future(local.date(), at=local.time().replace(second=0, microsecond=0, tzinfo=None))
