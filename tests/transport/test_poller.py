"""What can come between the bot and its updates."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from demo.telegram import LocalTelegram
from tests.transport.recording import Recording
from tests.transport.waiting import hears, until
from transport.gates import Gates, Limits
from transport.line import Line
from transport.menus import Menus
from transport.poller import TokenRefused
from transport.request import AiohttpRequest
from transport.silence import Silence
from transport.telegram import Telegram


async def test_another_poller_is_named_in_plain_words_and_waited_out(
    line: Line, telegram: LocalTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.add("refuse", method="getUpdates", code=409)
    mia = telegram.person("Mia")
    mia.say("first")  # wakes the long question, so that the next one meets the other poller
    mia.say("second")
    await hears(mia, "got: first", "got: second")
    await until(lambda: "another process fetches this bot's updates" in caplog.text)
    mia.say("third")
    await hears(mia, "got: first", "got: second", "got: third")


async def test_a_webhook_of_before_is_removed(telegram: LocalTelegram, recording: Recording) -> None:
    other = Telegram(AiohttpRequest(), telegram.token, telegram.base_url)
    await other.open()
    await other.call("setWebhook", url="https://example.com/hook")
    await other.close()
    mia = telegram.person("Mia")
    async with recording.line(telegram.base_url, telegram.token):
        mia.say("visited Blue Mill")
        await hears(mia, "got: visited Blue Mill")


async def test_a_token_that_is_refused_ends_the_line(telegram: LocalTelegram, recording: Recording) -> None:
    async with recording.line(telegram.base_url, "1:wrong") as line:
        with pytest.raises(TokenRefused):
            await asyncio.wait_for(line.until(asyncio.Event()), 10)


async def test_a_token_that_is_refused_while_sending_ends_the_line_too(line: Line, telegram: LocalTelegram) -> None:
    telegram.faults.add("refuse", method="sendMessage", code=401)
    telegram.person("Mia").say("visited Blue Mill")
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(line.until(asyncio.Event()), 10)


async def test_a_line_ends_quietly_when_it_is_told_to(line: Line) -> None:
    stop = asyncio.Event()
    stop.set()
    await asyncio.wait_for(line.until(stop), 10)


async def test_updates_that_cannot_be_kept_are_fetched_again(telegram: LocalTelegram, recording: Recording) -> None:
    mia = telegram.person("Mia")
    refused = 0

    async def unsteady(action: object, /, *args: object, **kwargs: object) -> object:
        nonlocal refused
        if getattr(action, "__name__", "") == "keep" and refused < 2:
            refused += 1
            raise OSError("the disk is full")
        return await recording.desk.do(action, *args, **kwargs)  # type: ignore[arg-type]

    async with recording.line(telegram.base_url, telegram.token) as line:
        line._poller._do = unsteady
        mia.say("visited Blue Mill")
        await hears(mia, "got: visited Blue Mill")
    assert refused == 2


@pytest.fixture
async def caller(telegram: LocalTelegram) -> AsyncIterator[Telegram]:
    caller = Telegram(AiohttpRequest(), telegram.token, telegram.base_url)
    await caller.open()
    yield caller
    await caller.close()


def menus_of(caller: Telegram, recording: Recording) -> Menus:
    return Menus(caller, Silence(Gates(Limits()), recording.desk.do))


async def test_a_menu_is_told_only_when_it_changes(
    caller: Telegram, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    menus, menu = menus_of(caller, recording), {"today": "今日跟进", "help": "帮助"}
    assert await menus.show(menu, mia.chat)
    assert not await menus.show(menu, mia.chat)
    assert not await menus_of(caller, recording).show(menu, mia.chat)
    assert await menus.show(menu | {"team": "团队"}, mia.chat)
    assert await menus.show({"help": "Help"})
    shown = await caller.call("getMyCommands", scope={"type": "chat", "chat_id": mia.chat})
    assert [command["command"] for command in shown] == ["today", "help", "team"]
    assert telegram.ledger.calls["setmycommands"] == 3


async def test_a_menu_waits_out_the_silence_that_telegram_asks_for(
    caller: Telegram, telegram: LocalTelegram, recording: Recording
) -> None:
    telegram.faults.add("refuse", method="setMyCommands", code=429, retry_after=1, everybody=True, times=2)
    assert await menus_of(caller, recording).show({"help": "Help"})
    assert telegram.ledger.violations == []


async def test_a_refused_menu_is_no_trouble(caller: Telegram, recording: Recording) -> None:
    assert not await menus_of(caller, recording).show({"Not a command": "x"})


async def test_a_group_that_became_a_supergroup_is_followed(recording: Recording) -> None:
    """The strict local Telegram has no supergroups, so the far side here is a small one that knows of one move."""
    asked: list[int] = []

    async def answer(request: web.Request) -> web.Response:
        if request.match_info["method"] == "getUpdates":
            await asyncio.sleep(30)
        chat = (await request.json())["chat_id"]
        asked.append(chat)
        moved = {"ok": False, "description": "upgraded", "parameters": {"migrate_to_chat_id": -1007}}
        return (
            web.json_response(moved, status=400)
            if chat == -7
            else web.json_response({"ok": True, "result": {"message_id": 1}})
        )

    application = web.Application()
    application.router.add_post("/bot{token}/{method}", answer)
    recording.put(*(recording.message(f"k{n}", -7, {"text": "private, please"}) for n in range(2)))
    async with TestServer(application) as server, recording.line(str(server.make_url("")), "1:token") as line:
        await line.sender.settled()
    assert asked == [-7, -1007, -1007]
    assert {(row.state, row.chat_id) for row in recording.sent().values()} == {("sent", -1007)}
