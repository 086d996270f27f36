"""Days of a month: 11月25日, 25.11., Dec 1, 2026-11-27, 20161016, 下个月5号."""

import re
from datetime import date

from parsing.days import Day, Found, Reader, Setting, month_start, numeral, on, yearless
from parsing.patterns import pattern
from parsing.years import YEAR as CHINESE_YEAR
from parsing.years import year_of

NAMES = {
    name: value
    for value, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
ORDINAL = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_ON_TO = r"(?:\s?(?:-|–|to|and|&|until|till|through|thru)\s?(?:the )?\d{1,2}(?:st|nd|rd|th)?)?"
"""13 to 15 July begins on the 13th."""
WEEKDAY = r"(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)(?:[a-z]{0,4}day)?\.?,? (?:the )?"
YEAR = r"(?:(?:,? ?'?|[-/])(?P<year>20\d\d|(?:(?<=')|(?<=[-/][a-z]{3}[-/]))\d\d)\b)?"
"""2026, '26, and 26 in 16-Nov-26."""
COUNT = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"

YEAR_FIRST = ("CN", "TW", "HK", "MO", "JP", "KR")
THIS_CENTURY = 20
"""Two digits from which on a number may be this century's year."""
OR_NEXT = r"(?:(?<=一)二|(?<=二)三|(?<=三)四|(?<=四)五|(?<=五)六|(?<=六)七|(?<=七)八|(?<=八)九)?"
"""三四号 begins on the third."""


def chinese_date(found: Found, setting: Setting) -> Day | None:
    """11月25日, 2026年12月15日, 明年3月5号."""
    year, month, day = year_of(found["year"], setting.today), numeral(found["month"]), numeral(found["day"])
    if year is None:
        return yearless(found, setting.today, month, day)
    return found.sided(on(year, month, day), setting.today)


def english_date(found: Found, setting: Setting) -> Day | None:
    """Nov 12, 3 Dec, December 1st 2026."""
    month, day = NAMES[found["month"].lower()[:3]], int(found["day"])
    if found["year"]:
        return found.sided(on(int(found["year"]) + 2000 * (len(found["year"]) == 2), month, day), setting.today)
    return yearless(found, setting.today, month, day)


def numeric_date(found: Found, setting: Setting) -> Day | None:
    """2026-11-27, 20161016, 25/11/2026 and 11/25/2026 by the person's order; 26.11.28 in the East."""
    year = int(found["year"]) + (2000 if len(found["year"]) <= 2 else 0)
    first = _year_first(found, setting)
    if first is not None or len(found["year"]) == 1:
        return found.sided(first, setting.today) if first else None
    if found["m"]:
        return found.sided(on(year, int(found["m"]), int(found["d"])), setting.today)
    return found.sided(on(year, *_ordered(found, setting)), setting.today)


def _year_first(found: Found, setting: Setting) -> date | None:
    """26.11.28 as 28 November 2026, where the year comes first and that is nearer than the other way round."""
    if len(found["year"]) > len("26") or setting.region[:2] not in YEAR_FIRST or int(found["a"] or 0) < THIS_CENTURY:
        return None
    first = on(2000 + int(found["a"]), int(found["b"]), int(found["year"]))
    last = len(found["year"]) == len("26") and on(2000 + int(found["year"]), int(found["b"]), int(found["a"]))
    near = first and (not last or abs(first - setting.today) < abs(last - setting.today))
    return first if near else None


def _ordered(found: Found, setting: Setting) -> tuple[int, int]:
    """The month and the day of two numbers: by the person's order, unless only one order can be."""
    first, second = int(found["a"]), int(found["b"])
    if (setting.month_first and first <= 12) or second > 12:
        return first, second
    return second, first


def short_date(found: Found, setting: Setting) -> Day | None:
    """11/13, 25.11., 11.25 without a year."""
    month, day = _ordered(found, setting)
    if found["dot"] and int(found["b"]) <= 12:
        month, day = int(found["b"]), int(found["a"])
    return yearless(found, setting.today, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def weekday_and_numbers(found: Found, setting: Setting) -> Day | None:
    """Thurs 26/11, with a year or without."""
    return numeric_date(found, setting) if found["year"] else short_date(found, setting)


def shifted_day(found: Found, setting: Setting) -> Day | None:
    """下个月5号, 上个月28号, 这个月20号."""
    first = month_start(setting.today, shift(found["which"]))
    return found.sided(on(first.year, first.month, numeral(found["day"])), setting.today)


def shift(words: str) -> int:
    """下下 is two months on, 上 one back."""
    return words.count("下") + words.count("次") - words.count("上")


FULL: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(r"""
            (?<![\d.])(?P<year>20\d\d)(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)
        """),
        numeric_date,
    ),
    (pattern(r"(?<![\d.])(?P<year>20\d\d)(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)"), numeric_date),
    (
        pattern(r"""
            (?<![\d.])(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.]|\. | / )(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)
            (?P<year>20\d\d|\d\d)(?!\d)
        """),
        numeric_date,
    ),
    (
        pattern(
            r"(?<![\d.a-z])(?P<a>2[4-9]|3[0-5])(?P<sep>[-/.])(?P<b>1[0-2]|0?[1-9])(?P=sep)(?P<year>[1-9])(?![\d.])"
        ),
        numeric_date,
    ),
    (
        pattern(rf"""
            (?P<year>{CHINESE_YEAR}|)(?P<month>{COUNT})月(?:份)?\s?(?P<day>{DAY}){OR_NEXT}(?:[日号]?(?:到|至|-|~)(?:{DAY})[日号]|[日号]|(?![\d月万千百个台.]))(?![楼线])
        """),
        chinese_date,
    ),
    (
        pattern(rf"(?P<which>(?:下{{1,3}}|上{{1,3}}|本|这|当|次)一?个?)月的?\s?(?P<day>{DAY}){OR_NEXT}[日号]"),
        shifted_day,
    ),
)
"""Dates that cannot be anything else."""

ON_A_WEEKDAY: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"""
            \b(?:on |by )?{WEEKDAY}(?P<a>3[01]|[12]\d|0?[1-9])/(?P<b>3[01]|[12]\d|0?[1-9])(?:/(?P<year>20\d\d
            |\d\d))?(?![\d/%])
        """),
        weekday_and_numbers,
    ),
    (pattern(rf"\b(?:on |by )?{WEEKDAY}{ORDINAL}\.?(?: of)?[ /-]?{MONTH}{YEAR}"), english_date),
    (
        pattern(rf"\b(?:on |by )?{WEEKDAY}{MONTH} ?(?:the )?{ORDINAL}(?![\d:.]\d|\d|%|k\b| ?(?:am|pm)\b){YEAR}"),
        english_date,
    ),
)
"""Thurs 26 Nov is one date, read before its weekday could be."""

NAMED: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?:on |by )?(?:the )?{ORDINAL}{_ON_TO}(?: of)?[ /-]?{MONTH}{YEAR}"), english_date),
    (
        pattern(rf"\b{ORDINAL}\.(?:\s?-\s?\d{{1,2}}\.)? ?{MONTH}(?= ?20\d\d| \d{{1,2}}[:.]\d\d|\s*(?:$|[,;)])){YEAR}"),
        english_date,
    ),
    (pattern(rf"\b{MONTH}[ /-]?(?:the )?{ORDINAL}(?![\d:.]\d|\d|%|k\b| ?(?:am|pm)\b){YEAR}"), english_date),
)
"""Dates with an English month."""

SHORT: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(r"""
            (?<![\d./$€£¥:])(?P<a>3[01]|[12]\d|0?[1-9])/(?P<b>3[01]|[12]\d|0?[1-9])(?<!\b[123]/[234](?=的[货款量价钱订预尾定首利]|寸|英寸|以上|左右))(?![\d./%]|\s?(?:级|分|unit|pc
            |[a-z]))(?P<dot>)
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?<![\d./$€£¥:])(?P<a>3[01]|[12]\d|0?[1-9])\.(?P<b>1[0-2]|0?[1-9])(?P<dot>\.)(?!\d)(?=\s|$|[,，])
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?<![\d./$€£¥:a-z\x00])(?P<a>1[0-2]|0?[1-9])\.(?P<b>3[01]|[12]\d|0?[1-9])(?P<dot>)(?=\s?(?:[前号日]|之前
            |以前|去|我(?!们?的)|拜访|见|开会|再|跟进|回访|给|送|发|交|到|上午|下午|晚|早|约|来|签|下单|打)|\s?\d{1,2}[:点])
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?:(?<=前)|(?<=于)|(?<=[^涨降让调提加减升跌压砍]到)|(?<=在)|(?<=by )|(?<=on )
            |(?<=before ))
            (?P<a>1[0-2]|0?[1-9]|[12]\d|3[01])[.-](?P<b>3[01]|[12]\d|0?[1-9])(?P<dot>)(?![\d.%万w]|\s?(?:折|k\b|m\b|元|米))
        """),
        short_date,
    ),
)
"""Two numbers that are a date only in the right company."""
