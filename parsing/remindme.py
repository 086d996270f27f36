"""Reminders of one's own in words: 每周五提醒我整理报价, remind me in 2 hours to call Acme, 明天下午3点提醒我寄样品."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from parsing import dates, script
from parsing.days import coming, month_after, month_start, numeral
from parsing.days import on as day_of
from parsing.patterns import pattern

ME = pattern(r"(?:请|记得|到时候?)?提醒(?:我|一下)|(?:please )?remind me(?: again)?")
AGAIN = pattern(r"""
    每(?:个)?(?P<workday>工作日)|每(?:周|个?星期|个?礼拜)(?P<week>[一二三四五六日天])|每(?:个)?月(?P<month>\d{1,2}|[一二三十]{1,3})[号日]
    |(?P<day>每天|每日|天天)
    |(?:every|each) (?P<weekday>mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?\b
    |(?:on )?(?P<workdays>(?:every|each) (?:working |work|week)day|weekdays|workdays)
    |(?P<daily>(?:every|each) day|daily)|(?:every month|monthly) on the (?P<nth>\d{1,2})(?:st|nd|rd|th)?
""")
HALF = pattern(r"半个?(?:小时|钟头|钟)(?:之|以)?后|in half an hour")
EDGES = " ,，.。;；:：、!！"
LEADING = pattern(r"^(?:(?:to|that|about|of|on|at|please)\b|请|我|要|去|一下|再)\s?")
WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wednes": 2, "thur": 3, "thurs": 3, "fri": 4, "satur": 5, "sun": 6}
USUAL = time(9)
"""When a reminder comes whose time of day was not said."""
LONGEST = 200


@dataclass(frozen=True)
class Remind:
    """What to be reminded of and when; `every` is day, workday, week or month, null where it comes once.

    `timed`: the time of day was said; `on` and `at` are the speaker's own.
    """

    words: str
    on: date
    at: time
    every: str | None = None
    timed: bool = True


def remind(text: str, heard: datetime, region: str = "CN") -> Remind | None:
    """The reminder that a message asks for and nothing else; null for every other message."""
    plain = script.fold(text)
    me = ME.search(plain)
    if me is None or len(plain) != len(text) or len(text) > LONGEST or "\n" in text.strip():
        return None
    again = AGAIN.search(plain)
    taken = [me.span(), *([again.span()] if again else [])]
    when = _when(_blank(plain, taken), heard, region)
    on, at, spans = when or (None, None, [])
    words = _words(text, [*taken, *spans])
    before = _words(text[: me.start()], [(start, min(end, me.start())) for start, end in [*taken[1:], *spans]])
    if not words or before or (on is None and again is None):
        return None
    return _at_a_time_to_come(words, on, at, again, heard)


def _when(plain: str, heard: datetime, region: str) -> tuple[date | None, time | None, list[tuple[int, int]]] | None:
    """The date and time that are said, and where."""
    if half := HALF.search(plain):
        later = heard + timedelta(minutes=30)
        return later.date(), later.time().replace(second=0, microsecond=0), [half.span()]
    found = [day for day in dates.find(plain, heard, region) if not day.fault]
    if not found:
        return None
    day = next((day for day in found if day.ahead), found[0])
    at = next((each.at for each in found if each.at), None)
    return day.ahead, at, [(each.start, each.end) for each in found[:2]]


def _at_a_time_to_come(
    words: str, on: date | None, at: time | None, again: re.Match[str] | None, heard: datetime
) -> Remind | None:
    every, first = _rule(again, heard.date()) if again else (None, on)
    if first is None:
        return None
    clock = at or USUAL
    if first == heard.date() and clock <= heard.time():
        first = first + timedelta(days=7 if every == "week" else 1) if every != "month" else month_after(first, 1)
    return Remind(words, first, clock, every, at is not None)


def _rule(again: re.Match[str], today: date) -> tuple[str, date]:
    """How often, and the first date from today on."""
    if again["workday"] or again["workdays"]:
        return "workday", today
    if again["day"] or again["daily"]:
        return "day", today
    if number := again["month"] or again["nth"]:
        return "month", _on_day(today, min(max(numeral(number), 1), 31))
    weekday = (
        "一二三四五六日".find(again["week"].replace("天", "日"))
        if again["week"]
        else WEEKDAYS[again["weekday"].lower()]
    )
    return "week", today if today.weekday() == weekday else coming(today, weekday)


def _on_day(today: date, number: int) -> date:
    """The first such day of a month from today on; a month that doesn't have it is passed over."""
    months = (month_start(today, n) for n in range(13))
    days = (day_of(month.year, month.month, number) for month in months)
    return next(day for day in days if day is not None and day >= today)


def _words(text: str, spans: list[tuple[int, int]]) -> str:
    """What is left of the words without the asking and the time."""
    left = _blank(text, spans)
    plain = re.sub(r"\s+", " ", left).strip(EDGES)
    while (shorter := LEADING.sub("", plain).strip(EDGES)) != plain:
        plain = shorter
    return plain


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in ((start, min(end, len(text))) for start, end in spans if start < len(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
