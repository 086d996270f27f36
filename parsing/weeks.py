"""Weeks in English: Friday next week, next week on Tuesday or Thursday, the third week of July."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, monday, month_end, month_start
from parsing.monthdays import MONTH, NAMES
from parsing.patterns import pattern
from parsing.weekdays import NAME, english_day

WHICH = {"next": 1, "following": 1, "coming": 1, "upcoming": 1, "this": 0, "current": 0, "last": -1, "past": -1,
         "previous": -1, "after next": 2}  # fmt: skip
PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
THURSDAY = 3

_OTHER = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?"
_OR = rf"(?:(?:,? (?:or|and|to|through|till|until) |\s?[/&-]\s?){_OTHER})?"
_WEEK = r"(?:(?P<which>next|following|coming|upcoming|this|current|last|past|previous)(?:'s)? (?:week|wk)\b(?:'s)?)"
_WHICH_MONTH = (
    rf"(?:{MONTH}(?:,? (?P<year>20\d\d)\b)?|(?:the )?(?P<which>this|next|last|previous|coming|the)? ?month\b)"
)


def in_a_week(found: Found, setting: Setting) -> Day:
    """Friday next week, next week on Tuesday; of two days the first."""
    weeks = WHICH[found["which"].lower() or "after next"]
    return found.sided(monday(setting.today, weeks) + timedelta(days=english_day(found["day"])), setting.today)


def coming_week(found: Found, setting: Setting) -> Day:
    """The coming week is its Monday."""
    return found.future(monday(setting.today, 1))


def week_of_a_month(found: Found, setting: Setting) -> Day | None:
    """The third week of July is its Monday; the first begins with the month, the last has its last Thursday."""
    today, place = setting.today, PLACES[found["nth"].lower()]
    if not found["month"]:
        return found.sided(_week(month_start(today, WHICH.get(found["which"].lower(), 0)), place), today)
    month = NAMES[found["month"].lower()[:3]]
    if found["year"]:
        return found.sided(_week(date(int(found["year"]), month, 1), place), today)
    days = sorted(_week(date(today.year + years, month, 1), place) for years in (-1, 0, 1))
    return found.day(
        next((day for day in reversed(days) if day <= today), None), next((day for day in days if day >= today), None)
    )


def _week(first: date, place: int) -> date:
    if place < 0:
        return monday(month_end(first) - timedelta(days=THURSDAY))
    return monday(first + timedelta(weeks=place)) if place else first


def after_the_weekend(found: Found, setting: Setting) -> Day:
    """The Monday after it."""
    return found.future(monday(setting.today, 1))


def weekend_after_next(found: Found, setting: Setting) -> Day:
    """A week after the coming one, its Saturday."""
    return found.future(monday(setting.today, 1) + timedelta(days=5))


def numbered_week(found: Found, setting: Setting) -> Day | None:
    """Week 50, KW 7: the Monday of the ISO week, the nearest on either side; it dates only what is planned for it."""
    weeks, today = int(found["n"]), setting.today
    days = [date(year, 1, THURSDAY + 1) + timedelta(weeks=weeks - 1) for year in range(today.year - 1, today.year + 2)]
    mondays = [monday(day) for day in days]
    ahead = next((day for day in mondays if day >= today), None)
    return found.day(next((day for day in reversed(mondays) if day <= today), None), ahead, weak=True)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?:on |by |before )?{NAME}{_OR} (?:of |in )?(?:the )?{_WEEK}"), in_a_week),
    (pattern(rf"\b(?:on |by |before )?{NAME}{_OR} (?:of |in )?the week after next\b(?P<which>)"), in_a_week),
    (pattern(rf"\b{_WEEK} (?:(?:on|by|before|from|between|either) )?{NAME}{_OR}"), in_a_week),
    (pattern(r"\b(?:the )?(?:coming|upcoming|following) (?:week|wk)\b"), coming_week),
    (
        pattern(rf"""
            \b(?:in |by |during )?(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) week (?:of
            |in)\s{_WHICH_MONTH}
        """),
        week_of_a_month,
    ),
    (pattern(r"\b(?:after|post) (?:the |this )?weekend\b"), after_the_weekend),
    (pattern(r"\b(?:the )?weekend after next\b"), weekend_after_next),
    (
        pattern(r"\b(?:in |by |until )?(?:calendar )?(?:week|wk\.?|cw|kw) ?(?P<n>[1-4]\d|5[0-3])\b(?! of)"),
        numbered_week,
    ),
)
"""Read before the weekday or the week alone could be."""
