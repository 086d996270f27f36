"""Days: one date in a text with both its readings, and the arithmetic of weeks and months."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "廿": 20,
    "卅": 30,
}


@dataclass(frozen=True)
class Day:
    """A date and its place. `behind` is it read as past, `ahead` as future; today is both.

    at: the time of day; by: a deadline (周五前, by Friday); weak: a whole month or quarter; fault: no such date;
    stale: just past, and far from coming again.
    """

    start: int
    end: int
    behind: date | None = None
    ahead: date | None = None
    at: time | None = None
    by: bool = False
    weak: bool = False
    fault: bool = False
    stale: bool = False


@dataclass(frozen=True)
class Setting:
    """When and where something is said. Weeks start on Monday; the month comes first where `month_first`."""

    heard: datetime
    region: str = "CN"
    day: date | None = None
    """The day of a time that stands alone, where one is spoken of."""

    @property
    def today(self) -> date:
        """The speaker's own date."""
        return self.heard.date()

    @property
    def month_first(self) -> bool:
        """Whether 11/12 is 12 November."""
        return self.region[:2] in ("US", "PH", "CN", "TW", "HK", "JP", "KR", "CA", "MO")


Reader = Callable[["Found", Setting], "Day | None"]
"""From a match and the setting to the day it means, or null where it means none."""


@dataclass(frozen=True)
class Found:
    """A match of one pattern: its place and its named groups."""

    start: int
    end: int
    groups: dict[str, str | None]

    def __getitem__(self, name: str) -> str:
        return self.groups.get(name) or ""

    def day(self, behind: date | None, ahead: date | None, weak: bool = False, at: time | None = None) -> Day:
        """These readings, standing at this place."""
        return Day(self.start, self.end, behind, ahead, weak=weak, at=at)

    def past(self, on: date | None) -> Day:
        """Certainly past."""
        return self.day(on, None) if on else self.fault()

    def future(self, on: date | None, weak: bool = False, at: time | None = None) -> Day:
        """Certainly ahead."""
        return self.day(None, on, weak, at) if on else self.fault()

    def fault(self) -> Day:
        """A date that the calendar doesn't have."""
        return Day(self.start, self.end, fault=True)

    def sided(self, on: date | None, today: date, weak: bool = False) -> Day:
        """A full date lies on one side of today, or on today itself."""
        if on is None:
            return self.fault()
        return self.day(on if on <= today else None, on if on >= today else None, weak)


def numeral(words: str) -> int:
    """12, 十二, 二十, 廿一, 三 as a small whole number; an empty text counts one."""
    if not words:
        return 1
    if words.isascii():
        return int(words)
    tens, found, units = words.partition("十")
    if not found:
        return sum(
            NUMERALS[sign] * 10 ** (len(words) - place - 1) if NUMERALS[sign] < 10 else NUMERALS[sign]
            for place, sign in enumerate(words)
        )
    return (NUMERALS[tens[-1]] if tens else 1) * 10 + (NUMERALS[units[0]] if units else 0)


def on(year: int, month: int, day: int) -> date | None:
    """The date, or null where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_after(day: date, months: int) -> date:
    """The same day so many months on, or that month's last."""
    place = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(9998, place // 12)), place % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_start(day: date, months: int = 0) -> date:
    """The first day of the month so many months on."""
    return month_after(day.replace(day=1), months)


def monday(day: date, weeks: int = 0) -> date:
    """The Monday of the week so many weeks on."""
    return day + timedelta(days=7 * weeks - day.weekday())


def coming(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def recent(today: date, weekday: int) -> date:
    """The latest such weekday, today included."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def yearless(found: Found, today: date, month: int, day: int) -> Day:
    """A month and a day without a year: the nearest on either side; a day that neither year has is refused."""
    year = today.year
    this, later = (month, day) >= (today.month, today.day), (month, day) <= (today.month, today.day)
    ahead = on(year if this else year + 1, month, day)
    behind = on(year if later else year - 1, month, day)
    return found.day(behind, ahead) if ahead and behind else _half(found, behind, ahead)


def _half(found: Found, behind: date | None, ahead: date | None) -> Day:
    """29 February in a common year: kept only as what it can be, and marked."""
    return Day(found.start, found.end, behind, ahead, fault=True)
