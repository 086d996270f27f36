"""The page's side of the server: static files, the page API, events as they happen, faults and the ledger."""

import asyncio
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from aiohttp import web

from demo.telegram import bodies, deeds
from demo.telegram.asked import Asked
from demo.telegram.door import HEADERS
from demo.telegram.page import QUESTIONS
from demo.telegram.plain import Plain, encode
from demo.telegram.refusals import Refused

if TYPE_CHECKING:
    from demo.telegram.server import LocalTelegram

FOLDER = Path(__file__).resolve().parent.parent / "page"
NOT_FOUND = Refused(404, "Not Found")
LARGEST_JSON = 4 * 2**20
STILL_HERE = 15.0
IN_PLACE = {"image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "video/mp4"}


def said(answer: object, status: int = 200) -> web.Response:
    """An answer in JSON."""
    return web.Response(body=encode(answer), status=status, content_type="application/json", headers=HEADERS)


async def answer(tg: "LocalTelegram", request: web.BaseRequest) -> web.StreamResponse:
    """Whatever a browser or a harness asks for."""
    path = unquote(request.raw_path.partition("?")[0])
    if path.startswith("/page/"):
        tg.door.check_place(request)
        return static(path.removeprefix("/page/"))
    tg.door.check(request)
    if path == "/":
        return front(tg)
    if path.startswith("/api/"):
        return await api(tg, request, path.removeprefix("/api/"))
    if path in ("/faults", "/ledger"):
        return await told(tg, request, path.removeprefix("/"))
    raise NOT_FOUND


def static(name: str) -> web.Response:
    """A file of the page."""
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER) or not path.is_file():
        raise NOT_FOUND
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {**HEADERS, "Content-Type": kind, "Cache-Control": "no-cache"}
    return web.Response(body=path.read_bytes(), headers=headers)


def front(tg: "LocalTelegram") -> web.Response:
    """The page itself; the browser keeps the key from here on."""
    page = static("index.html")
    page.content_type = "text/html"
    page.charset = "utf-8"
    tg.door.remember(page)
    return page


async def api(tg: "LocalTelegram", request: web.BaseRequest, name: str) -> web.StreamResponse:
    """The page API."""
    if request.method == "POST":
        return said({"ok": True, **await deeds.do(tg.page, name, await read(request))})
    if name == "events":
        return await events(tg, request)
    if name.startswith("media/"):
        return media(tg, name.removeprefix("media/"))
    if name not in QUESTIONS:
        raise NOT_FOUND
    return said(QUESTIONS[name](tg.page, query(request)))


def query(request: web.BaseRequest) -> Asked:
    """What stands in the address."""
    return bodies.read(request.raw_path.partition("?")[2], "", b"")


async def read(request: web.BaseRequest) -> Asked:
    """What stands in the body; only files may be large."""
    kind = request.headers.get("Content-Type", "")
    if not kind.startswith("multipart/") and (request.content_length or 0) > LARGEST_JSON:
        raise Refused(413, "Request Entity Too Large")
    return bodies.read("", kind, await request.read())


def media(tg: "LocalTelegram", number: str) -> web.Response:
    """A file from a chat: shown in place if that is safe, else for saving."""
    if number not in tg.files.kept:
        raise NOT_FOUND
    file = tg.files.kept[number]
    way = "inline" if file["mime"] in IN_PLACE else "attachment"
    place = f"{way}; filename*=UTF-8''{quote(file['name'] or 'file')}"
    kind = file["mime"] if file["mime"] in IN_PLACE else "application/octet-stream"
    headers = {**HEADERS, "Content-Type": kind, "Content-Disposition": place, "Cache-Control": "private, max-age=3600"}
    return web.Response(body=tg.files.content(number), headers=headers)


async def events(tg: "LocalTelegram", request: web.BaseRequest) -> web.StreamResponse:
    """Events as they happen, for as long as somebody listens."""
    stream = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    with tg.events.listening() as listener:
        await stream.prepare(request)
        event: Plain | None = {"event": "hello"}
        while event is not None:
            await stream.write(line(tg, event))
            try:
                event = await asyncio.wait_for(listener.get(), STILL_HERE)
            except TimeoutError:
                event = {"event": ""}
    return stream


def line(tg: "LocalTelegram", event: Plain) -> bytes:
    """One event on the wire; an empty one only shows that the line is still open."""
    return b"data: " + encode(tg.page.told(event)) + b"\n\n" if event["event"] else b": still here\n\n"


async def told(tg: "LocalTelegram", request: web.BaseRequest, name: str) -> web.Response:
    """Faults put in or taken away, and the ledger read or begun anew."""
    if request.method == "DELETE":
        (tg.faults if name == "faults" else tg.ledger).clear()
    elif request.method == "POST" and name == "faults":
        add_faults(tg, await read(request))
    elif name == "ledger":
        return said(tg.ledger.shown(query(request).number("after") or 0))
    return said({"ok": True, "faults": tg.faults.shown()})


def add_faults(tg: "LocalTelegram", asked: Asked) -> None:
    """One fault, or several under `faults`."""
    for fault in asked.list("faults") or [asked.given]:
        if not isinstance(fault, dict) or "kind" not in fault:
            raise Refused(400, "Bad Request: a fault has a kind")
        tg.faults.add(**fault)
