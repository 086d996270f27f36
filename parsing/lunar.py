"""The lunar calendar: 正月十五, 腊月二十三, 农历八月十五, 大年初三, 初八, and the feasts that move with it."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, numeral
from parsing.patterns import pattern
from parsing.years import YEAR, year_of

NEW_YEARS = {
    2015: "0219 sLssLsLLLsLs", 2016: "0208 LsLssLsLLsLL", 2017: "0128 sLsLssLsLsLLL 6", 2018: "0216 sLsLssLsLsLL",
    2019: "0205 LsLsLssLssLL", 2020: "0125 sLLLsLssLsLsL 4", 2021: "0212 sLLsLsLsLsLs", 2022: "0201 LsLsLLsLsLsL",
    2023: "0122 sLssLLsLLsLsL 2", 2024: "0210 sLssLsLLsLLs", 2025: "0129 LsLssLsLsLLLs 6",
    2026: "0217 LsLssLssLLLs", 2027: "0206 LLsLssLssLLs", 2028: "0126 LLLsLssLssLLs 5", 2029: "0213 LLsLsLsLssLL",
    2030: "0203 sLsLLsLsLsLs", 2031: "0123 sLLsLsLLsLsLs 3", 2032: "0211 LssLsLLsLLsL",
    2033: "0131 sLssLsLsLLLsL 11", 2034: "0219 sLssLsLsLLsL", 2035: "0208 LsLssLssLLsL",
    2036: "0128 LLsLssLssLsLL 6", 2037: "0215 LLsLssLssLsL", 2038: "0204 LLsLsLsLssLs",
    2039: "0124 LLsLLsLsLsLss 5", 2040: "0212 LsLLsLsLLsLs", 2041: "0201 sLsLsLLsLLsL",
    2042: "0122 sLssLsLsLLsLL 2", 2043: "0210 sLssLssLLsLL", 2044: "0130 LsLssLssLsLLL 7",
    2045: "0217 LsLssLssLsLL", 2046: "0206 LsLsLsLssLsL", 2047: "0126 LsLLsLsLssLsL 5", 2048: "0214 sLLsLLsLssLs",
    2049: "0202 LsLsLLsLLsLs", 2050: "0123 sLsLsLsLLsLLs 3",
}  # fmt: skip
"""The day on which a lunar year begins, its months long (30 days) or short (29), and after which one it has a leap
month. From the Hong Kong Observatory's conversion tables."""

FEASTS = {
    "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中元": (7, 15), "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8),
    "小年": (12, 23),
}  # fmt: skip
MONTHS = {"正": 1, "冬": 11, "腊": 12}


def solar(year: int, month: int, day: int) -> date | None:
    """The date of a day of a lunar year's month; null beyond the tables and past the month's end."""
    if year not in NEW_YEARS:
        return None
    begins, months, *leap = NEW_YEARS[year].split()
    before = month - 1 + bool(leap and int(leap[0]) < month)
    lengths = [30 if one == "L" else 29 for one in months]
    if not 1 <= day <= lengths[before]:
        return None
    return date(year, int(begins[:2]), int(begins[2:])) + timedelta(days=sum(lengths[:before]) + day - 1)


def lunar_date(found: Found, setting: Setting) -> Day | None:
    """腊月二十三, 农历八月十五, 明年正月初八: without a year the nearest on either side."""
    month = MONTHS.get(found["month"]) or (numeral(found["month"]) if found["month"] else 1)
    day = numeral(found["day"].removeprefix("初"))
    if found["part"] in ("底", "末"):
        day = 30 if solar(setting.today.year, month, 30) else 29
    return _nearest(found, setting, month, day)


def _nearest(found: Found, setting: Setting, month: int, day: int) -> Day | None:
    today, weak = setting.today, not (found["day"] or found["part"])
    year = year_of(found["year"], today)
    if year is not None:
        return found.sided(solar(year, month, day), today, weak) if year in NEW_YEARS else None
    days = [one for year in range(today.year - 2, today.year + 3) if (one := solar(year, month, day))]
    ahead = next((one for one in days if one >= today), None)
    behind = next((one for one in reversed(days) if one <= today), None)
    return found.day(behind, ahead, weak) if ahead or behind else None


_LUNAR = r"(?:农历|阴历|旧历)的?"
_MONTH = r"(?P<month>正|冬|腊|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_COUNTS = r"(?![批个台次件套箱吨斤位人种样张周期直定])"
_FIRST = rf"初(?:十|[一二三四五六七八九]){_COUNTS}|廿[一二三四五六七八九]?"
_DAY = rf"(?:{_FIRST}|三十|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|(?:30|[12]\d|0?[1-9])(?![\d.]))"
_PART = r"(?P<part>[底末]|)"

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"(?P<year>{YEAR}){_LUNAR}{_MONTH}\s?(?P<day>{_DAY})[日号]?", cased=True), lunar_date),
    (pattern(rf"{_LUNAR}(?P<year>{YEAR}|){_MONTH}\s?(?P<day>{_DAY})[日号]?", cased=True), lunar_date),
    (pattern(rf"(?P<year>{YEAR}|)(?P<month>[正冬腊])月\s?(?P<day>{_DAY})[日号]?", cased=True), lunar_date),
    (
        pattern(rf"(?P<year>{YEAR}|)(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>{_FIRST})", cased=True),
        lunar_date,
    ),
    (pattern(rf"{_LUNAR}(?P<year>{YEAR}|){_MONTH}{_PART}", cased=True), lunar_date),
    (pattern(rf"(?P<year>{YEAR}|)(?P<month>[正腊])月{_PART}", cased=True), lunar_date),
    (
        pattern(rf"(?:大年|(?<![今明去后当来])年)初(?P<day>十|[一二三四五六七八九]){_COUNTS}", cased=True),
        lunar_date,
    ),
    (
        pattern(
            r"(?<![年月最当起如始太之第])初(?P<day>十|[四五六七八九])(?![级步期审稿版衷心恋赛选始日月年中]|\d)",
            cased=True,
        ),
        lunar_date,
    ),
)
"""A day of the lunar calendar; 初八 alone is one of the first month, 初一 to 初三 may be grades of a school."""
