"""Local times over a year and more, in zones that behave in every way that zones do."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.times import local, local_date, local_instant, next_allowed, quiet

ZONES = [
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Kolkata",  # +05:30
    "Asia/Kathmandu",  # +05:45
    "Asia/Tehran",
    "Asia/Beirut",  # changes at midnight
    "Europe/London",
    "Europe/Berlin",
    "Europe/Dublin",  # winter time is the exception
    "Africa/Casablanca",  # goes back for Ramadan
    "Africa/Cairo",
    "America/New_York",
    "America/St_Johns",  # -03:30
    "America/Santiago",  # changes at midnight, the other way round
    "America/Havana",
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Chatham",  # +12:45, changes
    "Pacific/Kiritimati",  # +14
    "Pacific/Pago_Pago",  # -11
]
CLOCKS = [time(0, 0), time(0, 30), time(1, 45), time(2, 0), time(2, 30), time(3, 0), time(8, 30), time(23, 59, 59)]
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize("zone", ZONES)
def test_each_local_time_comes_exactly_once_a_day_for_400_days(zone: str) -> None:
    """Minute by minute would be the same: an instant is the first at which that local date and time are reached."""
    for clock in CLOCKS:
        instants = [local_instant(date(2026, 1, 1) + timedelta(days=n), clock, zone) for n in range(400)]
        assert instants == sorted(set(instants))
        shown = Counter(local_date(at, zone) for at in instants)
        assert set(shown.values()) == {1}
        for n, at in enumerate(instants):
            wall = datetime.combine(date(2026, 1, 1) + timedelta(days=n), clock)
            assert local(at, zone).replace(tzinfo=None) >= wall
            assert local(at - timedelta(seconds=1), zone).replace(tzinfo=None) < wall or _shown_twice(wall, zone)


def _shown_twice(wall: datetime, zone: str) -> bool:
    """Do the clocks of the zone show this twice?"""
    return wall.replace(tzinfo=ZoneInfo(zone)).utcoffset() != wall.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()


@pytest.mark.parametrize(
    ("zone", "on", "clock", "instant"),
    [
        ("America/New_York", date(2026, 3, 8), time(2, 30), "2026-03-08T07:00:00+00:00"),  # doesn't exist: 03:00
        ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T05:30:00+00:00"),  # the first of two
        ("Europe/Berlin", date(2026, 3, 29), time(2, 0), "2026-03-29T01:00:00+00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30:00+00:00"),
        ("America/Santiago", date(2026, 9, 6), time(0, 0), "2026-09-06T04:00:00+00:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(8, 30), "2011-12-30T10:00:00+00:00"),  # a day that never was
        ("Asia/Shanghai", date(2026, 11, 19), time(8, 30), "2026-11-19T00:30:00+00:00"),
    ],
)
def test_times_that_clocks_skip_or_show_twice(zone: str, on: date, clock: time, instant: str) -> None:
    assert local_instant(on, clock, zone).isoformat() == instant


@pytest.mark.parametrize(
    ("at", "is_quiet", "allowed"),
    [
        ("2026-11-20T20:59:59", False, "2026-11-20T20:59:59"),
        ("2026-11-20T21:00:00", True, "2026-11-21T08:00:00"),
        ("2026-11-21T00:00:00", True, "2026-11-21T08:00:00"),
        ("2026-11-21T07:59:59", True, "2026-11-21T08:00:00"),
        ("2026-11-21T08:00:00", False, "2026-11-21T08:00:00"),
    ],
)
def test_quiet_hours_span_midnight(at: str, is_quiet: bool, allowed: str) -> None:
    shanghai = ZoneInfo("Asia/Shanghai")
    instant = datetime.fromisoformat(at).replace(tzinfo=shanghai)
    assert quiet(instant, "Asia/Shanghai", time(21), time(8)) is is_quiet
    allowed_at = next_allowed(instant, "Asia/Shanghai", time(21), time(8))
    assert allowed_at == datetime.fromisoformat(allowed).replace(tzinfo=shanghai)


def test_equal_ends_mean_no_quiet_hours() -> None:
    assert not quiet(datetime(2026, 11, 21, 3, tzinfo=UTC), "UTC", time(8), time(8))


@given(INSTANTS, st.sampled_from(ZONES), st.times(), st.times())
def test_what_is_allowed_is_never_quiet_and_never_earlier(
    at: datetime, zone: str, quiet_from: time, quiet_to: time
) -> None:
    allowed = next_allowed(at, zone, quiet_from, quiet_to)
    assert allowed >= at
    assert allowed - at <= timedelta(hours=25)
    assert not quiet(allowed, zone, quiet_from, quiet_to)
