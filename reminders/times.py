"""Wall clocks: when a local time happens, and when nobody is to be disturbed.

>>> from datetime import date, time
>>> local_instant(date(2026, 11, 23), time(8, 30), "Asia/Shanghai").isoformat()
'2026-11-23T00:30:00+00:00'
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SECOND = timedelta(seconds=1)


def local_instant(on: date, at: time, zone: str) -> datetime:
    """The instant (UTC) at which clocks of this IANA zone show that date and time.

    A time that doesn't exist (clocks go forward) is the first instant after the gap; an ambiguous one
    (clocks go back) is the first of the two.
    """
    wall = datetime.combine(on, at.replace(tzinfo=None, fold=0))
    instant = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if local(instant, zone).replace(tzinfo=None) == wall:
        return instant
    before_the_gap = wall.replace(tzinfo=ZoneInfo(zone), fold=1).astimezone(UTC)
    return _first_after(before_the_gap, instant, zone)


def _first_after(before: datetime, after: datetime, zone: str) -> datetime:
    """The first instant, to the second, with the offset of `after`: where clocks jumped."""
    offset = local(after, zone).utcoffset()
    while after - before > SECOND:
        middle = before + timedelta(seconds=(after - before) // SECOND // 2)
        if local(middle, zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def local(at: datetime, zone: str) -> datetime:
    """This instant as the clocks of the zone show it."""
    return at.astimezone(ZoneInfo(zone))


def local_date(at: datetime, zone: str) -> date:
    """The date on the calendars of the zone at this instant."""
    return local(at, zone).date()


def quiet(at: datetime, zone: str, quiet_from: time, quiet_to: time) -> bool:
    """Is this instant within the quiet hours, `quiet_from` included, `quiet_to` not?

    The hours may span midnight; equal ends mean that there are none.
    """
    clock = local(at, zone).time()
    if quiet_from <= quiet_to:
        return quiet_from <= clock < quiet_to
    return clock >= quiet_from or clock < quiet_to


def next_allowed(at: datetime, zone: str, quiet_from: time, quiet_to: time) -> datetime:
    """This instant if it isn't quiet, else the end (UTC) of the quiet hours it lies in."""
    if not quiet(at, zone, quiet_from, quiet_to):
        return at
    today = local_date(at, zone)
    ends = (end for n in range(3) for end in _both(today + timedelta(days=n), quiet_to, zone))
    return next(end for end in ends if end > at and not quiet(end, zone, quiet_from, quiet_to))


def _both(on: date, at: time, zone: str) -> tuple[datetime, datetime]:
    """The first and the second time that clocks show this, nearly always the same instant."""
    second = datetime.combine(on, at, ZoneInfo(zone)).replace(fold=1).astimezone(UTC)
    return local_instant(on, at, zone), second
