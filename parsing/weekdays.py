"""Weekdays and weeks: 下周三, 上周五, 周末, next Tue, a week from Friday, Thu 14th, 下周, next week."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, coming, monday, month_start, numeral, on, recent
from parsing.monthdays import OR_NEXT
from parsing.patterns import pattern

CHINESE_DAYS = (
    {sign: value for value, sign in enumerate("一二三四五六日")}
    | {"天": 6, "末": 5}
    | {str(n): n - 1 for n in range(1, 8)}
)
ENGLISH_DAYS = {name: value for value, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
NAME = (
    r"(?P<day>mon(?:day)?s?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
WEEK = r"(?:周|星期|礼拜)"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def english_day(name: str) -> int:
    """Monday is 0."""
    return ENGLISH_DAYS[name.lower()[:3]]


def weeks_on(words: str) -> int | None:
    """下下 is two weeks on, 上 one back, 本 and 这 this one; null for a bare weekday."""
    if not words:
        return None
    return words.count("下") - words.count("上")


def chinese_weekday(found: Found, setting: Setting) -> Day:
    """下周三 is that day of the next week; a bare 周三 the next one, or the latest when past."""
    weekday, weeks, today = CHINESE_DAYS[found["day"]], weeks_on(found["which"]), setting.today
    if weeks is None:
        return found.day(recent(today, weekday), coming(today, weekday))
    return found.sided(monday(today, weeks) + timedelta(days=weekday), today)


def chinese_week(found: Found, setting: Setting) -> Day | None:
    """下周 is its Monday, 下周中 its Wednesday; 这周 alone only sets a deadline: its Friday."""
    weeks, today, part = weeks_on(found["which"]) or 0, setting.today, found["part"]
    offset = {"中": 2, "内": 4, "底": 4, "": 0, "初": 0, "头": 0}[part]
    if weeks == 0 and part not in ("内", "底", "中"):
        return None
    week = monday(today, weeks) + timedelta(days=offset)
    return found.sided(max(week, today) if weeks == 0 else week, today)


def english_weekday(found: Found, setting: Setting) -> Day | None:
    """Next Wed is that day of the next week, last Wed of the last one; a bare Wed the next, or the latest when past."""
    today, weekday, which = setting.today, english_day(found["day"]), found["which"].lower()
    if found["of"]:
        return dated_weekday(found, setting)
    if which in ("next", "last", "past", "previous"):
        week = monday(today, 1 if which == "next" else -1)
        return found.sided(week + timedelta(days=weekday), today)
    ahead, behind = coming(today, weekday), recent(today, weekday)
    if which == "this":
        day = monday(today) + timedelta(days=weekday)
        return found.day(behind if day >= today else day, day if day >= today else ahead)
    return found.day(None if which == "coming" else behind, ahead)


def dated_weekday(found: Found, setting: Setting) -> Day:
    """Thu 14th: the nearest 14th that is a Thursday within half a year either way, else simply the 14th."""
    today, number, weekday = setting.today, int(found["of"]), english_day(found["day"])
    ahead = _nearest(today, number, weekday, range(7))
    behind = _nearest(today, number, weekday, range(0, -7, -1))
    if ahead is None and behind is None:
        return day_of_month(found, setting, number)
    return found.day(behind, ahead)


def _nearest(today: date, number: int, weekday: int, months: range) -> date | None:
    days = (on(first.year, first.month, number) for first in (month_start(today, step) for step in months))
    forward = months.step > 0
    return next(
        (day for day in days if day and day.weekday() == weekday and (day >= today) is (forward or day == today)), None
    )


def day_of_month(found: Found, setting: Setting, number: int) -> Day:
    """29日, the 29th: this month's or the next one's ahead, this or the last one's behind; never moved."""
    today = setting.today
    if not 1 <= number <= 31:
        return found.fault()
    first = month_start(today, 0 if number >= today.day else 1)
    last = month_start(today, 0 if number <= today.day else -1)
    ahead, behind = on(first.year, first.month, number), on(last.year, last.month, number)
    return Day(found.start, found.end, behind, ahead, fault=ahead is None)


def bare_number(found: Found, setting: Setting) -> Day:
    """29日, 5号, the 29th."""
    return day_of_month(found, setting, numeral(found["n"]))


def week_from(found: Found, setting: Setting) -> Day:
    """A week from Friday, two weeks from Monday, Friday week."""
    weeks = {"a": 1, "one": 1, "two": 2, "three": 3, "": 1}.get(found["n"].lower()) or int(found["n"])
    return found.future(coming(setting.today, english_day(found["day"])) + timedelta(weeks=weeks))


def english_week(found: Found, setting: Setting) -> Day:
    """Next week is its Monday, mid next week its Wednesday, the end of the week its Friday."""
    today, which, part = setting.today, found["which"].lower(), found["part"].lower()
    weeks = {"next": 1, "following": 1, "last": -1, "past": -1, "after next": 2}.get(which, 0)
    offset = 4 if part.startswith(("end", "late", "by the end")) else 2 if part.startswith("mid") else 0
    if weeks == 0:
        friday = monday(today) + timedelta(days=4)
        return found.future(max(friday, today))
    return found.sided(monday(today, weeks) + timedelta(days=offset), today)


def weekend(found: Found, setting: Setting) -> Day:
    """The weekend is its Saturday."""
    today = setting.today
    if found["which"].lower() in ("next", "last"):
        return found.sided(monday(today, 1 if found["which"].lower() == "next" else -1) + timedelta(days=5), today)
    return found.day(recent(today, 5), coming(today, 5))


def end_of_week(found: Found, setting: Setting) -> Day:
    """EOW."""
    friday = monday(setting.today) + timedelta(days=4)
    return found.future(friday if friday >= setting.today else friday + timedelta(days=7))


WHICH = r"(?:(?:下{1,4}|(?<![早晚以])上{1,4}|本|这|今)个?)"

FROM_A_DAY: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?P<n>an?|one|two|three|\d)? ?weeks? (?:from|after)(?: (?:this|next))? {NAME}"), week_from),
    (pattern(rf"\b{NAME} week\b"), week_from),
    (pattern(rf"\b{NAME} after next\b(?P<n>)"), week_from),
)
"""Weeks counted from a day that is itself named, read before that day is."""

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"""
            (?P<which>{WHICH}(?:{WEEK}的?)?(?={WEEK})|)(?:{WEEK})(?P<day>[一二三四五六日天末1-7])(?![,年月]
            |\d(?!\d?\s?(?:点|:|时|am|pm))|到\s?(?:[下这]?周|星期|礼拜|[一二三四五六日天\d])|大福)
        """),
        chinese_weekday,
    ),
    (pattern(rf"(?P<which>{WHICH}|[下上]一个?)(?:{WEEK})(?P<part>[中内底初头])?"), chinese_week),
    (pattern(r"\b(?:by |on |over |at )?(?P<which>next|last|this|the)? ?weekend\b|双休日"), weekend),
    (
        pattern(rf"""
            \b(?:on |by )?(?P<which>next|last|this|past|previous
            |coming)(?: week'?s?)? {NAME}(?:,? (?:the )?(?P<of>\d{{1,2}})(?:st|nd|rd|th)\b)?
        """),
        english_weekday,
    ),
    (
        pattern(rf"""
            \b{NAME},? (?:the )?(?P<of>\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:floor|street|{"|".join(_MONTHS)}))
        """),
        dated_weekday,
    ),
    (
        pattern(rf"""
            \b(?P<which>)(?:(?:on|by|until|till|before|this|for|from|come|w/c
            |wk of) )(?:(?:the )?(?:coming )?){NAME}
        """),
        english_weekday,
    ),
    (
        pattern(r"""
            \b(?<!black )(?<!good )(?<!cyber )(?<!easter )(?P<which>)(?P<day>monday|tue(?:s(?:day)?)?|wednesday
            |thu(?:r(?:s(?:day)?)?)?|friday|saturday|sunday|fri|mon)\b(?! (?:co|ltd|inc)\b)
        """),
        english_weekday,
    ),
    (
        pattern(r"\b(?P<which>)(?P<day>Weds?|Sat|Sun|WEDS?|SAT|SUN)\b(?! (?:with|down|Hung|Yat))", cased=True),
        english_weekday,
    ),
    (pattern(r"\b(?P<which>)(?P<day>weds?|sat|sun)(?= (?:\d|at|morning|afternoon|evening|noon)|$)"), english_weekday),
    (
        pattern(r"""
            (?P<part>\b(?:by )?(?:the )?(?:end of|early|mid|late)[ -]?(?:the )?)?(?<![a-z])(?P<which>next|last|this
            |following|past) (?:week|wk)\b
        """),
        english_week,
    ),
    (pattern(r"\b(?P<part>week )(?P<which>after next)\b"), english_week),
    (pattern(r"\b(?:eow|end of (?:the |this )?week)\b"), end_of_week),
    (
        pattern(rf"""
            (?<![\d月第.])(?P<n>[12]?\d|3[01]|[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?
            |廿[一二三四五六七八九]?){OR_NEXT}[号](?![楼线机店门仓库厅桌位院码房车馆厂色])
        """),
        bare_number,
    ),
    (
        pattern(r"""
            (?<![\d月第.本])(?P<n>[12]?\d|3[01]|[二三]?十[一二三四五六七八九]?
            |廿[一二三四五六七八九]?)日(?![均元本租化常])
        """),
        bare_number,
    ),
    (
        pattern(r"""
            \b(?:on |by )?the (?P<n>[12]?\d|3[01])(?:st|nd|rd|th)\b(?! (?:floor|time|visit|call|order|meeting|one
            |item|street|avenue|phase)|(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))
        """),
        bare_number,
    ),
)
