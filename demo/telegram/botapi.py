"""The Bot API over HTTP: one call in, one JSON answer out, with whatever goes wrong on demand in between."""

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import unquote

from aiohttp import web

from demo.telegram import bodies
from demo.telegram.asked import Asked
from demo.telegram.methods import BY_NAME
from demo.telegram.plain import encode
from demo.telegram.refusals import Refused

if TYPE_CHECKING:
    from demo.telegram.server import LocalTelegram

JSON = {"Content-Type": "application/json"}
COUNTED = ("send", "copy", "forward")
UNCOUNTED = {"sendchataction", "sendmessagedraft"}
TOO_LARGE = Refused(413, "Request Entity Too Large")


async def call(tg: "LocalTelegram", request: web.BaseRequest, path: str) -> web.Response:
    """One call of a method."""
    address, _, query = path.partition("?")
    token, _, name = address[4:].partition("/")
    method = name.lower()
    if tg.faults.latency:
        await asyncio.sleep(tg.faults.latency / 2)
    try:
        asked = await read(request, query)
        check(tg, token, method)
        status, body = await act(tg, request, method, asked)
    except Refused as refused:
        tg.ledger.refuse(method, refused.code)
        status, body = refused.code, encode(refused.answer())
    if tg.faults.latency:
        await asyncio.sleep(tg.faults.latency / 2)
    return web.Response(body=body, status=status, headers=JSON)


async def read(request: web.BaseRequest, query: str) -> Asked:
    """The parameters; 413 above what a file may weigh."""
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise TOO_LARGE from None
    return bodies.read(query, request.headers.get("Content-Type", ""), body)


def check(tg: "LocalTelegram", token: str, method: str) -> None:
    """401 for a wrong token, 404 for a method that there isn't."""
    if token != tg.token and unquote(token) != tg.token:
        raise Refused(401, "Unauthorized")
    if method not in BY_NAME and method != "getupdates":
        raise Refused(404, "Not Found: method not found" if method else "Not Found")


async def act(tg: "LocalTelegram", request: web.BaseRequest, method: str, asked: Asked) -> tuple[int, bytes]:
    """Do what was asked, unless a limit or a fault is in the way."""
    if tg.faults.waiting and tg.faults.struck("drop", method, asked):
        hang_up(request)
        return 502, b""
    counted = method.startswith(COUNTED) and method not in UNCOUNTED
    if method != "getupdates":
        tg.limits.check(method, asked.number("chat_id"), counted)
    if tg.faults.waiting:
        tg.faults.refuse(method, asked)
    result = await done(tg, method, asked)
    return 200, await answered(tg, request, method, asked, result)


async def done(tg: "LocalTelegram", method: str, asked: Asked) -> object:
    """What the method returns; updates come as JSON already."""
    if method != "getupdates":
        return BY_NAME[method](tg, asked)
    if tg.webhook:
        raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; "
                           "use deleteWebhook to delete the webhook first")  # fmt: skip
    return await tg.updates.poll(asked)


async def answered(tg: "LocalTelegram", request: web.BaseRequest, method: str, asked: Asked, result: object) -> bytes:
    """The answer, which may come late or get lost; the ledger knows."""
    lost = tg.faults.waiting and tg.faults.struck("lose", method, asked)
    tg.ledger.accept(method, asked, result, not lost)
    if lost:
        hang_up(request)
    if tg.faults.waiting and (delayed := tg.faults.struck("delay", method, asked)):
        await asyncio.sleep(delayed.ms / 1000)
    return b'{"ok":true,"result":' + (result if isinstance(result, bytes) else encode(result)) + b"}"


def hang_up(request: web.BaseRequest) -> None:
    """Cut the connection without a word."""
    if request.transport is not None:
        request.transport.abort()


def download(tg: "LocalTelegram", path: str) -> web.Response:
    """A file by the path that getFile told, with the token in the address."""
    token, _, name = unquote(path.partition("?")[0].removeprefix("/file/bot")).partition("/")
    if token != tg.token:
        return web.Response(body=encode(Refused(401, "Unauthorized").answer()), status=401, headers=JSON)
    number = tg.files.paths.get(name)
    if number is None:
        return web.Response(body=encode(Refused(404, "Not Found").answer()), status=404, headers=JSON)
    return web.Response(body=tg.files.content(number), headers={"Content-Type": "application/octet-stream"})
