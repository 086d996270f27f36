"""Days counted from a date that the text names: two weeks before 15 March, the week of 7 December."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from parsing.days import Day, monday
from parsing.offsets import COUNT, pieces_of, stepped
from parsing.patterns import pattern

REACH = 40
"""Letters before a date that may count from it."""
WEEK_OF = pattern(r"\b(?:the )?week (?:of|beginning|starting|commencing)(?: the| on)? ?$")
FROM = pattern(rf"\b(?:the )?{COUNT} (?P<side>from|after|before|prior to)(?: the)? ?$")
FROM_THE_DAY = pattern(r"\bthe (?P<count>day)(?P<half>) (?P<side>after|before)(?: the)? ?$")
SIDES = re.compile(r"(?:before|after) (?:the )?", re.IGNORECASE)
"""What a date may itself begin with."""


def shifted(day: Day, plain: str) -> Day:
    """The day that is counted from this one, or that is the Monday of its week; else the same."""
    if not (day.behind or day.ahead):
        return day
    own = SIDES.match(plain, day.start, day.end)
    start = max(0, day.start - REACH)
    words = plain[start : own.end() if own else day.start]
    if week := WEEK_OF.search(words):
        return _moved(day, start + week.start(), monday)
    found = FROM.search(words) or FROM_THE_DAY.search(words)
    if found is None:
        return day
    sign = -1 if found["side"].lower() in ("before", "prior to") else 1
    pieces = [(sign * count, unit) for count, unit in pieces_of(found["count"], found["half"])]
    return _moved(day, start + found.start(), lambda one: stepped(one, pieces))


def _moved(day: Day, start: int, move: Callable[[date], date]) -> Day:
    behind, ahead = day.behind and move(day.behind), day.ahead and move(day.ahead)
    return replace(day, start=start, behind=behind, ahead=ahead)
