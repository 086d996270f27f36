"""Whole months, quarters and years in English: June 2027, next March, May next year, Q1 2027, next year."""

import re
from datetime import date

from parsing.days import Day, Found, Reader, Setting, month_end, month_start
from parsing.monthdays import MONTH, NAMES, YEAR
from parsing.patterns import pattern

RELATIVE = {"next": 1, "coming": 1, "upcoming": 1, "following": 1, "this": 0, "last": -1, "previous": -1,
            "after next": 2}  # fmt: skip
_LEAD = r"(?:(?:in|during|by|until|till|before|around|from|for) )?"
_YEAR = r"(?P<year>20\d\d|(?<=')\d\d|(?P<which>next|this|last) year)\b"
_NO_VERB = r"(?!may\b(?!\s*(?:$|[,.;:!?\n\x00])))"
"""This may take longer names no month."""


def whole_month(found: Found, setting: Setting) -> Day | None:
    """June 2027, May next year: its first day, which dates only what is planned for it."""
    month = NAMES[found["month"].lower()[:3]]
    return found.sided(date(_year(found, setting), month, 1), setting.today, weak=True)


def next_named(found: Found, setting: Setting) -> Day | None:
    """Next March is the one ahead, last March the one that was, this March this year's."""
    today, month, which = setting.today, NAMES[found["month"].lower()[:3]], found["which"].lower()
    first = date(today.year, month, 1)
    if which == "this":
        return found.sided(first, today, weak=True)
    over = first <= today if which in ("next", "coming") else first < today.replace(day=1)
    year = today.year + (over if which in ("next", "coming") else over - 1)
    return found.sided(date(year, month, 1), today, weak=True)


def quarter(found: Found, setting: Setting) -> Day | None:
    """Q1 2027, the end of Q2 next year."""
    first = date(_year(found, setting), 3 * int(found["q"]) - 2, 1)
    ended = "end" in found["part"].lower()
    return found.sided(month_end(month_start(first, 2)) if ended else first, setting.today, weak=not ended)


def part_of_a_month(found: Found, setting: Setting) -> Day | None:
    """End Jan, beginning Feb, the first half of December: the last, the first, the 16th."""
    today, month, part = setting.today, NAMES[found["month"].lower()[:3]], found["part"].lower()
    years = (
        [int(found["year"]) + 2000 * (len(found["year"]) == 2)]
        if found["year"]
        else range(today.year - 1, today.year + 2)
    )
    firsts = [date(year, month, 1) for year in years]
    days = [month_end(day) if part == "end" else day.replace(day=16 if part == "second" else 1) for day in firsts]
    ahead = next((day for day in days if day >= today), None)
    return found.day(next((day for day in reversed(days) if day <= today), None), ahead)


def half_year(found: Found, setting: Setting) -> Day | None:
    """H1 2027: its first day, which dates only what is planned for it."""
    return found.sided(date(_year(found, setting), 1 if found["h"] == "1" else 7, 1), setting.today, weak=True)


def another_year(found: Found, setting: Setting) -> Day | None:
    """Next year is its first day, which dates only what is planned for it."""
    step = RELATIVE[found["which"].lower()]
    return found.sided(date(setting.today.year + step, 1, 1), setting.today, weak=True) if step else None


def another_month(found: Found, setting: Setting) -> Day | None:
    """The coming month is its first day."""
    return found.sided(month_start(setting.today, RELATIVE[found["which"].lower()]), setting.today, weak=True)


def _year(found: Found, setting: Setting) -> int:
    """2027, '27, next year."""
    if found["which"]:
        return setting.today.year + RELATIVE[found["which"].lower()]
    return int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"\b(?:by |at |in )?(?:the )?(?P<part>end|beginning|start)[ -]{MONTH}(?! ?\d{{1,2}}\b){YEAR}"),
        part_of_a_month,
    ),
    (pattern(rf"\b(?:in |by )?(?:the )?(?P<part>first|second) half of {MONTH}{YEAR}"), part_of_a_month),
    (pattern(rf"\bh(?P<h>[12])(?:[ /-]|,? (?:of )?)'?{_YEAR}"), half_year),
    (pattern(rf"\b{_LEAD}{MONTH}(?:,? (?:of )?'?|[-/]){_YEAR}"), whole_month),
    (pattern(rf"\b{_LEAD}(?P<which>next|coming|this|last) {_NO_VERB}{MONTH}(?! \d)"), next_named),
    (
        pattern(rf"""
            \b(?P<part>(?:by )?(?:the )?(?:end|beginning|start) of |early |late |in |by |)q(?P<q>[1-4])
            (?:[ /-]|,? (?:of )?)'?{_YEAR}
        """),
        quarter,
    ),
    (pattern(r"\b(?:the )?(?P<which>coming|upcoming|following|previous) month\b"), another_month),
    (pattern(r"\b(?:the )?month (?P<which>after next)\b"), another_month),
    (pattern(r"\b(?:in |during |by |until |before |(?<!to ))(?P<which>next|last) year\b(?!')"), another_year),
)
"""Read before the month alone could be."""
