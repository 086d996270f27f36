"""Public holidays as dates in a sentence: 春节前, 国庆后, by Christmas, after Chinese New Year."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting
from parsing.patterns import pattern

LUNAR_NEW_YEAR = {
    2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1,
    23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8), 2036: (1, 28), 2037: (2, 15), 2038: (2, 4),
}  # fmt: skip
DRAGON_BOAT = {
    2024: (6, 10), 2025: (5, 31), 2026: (6, 19), 2027: (6, 9), 2028: (5, 28), 2029: (6, 16), 2030: (6, 5), 2031: (6,
    24), 2032: (6, 12), 2033: (6, 1), 2034: (6, 20), 2035: (6, 10), 2036: (5, 30), 2037: (6, 18), 2038: (6, 7),
}  # fmt: skip
MID_AUTUMN = {
    2024: (9, 17), 2025: (10, 6), 2026: (9, 25), 2027: (9, 15), 2028: (10, 3), 2029: (9, 22), 2030: (9, 12),
    2031: (10, 1), 2032: (9, 19), 2033: (9, 8), 2034: (9, 27), 2035: (9, 16), 2036: (10, 4), 2037: (9, 24), 2038: (9,
    13),
}  # fmt: skip
"""From the Hong Kong Observatory's conversion tables."""

FIXED = {
    "元旦": (1, 1), "new year's day": (1, 1), "new year": (1, 1), "the new year": (1, 1), "清明": (4, 5),
    "清明节": (4, 5), "五一": (5, 1), "劳动节": (5, 1), "labour day": (5, 1), "labor day": (5, 1), "may day": (5, 1),
    "六一": (6, 1), "儿童节": (6, 1), "国庆": (10, 1), "国庆节": (10, 1), "十一假期": (10, 1), "national day": (10,
    1), "双十一": (11, 11), "双11": (11, 11), "双十二": (12, 12), "双12": (12, 12), "圣诞": (12, 25), "圣诞节": (12,
    25), "christmas": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24), "平安夜": (12, 24), "halloween": (10,
    31), "new year's eve": (12, 31), "跨年": (12, 31), "情人节": (2, 14), "valentine's day": (2, 14), "妇女节": (3,
    8), "三八节": (3, 8),
}  # fmt: skip
LUNAR = dict.fromkeys(
    (
        "春节",
        "过年",
        "新年",
        "农历新年",
        "农历年",
        "大年初一",
        "chinese new year",
        "cny",
        "lunar new year",
        "spring festival",
    ),
    LUNAR_NEW_YEAR,
)
LUNAR |= dict.fromkeys(("端午", "端午节", "dragon boat festival"), DRAGON_BOAT)
LUNAR |= dict.fromkeys(("中秋", "中秋节", "mid-autumn festival", "mid-autumn", "mid autumn"), MID_AUTUMN)
LENGTHS = {
    "春节": 8,
    "农历新年": 8,
    "chinese new year": 8,
    "cny": 8,
    "lunar new year": 8,
    "spring festival": 8,
    "国庆": 7,
    "国庆节": 7,
    "五一": 5,
    "劳动节": 5,
}
"""Days off, the holiday itself included; after it means after those."""


def _date(name: str, year: int) -> date | None:
    """That holiday's day in that year, or null beyond the tables."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in ("元宵", "元宵节"):
        return date(year, *LUNAR_NEW_YEAR[year]) + timedelta(days=14) if year in LUNAR_NEW_YEAR else None
    if name in ("除夕", "年三十"):
        return date(year, *LUNAR_NEW_YEAR[year]) - timedelta(days=1) if year in LUNAR_NEW_YEAR else None
    if name in ("thanksgiving", "感恩节"):
        return date(year, 11, 22) + timedelta(days=(3 - date(year, 11, 22).weekday()) % 7)
    if name == "easter":
        return _easter(year)
    return date(year, *LUNAR[name][year]) if year in LUNAR[name] else None


def _easter(year: int) -> date:
    """Easter Sunday (Gregorian, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holiday(found: Found, setting: Setting) -> Day | None:
    """The next such day, or the last when past; after a long holiday is the day when it is over."""
    name, today = found["name"].lower(), setting.today
    days = [day for year in range(today.year - 1, today.year + 3) if (day := _date(name, year))]
    if found["after"] or found["before"].lower().startswith("after"):
        days = [day + timedelta(days=LENGTHS.get(name, 1)) for day in days]
    ahead = next((day for day in days if day >= today), None)
    behind = next((day for day in reversed(days) if day <= today), None)
    return found.day(behind, ahead) if ahead or behind else None


_NAMES = [*FIXED, *LUNAR, "元宵", "元宵节", "除夕", "年三十", "thanksgiving", "感恩节", "easter"]
_CHINESE = "|".join(
    sorted((name for name in _NAMES if not name.isascii() and name not in ("过年", "新年")), key=len, reverse=True)
)
_ENGLISH = "|".join(sorted((name for name in _NAMES if name.isascii()), key=len, reverse=True))

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(
            rf"""
            (?P<before>)(?P<name>{_CHINESE})(?:假期|长假|期间)?(?P<after>之后|以后|过后|后(?!天)|放假回来|回来)?
        """,
            cased=True,
        ),
        holiday,
    ),
    (pattern(r"(?P<before>)(?P<after>)(?P<name>过年|新年)(?=之?前)", cased=True), holiday),
    (
        pattern(rf"""
            \b(?P<before>after |before |by |till |until |around |at )(?:the )?(?P<name>{_ENGLISH})\b(?: holidays?
            | break)?(?P<after>)
        """),
        holiday,
    ),
)
