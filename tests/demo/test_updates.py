"""Updates: numbered, kept until they are confirmed, given to one poller."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest
from aiohttp import web as server

from demo.telegram import LocalTelegram, Phone
from demo.telegram.telegram import Telegram
from tests.demo.conftest import Call

Got = list[dict[str, Any]]


async def polled(call: Call, **asked: Any) -> Got:
    answer = await call("getUpdates", **asked)
    assert answer["ok"]
    updates: Got = answer["result"]
    return updates


def texts(updates: Got) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_they_are_confirmed(mia: Phone, call: Call) -> None:
    for text in "abc":
        mia.say(text)
    first = await polled(call)
    assert texts(first) == ["a", "b", "c"]
    assert [one["update_id"] for one in first] == list(range(first[0]["update_id"], first[0]["update_id"] + 3))
    assert await polled(call) == first
    assert texts(await polled(call, offset=first[1]["update_id"] + 1)) == ["c"]
    assert texts(await polled(call, offset=first[0]["update_id"])) == ["c"]
    assert await polled(call, offset=first[2]["update_id"] + 1) == []


async def test_a_batch_has_at_most_so_many(mia: Phone, call: Call) -> None:
    for n in range(120):
        mia.say(str(n))
    assert len(await polled(call)) == 100
    assert texts(await polled(call, limit=2)) == ["0", "1"]
    assert len(await polled(call, limit=500)) == 100


async def test_a_negative_offset_keeps_the_last_few(mia: Phone, call: Call) -> None:
    for text in "abc":
        mia.say(text)
    assert texts(await polled(call, offset=-1)) == ["c"]
    assert texts(await polled(call)) == ["c"]


async def test_a_long_poll_waits_for_the_first_update(mia: Phone, call: Call) -> None:
    waiting = asyncio.create_task(polled(call, timeout=30))
    await waits(mia.tg)
    mia.say("there")
    assert texts(await waiting) == ["there"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(tg: LocalTelegram, call: Call) -> None:
    assert await polled(call, timeout=1) == []


async def test_a_second_poller_ends_the_first(mia: Phone, call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await waits(mia.tg)
    second = asyncio.create_task(polled(call, timeout=30))
    refused = await first
    assert refused["error_code"] == 409
    assert refused["description"].startswith("Conflict: terminated by other getUpdates request")
    mia.say("there")
    assert texts(await second) == ["there"]


async def test_only_the_kinds_asked_for_come(mia: Phone, call: Call) -> None:
    said = mia.say("a")
    mia.react(said["message_id"], "👍")
    assert len(await polled(call, allowed_updates=["message_reaction"])) == 1
    mia.say("b")
    mia.react(said["message_id"], None)
    updates = await polled(call)
    assert texts(updates[:1]) == ["a"]
    assert updates[1]["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    await polled(call, allowed_updates=[])
    mia.say("c")
    assert texts((await polled(call))[2:]) == ["c"]


async def test_what_is_older_than_a_day_is_gone(mia: Phone, call: Call) -> None:
    mia.say("old")
    number, body, at = mia.tg.updates.pending.pop()
    mia.tg.updates.pending.append((number, body, at - 86_401))
    mia.say("new")
    assert texts(await polled(call)) == ["new"]


async def test_a_group_tells_the_bot_only_what_is_meant_for_it(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    team = tg.phone(mia.person, tg.group("Team", mia.person))
    said = await call("sendMessage", chat_id=team.chat, text="hello")
    heard = ["/today", "/today@huifang_demo_bot", "hi @huifang_demo_bot"]
    for text in ["lunch?", "/today@other_bot", *heard]:
        team.say(text)
    team.say("yes", reply_to=said["result"]["message_id"])
    updates = await polled(call)
    assert "my_chat_member" in updates[0]
    assert texts(updates[1:]) == [*heard, "yes"]
    assert updates[1]["message"]["chat"]["type"] == "group"


async def test_a_webhook_gets_them_instead(mia: Phone, call: Call) -> None:
    heard: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
    refusals = [500]

    async def hook(request: server.BaseRequest) -> server.Response:
        if refusals:
            return server.Response(status=refusals.pop())
        heard.put_nowait((request.headers["X-Telegram-Bot-Api-Secret-Token"], json.loads(await request.read())))
        return server.Response()

    runner = server.ServerRunner(server.Server(hook), shutdown_timeout=0.1)
    await runner.setup()
    site = server.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    mia.say("before")
    poll = asyncio.create_task(call("getUpdates", timeout=30, offset=10**9))
    await waits(mia.tg)
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await call("setWebhook", url=address, secret_token="s-1"))["result"]
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    mia.say("x")
    secret, update = await heard.get()
    assert (secret, update["message"]["text"]) == ("s-1", "x")
    assert (await call("getUpdates"))["error_code"] == 409
    info = (await call("getWebhookInfo"))["result"]
    assert (info["url"], info["last_error_message"]) == (
        address,
        "Wrong response from the webhook: 500 Internal Server Error",
    )
    await call("deleteWebhook")
    assert (await call("getUpdates"))["ok"]
    await runner.cleanup()


@pytest.mark.parametrize("body", ["form", "json", "query"])
async def test_all_ways_of_asking_are_understood(mia: Phone, web: aiohttp.ClientSession, body: str) -> None:
    asked = {"chat_id": str(mia.person), "text": "回访 & more", "disable_notification": "true"}
    way = {"form": "data", "json": "json", "query": "params"}[body]
    async with web.post("/bot42:local/sendMessage", **{way: asked}) as answer:  # type: ignore[arg-type]
        assert (await answer.json())["result"]["text"] == "回访 & more"


async def waits(tg: Telegram) -> None:
    """Until a poller waits."""
    end = time.monotonic() + 5
    while tg.updates.poller is None or tg.updates.poller.done():
        assert time.monotonic() < end
        await asyncio.sleep(0.005)
