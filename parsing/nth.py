"""Days counted within a month: the second Monday of December, the twenty-sixth of November, 这个月最后一天."""

import calendar
import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, monday, month_end, month_start, numeral, on, yearless
from parsing.monthdays import COUNT, MONTH, NAMES, YEAR, shift
from parsing.patterns import pattern
from parsing.weekdays import CHINESE_DAYS, NAME, WEEK, english_day
from parsing.years import YEAR as CHINESE_YEAR
from parsing.years import year_of

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
SPELT = {
    word: number
    for number, word in enumerate(
        (*_UNITS, *_TEENS, *(f"twenty {unit}" for unit in _UNITS), "thirtieth", "thirty first"), 1
    )
}
"""Twenty-first as a number."""
PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
LAST = "最后"
_SPELT = "|".join(sorted((word.replace(" ", "[ -]") for word in SPELT), key=len, reverse=True))
_WHICH = rf"(?:{MONTH}{YEAR}|(?:the )?(?P<which>this|next|last|previous|coming|the) month\b)"


def spelt_date(found: Found, setting: Setting) -> Day | None:
    """The twenty-sixth of November."""
    day, month = SPELT[found["nth"].lower().replace("-", " ")], NAMES[found["month"].lower()[:3]]
    return yearless(found, setting.today, month, day)


def weekday_of(found: Found, setting: Setting) -> Day | None:
    """The second Monday of December, the last Friday of the month."""
    weekday, place = english_day(found["day"]), PLACES[found["nth"].lower()]
    days = [day for first in _months(found, setting) if (day := _nth(first, weekday, place))]
    return _nearest(found, days, setting.today)


def chinese_weekday_of(found: Found, setting: Setting) -> Day | None:
    """12月的第二个周一, 下个月第一个周五; 最后一个周三 alone is this month's, once it is over the next one's."""
    weekday, place = CHINESE_DAYS[found["day"]], -1 if found["nth"] == LAST else numeral(found["nth2"]) - 1
    firsts = _months(found, setting)
    if not (found["month"] or found["which"]):
        firsts = [month_start(setting.today, step) for step in (0, 1)]
    return _nearest(found, [day for first in firsts if (day := _nth(first, weekday, place))], setting.today)


def first_working_day(found: Found, setting: Setting) -> Day | None:
    """下个月第一个工作日."""
    days = [
        first + timedelta(days=(7 - first.weekday()) % 7 * (first.weekday() > 4)) for first in _months(found, setting)
    ]
    return _nearest(found, days, setting.today)


def working_day_of(found: Found, setting: Setting) -> Day:
    """本周最后一个工作日 is a Friday, 下周第一个工作日 a Monday."""
    week = monday(setting.today, found["which"].count("下"))
    return found.sided(week + timedelta(days=4 * (found["nth"] == LAST)), setting.today)


def last_day(found: Found, setting: Setting) -> Day | None:
    """The last day of November, 这个月最后一天; the last working day where that is said."""
    days = [month_end(first) for first in _months(found, setting)]
    if found["work"]:
        days = [day - timedelta(days=max(0, day.weekday() - 4)) for day in days]
    return _nearest(found, days, setting.today)


def _months(found: Found, setting: Setting) -> list[date]:
    """The first days of the months that may be meant: of a named month last year's, this one's and the next one's."""
    today, named = setting.today, found["month"]
    if not named:
        which = found["which"].lower()
        months = {"next": 1, "coming": 1, "last": -1, "previous": -1}.get(which, 0)
        return [month_start(today, months or shift(which))]
    month = NAMES[named.lower()[:3]] if named[0].isascii() and named[0].isalpha() else numeral(named)
    written = year_of(found["year"].replace(",", ""), today)
    years = [written] if written else range(today.year - 1, today.year + 2)
    return [date(year, month, 1) for year in years]


def _nth(first: date, weekday: int, place: int) -> date | None:
    """The weekday at a place of the month that begins on `first`; null where it has none."""
    last = calendar.monthrange(first.year, first.month)[1]
    number = 1 + (weekday - first.weekday()) % 7 + 7 * place
    if place < 0:
        number = last - (month_end(first).weekday() - weekday) % 7
    return on(first.year, first.month, number)


def _nearest(found: Found, days: list[date], today: date) -> Day | None:
    """Of these days the last one past and the next one ahead."""
    ahead = next((day for day in days if day >= today), None)
    behind = next((day for day in reversed(days) if day <= today), None)
    return found.day(behind, ahead) if ahead or behind else None


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?:on |by )?(?:the )?(?P<nth>{_SPELT})(?: of)? {MONTH}"), spelt_date),
    (pattern(rf"\b(?:on |by )?{MONTH} (?:the )?(?P<nth>{_SPELT})\b"), spelt_date),
    (pattern(rf"\b(?:on |by )?(?:the )?(?P<nth>{'|'.join(PLACES)}) {NAME} (?:of|in) {_WHICH}"), weekday_of),
    (pattern(rf"\b(?:on |by )?(?:the )?last (?P<work>(?:working|business) |)day (?:of|in) {_WHICH}"), last_day),
    (
        pattern(rf"""
            (?:(?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月(?:份)?|(?P<which>(?:下下|下|上上|上|本|这
            |当)个?)月)的?(?:(?P<nth>{LAST})一个?|第(?P<nth2>[一二三四五1-5])个)的?{WEEK}(?P<day>[一二三四五六日天])
        """),
        chinese_weekday_of,
    ),
    (
        pattern(rf"""
            (?:(?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月(?:份)?|(?P<which>(?:下下|下|本|这
            |当)个?)月)的?(?:第一|头一?|首)个工作日
        """),
        first_working_day,
    ),
    (pattern(rf"(?P<which>(?:下下|下|本|这)个?){WEEK}的?(?:(?P<nth>{LAST})一?|第一|头一?|首)个工作日"), working_day_of),
    (pattern(rf"(?P<nth>{LAST})一个的?{WEEK}(?P<day>[一二三四五六日天])"), chinese_weekday_of),
    (
        pattern(rf"""
            (?:(?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月(?:份)?|(?P<which>(?:下下|下|上上|上|本|这
            |当)个?)月|(?<![个\d几每])(?P<which2>)月(?=底))底?的?最后一?(?P<work>个工作日)?(?:天|(?<=日))
        """),
        last_day,
    ),
)
"""A day by its place in the month."""
