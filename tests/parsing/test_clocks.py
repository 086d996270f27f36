"""The same sentences under other clocks keep their meaning: properties, not examples."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing import Moment
from tests.parsing.saying import one

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Singapore", "Asia/Kathmandu", "Pacific/Auckland")
EDGES = [
    datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2026, 11, 23, 0, 5, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2027, 1, 31, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2028, 2, 29, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2026, 11, 18, 23, 50, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai")),
    datetime(2026, 3, 8, 1, 30, tzinfo=ZoneInfo("America/New_York")),
    datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York")),
]
"""Sunday, Monday, 31 January, 29 February, just before midnight, New Year's Eve, both changes of the clock."""

moments = st.one_of(
    st.sampled_from(EDGES),
    st.builds(
        lambda naive, zone: naive.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)),
        st.datetimes(datetime.fromisoformat("2024-02-01"), datetime.fromisoformat("2035-01-01")),
        st.sampled_from(ZONES),
    ),
)
weekdays = st.integers(0, 6)
CHINESE = "一二三四五六日"
ENGLISH = list(calendar.day_name)


def followup(text: str, now: datetime) -> date:
    """The day on which to follow up."""
    moment = one(text, now=now).followup
    assert moment is not None, text
    return moment.on


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@given(moments, weekdays)
def test_next_weekday_lies_in_the_next_week(now: datetime, weekday: int) -> None:
    want = monday(now.date()) + timedelta(days=7 + weekday)
    assert followup(f"下周{CHINESE[weekday]}再跟进", now) == want
    assert followup(f"follow up next {ENGLISH[weekday]}", now) == want


@given(moments, weekdays)
def test_a_bare_weekday_is_the_next_one(now: datetime, weekday: int) -> None:
    for text in (f"周{CHINESE[weekday]}再跟进", f"follow up on {ENGLISH[weekday]}"):
        day = followup(text, now)
        assert day.weekday() == weekday
        assert timedelta(0) < day - now.date() <= timedelta(days=7)


@given(moments, weekdays)
def test_a_past_weekday_is_the_latest_one(now: datetime, weekday: int) -> None:
    for text in (f"周{CHINESE[weekday]}拜访了海岳食品", f"visited Blue Mill on {ENGLISH[weekday]}"):
        event = one(text, now=now).event
        assert event is not None
        assert event.on.weekday() == weekday
        assert timedelta(0) <= now.date() - event.on < timedelta(days=7)


@given(moments, st.integers(1, 60))
def test_days_are_counted_from_the_speakers_today(now: datetime, count: int) -> None:
    want = now.date() + timedelta(days=count)
    assert followup(f"{count}天后再跟进", now) == want
    assert followup(f"follow up in {count} days", now) == want
    event = one(f"{count}天前拜访了海岳食品", now=now).event
    assert event is not None
    assert event.on == now.date() - timedelta(days=count)


@given(moments)
def test_today_and_tomorrow_are_the_speakers(now: datetime) -> None:
    assert followup("明天再打", now) == followup("call back tomorrow", now) == now.date() + timedelta(days=1)
    event = one("今天拜访了海岳食品", now=now).event
    assert event == Moment(now.date())


@given(moments)
def test_the_month_ends_on_its_last_day(now: datetime) -> None:
    last = calendar.monthrange(now.year, now.month)[1]
    assert followup("月底前付清", now) == followup("pay by EOM", now) == now.date().replace(day=last)


@given(moments)
def test_in_a_month_never_leaves_the_next_month(now: datetime) -> None:
    day = followup("一个月后再联系", now)
    assert (day.year * 12 + day.month) - (now.year * 12 + now.month) == 1
    assert day.day == min(now.day, calendar.monthrange(day.year, day.month)[1])


@given(moments, st.integers(1, 48))
def test_hours_from_now_are_hours_that_pass(now: datetime, hours: int) -> None:
    moment = one(f"{hours}小时后打给海岳王总", now=now).followup
    later = (now.astimezone(UTC) + timedelta(hours=hours)).astimezone(now.tzinfo)
    assert moment == Moment(later.date(), time(later.hour, later.minute))


@given(moments, st.integers(1, 12), st.integers(1, 28))
def test_a_date_without_a_year_is_the_nearest_ahead(now: datetime, month: int, day: int) -> None:
    on = followup(f"{month}月{day}号再跟进", now)
    assert (on.month, on.day) == (month, day)
    assert now.date() <= on < now.date() + timedelta(days=367)


@given(moments)
def test_the_29th_of_february_is_itself_or_refused(now: datetime) -> None:
    said = one("2月29日再跟进", now=now)
    if said.followup:
        assert (said.followup.on.month, said.followup.on.day) == (2, 29)
    else:
        assert said.doubts == ("impossible_date",)


@pytest.mark.parametrize("now", EDGES)
def test_a_message_without_a_date_has_none_on_any_day(now: datetime) -> None:
    for text in ("海岳食品要2000块的货", "Blue Mill prefers email", "海岳电话13800138000"):
        said = one(text, now=now)
        assert (said.event, said.followup) == (None, None)
