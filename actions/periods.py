"""Spans of days that figures are about, and the ones that they are compared with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
COUNT = {"week": 8, "month": 6}
"""How many weeks or months a trend shows."""


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last`, both included, as of `today`.

    `kind`: day, week, month or year where it is one, or its part up to today; else span.
    """

    first: date
    last: date
    today: date
    kind: str = "span"

    @property
    def word(self) -> str:
        """The same as a button says it."""
        return f"{self.first:%y%m%d}{self.last:%y%m%d}"

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """What it is compared with: the same days of the month or week before, or as many days just before."""
        if self.kind == "month":
            first = (self.first - DAY).replace(day=1)
            whole = self.last == month_end(self.first)
            last = month_end(first) if whole else min(first + (self.last - self.first), month_end(first))
            return Period(first, last, self.today, "month")
        back = timedelta(days=7 if self.kind == "week" else 365 if self.kind == "year" else self.days)
        return Period(self.first - back, self.last - back, self.today, self.kind)


def period(first: date, last: date, today: date) -> Period:
    """The span with its kind."""
    last = min(last, today)
    kinds = {
        "day": first == last,
        "week": first.weekday() == 0 and last in (first + 6 * DAY, today) and (last - first).days < 7,
        "month": first.day == 1 and last in (month_end(first), today) and last.month == first.month,
        "year": (first.month, first.day) == (1, 1) and last in (date(first.year, 12, 31), today),
    }
    named = next((kind for kind, is_one in kinds.items() if is_one), "span")
    return Period(first, last, today, "month" if named in ("day", "week") and kinds["month"] else named)


def month_of(today: date) -> Period:
    """This month up to today."""
    return Period(today.replace(day=1), today, today, "month")


def week_of(today: date) -> Period:
    """This week up to today."""
    return Period(today - today.weekday() * DAY, today, today, "week")


def last_week(today: date) -> Period:
    """The week before."""
    monday = today - (today.weekday() + 7) * DAY
    return Period(monday, monday + 6 * DAY, today, "week")


def last_month(today: date) -> Period:
    """The month before."""
    last = today.replace(day=1) - DAY
    return Period(last.replace(day=1), last, today, "month")


def lately(today: date, unit: str) -> list[Period]:
    """The last weeks or months, this one up to today, oldest first."""
    found = [week_of(today) if unit == "week" else month_of(today)]
    while len(found) < COUNT[unit]:
        last = found[-1].first - DAY
        first = last - 6 * DAY if unit == "week" else last.replace(day=1)
        found.append(Period(first, last, today, unit))
    return found[::-1]


def of_word(word: str, today: date) -> Period:
    """The span that a button says. ValueError: it says none."""
    if not (word.isascii() and word.isdigit() and len(word) == 12):
        raise ValueError(word)
    first, last = (datetime.strptime(part, "%y%m%d").date() for part in (word[:6], word[6:]))  # noqa: DTZ007
    if last < first:
        raise ValueError(word)
    return period(first, last, today)


def month_end(day: date) -> date:
    """The last day of a date's month."""
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY
