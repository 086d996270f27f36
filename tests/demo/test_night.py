"""The business clock and what happens when it is pushed."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from clock import BusinessClock
from demo.telegram import House, LocalTelegram, Refused
from demo.telegram.clock import Clock
from demo.telegram.night import Push, target

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("name", "now", "then"),
    [
        ("morning", "2026-11-20 07:00", "2026-11-20 08:30"),
        ("morning", "2026-11-20 08:30", "2026-11-21 08:30"),
        ("morning", "2026-12-31 23:00", "2027-01-01 08:30"),
        ("hour", "2026-11-20 23:30", "2026-11-21 00:30"),
        ("week", "2026-11-20 09:00", "2026-11-27 09:00"),
        ("ten_weeks", "2026-11-20 09:00", "2027-01-29 09:00"),
    ],
)
def test_a_push_leads_there(name: str, now: str, then: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    assert target(name, at) == datetime.fromisoformat(then).replace(tzinfo=SHANGHAI)


def test_a_week_is_a_week_of_local_days_where_the_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert target("week", datetime(2026, 10, 22, 9, 0, tzinfo=berlin)).hour == 9
    assert target("morning", datetime(2026, 10, 24, 9, 0, tzinfo=berlin)).hour == 8


def test_an_hour_is_an_hour_even_then() -> None:
    before = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    after = target("hour", before)
    assert after.astimezone(UTC) - before.astimezone(UTC) == HOUR
    assert (after.hour, after.fold) == (2, 1)


def test_the_clock_can_only_be_pushed_in_known_ways() -> None:
    with pytest.raises(Refused, match="can't be pushed"):
        target("backwards", datetime.now(UTC))


def test_the_clock_is_kept_where_the_bot_reads_it_and_never_goes_back(tmp_path: Path) -> None:
    clock = Clock(tmp_path)
    clock.push_to(clock.now() + 5 * HOUR)
    bots = BusinessClock(tmp_path / "clock.json")
    assert abs(bots.now() - clock.now()) < timedelta(seconds=1)
    clock.push_to(clock.now() - HOUR)
    assert Clock(tmp_path).offset == clock.offset > 4.9 * HOUR


class Company:
    """A house in which something falls due every few hours."""

    def __init__(self, clock: Clock, every: timedelta) -> None:
        self.clock, self.every = clock, every
        self.begin = clock.now().replace(minute=0, second=0, microsecond=0)
        self.seen: list[datetime] = []
        self.broken = False

    def next_due(self, after: datetime) -> datetime:
        done = (after - self.begin) // self.every
        return (self.begin + (done + 1) * self.every).astimezone(UTC)

    async def settled(self, until: datetime) -> None:
        if self.broken:
            raise RuntimeError("the bot is gone")
        assert self.clock.now() >= until
        self.seen.append(until)

    def report(self, since: datetime, until: datetime) -> dict[str, Any] | None:
        nights = (until.date() - since.date()).days
        return {"judged": 200 * nights} if nights else None

    def house(self) -> House:
        return House(next_due=self.next_due, settled=self.settled, report=self.report)


async def test_every_due_instant_is_settled_in_turn() -> None:
    clock = Clock()
    told: list[dict[str, Any]] = []
    company = Company(clock, 6 * HOUR)
    until = clock.now() + 24 * HOUR
    night = await Push("morning", clock, company.house(), until, told.append).run()
    assert company.seen == sorted(company.seen)
    assert len(company.seen) == 5
    assert company.seen[-1] == until
    assert clock.now() >= until
    assert night == {"judged": 200}
    phases = [one["phase"] for one in told]
    assert (phases[0], phases[-1], phases.count("step"), phases.count("night")) == ("started", "done", 5, 1)
    assert [one["done"] for one in told] == sorted(one["done"] for one in told)
    assert told[-1]["night"] == {"judged": 200}


async def test_a_house_that_goes_nowhere_ends_the_push() -> None:
    clock, seen = Clock(), []

    async def settled(until: datetime) -> None:
        seen.append(until)

    until = clock.now() + HOUR
    stuck = House(next_due=lambda after: after, settled=settled)
    await Push("hour", clock, stuck, until, lambda progress: None).run()
    assert seen == [until]


async def test_what_fails_is_said() -> None:
    clock = Clock()
    told: list[dict[str, Any]] = []
    company = Company(clock, HOUR)
    company.broken = True
    with pytest.raises(RuntimeError):
        await Push("hour", clock, company.house(), clock.now() + HOUR, told.append).run()
    assert (told[-1]["phase"], told[-1]["error"]) == ("failed", "RuntimeError: the bot is gone")


async def test_the_page_pushes_the_clock_once_at_a_time(tg: LocalTelegram, web: aiohttp.ClientSession) -> None:
    gate = asyncio.Event()
    company = Company(tg.clock, 24 * HOUR)

    async def settled(until: datetime) -> None:
        await gate.wait()

    tg.page.house = House(next_due=company.next_due, settled=settled, report=company.report)
    with tg.events.listening() as listener:
        async with web.post("/api/clock", json={"push": "week"}) as answer:
            assert answer.status == 200
        async with web.post("/api/clock", json={"push": "hour"}) as answer:
            assert answer.status == 409
        assert tg.page.clock()["pushing"]
        gate.set()
        phases = []
        while "done" not in phases:
            event = await asyncio.wait_for(listener.get(), 10)
            assert event is not None
            phases += [event["phase"]] if event["event"] == "progress" else []
        assert phases.count("step") == 8
    assert tg.clock.shown()["offset_seconds"] > 6.9 * 86_400


async def test_messages_are_dated_by_the_business_clock(tg: LocalTelegram) -> None:
    mia = tg.person("Mia", opened=True)
    tg.clock.push_to(datetime(2030, 1, 1, tzinfo=UTC))
    assert mia.say("x")["date"] >= datetime(2030, 1, 1, tzinfo=UTC).timestamp()
