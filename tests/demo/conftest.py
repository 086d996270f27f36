"""A running local Telegram, and three ways to speak to it: aiogram, python-telegram-bot and plain HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest
import telegram

from demo.telegram import LocalTelegram, Phone
from tests.demo import theirs

TOKEN = "42:local"

Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def tg() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(TOKEN) as running:
        yield running


@pytest.fixture
def mia(tg: LocalTelegram) -> Phone:
    """Somebody who has started the bot."""
    return tg.person("Mia", id=7_000_000_100, username="mia", opened=True)


@pytest.fixture
async def web(tg: LocalTelegram) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(tg.base_url, headers={"X-Key": tg.door.key}) as session:
        yield session


@pytest.fixture
async def call(web: aiohttp.ClientSession) -> Call:
    """Call a method with JSON; the whole answer, refusals included."""

    async def one(method: str, **asked: Any) -> dict[str, Any]:
        async with web.post(f"/bot{TOKEN}/{method}", json=asked) as answer:
            said: dict[str, Any] = await answer.json()
            assert answer.status == said.get("error_code", 200)
            return said

    return one


@pytest.fixture
async def bot(tg: LocalTelegram) -> AsyncIterator[theirs.Bot]:
    """aiogram, whose types read every answer by its own understanding of the theirs.Bot API."""
    session = theirs.AiohttpSession(api=theirs.TelegramAPIServer.from_base(tg.base_url))
    yield theirs.Bot(TOKEN, session)
    await (await session.create_session()).close()


@pytest.fixture
async def ptb(tg: LocalTelegram) -> AsyncIterator[telegram.Bot]:
    address, files = f"{tg.base_url}/bot", f"{tg.base_url}/file/bot"
    async with telegram.Bot(TOKEN, base_url=address, base_file_url=files) as own:
        yield own


def dumped(thing: theirs.TelegramObject | None) -> dict[str, Any] | None:
    """One of aiogram's objects as the plain dict that it stands for."""
    return None if thing is None else thing.model_dump(exclude_none=True)
