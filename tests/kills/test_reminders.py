"""The bot is killed at random and at every labelled step while reminders fall due: each is said, or says why not."""

import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from actions.together import WITH_AGENDA
from demo.telegram import LocalTelegram
from storage.database import Database
from tests.kills.accounts import EXPLAINED
from tests.kills.reminders import Reminders
from tests.kills.ringing import STEPS
from tests.transport.waiting import until

MANY = int(os.environ.get("HUIFANG_REMINDER_KILLS", "1000"))
"""Kills at random at full dose."""
EACH = 20
"""Kills at each step at full dose."""
FEW = ("after ring", "after sendMessage", "before settle")
"""The steps that are tried every time."""

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def reminders(database: Database, tmp_path: Path) -> AsyncIterator[Reminders]:
    async with LocalTelegram() as telegram:
        company = Reminders(telegram, database, folder=tmp_path)
        await company.load()
        yield company
        await company.unload()


@pytest.mark.parametrize("kills", [5, pytest.param(MANY, marks=pytest.mark.soak)])
async def test_a_bot_killed_at_random_says_every_reminder(reminders: Reminders, kills: int) -> None:
    for _ in range(kills):
        reminders.fall_due()
        await reminders.start()
        await reminders.kill()
    await nothing_is_lost(reminders)


@pytest.mark.parametrize(("steps", "times"), [(FEW, 1), pytest.param(STEPS, EACH, marks=pytest.mark.soak)])
async def test_a_bot_killed_at_any_step_says_every_reminder(
    reminders: Reminders, steps: tuple[str, ...], times: int
) -> None:
    for step in steps:
        for n in range(times):
            reminders.fall_due()
            await reminders.start(step, 1 + n % 3)
            await until(lambda: not Path(f"/proc/{reminders.pid}").exists())
            await reminders.gone()
    assert reminders.kills == len(steps) * times
    await nothing_is_lost(reminders)


async def nothing_is_lost(reminders: Reminders) -> None:
    """What was due is said or explained, what was asked for is heard, and what was said twice is accounted for."""
    await reminders.start()
    await reminders.settled()
    sys.stdout.write(reminders.account() + "\n")
    assert reminders.lost() == set()
    assert reminders.states().keys() <= {"sent", WITH_AGENDA} | EXPLAINED
    assert reminders.doubled() <= reminders.bound
