"""The local Telegram as a process of its own, and python-telegram-bot against it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import telegram
import telegram.error
import telegram.warnings

from demo.telegram import Phone

MIA = 7_000_000_100


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    command = [sys.executable, "-m", "demo.telegram", "--port", "0", "--token", "42:x", "--key", "K"]
    people = ["--person", f"{MIA}:Mia:zh", "--folder", str(tmp_path), "--latency", "5"]
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(*command, *people, stdout=pipe, stderr=pipe)
    yield running
    if running.returncode is None:
        running.terminate()
    assert await running.wait() == 0
    assert running.stderr is not None
    assert await running.stderr.read() == b""


async def test_it_says_where_it_is_and_serves_there(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    address = (await process.stdout.readline()).decode().strip()
    assert address.endswith("/?k=K")
    base = address.removesuffix("/?k=K")
    async with telegram.Bot("42:x", base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as ptb:
        assert (await ptb.send_message(MIA, "hello")).chat.first_name == "Mia"
        async with aiohttp.ClientSession(base, headers={"X-Key": "K"}) as web:
            async with web.post("/api/say", json={"chat": MIA, "text": "hi"}) as answer:
                assert answer.status == 200
            [update] = await ptb.get_updates(timeout=5)
            assert update.message is not None
            assert update.message.text == "hi"


async def test_a_taken_port_names_the_way_out(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    port = (await process.stdout.readline()).decode().partition("/?")[0].rpartition(":")[2]
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "demo.telegram", "--port", port, stderr=asyncio.subprocess.PIPE
    )
    _, said = await second.communicate()
    assert second.returncode == 1
    assert b"--port" in said


async def test_python_telegram_bot_is_served(mia: Phone, ptb: telegram.Bot) -> None:
    keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Undo", callback_data="u:1")]])
    said = await ptb.send_message(MIA, "<b>saved</b>", parse_mode="HTML", reply_markup=keyboard)
    assert said.text_html == "<b>saved</b>"
    mia.tap(said.message_id, "u:1")
    [update] = await ptb.get_updates()
    assert update.callback_query is not None
    assert await ptb.answer_callback_query(update.callback_query.id)
    with pytest.raises(telegram.error.BadRequest, match="Message is not modified"):
        await ptb.edit_message_text("saved", MIA, said.message_id, entities=said.entities, reply_markup=keyboard)
    document = (await ptb.send_document(MIA, b"a,b", filename="x.csv", caption="list")).document
    assert document is not None
    assert bytes(await (await document.get_file()).download_as_bytearray()) == b"a,b"


async def test_its_exceptions_are_the_right_ones(mia: Phone, ptb: telegram.Bot) -> None:
    mia.tg.faults.add("refuse", method="sendMessage", code=429, retry_after=3)
    with pytest.raises(telegram.error.RetryAfter):
        await ptb.send_message(MIA, "x")
    mia.tg.faults.clear()
    mia.block()
    with pytest.raises(telegram.error.Forbidden):
        await ptb.send_message(MIA, "x")
    mia.tg.faults.add("lose", method="getMe")
    with pytest.raises(telegram.error.NetworkError):
        await ptb.get_me()
    with pytest.raises(telegram.error.EndPointNotFound):
        await ptb.do_api_request("sendPigeon")
