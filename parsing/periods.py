"""Months and their parts: 月底, EOM, 11月中旬, 下个月第一周, first week of January, in March."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, monday, month_end, month_start, numeral
from parsing.monthdays import COUNT, MONTH, NAMES, YEAR, shift
from parsing.patterns import pattern
from parsing.years import YEAR as CHINESE_YEAR
from parsing.years import year_of

_PART = (
    r"(?:底(?![薪价盘])|末|尾(?![款货数部盘])|初|中下旬|上中旬|[上中下]旬|中(?![国间介央心])"
    r"|之?内(?![容部外涵销])|以内)"
)
_ENGLISH_PART = (
    r"(?P<part>(?:(?:by )?(?:the )?end of|beginning of|start of|early|mid(?:dle of)?|late"
    r"|(?:the )?first week (?:of|in))[ -])"
)


def chinese_part(found: Found, setting: Setting) -> Day | None:
    """月底, 下月初, 11月中旬, 三月底: the last, the first, the 15th."""
    today = setting.today
    if found["month"]:
        year, month = year_of(found["year"], today), numeral(found["month"])
        if year is not None:
            return found.sided(_part(date(year, month, 1), found["part"]), today)
        return _around(found, today, month, found["part"])
    return _month_part(found, today, shift(found["which"]), found["part"], bool(found["which"]))


def _month_part(found: Found, today: date, months: int, part: str, named: bool) -> Day:
    """A bare 月初 after the first is the next month's, unless it is past."""
    day = _part(month_start(today, months), part)
    if named or day == today:
        return found.sided(day, today)
    ahead = day if day >= today else _part(month_start(today, months + 1), part)
    behind = day if day <= today else _part(month_start(today, months - 1), part)
    return found.day(behind, ahead)


def _part(first: date, part: str) -> date:
    part = part.lower()
    if part.startswith(("下旬", "late")):
        return first.replace(day=25)
    if part.startswith(("底", "末", "尾")) or part.endswith("内") or "end" in part:
        return month_end(first)
    if part.startswith(("中", "mid")):
        return first.replace(day=15)
    return first


def _around(found: Found, today: date, month: int, part: str, weak: bool = False) -> Day:
    """A part of a named month without a year: the nearest on either side."""
    options = sorted(_part(date(today.year + step, month, 1), part) for step in (-1, 0, 1, 2))
    ahead, behind = next(day for day in options if day >= today), [day for day in options if day <= today][-1]
    return found.day(behind, ahead, weak)


def english_part(found: Found, setting: Setting) -> Day | None:
    """End of November, mid January, first week of January, early March."""
    today, month, part = setting.today, NAMES[found["month"].lower()[:3]], found["part"].strip()
    if found["year"]:
        return found.sided(_part(date(int(found["year"]), month, 1), part), today)
    return _around(found, today, month, part)


def end_of_month(found: Found, setting: Setting) -> Day | None:
    """EOM, end of this month, end of next month, mid next month, early next month."""
    which = found["which"].lower()
    months = 1 if which == "next" else -1 if which == "last" else 0
    return found.sided(_part(month_start(setting.today, months), found["part"] or "end"), setting.today)


def whole_month(found: Found, setting: Setting) -> Day | None:
    """In January, 3月份: weak, it dates only what is planned for it."""
    month = (
        NAMES[found["month"].lower()[:3]]
        if found["month"][0].isalpha() and found["month"].isascii()
        else numeral(found["month"])
    )
    year = year_of(found["year"], setting.today)
    if year is not None:
        return found.sided(date(year, month, 1), setting.today, weak=True)
    return _around(found, setting.today, month, "", weak=True)


def next_month(found: Found, setting: Setting) -> Day | None:
    """下个月, next month: its first day. This month says nothing."""
    months = shift(found["which"]) or {"next": 1, "last": -1}.get(found["which"].lower(), 0)
    if months == 0:
        return None
    day = month_start(setting.today, months)
    return found.day(day if months < 0 else None, day if months > 0 else None, weak=True)


def first_monday(found: Found, setting: Setting) -> Day | None:
    """下个月第一周, the second week of December: that week's first day, counted from the month's."""
    month, today, week = found["month"], setting.today, numeral(found["n"])
    if month:
        day = _around(found, today, numeral(month), "")
        return found.day(None, day.ahead + timedelta(weeks=week - 1) if day.ahead else None)
    first = month_start(today, shift(found["which"])) + timedelta(weeks=week - 1)
    return found.sided(first if week == 1 else monday(first), today)


MONTH_PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"""
            (?:(?P<month>{COUNT})月(?:份)?|(?P<which>(?:下下|下|上上|上|本|这
            |当)个?)月)的?第(?P<n>[一二三四1-4])个?(?:周|星期|礼拜)
        """),
        first_monday,
    ),
    (pattern(rf"(?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月(?:份)?[的月]?(?P<part>{_PART})"), chinese_part),
    (
        pattern(
            rf"(?P<month>)(?P<which>(?:(?:下{{1,3}}一?|上{{1,3}}一?|本|这|当)个?)|(?<![个\d几数多半每整]))月(?P<part>{_PART}|头)"
        ),
        chinese_part,
    ),
    (pattern(r"(?P<month>)(?P<which>)(?<![月份的年])(?P<part>[上中下]旬)"), chinese_part),
    (pattern(rf"\b{_ENGLISH_PART}{MONTH}{YEAR}"), english_part),
)
"""The beginnings, middles and ends of named months."""

PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(r"""
            \b(?P<part>(?:by )?(?:the )?end of|beginning of|start of|early|mid|late)[ -](?P<which>next|this|the
            |last)? ?month\b
        """),
        end_of_month,
    ),
    (pattern(r"\b(?P<which>)(?P<part>)(?:eom|month[ -]?end)\b"), end_of_month),
)
"""The same of this and the next month."""

WHOLE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"""
        (?<![\d.个])(?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月份?(?!\d|[日号])
    """),
        whole_month,
    ),
    (pattern(rf"\b(?:in|during|until|till|by|around|before) {MONTH}(?! \d)"), whole_month),
    (pattern(r"(?P<which>(?:下{1,3}|上{1,3})一?个?)月"), next_month),
    (pattern(r"\b(?P<which>next|last) month\b"), next_month),
)
"""Whole months, which date only what is planned for them."""
