"""Killed at every labelled step between hearing, recording, claiming, sending and marking: nothing is lost or doubled
beyond what had been accepted and not marked."""

import asyncio
import sys

import pytest

from tests.kills.harness import ROOT, Harness
from tests.kills.steps import STEPS
from tests.kills.test_kills import MANY, harness
from tests.transport.waiting import until

__all__ = ["harness"]

FEW = ("after claim", "after sendMessage", "before settle")
"""The steps that are tried every time; the full dose tries all."""
BEFORE_IT = 3
"""The largest number of times that a step is passed before it kills."""


async def killed_at(harness: Harness, step: str, times: int) -> None:
    """Start the bot that ends there, and say things until it has."""
    where = (harness.database.url, harness.telegram.base_url, harness.telegram.token)
    command = (sys.executable, "-m", "tests.kills.steps", *where, step, str(times))
    harness.child = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    talking = asyncio.create_task(harness.talk())
    await until(lambda: not harness.lives())
    talking.cancel()
    await harness.gone()


@pytest.mark.parametrize(
    ("step", "kills"),
    [
        *((step, 1) for step in FEW),
        *(pytest.param(step, max(MANY // len(STEPS), 1), marks=pytest.mark.soak) for step in STEPS),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_kill_at_any_step_loses_nothing(harness: Harness, step: str, kills: int) -> None:
    for n in range(kills):
        await killed_at(harness, step, 1 + n % BEFORE_IT)
    await harness.start()
    await harness.settled()
    assert await harness.stop() == 0
    assert harness.recorded() == dict.fromkeys(harness.said, 1)
    heard = harness.heard()
    expected = {f"{kind}: {word}" for word in harness.said for kind in ("got", "due")}
    doubled = heard.total() - len(expected)
    sys.stdout.write(f"{step}: {kills} kills, {doubled} said twice where {harness.doubled_at_most} may be\n")
    assert heard.keys() == expected
    assert doubled <= harness.doubled_at_most
