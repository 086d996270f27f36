"""The page API: what the page sees and does, and who may."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from demo.telegram import House, LocalTelegram, Phone
from demo.telegram.asked import Asked
from tests.demo.conftest import TOKEN, Call
from tests.demo.pictures import png

MIA = 7_000_000_100
BUTTONS = {"inline_keyboard": [[{"text": "Undo", "callback_data": "undo:1"}]]}


async def post(web: aiohttp.ClientSession, deed: str, expected: int = 200, **given: Any) -> dict[str, Any]:
    async with web.post(f"/api/{deed}", json=given) as answer:
        said: dict[str, Any] = await answer.json()
        assert answer.status == expected, said
        assert said["ok"] == (expected == 200)
        return said


async def get(web: aiohttp.ClientSession, question: str) -> dict[str, Any]:
    async with web.get(f"/api/{question}") as answer:
        said: dict[str, Any] = await answer.json()
        return said


@asynccontextmanager
async def events(web: aiohttp.ClientSession) -> AsyncIterator[Any]:
    """The stream of events; call it to await the next one of a name."""
    async with web.get("/api/events") as stream:

        async def until(name: str) -> dict[str, Any]:
            async with asyncio.timeout(10):
                while True:
                    line = await stream.content.readline()
                    assert line, "the stream ended"
                    event: dict[str, Any] = json.loads(line[6:]) if line.startswith(b"data: ") else {}
                    if event.get("event") == name:
                        return event

        await until("hello")
        yield until


async def test_only_the_holder_of_the_key_comes_in(tg: LocalTelegram) -> None:
    async with aiohttp.ClientSession(tg.base_url, cookie_jar=aiohttp.CookieJar(unsafe=True)) as stranger:
        for path in ("/", "/api/state", "/ledger", "/?k=wrong", "/api/events", "/api/media/x"):
            async with stranger.get(path) as answer:
                assert answer.status == 403
        async with stranger.get(tg.page_url) as answer:
            assert answer.status == 200
            assert "<!doctype html>" in (await answer.text()).lower()
            assert answer.cookies[tg.door.cookie]["httponly"]
            assert answer.cookies[tg.door.cookie]["samesite"] == "Strict"
        async with stranger.get("/api/state") as answer:
            assert answer.status == 200


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
async def test_other_sites_are_kept_out(web: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    async with web.post("/api/say", json={}, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("path", ["/page/../door.py", "/page/%2e%2e/telegram/door.py", "/page/none.js", "/page/", "/x"])
async def test_only_files_of_the_page_are_served(web: aiohttp.ClientSession, path: str) -> None:
    async with web.get(path) as answer:
        assert answer.status == 404


async def test_the_state_has_all_that_the_page_shows(
    tg: LocalTelegram, mia: Phone, call: Call, web: aiohttp.ClientSession
) -> None:
    tg.person("Grace", id=200, hint="manager", language_code="zh")
    number = mia.say("hello")["message_id"]
    await call("sendMessage", chat_id=MIA, text="hi", reply_markup={"keyboard": [["Log"]]})
    await call("setMessageReaction", chat_id=MIA, message_id=number, reaction=[{"type": "emoji", "emoji": "👌"}])
    await call("setMyCommands", commands=[{"command": "today", "description": "Today"}])
    state = await get(web, "state")
    assert [(one["id"], one["name"], one["opened"]) for one in state["people"]] == [
        (MIA, "Mia", True),
        (200, "Grace", False),
    ]
    assert (state["people"][1]["role_hint"], state["people"][1]["language"]) == ("manager", "zh")
    assert [one["text"] for one in state["chats"][str(MIA)]] == ["hello", "hi"]
    assert state["chats"][str(MIA)][0]["_reactions"] == [{"type": "emoji", "emoji": "👌", "by": 42}]
    assert state["keyboards"][str(MIA)] == {"keyboard": [[{"text": "Log"}]]}
    assert state["commands"]["200"] == [{"command": "today", "description": "Today"}]
    assert state["clock"]["zone"] == "Asia/Shanghai"
    assert state["counters"] == {"sent": 1, "received": 1}
    assert state["house"] == {"pushes": False, "plug": False}
    older = await get(web, f"messages?chat={MIA}&before=2")
    assert [one["text"] for one in older["messages"]] == ["hello"]


async def test_what_happens_is_told_as_it_happens(mia: Phone, call: Call, web: aiohttp.ClientSession) -> None:
    async with events(web) as until:
        said = await post(web, "say", chat=MIA, text="hello")
        assert (await until("message"))["message"] == said["message"]
        sent = (await call("sendMessage", chat_id=MIA, text="hi", reply_markup=BUTTONS))["result"]
        assert (await until("message"))["message"]["reply_markup"] == BUTTONS
        tapped = await post(web, "tap", chat=MIA, message_id=sent["message_id"], row=0, column=0)
        await call("answerCallbackQuery", callback_query_id=tapped["callback_id"], text="Undone")
        assert (await until("toast"))["text"] == "Undone"
        await call("editMessageText", chat_id=MIA, message_id=sent["message_id"], text="undone")
        assert (await until("edit"))["message"]["text"] == "undone"
        await call("deleteMessage", chat_id=MIA, message_id=sent["message_id"])
        assert (await until("delete"))["message_ids"] == [sent["message_id"]]
        await call("setMyCommands", commands=[{"command": "today", "description": "Today"}])
        assert (await until("commands"))["commands"][str(MIA)][0]["command"] == "today"


async def test_everything_can_be_done_on_a_phone(tg: LocalTelegram, web: aiohttp.ClientSession) -> None:
    person = (await post(web, "person", first_name="Ben", language="zh", role_hint="salesperson"))["person"]
    ben = person["id"]
    number = (await post(web, "start", chat=ben, payload="inv"))["message"]["message_id"]
    await post(web, "edit", chat=ben, message_id=number, text="hello")
    await post(web, "contact", chat=ben)
    await post(web, "location", chat=ben, latitude=31.2, longitude="121.5")
    await post(web, "sticker", chat=ben)
    await post(web, "react", chat=ben, message_id=number, emoji="👍")
    await post(web, "react", chat=ben, message_id=number)
    group = (await post(web, "group", title="Team", members=[ben], privacy=False))["group"]
    await post(web, "forward", chat=ben, message_id=number, to=group["id"])
    await post(web, "say", chat=group["id"], by=ben, text="hello all")
    await post(web, "delete", chat=ben, message_id=number)
    await post(web, "block", chat=ben)
    await post(web, "say", 400, chat=ben, text="x")
    await post(web, "unblock", chat=ben)
    assert (await post(web, "language", person=ben, language="en"))["person"]["language"] == "en"
    kinds = [min(json.loads(body)) for _, body, _ in tg.updates.pending]
    assert kinds == ["message", "edited_message", "message", "message", "message", "my_chat_member", "message",
                     "message", "my_chat_member", "my_chat_member"]  # fmt: skip


async def test_files_go_both_ways(mia: Phone, web: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat": str(MIA), "caption": "look"})
    form.add_field("file", png(), filename="看.png", content_type="image/png")
    async with web.post("/api/file", data=form) as answer:
        message = (await answer.json())["message"]
    assert message["caption"] == "look"
    async with web.get(f"/api/media/{message['photo'][-1]['file_id']}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", png())
        assert "inline" in answer.headers["Content-Disposition"]
    form = aiohttp.FormData({"chat": str(MIA)})
    form.add_field("file", b"<script>", filename="x.html", content_type="text/html")
    async with web.post("/api/file", data=form) as answer:
        message = (await answer.json())["message"]
    async with web.get(f"/api/media/{message['document']['file_id']}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("deed", "given", "status"),
    [
        ("fly", {}, 404),
        ("say", {"text": "x"}, 400),
        ("say", {"chat": 5, "text": "x"}, 400),
        ("say", {"chat": MIA, "text": " "}, 400),
        ("say", {"chat": MIA, "text": "x" * 4097}, 400),
        ("tap", {"chat": MIA, "message_id": 1, "row": 0, "column": 0}, 400),
        ("edit", {"chat": MIA, "message_id": 9, "text": "x"}, 400),
        ("file", {"chat": MIA}, 400),
        ("contact", {"chat": MIA, "phone_number": "1"}, 400),
        ("person", {}, 400),
        ("group", {"title": "x"}, 400),
        ("clock", {"push": "backwards"}, 400),
        ("plug", {}, 400),
        ("block", {"chat": 5}, 400),
    ],
)
async def test_what_cannot_be_done_is_said(
    mia: Phone, web: aiohttp.ClientSession, deed: str, given: dict[str, Any], status: int
) -> None:
    assert (await post(web, deed, status, **given))["error"]


async def test_several_deeds_go_in_one_call(mia: Phone, web: aiohttp.ClientSession) -> None:
    deeds = [{"what": "say", "chat": MIA, "text": str(n)} for n in range(3)]
    said = await post(web, "many", do=deeds)
    assert [one["message"]["text"] for one in said["results"]] == ["0", "1", "2"]


async def test_too_much_at_once_is_refused(web: aiohttp.ClientSession) -> None:
    async with web.post(
        "/api/say", data=io.BytesIO(b"x" * (4 * 2**20 + 1)), headers={"Content-Type": "application/json"}
    ) as answer:
        assert answer.status == 413


async def test_the_plug_is_pulled_and_put_in_again() -> None:
    running, counted = {"running": True, "pid": 1}, {"lost": 0, "doubled": 0}

    async def plug() -> None:
        running.update(pid=2)
        counted.update(doubled=1)

    house = House(plug=plug, bot=lambda: dict(running), counters=lambda: dict(counted), examples={"en": ["hi"]})
    async with (
        LocalTelegram(TOKEN, house=house) as tg,
        aiohttp.ClientSession(tg.base_url, headers={"X-Key": tg.door.key}) as web,
        events(web) as until,
    ):
        assert (await until("bot"))["bot"] == {"running": True, "pid": 1}
        assert (await post(web, "plug"))["bot"] == {"running": True, "pid": 2}
        assert (await until("bot"))["bot"]["running"] is False
        assert (await until("bot"))["bot"] == {"running": True, "pid": 2}
        assert (await until("counters"))["counters"] == {"sent": 0, "received": 0, "lost": 0, "doubled": 1}
        assert tg.page.state(Asked({}))["examples"] == {"en": ["hi"]}


async def test_old_cards_are_said_again_in_another_language() -> None:
    spoken: list[tuple[int, str]] = []

    async def speak(person: int, language: str) -> None:
        spoken.append((person, language))

    async with (
        LocalTelegram(TOKEN, house=House(speak=speak)) as tg,
        aiohttp.ClientSession(tg.base_url, headers={"X-Key": tg.door.key}) as web,
    ):
        tg.person("Mia", id=MIA)
        await post(web, "language", person=MIA, language="zh")
    assert spoken == [(MIA, "zh")]
