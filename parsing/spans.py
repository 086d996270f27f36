"""Spans of time that a question is about: 上个月, 本周, 10月, last month, since 1 Oct, 10月1日到11月15日."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from parsing import dates
from parsing.days import monday, month_end, month_start, numeral
from parsing.monthdays import NAMES
from parsing.patterns import pattern
from parsing.script import fold

DAY = timedelta(days=1)
LAST = pattern(r"上个?|上一个?|\b(?:last|previous)\b")
UNITS = (
    ("week", pattern(r"(?:[本这上]一?个?|\b(?:this|last|previous) )(?:周|星期|礼拜|week\b)")),
    ("month", pattern(r"(?:[本这上当]一?个?|\b(?:this|last|previous) )(?:月|month\b)")),
    ("quarter", pattern(r"(?:[本这上]一?个?|\b(?:this|last|previous) )(?:季度?|quarter\b)")),
    ("year", pattern(r"今年|去年|\b(?:this|last|previous) year\b")),
)
TODAY, YESTERDAY = pattern(r"今[天日]|\btoday\b"), pattern(r"昨[天日]|\byesterday\b")
SINCE = pattern(r"以来|至今|起|从|自|\bsince\b|\bfrom\b")
MONTH = re.compile(
    r"(?:(?P<year>20\d\d)\s?[年-]\s?)?(?:(?P<zh>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?:份)?(?!\s?\d|底|初|中)"
    r"|\b(?P<en>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?! ?\d{1,2}\b)(?:\s(?P<after>20\d\d))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


def span(text: str, heard: datetime, region: str = "CN") -> Span | None:
    """The span that a text names, up to today at most where it isn't over; None where it names none."""
    words, today = fold(text).lower(), heard.date()
    found = _unit(words, today) or _dated(words, heard, region) or _month(words, today)
    if found is None or found.first > today:
        return None
    return Span(found.first, min(found.last, today))


def _unit(words: str, today: date) -> Span | None:
    if YESTERDAY.search(words):
        return Span(today - DAY, today - DAY)
    if TODAY.search(words) and not SINCE.search(words):
        return Span(today, today)
    for unit, named in UNITS:
        if found := named.search(words):
            return whole(unit, today, back=1 if LAST.search(found[0]) or "去" in found[0] else 0)
    return None


def whole(unit: str, today: date, back: int = 0) -> Span:
    """The week, month, quarter or year of a date, or so many before it."""
    if unit == "week":
        first = monday(today, -back)
        return Span(first, first + 6 * DAY)
    if unit == "year":
        return Span(date(today.year - back, 1, 1), date(today.year - back, 12, 31))
    months = (today.month - 1) % 3 if unit == "quarter" else 0
    first = month_start(today, -months - back * (3 if unit == "quarter" else 1))
    return Span(first, month_end(month_start(first, 2) if unit == "quarter" else first))


def _dated(words: str, heard: datetime, region: str) -> Span | None:
    """Between two dates, or since one; a date without a year is the last one that was."""
    noon = datetime.combine(heard.date(), time(12), heard.tzinfo)
    found = [day for day in dates.find(words, noon, region) if not day.weak and (day.behind or day.ahead)]
    days = [_was(day.behind or day.ahead, heard.date()) for day in found if day.behind or day.ahead]
    if not days:
        return None
    return Span(min(days), max(days)) if len(days) > 1 else Span(days[0], heard.date())


def _was(day: date | None, today: date) -> date:
    assert day is not None
    return day if day <= today else day.replace(year=day.year - 1, day=min(day.day, 28))


def _month(words: str, today: date) -> Span | None:
    """A month by its name: the last one that was; with *since*, until today."""
    found = MONTH.search(words)
    if found is None:
        return None
    month = numeral(found["zh"]) if found["zh"] else NAMES[found["en"].lower()[:3]]
    year = int(found["year"] or found["after"] or (today.year if month <= today.month else today.year - 1))
    first = date(year, month, 1)
    return Span(first, today if SINCE.search(words) else month_end(first))
