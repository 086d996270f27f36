"""The days on which somebody works, and the days of silence that nobody is blamed for.

>>> from datetime import date
>>> Calendar().next_working_day(date(2026, 11, 21))
datetime.date(2026, 11, 23)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import chain

ONE_DAY = timedelta(days=1)
WEEKDAYS = frozenset({0, 1, 2, 3, 4})
SEARCH_DAYS = 800
"""How far a next working day is looked for: beyond two years away there is none worth waiting for."""


class CountryUnknown(LookupError):
    """No calendar is known for this country or region code."""


@dataclass(frozen=True, order=True)
class Span:
    """Days from `first` to `last`, both included: a leave, a closure."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it lasts; never below 0."""
        return max((self.last - self.first).days + 1, 0)

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))


@dataclass(frozen=True)
class Calendar:
    """The working days of one person.

    `working_days` are weekdays (Monday 0), `holidays` public holidays, `workdays` make-up workdays on a
    weekend, `closures` the company's own closed days, `leave` the person's. A leave or a closure wins over
    a make-up workday, a make-up workday over a holiday. `closure_days` is how long a closure must be for
    its days not to count as silence. `estimated` are years whose holidays aren't officially announced.
    """

    working_days: frozenset[int] = WEEKDAYS
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    closures: tuple[Span, ...] = ()
    leave: tuple[Span, ...] = ()
    closure_days: int = 3
    estimated: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.working_days <= frozenset(range(7)) or not self.working_days:
            raise ValueError("working_days must be at least one weekday, 0 for Monday to 6 for Sunday")

    def works(self, day: date) -> bool:
        """Is this a working day of the person?"""
        return self.off_because(day) is None

    def off_because(self, day: date) -> str | None:
        """Why nobody works that day: leave, closure, holiday, weekend; None on a working day."""
        if any(day in span for span in self.leave):
            return "leave"
        if any(day in span for span in self.closures):
            return "closure"
        if day in self.workdays:
            return None
        if day in self.holidays:
            return "holiday"
        return None if day.weekday() in self.working_days else "weekend"

    def next_working_day(self, day: date) -> date:
        """This day, if it is a working one, else the next; the day itself if none comes within two years."""
        later = (day + timedelta(days=n) for n in range(SEARCH_DAYS))
        return next((each for each in later if self.works(each)), day)

    def after_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after this day (the day itself is not counted)."""
        for _ in range(count):
            day = self.next_working_day(day + ONE_DAY)
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """Working days after `after`, up to and including `until`; 0 when `until` isn't later."""
        if until <= after:
            return 0
        plain = self._plain_before(until + ONE_DAY) - self._plain_before(after + ONE_DAY)
        changed = self._exceptions[
            bisect_right(self._exceptions, (after, 1)) : bisect_right(self._exceptions, (until, 1))
        ]
        return plain + sum(change for _, change in changed)

    def silence_between(self, after: date, until: date) -> int:
        """Days of silence after `after`, up to and including `until`, without those that don't count.

        Closures of at least `closure_days` days (the company's, or a run of days off with as many public
        holidays in it, such as Spring Festival) and the person's leave don't count.
        """
        excused = bisect_right(self._excused, until) - bisect_right(self._excused, after)
        return max((until - after).days - excused, 0) if until > after else 0

    def excused_between(self, after: date, until: date) -> int:
        """How many days of a silence were taken out of it, so that it can be said."""
        return max((until - after).days, 0) - self.silence_between(after, until)

    def with_leave(self, *leave: Span) -> Calendar:
        """The same calendar with more leave in it."""
        return replace(self, leave=(*self.leave, *leave))

    def _plain_before(self, day: date) -> int:
        """Days with a working weekday before this one, counted from the beginning of time."""
        weeks, rest = divmod(day.toordinal() - 1, 7)
        return weeks * len(self.working_days) + sum(1 for weekday in self.working_days if weekday < rest)

    @cached_property
    def _exceptions(self) -> list[tuple[date, int]]:
        """Days that differ from their weekday: +1 a workday after all, -1 off after all; by date."""
        days = {*self.holidays, *self.workdays, *chain.from_iterable((*self.closures, *self.leave))}
        changes = ((day, self.works(day) - (day.weekday() in self.working_days)) for day in sorted(days))
        return [(day, change) for day, change in changes if change]

    @cached_property
    def _excused(self) -> list[date]:
        """The days that don't count as silence, by date."""
        closed = chain.from_iterable(span for span in self.closures if span.days >= self.closure_days)
        return sorted({*closed, *chain.from_iterable(self.leave), *self._long_holidays()})

    def _long_holidays(self) -> Iterator[date]:
        """The days of every run of days off that holds at least `closure_days` public holidays."""
        public = replace(self, closures=(), leave=())
        for run in _runs(public):
            if sum(day in self.holidays for day in run) >= self.closure_days:
                yield from run


def _runs(public: Calendar) -> Iterator[list[date]]:
    """The unbroken runs of days off around the public holidays, weekends in and beside them included."""
    seen = date.min
    for holiday in sorted(public.holidays):
        if holiday <= seen or public.works(holiday):
            continue
        first = last = holiday
        while not public.works(first - ONE_DAY) and (holiday - first).days < SEARCH_DAYS:
            first -= ONE_DAY
        while not public.works(last + ONE_DAY) and (last - holiday).days < SEARCH_DAYS:
            last += ONE_DAY
        seen = last
        yield list(Span(first, last))


def calendar_of(country: str, years: Sequence[int]) -> Calendar:
    """The public calendar of a country ("CN", "SG") or of a part of one ("DE-BY"), for these years.

    From the `holidays` library: weekend, public holidays and make-up workdays (it knows China's, as
    announced by the State Council). A Chinese year without a single make-up workday isn't announced yet;
    it is in `estimated`. Raises `CountryUnknown`.
    """
    return _calendar_of(country.strip().upper(), tuple(sorted(set(years))))


@lru_cache(maxsize=64)
def _calendar_of(country: str, years: tuple[int, ...]) -> Calendar:
    from holidays import country_holidays  # 60 ms, and only the first asker pays them

    code, _, part = country.partition("-")
    try:
        public = country_holidays(code, subdiv=part or None, years=years)
    except NotImplementedError as unknown:
        raise CountryUnknown(country) from unknown
    workdays = frozenset(day for day in public.weekend_workdays if day.year in years)
    announced = {day.year for day in workdays} if code == "CN" else set(years)
    return Calendar(
        working_days=frozenset(range(7)) - frozenset(public.weekend),
        holidays=frozenset(day for day in public if day.year in years),
        workdays=workdays,
        estimated=frozenset(years) - announced,
    )
