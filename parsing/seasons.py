"""Seasons: 明年春天, 开春, and the solar terms that people date by: 清明, 立秋, 冬至."""

import re
from datetime import date

from parsing.days import Day, Found, Reader, Setting
from parsing.patterns import pattern
from parsing.years import YEAR, year_of

TERMS = {
    "立春": (2, 3.87), "惊蛰": (3, 5.63), "春分": (3, 20.646), "清明": (4, 4.81), "立夏": (5, 5.52), "芒种": (6, 5.678),
    "夏至": (6, 21.37), "立秋": (8, 7.5), "处暑": (8, 23.13), "秋分": (9, 23.042), "霜降": (10, 23.438),
    "立冬": (11, 7.438), "冬至": (12, 21.94),
}  # fmt: skip
"""Their months, and where in them the century began them; the names that are weather as well are left out."""
DRIFT = 0.2422
"""Days by which a year is longer than 365."""
MONTHS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""The first month of a season."""


def term(name: str, year: int) -> date:
    """The day of a solar term in this century (Shou Xing's formula; right from 2022 to 2050)."""
    month, began = TERMS[name]
    passed = year % 100
    leaps = (passed - 1) // 4 if month < MONTHS["春"] else passed // 4
    return date(year, month, int(passed * DRIFT + began) - leaps)


def season(found: Found, setting: Setting) -> Day | None:
    """明年春天, 开春: its first day, which dates only what is planned for it."""
    today, month = setting.today, MONTHS[found["season"]]
    year = year_of(found["year"], today)
    if year is not None:
        return found.sided(date(year, month, 1), today, weak=True)
    days = [date(year, month, 1) for year in (today.year - 1, today.year, today.year + 1)]
    return found.day(max(day for day in days if day <= today), min(day for day in days if day >= today), weak=True)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"(?P<year>{YEAR})(?P<season>[春夏秋冬])[天季]?(?![节装款种新粮菜茶夏秋冬])", cased=True), season),
    (pattern(r"(?P<year>)(?<![召打公展收投输加列进])[开入](?P<season>[春夏秋冬])(?![节季装款])", cased=True), season),
)
