"""Clock times as English speaks them: 20 past eight in the evening, seven thirty pm, 340pm, 4ish, tomorrow around 7."""

import re
from dataclasses import replace
from datetime import time

from parsing import hours
from parsing.hours import Hour
from parsing.masks import BLANK
from parsing.patterns import each, pattern

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"noon": 12, "midday": 12, "quarter": 15, "fifteen": 15, "twenty": 20, "half": 30, "thirty": 30, "forty": 40,
     "quarters": 45, "fifty": 50}  # fmt: skip
WORKING = range(1, 7)
"""Hours that without any word more are those of the working afternoon."""

_WORD = r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOUR = _WORD.replace("one|", r"1[0-2]|0?[1-9]|noon|midday|one|", 1)
_SUFFIX = r"\s?(?P<suffix>[ap])\.? ?m\b\.?"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = rf"(?:twenty|thirty|forty|fifty)(?:[ -](?:{_UNITS}))?|ten|fifteen|o[h']?[ -]five"
_ENDS = r"(?=\s{0,3}(?:$|[,.;:!?\n\x00]|(?:on|in the|this|at|sharp|for|and|or|to|with|tomorrow|today)\b))"
_NO_COUNT = r"(?![\d:.,/%]\d|%|[km]\b|\s?(?:[$€£¥万元块]|(?:each|per|unit|pcs|a piece|[a-z]+s|dozen|million|grand)\b))"

PAST = pattern(rf"""
    \b(?P<minute>half|(?:a )?quarter|three quarters|(?:\d{{1,2}}|twenty[ -]five|{_UNITS}|ten|twenty)(?: ?min(?:ute)?s?)
    |\d{{1,2}}(?= past)|twenty[ -]five|five|ten|twenty) (?P<side>past|after|to|before|till) {_HOUR}(?![\d:.])
    (?: ?o'?clock\b)?(?:{_SUFFIX})?(?![a-z%])
""")
SPELT = pattern(rf"\b(?:at|by|around|until|till) {_WORD}[ -](?P<minute>{_TENS})\b(?P<suffix>){_ENDS}")
SPELT_HALF = pattern(rf"\b{_WORD}(?:[ -](?P<minute>{_TENS}))?{_SUFFIX}")
ALONE = pattern(rf"\b(?:at|around) {_WORD}{_ENDS}")
ISH = pattern(r"\b(?P<hour>1[0-2]|[1-9]|noon)(?:[:.](?P<minute>[0-5]\d))? ?-?ish\b")
JOINED = pattern(rf"(?<![\d:.,$€£¥])(?P<hour>1[0-2]|0?[1-9])(?P<minute>[0-5]\d){_SUFFIX}")
APART = pattern(
    r"(?<![\d:.,$€£¥])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<suffix>[ap])(?:\. ?| )m\b\.?"
)
FRENCH = pattern(r"(?<![\d:.,])(?P<hour>2[0-3]|[01]?\d)h(?P<minute>[0-5]\d)\b")
BESIDE = pattern(rf"(?<=\x00),? (?:around|about|approx\.?|circa|by) (?P<hour>1[0-2]|[1-9])\b{_NO_COUNT}")
POINTED = pattern(r"""
    (?<=\x00),?(?: at)? (?P<hour>2[0-3]|1\d|0?[7-9])\.(?P<minute>00|15|30|45)
    (?!\d|\s?(?:[$€£¥%]|each|per|[ap]\.? ?m\b|[a-z]{3}\b))
""")
MILITARY = pattern(r"(?<=\x00),?(?: at)? (?P<hour>0[6-9])(?P<minute>[0-5]\d)(?!\d|\s?(?:[$€£¥%]|[a-z]+s\b))")
AFTER_A_PART = pattern(rf"(?<=(?:ning|noon|ight)) (?:around|about|approx\.?|by) (?P<hour>1[0-2]|[1-9])\b{_NO_COUNT}")
BEFORE_A_DAY = pattern(r"\b(?:at|by|around|about|before) (?P<hour>1[0-2]|[1-9])(?=,? \x00)")
HALF = pattern(rf"\bat half {_HOUR}\b(?P<half>)")
BEFORE_A_PART = pattern(r"""
    \b(?:at |around |about )?(?P<hour>1[0-2]|[1-9])(?=,? (?:in the (?:morning|afternoon|evening|night)|at night)\b)
""")
FORMS = (
    PAST,
    SPELT,
    SPELT_HALF,
    ALONE,
    ISH,
    JOINED,
    APART,
    FRENCH,
    BESIDE,
    POINTED,
    MILITARY,
    AFTER_A_PART,
    BEFORE_A_DAY,
    HALF,
    BEFORE_A_PART,
)

BESIDE_A_DAY = (BESIDE, POINTED, MILITARY, BEFORE_A_DAY)
"""Times only right beside a date, which is blanked like a name."""

PART = pattern(r"morning|afternoon|evening|night")
SAID = pattern(r"[ap]\.? ?m\b")
BETWEEN = pattern(r"[\s,]{0,3}(?:\x00+[\s,]{0,3})?(?:in the |at |around |about |on |@ ?)?")
"""What may stand between a time and the part of the day that it belongs to."""


def find(plain: str, told: str | None = None) -> tuple[Hour, ...]:
    """Every time of day in a folded text whose dates are blanked, in order; `told` is the text with its dates."""
    found: list[Hour] = []
    for words in FORMS:
        for match in each(words, plain):
            if words in BESIDE_A_DAY and not _by_a_day(match, words, told):
                continue
            hour = _hour(match)
            if hour and not any(hour.start < other.end and other.start < hour.end for other in found):
                found.append(hour)
    left = plain
    for hour in found:
        left = left[: hour.start] + BLANK * (hour.end - hour.start) + left[hour.end :]
    return tuple(_by_parts(sorted([*found, *hours.find(left)], key=lambda hour: hour.start), plain))


def _by_a_day(match: re.Match[str], words: re.Pattern[str], told: str | None) -> bool:
    """Whether the blank beside a bare number is a date and no name."""
    place = match.start() - 1 if words is not BEFORE_A_DAY else match.string.index(BLANK, match.end())
    return told is not None and told[place] != BLANK


def _hour(match: re.Match[str]) -> Hour | None:
    groups = match.groupdict()
    minutes = 30 if "half" in groups else _minutes(groups.get("minute") or "")
    hour = _number(groups["hour"])
    suffix, before = (groups.get("suffix") or "").lower(), (groups.get("side") or "").lower()
    hour = hour % 12 + 12 * (suffix == "p") if suffix else hour + 12 * (hour in WORKING)
    total = hour * 60 + (-minutes if before in ("to", "before", "till") else minutes)
    return Hour(match.start(), match.end(), time(total // 60, total % 60)) if 0 <= total < 24 * 60 else None


def _minutes(words: str) -> int:
    """Half, a quarter, three quarters, twenty-five, 20 min, oh five."""
    told = [word for word in re.findall(r"\d+|[a-z]+", words.lower()) if not word.startswith("min")]
    return NUMBERS["quarters"] if told[-1:] == ["quarters"] else sum(_number(word) for word in told)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)


def _by_parts(every: list[Hour], plain: str) -> list[Hour]:
    """Each clock with the part of the day beside it: 7:00 on Sunday afternoon, in the evening at 8."""
    kept: list[Hour] = []
    for hour in every:
        last = kept[-1] if kept else None
        if last is None or (last.at is None) is (hour.at is None) or not BETWEEN.fullmatch(plain, last.end, hour.start):
            kept.append(hour)
            continue
        clock, part = (hour, last) if last.at is None else (last, hour)
        told = replace(clock, at=_in_part(clock, plain, plain[part.start : part.end]))
        apart = BLANK in plain[last.end : hour.start]
        kept[-1:] = (
            [told if one is clock else one for one in (last, hour)]
            if apart
            else [replace(told, start=last.start, end=hour.end)]
        )
    return kept


def _in_part(clock: Hour, plain: str, words: str) -> time | None:
    """Seven in the evening is 19, six in the morning 6, two at night 2; what says am or pm stays."""
    at, part = clock.at, PART.search(words)
    if at is None or part is None or SAID.search(plain, clock.start, clock.end):
        return at
    name = part[0].lower()
    if name == "morning" or (name == "night" and at.hour % 12 <= 4):
        return at.replace(hour=at.hour - 12) if 13 <= at.hour <= 18 else at
    return at.replace(hour=at.hour + 12) if 1 <= at.hour < 12 else at
