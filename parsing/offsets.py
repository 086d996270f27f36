"""Days counted in English: in 3 days, 2 weeks and 3 days ago, an hour and a half from now, two days after tomorrow."""

import re
from dataclasses import replace
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, coming, recent
from parsing.patterns import pattern
from parsing.steps import soon, step
from parsing.weekdays import NAME, english_day

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1, "the": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty five": 45, "forty": 40, "sixty": 60,
     "ninety": 90}  # fmt: skip
COUPLE, MOST, DAY = 2, 1000, 24 * 60
MINUTES = {"hour": 60, "minute": 1}
UNITS = {"d": "day", "w": "week", "y": "year", "h": "hour", "wk": "week", "mth": "month", "mo": "month", "yr": "year",
         "hr": "hour", "min": "minute"}  # fmt: skip
ANCHORS = {"tomorrow": 1, "tmr": 1, "yesterday": -1}

_N = (
    r"(?:\d{1,3}(?:\.\d)?|half an?|an?|(?:a )?couple(?: of)?|fifteen|twenty|thirty|forty[ -]five|forty|sixty|ninety|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_U = (
    r"(?:(?:business |working |calendar )?days?|fortnights?|weeks?|wks?|months?|mths?|mos?|quarters?|years?|yrs?|hours?"
    r"|hrs?|minutes?|mins?|(?<=\d)[dwyh])\b"
)
_MORE = rf"(?:(?:,? and|,)? {_N}[ -]?{_U}){{0,3}}"
COUNT = rf"(?P<count>{_N}[ -]?{_U}{_MORE})(?P<half> and a half)?"
PIECE = re.compile(rf"(?P<n>{_N})[ -]?(?P<unit>{_U})", re.IGNORECASE | re.ASCII)
_LOOSELY = r"(?: (?:about|around|roughly|approx\.?|another|just|only|less than|under|at most|the next|the coming))?"
_OF_THAT = r"(?! (?:of|after|from) (?!now|today|tomorrow))"
"""Within 3 days of delivery is counted from that."""


def ahead(found: Found, setting: Setting) -> Day | None:
    """In 3 days, within a month, 3 weeks later, 1 year and 2 months from now."""
    pieces = pieces_of(found["count"], found["half"])
    minutes = sum(count * MINUTES[unit] for count, unit in pieces if unit in MINUTES)
    days = [(count, unit) for count, unit in pieces if unit not in MINUTES]
    if minutes:
        then = soon(found, setting, minutes + DAY * (stepped(setting.today, days) - setting.today).days)
        return replace(then, at=None) if found["lead"].lower() == "within" and minutes >= DAY else then
    return found.future(stepped(setting.today, days))


def ago(found: Found, setting: Setting) -> Day | None:
    """2 days ago, 1 month and 21 days ago; of hours only the day on which that was."""
    pieces = pieces_of(found["count"], found["half"])
    minutes = sum(count * MINUTES[unit] for count, unit in pieces if unit in MINUTES)
    then = (setting.heard - timedelta(minutes=minutes)).date() if minutes else setting.today
    return found.past(stepped(then, [(-count, unit) for count, unit in pieces if unit not in MINUTES]))


def from_a_day(found: Found, setting: Setting) -> Day | None:
    """Two days after tomorrow, three weeks from today, the day before yesterday's day."""
    start = setting.today + timedelta(days=ANCHORS.get(found["from"].lower(), 0))
    return found.sided(_counted(start, found), setting.today)


def from_a_weekday(found: Found, setting: Setting) -> Day | None:
    """Two days after Monday, the day before Friday: of the coming one, or of the latest."""
    weekday, today = english_day(found["day"]), setting.today
    return found.day(_counted(recent(today, weekday), found), _counted(coming(today, weekday), found))


def weekdays_on(found: Found, setting: Setting) -> Day:
    """Two Sundays from now, three Fridays ago."""
    count, weekday = int(_number(found["n"])), english_day(found["day"])
    weeks = timedelta(weeks=count - 1)
    if found["ago"]:
        return found.past(recent(setting.today - timedelta(days=1), weekday) - weeks)
    return found.future(coming(setting.today, weekday) + weeks)


def _counted(start: date, found: Found) -> date:
    sign = -1 if found["side"].lower() in ("before", "prior to") else 1
    return stepped(
        start, [(sign * count, unit) for count, unit in pieces_of(found["count"], found["half"]) if unit not in MINUTES]
    )


def pieces_of(words: str, half: str | None = None) -> list[tuple[float, str]]:
    """What is counted, a number with its unit each: 1 week 2 days, an hour and a half."""
    if words.lower() in ("day", "week", "fortnight"):
        return [(2, "week") if words.lower() == "fortnight" else (1, words.lower())]
    pieces = [(_number(one["n"]), _unit(one["unit"])) for one in PIECE.finditer(words)]
    if half:
        pieces[-1] = (pieces[-1][0] + 0.5, pieces[-1][1])
    return [(2 * count, "week") if unit == "fortnight" else (count, unit) for count, unit in pieces]


def stepped(day: date, pieces: list[tuple[float, str]]) -> date:
    """So many of each unit from a day, the months first."""
    for count, unit in sorted(pieces, key=lambda piece: piece[1] not in ("year", "quarter", "month")):
        day = step(day, unit, count)
    return day


def _number(words: str) -> float:
    words = words.lower().replace("-", " ")
    if words.startswith("half"):
        return 0.5
    if "couple" in words:
        return COUPLE
    return min(MOST, float(words)) if words[0].isdigit() else NUMBERS[words]


def _unit(words: str) -> str:
    words = words.lower()
    if words.startswith(("business", "working")):
        return "workday"
    words = words.removeprefix("calendar ").rstrip("s")
    return UNITS.get(words, words)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(rf"\b{COUNT} (?P<side>from|after|before|prior to) (?P<from>today|tomorrow|tmr|yesterday|now)\b"),
        from_a_day,
    ),
    (
        pattern(rf"\b(?P<count>{_N} (?:weeks?|fortnight))(?P<half>)(?P<side>) (?P<from>today|tomorrow|tmr)\b"),
        from_a_day,
    ),
    (pattern(r"\b(?P<from>today|tomorrow|tmr) (?P<count>week|fortnight)\b(?P<half>)(?P<side>)"), from_a_day),
    (pattern(rf"\b(?P<count>{_N} weeks?)(?P<half>)(?P<side>) on {NAME}"), from_a_weekday),
    (pattern(rf"\b{NAME} (?P<count>fortnight)\b(?P<half>)(?P<side>)"), from_a_weekday),
    (pattern(r"\b(?P<count>week)(?P<half>) (?P<side>from) (?P<from>today|tomorrow|tmr|now)\b"), from_a_day),
    (
        pattern(rf"\b(?:by |on )?(?:the )?(?P<count>day)(?P<half>) (?P<side>after|before) (?:next |this )?{NAME}"),
        from_a_weekday,
    ),
    (pattern(rf"\b(?P<count>{_N} days?)(?P<half>) (?P<side>from|after|before) (?:next |this )?{NAME}"), from_a_weekday),
    (
        pattern(
            rf"\b(?P<n>{_N}) (?P<day>mon|tues?|wednes|thurs?|fri|satur|sun)days? (?:from now|later|(?P<ago>ago|back))\b"
        ),
        weekdays_on,
    ),
    (pattern(rf"\b{COUNT} (?:ago|back|earlier)\b"), ago),
    (
        pattern(rf"\b(?P<lead>in|after|within|for another|in another){_LOOSELY} {COUNT}(?:'? time|'s time)?{_OF_THAT}"),
        ahead,
    ),
    (
        pattern(rf"""
            \b{COUNT} (?:later|from now|hence
            |(?<!hour )(?<!hours )(?<!hrs )(?<!minutes )(?<!mins )out)\b
        """),
        ahead,
    ),
)
"""The longer and surer forms come first."""
