"""Years, halves and quarters and their parts: 年底, EOY, 明年上半年, 第一季度, Q1, 2028年前."""

import re
from datetime import date

from parsing.days import Day, Found, Reader, Setting, month_end, month_start, numeral
from parsing.monthdays import shift
from parsing.patterns import pattern
from parsing.years import NAMED, WRITTEN, year_of
from parsing.years import YEAR as CHINESE_YEAR

_OF_YEAR = r"(?P<part>[底末初中尾内])(?![级档薪奖价盘单国间介央心容部外涵销])"


def year_part(found: Found, setting: Setting) -> Day | None:
    """年底, 明年初, 27年中, end of the year, EOY."""
    today, which, part = setting.today, found["which"].lower(), found["part"].lower() or "end"
    year = year_of(found["written"], today) or today.year + {"next": 1, "last": -1}.get(which, 0)
    month, day = {
        "初": (1, 1),
        "中": (7, 1),
        "early": (1, 1),
        "mid": (7, 1),
        "start of": (1, 1),
        "beginning of": (1, 1),
    }.get(part, (12, 31))
    moment = date(year, month, day)
    if not (which or found["written"]) and moment < today:
        return found.day(moment, moment.replace(year=year + 1))
    return found.sided(moment, today)


def before_year(found: Found, setting: Setting) -> Day | None:
    """2028年前: by its first day."""
    year = year_of(found["year"], setting.today)
    return found.sided(date(year, 1, 1), setting.today, weak=True) if year is not None else None


def half_year(found: Found, setting: Setting) -> Day | None:
    """下半年, 明年上半年: the first day, its end the last; the half that is running says nothing."""
    today, late = setting.today, found["half"] == "下"
    year = year_of(found["year"], today)
    if found["part"] in ("末", "底"):
        return _ends(found, today, year, (12, 31) if late else (6, 30))
    if year is not None:
        return found.sided(date(year, 7 if late else 1, 1), today, weak=True)
    return None if late is (today.month > 6) else _begins(found, today, 7 if late else 1)


def _ends(found: Found, today: date, year: int | None, at: tuple[int, int]) -> Day:
    """The last day of a half-year; without a year the nearest on either side."""
    if year is not None:
        return found.sided(date(year, *at), today)
    passed = date(today.year, *at) < today
    return found.day(date(today.year - (not passed), *at), date(today.year + passed, *at))


def quarter(found: Found, setting: Setting) -> Day | None:
    """第一季度, 明年二季度, 下季度, Q1, next quarter: the first day; its end is its last."""
    today, which, part = setting.today, found["which"].lower(), found["part"] or found["e"]
    first = month_start(today.replace(month=(today.month - 1) // 3 * 3 + 1))
    ended = part in ("末", "底") or "end" in part.lower() or part.lower() == "eoq"
    if found["q"] or found["q2"] or found["first"]:
        return _numbered_quarter(found, today, first, ended)
    step = {"next": 1, "last": -1}.get(which) or shift(which)
    day = _quarter_day(month_start(first, 3 * step), ended)
    if step == 0 and not ended:
        return None
    return found.sided(day, today, weak=not ended)


def _numbered_quarter(found: Found, today: date, first: date, ended: bool) -> Day:
    begins = first.replace(month=numeral(found["q"] or found["q2"]) * 3 - 2)
    year = year_of(found["year"], today)
    if year is not None:
        return found.sided(_quarter_day(begins.replace(year=year), ended), today, weak=not ended)
    if begins == first:
        day = _quarter_day(begins, ended)
        return found.day(day if day <= today else None, max(day, today), weak=not ended)
    behind, ahead = (begins.replace(year=begins.year + step) for step in ((-1, 0) if begins > first else (0, 1)))
    return found.day(_quarter_day(behind, ended), _quarter_day(ahead, ended), weak=not ended)


def _quarter_day(first: date, ended: bool) -> date:
    return month_end(month_start(first, 2)) if ended else first


def _begins(found: Found, today: date, month: int) -> Day:
    """The first day of a half that is not running, on either side."""
    days = [date(today.year + step, month, 1) for step in (-1, 0, 1)]
    ahead, behind = min(day for day in days if day >= today), max(day for day in days if day <= today)
    return found.day(behind, ahead, weak=True)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"(?P<written>{WRITTEN}|{NAMED})年年?{_OF_YEAR}"), year_part),
    (pattern(r"(?P<year>20\d\d|明|后)年(?=之前|以前|前(?![台后期天年]))"), before_year),
    (pattern(rf"(?<![\d零一二两三四五六七八九十几多近半])(?P<which>)[年岁]{_OF_YEAR}"), year_part),
    (pattern(rf"(?P<year>{CHINESE_YEAR}|)(?P<half>[上下])半年(?P<part>[末底]?)"), half_year),
    (pattern(r"\b(?P<part>end of|early|mid|start of|beginning of) (?P<which>next|this|the|last)? ?year\b"), year_part),
    (pattern(r"\b(?P<which>)(?:eoy|year[ -]?end)\b"), year_part),
    (
        pattern(rf"""
            (?P<year>{CHINESE_YEAR}|)(?P<which>)(?:第(?P<q>[一二三四1-4])个?季度?|(?P<q2>[一二三四1-4])季(?:度|(?=[末底]))
            |(?P<first>首)季度?)的?(?P<part>[初末底]?)
        """),
        quarter,
    ),
    (pattern(r"(?P<which>下{1,2}一?个?|上{1,2}一?个?|本|这个?)季度?的?(?P<part>[初末底]?)"), quarter),
    (
        pattern(rf"""
            (?P<year>{CHINESE_YEAR}|20\d\d\s?|)\b(?P<part>end of |by end of |early |late )?(?P<which>)q(?P<q>[1-4])\b
            (?P<e>末|底)?
        """),
        quarter,
    ),
    (pattern(r"\b(?P<part>(?:by )?(?:the )?end of )?(?P<which>next|this|last|the) quarter\b"), quarter),
    (pattern(r"\b(?P<part>eoq)(?P<which>)\b"), quarter),
)
