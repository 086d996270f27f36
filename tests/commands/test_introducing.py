"""Command menus follow each person's language and roles, through a local Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from actions.joining import set_up_code
from clock import BusinessClock
from commands.wiring import Bot
from config import Settings
from demo.telegram import LocalTelegram
from storage import company
from tests.office import Office

TOKEN = "42:abc"
PATIENCE_SECONDS = 20.0
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(token=TOKEN, folder=None) as local:
        yield local


def settings_for(telegram: LocalTelegram, url: str) -> Settings:
    plain = Settings()
    there = replace(plain.telegram, base_url=telegram.base_url, token=TOKEN)
    return replace(plain, telegram=there, database=replace(plain.database, url=url))


async def menu_in(telegram: LocalTelegram, chat_id: int, first: str) -> dict[str, str]:
    """The chat's menu, as soon as its first line reads so."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            shown = [one for key, one in telegram.commands.kept.items() if f"chat {chat_id}/" in key]
            if shown and shown[0][0]["description"] == first:
                return {line["command"]: line["description"] for line in shown[0]}
            await asyncio.sleep(0.05)


async def test_who_joins_gets_a_menu_and_gets_it_again_in_another_language(
    telegram: LocalTelegram, database: Any, database_url: str
) -> None:
    office = Office(database)
    with database.transaction() as db:
        code = set_up_code(db, office.now)
    database.close()
    tom = telegram.person("Tom", id=100, language_code="en", opened=True)
    with closing(Bot(settings_for(telegram, database_url), BusinessClock())) as bot:
        async with bot.line:
            bot.introducing.start()
            tom.start(code or "")
            english = await menu_in(telegram, 100, "Today's list")
            assert {"invite", "company", "settings"} <= english.keys()
            tom.say("中文")
            chinese = await menu_in(telegram, 100, "今日跟进")
            bot.introducing.stop()
    assert english.keys() == chinese.keys()


async def test_at_start_everybody_has_the_menu_of_their_roles_and_the_bot_knows_its_name(
    telegram: LocalTelegram, database: Any, database_url: str
) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    database.close()
    telegram.person("陈静", id=mia.telegram_id or 0, language_code="zh", opened=True)
    with closing(Bot(settings_for(telegram, database_url), BusinessClock())) as bot:
        async with bot.line:
            bot.introducing.start()
            menu = await menu_in(telegram, mia.telegram_id or 0, "今日跟进")
            bot.introducing.stop()
        with bot.database.reading() as db:
            assert company.mark(db, "bot") == telegram.me["username"]
    assert not {"invite", "company"} & menu.keys()
