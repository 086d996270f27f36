"""Working days, make-up workdays and the days of silence that don't count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.calendar import Calendar, CountryUnknown, Span, calendar_of

CHINA = calendar_of("CN", range(2025, 2028))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
SPANS = st.builds(lambda first, days: Span(first, first + timedelta(days=days)), DAYS, st.integers(0, 20))
CALENDARS = st.builds(
    Calendar,
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(DAYS, max_size=20),
    workdays=st.frozensets(DAYS, max_size=6),
    closures=st.lists(SPANS, max_size=2).map(tuple),
    leave=st.lists(SPANS, max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    ("day", "off_because"),
    [
        (date(2026, 11, 20), None),
        (date(2026, 11, 21), "weekend"),
        (date(2026, 10, 1), "holiday"),
        (date(2026, 10, 6), "holiday"),
        (date(2026, 10, 10), None),  # a Saturday worked to make up for National Day
        (date(2026, 2, 14), None),  # another, before Spring Festival
        (date(2026, 2, 28), None),
        (date(2026, 2, 23), "holiday"),
    ],
)
def test_china_rests_on_its_holidays_and_works_on_make_up_days(day: date, off_because: str | None) -> None:
    assert CHINA.off_because(day) == off_because
    assert CHINA.works(day) is (off_because is None)


def test_a_chinese_year_that_is_not_announced_yet_is_said_to_be_estimated() -> None:
    assert CHINA.estimated == {2027}
    assert calendar_of("SG", [2027]).estimated == frozenset()


@pytest.mark.parametrize(
    ("country", "working_days"),
    [("CN", {0, 1, 2, 3, 4}), ("SG", {0, 1, 2, 3, 4}), ("HK", {0, 1, 2, 3, 4, 5}), ("SA", {6, 0, 1, 2, 3})],
)
def test_a_country_brings_its_own_week(country: str, working_days: set[int]) -> None:
    assert calendar_of(country, [2026]).working_days == working_days


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    epiphany = date(2026, 1, 6)
    assert calendar_of("DE-BY", [2026]).off_because(epiphany) == "holiday"
    assert calendar_of("DE", [2026]).works(epiphany)


@pytest.mark.parametrize("country", ["", "XX", "DE-XX", "回访"])
def test_an_unknown_country_is_refused(country: str) -> None:
    with pytest.raises(CountryUnknown):
        calendar_of(country, [2026])


def test_a_week_without_working_days_is_refused() -> None:
    with pytest.raises(ValueError):
        Calendar(working_days=frozenset())


def test_leave_and_closures_win_over_make_up_days() -> None:
    away = CHINA.with_leave(Span(date(2026, 10, 10), date(2026, 10, 12)))
    assert away.off_because(date(2026, 10, 10)) == "leave"
    assert away.next_working_day(date(2026, 10, 10)) == date(2026, 10, 13)


def test_a_person_who_never_returns_keeps_the_day() -> None:
    gone = Calendar(leave=(Span(date(2026, 1, 1), date(2099, 1, 1)),))
    assert gone.next_working_day(date(2026, 11, 21)) == date(2026, 11, 21)


def test_late_days_are_working_days() -> None:
    friday, tuesday = date(2026, 11, 20), date(2026, 11, 24)
    assert Calendar().working_days_between(friday, tuesday) == 2
    assert Calendar().working_days_between(tuesday, friday) == 0
    assert CHINA.working_days_between(date(2026, 9, 30), date(2026, 10, 10)) == 3


def test_spring_festival_and_leave_are_not_silence() -> None:
    assert CHINA.silence_between(date(2026, 2, 13), date(2026, 2, 25)) == 3  # the 14th, 24th and 25th
    assert CHINA.excused_between(date(2026, 2, 13), date(2026, 2, 25)) == 9
    leave = Calendar(leave=(Span(date(2026, 11, 9), date(2026, 11, 11)),))
    assert leave.silence_between(date(2026, 10, 20), date(2026, 11, 20)) == 28


def test_a_long_weekend_is_silence_and_so_is_a_closure_of_two_days() -> None:
    friday = Calendar(holidays=frozenset({date(2026, 11, 20)}))
    assert friday.silence_between(date(2026, 11, 18), date(2026, 11, 24)) == 6
    short = Calendar(closures=(Span(date(2026, 11, 19), date(2026, 11, 20)),))
    assert short.silence_between(date(2026, 11, 18), date(2026, 11, 24)) == 6


@given(CALENDARS, DAYS, DAYS)
def test_counting_is_the_same_as_looking_at_each_day(calendar: Calendar, after: date, until: date) -> None:
    days = list(Span(after + timedelta(days=1), until))
    assert calendar.working_days_between(after, until) == sum(map(calendar.works, days))
    assert 0 <= calendar.silence_between(after, until) <= max((until - after).days, 0)


@given(CALENDARS, DAYS)
def test_the_next_working_day_is_the_first_that_works(calendar: Calendar, day: date) -> None:
    found = calendar.next_working_day(day)
    assert found >= day
    assert calendar.works(found)
    assert not any(calendar.works(each) for each in Span(day, found - timedelta(days=1)))


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_silence_adds_up(calendar: Calendar, first: date, second: date, third: date) -> None:
    first, second, third = sorted((first, second, third))
    parts = calendar.silence_between(first, second) + calendar.silence_between(second, third)
    assert parts == calendar.silence_between(first, third)
