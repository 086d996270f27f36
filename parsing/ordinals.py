"""Days of a month by their number alone: the 20th of next month, 4 to 22 this month, on the 15, by the fifteenth."""

import re

from parsing.days import Day, Found, Reader, Setting, month_start, on
from parsing.monthdays import MONTH, ORDINAL, YEAR, english_date
from parsing.nth import SPELT
from parsing.patterns import pattern
from parsing.weekdays import day_of_month
from parsing.weeks import WHICH

_NUMBER = r"(?P<n>0?[1-9]|[12]\d|3[01])"
_TO = r"(?:\s?(?:-|to|till|until|through|and)\s?(?:the )?\d{1,2}(?:st|nd|rd|th)?)?"
_MONTH = r"(?:the )?(?P<which>next|this|current|last|previous|following|coming|the) month(?!')\b"
_SPELT = "|".join(sorted((word.replace(" ", "[ -]") for word in SPELT), key=len, reverse=True))
_ENDS = (
    r"(?=\s{0,3}(?:$|[,.;:!?\n\x00]|(?:at|@|and|then|or|to|till|until|in the|around) ?[\da-z]|\d{1,2}(?::\d\d|[ap]m)))"
)
"""A bare number is a day where nothing follows that it might count."""
_NO_MONTH = r"(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"


def in_a_month(found: Found, setting: Setting) -> Day | None:
    """The 20th of next month, 4 to 22 this month: the first of the two; a day that the month hasn't is refused."""
    first = month_start(setting.today, WHICH.get(found["which"].lower(), 0))
    return found.sided(on(first.year, first.month, int(found["n"])), setting.today)


def numbered(found: Found, setting: Setting) -> Day:
    """On 15, by the 27: of this month, else of the next or the last."""
    return day_of_month(found, setting, int(found["n"]))


def spelt(found: Found, setting: Setting) -> Day:
    """On the fifteenth, by the twenty-second."""
    return day_of_month(found, setting, SPELT[found["nth"].lower().replace("-", " ")])


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"""
            \b(?:on |by |from |between |before )?(?:the )?{_NUMBER}(?:st|nd|rd|th)?{_TO} (?:of |in )?{_MONTH}
        """),
        in_a_month,
    ),
    (
        pattern(rf"\b{_MONTH},? (?:(?:on|by|from|between) )?(?:the )?{_NUMBER}(?:st|nd|rd|th)\b{_TO}"),
        in_a_month,
    ),
    (pattern(rf"\b(?:on |by )?{MONTH} the {ORDINAL}(?!\d){YEAR}"), english_date),
    (pattern(rf"^\s*(?:the )?{_NUMBER}(?:st|nd|rd|th)\b{_ENDS}{_NO_MONTH}"), numbered),
    (pattern(rf"\b(?:on (?:the )?|(?:by|before|until|till) the ){_NUMBER}{_ENDS}{_NO_MONTH}(?!\.\d)"), numbered),
    (pattern(rf"\b(?:by|before|until|till) (?P<n>1[3-9]|2\d|3[01]){_ENDS}{_NO_MONTH}(?!\.\d)"), numbered),
    (pattern(rf"(?<=\bfor )the {_NUMBER}(?:st|nd|rd|th)?{_ENDS}{_NO_MONTH}(?!\.\d)"), numbered),
    (pattern(rf"\b(?:(?:on|by|before|until|till) |(?<=for ))the (?P<nth>{_SPELT}){_ENDS}{_NO_MONTH}"), spelt),
)
"""Read before the number or the month alone could be."""
