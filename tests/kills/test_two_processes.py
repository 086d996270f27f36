"""Two processes on one PostgreSQL database: one talks, the other stands by and takes over; nothing is said twice."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from demo.telegram import LocalTelegram
from storage.database import Database
from tests.kills.company import Company
from tests.kills.test_real_bot import nothing_is_lost

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
async def pair(database: Database, tmp_path: Path) -> AsyncIterator[tuple[Company, asyncio.subprocess.Process]]:
    """The company with the process that talks, and the one that stands by."""
    async with LocalTelegram() as telegram:
        company = Company(telegram, database, folder=tmp_path)
        await company.start()
        first = company.child
        assert first is not None
        company.say(company.people[0])
        await company.speaks()
        await company.start()
        yield company, first
        for child in (first, company.child):
            if child is not None and child.returncode is None:
                child.kill()
                await child.wait()


async def test_one_talks_and_the_other_takes_over(pair: tuple[Company, asyncio.subprocess.Process]) -> None:
    company, first = pair
    for phone in company.people:
        company.say(phone)
    await company.settled()
    assert first.returncode is None
    assert company.lives()
    assert company.told() == company.expected()
    second, company.child = company.child, first
    await company.kill()
    company.child = second
    for phone in company.people:
        company.say(phone)
    await company.speaks()
    await nothing_is_lost(company)
    assert company.telegram.ledger.refused[409] == 0


async def test_one_that_stands_by_ends_when_it_is_told(pair: tuple[Company, asyncio.subprocess.Process]) -> None:
    company, first = pair
    assert await company.stop() in (0, -signal.SIGTERM), "told before it had its own way to end"
    company.say(company.people[1])
    company.child = first
    await company.speaks()


async def test_one_that_the_server_let_go_of_says_so_and_the_other_takes_over(
    pair: tuple[Company, asyncio.subprocess.Process],
) -> None:
    company, first = pair
    holder = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
        " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    )
    with company.database.transaction() as db:
        assert db.scalar(holder)
    assert await first.wait() == 1, "whoever looks after it starts it again"
    for phone in company.people:
        company.say(phone)
    await company.speaks()
    await nothing_is_lost(company)
