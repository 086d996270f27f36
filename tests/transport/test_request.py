"""The HTTP client against a far side that answers, refuses, cuts the line or says nothing."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from transport.request import AiohttpRequest, NotSent, OutcomeUnknown
from transport.telegram import Telegram

TOKEN = "123456:canary-canary-canary-canary"


class FarSide:
    """A Bot API server that does what the method's name says and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One call."""
        method = request.match_info["method"]
        self.asked.append((method, await given(request)))
        if method == "cut":
            assert request.transport is not None
            request.transport.abort()
        if method == "sleep":
            await asyncio.sleep(30)
        if method in RESULTS:
            return done(RESULTS[method])
        if method.isdigit():
            return web.json_response(
                {"ok": False, "description": "no", "parameters": PARAMETERS.get(method, {})}, status=int(method)
            )
        return done({"message_id": 1})


RESULTS = {
    "getFile": {"file_path": "documents/a.txt"},
    "getMe": {"id": 123456, "is_bot": True, "first_name": "Huifang"},
    "deleteMessage": True,
}
PARAMETERS = {"429": {"retry_after": 7}, "400": {}, "410": {"migrate_to_chat_id": -1009}}


def done(result: Any) -> web.Response:
    """A yes."""
    return web.json_response({"ok": True, "result": result})


async def given(request: web.Request) -> dict[str, Any]:
    """The parameters, from either kind of body."""
    if request.content_type == "application/json":
        return dict(await request.json())
    return {k: v.file.read() if isinstance(v, web.FileField) else v for k, v in (await request.post()).items()}


async def file(_: web.Request) -> web.Response:
    """A file's bytes."""
    return web.Response(body=b"bytes")


@pytest.fixture
def far_side() -> FarSide:
    return FarSide()


@pytest.fixture
async def server(far_side: FarSide) -> AsyncIterator[TestServer]:
    application = web.Application()
    application.router.add_post("/bot{token}/{method}", far_side.answer)
    application.router.add_get("/file/bot{token}/documents/a.txt", file)
    server = TestServer(application)
    async with server:
        yield server


@pytest.fixture
async def telegram(server: TestServer) -> AsyncIterator[Telegram]:
    telegram = Telegram(AiohttpRequest(read_seconds=0.3), TOKEN, str(server.make_url("")))
    await telegram.open()
    yield telegram
    await telegram.close()


async def test_parameters_travel_as_they_are_and_none_is_left_out(telegram: Telegram, far_side: FarSide) -> None:
    assert await telegram.call("sendMessage", chat_id=5, text="你好", reply_markup={"a": [1]}, x=None) == {
        "message_id": 1
    }
    assert far_side.asked == [("sendMessage", {"chat_id": 5, "text": "你好", "reply_markup": {"a": [1]}})]


async def test_a_file_is_uploaded_with_the_other_parameters(telegram: Telegram, far_side: FarSide) -> None:
    await telegram.call("sendPhoto", chat_id=5, photo=InputFile(b"png", filename="a.png"), reply_markup={"a": 1})
    _, asked = far_side.asked[0]
    assert (asked["chat_id"], asked["photo"], json.loads(asked["reply_markup"])) == ("5", b"png", {"a": 1})


async def test_a_file_comes_down(telegram: Telegram) -> None:
    assert await telegram.download("F1") == b"bytes"


@pytest.mark.parametrize(
    ("method", "meaning"),
    [("429", RetryAfter), ("403", Forbidden), ("400", BadRequest), ("401", InvalidToken), ("410", ChatMigrated)],
)
async def test_refusals_are_the_ones_that_python_telegram_bot_knows(
    telegram: Telegram, method: str, meaning: type
) -> None:
    with pytest.raises(meaning):
        await telegram.call(method)


@pytest.mark.parametrize("method", ["cut", "sleep"])
async def test_a_lost_answer_leaves_the_outcome_unknown(telegram: Telegram, method: str) -> None:
    with pytest.raises(OutcomeUnknown):
        await telegram.call(method)


async def test_a_closed_port_means_that_nothing_was_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    telegram = Telegram(AiohttpRequest(), TOKEN, f"http://127.0.0.1:{port}")
    await telegram.open()
    with pytest.raises(NotSent) as raised:
        await telegram.call("sendMessage")
    await telegram.close()
    assert "canary" not in str(raised.value)


async def test_a_proxy_that_cannot_be_reached_means_that_nothing_was_sent(server: TestServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        proxy = f"http://name:word@127.0.0.1:{taken.getsockname()[1]}"
    telegram = Telegram(AiohttpRequest(proxy=proxy), TOKEN, str(server.make_url("")))
    await telegram.open()
    with pytest.raises(NotSent):
        await telegram.call("sendMessage")
    await telegram.close()


async def test_calls_go_through_a_proxy(server: TestServer, far_side: FarSide) -> None:
    """The far side itself stands in for the proxy: it is asked for a host that doesn't exist."""
    telegram = Telegram(AiohttpRequest(proxy=str(server.make_url(""))), TOKEN, "http://bot-api.invalid")
    await telegram.open()
    await telegram.call("sendMessage", chat_id=5)
    await telegram.close()
    assert far_side.asked == [("sendMessage", {"chat_id": 5})]


async def test_python_telegram_bots_own_bot_speaks_through_it(server: TestServer, far_side: FarSide) -> None:
    address = str(server.make_url("/bot"))
    async with Bot(TOKEN, address, request=AiohttpRequest(), get_updates_request=AiohttpRequest()) as bot:
        assert await bot.delete_message(5, 6)
    assert far_side.asked[-1] == ("deleteMessage", {"chat_id": 5, "message_id": 6})


def test_the_token_is_not_shown() -> None:
    assert "canary" not in repr(Telegram(AiohttpRequest(), TOKEN))
