"""The disk is full for a while: what Telegram was told is kept is kept, and everybody gets their answer later."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

import config
from clock import BusinessClock
from commands.wiring import Bot
from demo.house import configure
from demo.telegram import LocalTelegram
from storage.database import Database
from tests.kills.company import Company
from tests.transport.waiting import until

SPARE_PAGES = 3
PLENTY = 1_000_000
FULL_SECONDS = 4.0


@asynccontextmanager
async def served(company: Company) -> AsyncIterator[Bot]:
    """The production bot in this process."""
    settings = config.load(
        configure(company.folder, company.telegram.base_url),
        {"HUIFANG_TELEGRAM_TOKEN": company.telegram.token, "HUIFANG_DATABASE_URL": company.database.url},
    )
    bot = Bot(settings, BusinessClock(company.folder / "clock.json"))
    try:
        async with bot.line:
            yield bot
    finally:
        bot.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_full_disk_only_makes_answers_late(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalTelegram() as telegram:
        company = Company(telegram, database, folder=tmp_path)
        async with served(company) as bot:
            with bot.database.transaction() as db:
                _limit(db, _pages(db) + SPARE_PAGES)
            for phone in company.people * 3:
                company.say(phone)
            await until(lambda: any(_full(record.exc_info) for record in caplog.records))
            await asyncio.sleep(FULL_SECONDS)
            with bot.database.transaction() as db:
                _limit(db, PLENTY)
            await until(lambda: not telegram.updates.pending and not super(Company, company).open())
    assert company.doings() == dict.fromkeys(company.said, 1)
    assert company.told() == company.expected()
    assert company.states().keys() <= {"sent", "superseded"}


def _full(raised: object) -> bool:
    return isinstance(raised, tuple) and "disk is full" in str(raised[1])


def _pages(db: Session) -> int:
    return int(db.connection().exec_driver_sql("PRAGMA page_count").scalar_one())


def _limit(db: Session, pages: int) -> None:
    """The writing connection's file may grow to so many pages."""
    db.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
