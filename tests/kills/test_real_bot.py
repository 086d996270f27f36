"""`python bot.py run` is killed under load and cut off: each visit is recorded once and answered."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from demo.telegram import LocalTelegram
from storage.database import Database
from tests.kills.company import Company
from tests.kills.test_kills import MANY, calm, disorder, storm

DEAD_SECONDS = 2.0

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def company(database: Database, tmp_path: Path) -> AsyncIterator[Company]:
    async with LocalTelegram() as telegram:
        company = Company(telegram, database, folder=tmp_path)
        yield company
        if company.lives():
            assert company.child is not None
            company.child.kill()
            await company.child.wait()


def everything(telegram: LocalTelegram) -> None:
    """Disorder and storms."""
    disorder(telegram)
    storm(telegram)


FEW = [(everything, 3)]
FULL = [pytest.param(trouble, MANY, marks=pytest.mark.soak) for trouble in (calm, disorder, storm)]


@pytest.mark.parametrize(("trouble", "kills"), [*FEW, *FULL])
async def test_a_killed_bot_keeps_every_visit_once_and_answers_it(
    company: Company, trouble: Callable[[LocalTelegram], None], kills: int
) -> None:
    trouble(company.telegram)
    talking = asyncio.create_task(company.talk())
    for n in range(kills):
        await company.start()
        await (company.kill_in_flight() if n % 2 else company.kill_anywhere())
    talking.cancel()
    await company.start()
    company.telegram.faults.clear()
    assert company.kills == kills
    await nothing_is_lost(company)


async def test_a_dead_line_only_makes_answers_late(company: Company) -> None:
    await company.start()
    company.say(company.people[0])
    await company.speaks()
    company.telegram.faults.add("drop", times=None)
    for phone in company.people:
        company.say(phone)
    await asyncio.sleep(DEAD_SECONDS)
    company.telegram.faults.clear()
    await nothing_is_lost(company)


async def nothing_is_lost(company: Company) -> None:
    """Each visit is recorded once and answered; what was said twice is accounted for, and nothing came too early."""
    await company.settled()
    assert await company.stop() == 0
    told, expected = company.told(), company.expected()
    sys.stdout.write(company.account(told) + "\n")
    assert company.doings() == dict.fromkeys(company.said, 1)
    assert company.states().keys() <= {"sent", "superseded"}
    assert told >= expected
    assert told.keys() - company.withdrawn() == expected.keys() - company.withdrawn()
    assert told.total() - expected.total() <= company.doubled_at_most
    assert company.telegram.ledger.violations == []
