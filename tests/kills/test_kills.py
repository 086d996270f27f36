"""kill -9 under load, with updates twice and in disorder and with 429 storms: nothing lost, nothing recorded twice."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable

import pytest

from demo.telegram import LocalTelegram
from storage.database import Database
from tests.kills.harness import Harness

MANY = int(os.environ.get("HUIFANG_KILLS", "50"))
"""Kills of each kind at full dose."""


@pytest.fixture
async def harness(database: Database) -> AsyncIterator[Harness]:
    async with LocalTelegram() as telegram:
        harness = Harness(telegram, database)
        yield harness
        if harness.child is not None and harness.child.returncode is None:
            harness.child.kill()
            await harness.child.wait()


def calm(telegram: LocalTelegram) -> None:
    """Nothing goes wrong but the kills."""


def disorder(telegram: LocalTelegram) -> None:
    """Updates come twice, in disorder, and once more after they were confirmed."""
    for kind in ("duplicate", "reorder", "again"):
        telegram.faults.add(kind, times=None, chance=0.5)


def storm(telegram: LocalTelegram) -> None:
    """One send in thirty is answered with a silence for everybody."""
    telegram.faults.add(
        "refuse", method="sendMessage", code=429, retry_after=1, everybody=True, times=None, chance=1 / 30
    )


FEW = [(calm, 6), (disorder, 3), (storm, 3)]
FULL = [pytest.param(trouble, MANY, marks=pytest.mark.soak) for trouble in (calm, disorder, storm)]


@pytest.mark.parametrize(("trouble", "kills"), [*FEW, *FULL])
async def test_a_killed_bot_loses_nothing_and_records_nothing_twice(
    harness: Harness, trouble: Callable[[LocalTelegram], None], kills: int
) -> None:
    trouble(harness.telegram)
    talking = asyncio.create_task(harness.talk())
    for n in range(kills):
        await harness.start()
        await (harness.kill_in_flight() if n % 2 else harness.kill_anywhere())
    talking.cancel()
    await harness.start()
    harness.telegram.faults.clear()
    await harness.settled()
    assert await harness.stop() == 0

    words = harness.said
    assert harness.kills == kills
    assert harness.recorded() == dict.fromkeys(words, 1)
    heard = harness.heard()
    expected = {f"{kind}: {word}" for word in words for kind in ("got", "due")}
    assert heard.keys() == expected
    doubled = heard.total() - len(expected)
    assert doubled <= harness.doubled_at_most
    assert harness.telegram.ledger.violations == []
