"""Dates, times and spans as people say them: 11月25日 周三, Wed 25 Nov, 20 天, 3 days."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from languages import tongue

WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The date filters of a language's templates."""
    return {
        "day": partial(day, language=language),
        "short": partial(short, language=language),
        "back": partial(back, language=language),
        "weekday": partial(weekday, language=language),
        "clock": clock,
        "span": partial(span, language=language),
        "ago": partial(ago, language=language),
        "between": days_between,
        "plus": plus,
        "month": month,
        "nth": nth,
    }


def day(iso: str | None, today: str | None = None, *, language: str) -> str:
    """A date with its weekday; with its year only where that is not the year of `today`."""
    if not iso:
        return ""
    on = date.fromisoformat(iso[:10])
    plain = _dated(on, language)
    year = today is not None and date.fromisoformat(today[:10]).year != on.year
    if tongue(language) == "zh":
        return f"{f'{on.year}年' if year else ''}{plain} {named(on.weekday(), language)}"
    return f"{WEEKDAYS['en'][on.weekday()]} {plain}{f' {on.year}' if year else ''}"


def short(iso: str | None, language: str) -> str:
    """A date without its weekday."""
    return _dated(date.fromisoformat(iso[:10]), language) if iso else ""


def weekday(iso: str, language: str) -> str:
    """The weekday alone."""
    number = date.fromisoformat(iso[:10]).weekday()
    return named(number, language)


def back(iso: str | None, today: str, language: str) -> str:
    """A day up to today, never to be taken for one ahead: 今天, 昨天, 周二（12月1日）, 上周五, 11月3日; today,
    yesterday, Tue 1 Dec, last Fri, 3 Nov."""
    on, now = date.fromisoformat((iso or today)[:10]), date.fromisoformat(today[:10])
    if 0 <= (now - on).days <= 1:
        return ago((now - on).days, language)
    weeks = (now - timedelta(days=now.weekday()) - on + timedelta(days=on.weekday())).days // 7
    if on > now or weeks > 1:
        return _dated(on, language)
    if tongue(language) == "zh":
        name = named(on.weekday(), language)
        return f"上{name}" if weeks else f"{name}（{_dated(on, language)}）"
    return f"last {WEEKDAYS['en'][on.weekday()]}" if weeks else f"{WEEKDAYS['en'][on.weekday()]} {_dated(on, language)}"


def named(number: int, language: str) -> str:
    """A day of the week, Monday 0: 周三, 週三, Wed."""
    if tongue(language) == "en":
        return WEEKDAYS["en"][number]
    return f"{'周' if language == 'zh' else '週'}{WEEKDAYS['zh'][number]}"


def clock(iso: str | None) -> str:
    """A time of day on the 24-hour clock; of a date with a time, its time."""
    if not iso:
        return ""
    return time.fromisoformat(iso[11:19] if "T" in iso else iso).strftime("%H:%M")


def span(days: int | float, language: str) -> str:
    """A number of days: 14 天, 14 days."""
    count = round(days)
    return f"{count} 天" if tongue(language) == "zh" else f"{count} day{'' if count == 1 else 's'}"


def ago(days: int, language: str) -> str:
    """How long ago in days: 今天, 昨天, 8 天前; today, yesterday, 8 days ago."""
    near = {"zh": ("今天", "昨天"), "en": ("today", "yesterday")}[tongue(language)]
    if 0 <= days < len(near):
        return near[days]
    return f"{days} 天前" if tongue(language) == "zh" else f"{days} days ago"


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO date to another."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def month(number: int) -> str:
    """The name of a month in English."""
    names = "January February March April May June July August September October November December"
    return names.split()[number - 1] if 1 <= number <= 12 else str(number)


def nth(number: int) -> str:
    """An English ordinal: 1st, 22nd, 29th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def plus(iso: str, days: int) -> str:
    """The date that many days later, in ISO 8601."""
    return (date.fromisoformat(iso[:10]) + timedelta(days=days)).isoformat()


def _dated(on: date, language: str) -> str:
    return f"{on.month}月{on.day}日" if tongue(language) == "zh" else f"{on.day} {MONTHS[on.month - 1]}"
