"""The local Telegram on the network: the Bot API for the bot, the page and its API for people, all on one port."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from demo.telegram import bodies, botapi, site
from demo.telegram.door import Door
from demo.telegram.house import House
from demo.telegram.page import Page
from demo.telegram.phone import Phone
from demo.telegram.plain import Plain
from demo.telegram.refusals import Refused
from demo.telegram.telegram import Telegram
from demo.telegram.webhook import deliver

LOOPBACK = "127.0.0.1"
FIRST_NAME, USERNAME = "Huifang", "huifang_demo_bot"
Handler = Callable[["LocalTelegram", web.BaseRequest, str], Awaitable[web.StreamResponse]]


class LocalTelegram(Telegram):
    """One bot's Telegram on loopback.

        async with LocalTelegram(token="42:secret") as tg:
            mia = tg.person("Mia", id=100)
            mia.start()          # the bot polls {tg.base_url}/bot42:secret/getUpdates

    `folder` keeps chats, files, pending updates and the clock across restarts; `house` answers for the company.
    """

    def __init__(self, token: str = "", folder: Path | None = None, house: House | None = None, key: str = "",
                 zone: str = "Asia/Shanghai", username: str = USERNAME, seed: int = 0) -> None:  # fmt: skip
        self.token = token or f"42:{secrets.token_urlsafe(26)}"
        super().__init__(me_of(self.token, username), folder, zone, seed)
        self.door = Door(key) if key else Door()
        self.page = Page(self, house or House())
        self.tasks: list[asyncio.Task[None]] = []
        self.runner: web.ServerRunner | None = None
        self.base_url = ""

    async def start(self, port: int = 0) -> str:
        """Listen on that port (0: a free one) and return the base URL; `OSError` if the port is taken."""
        server = web.Server(self.handle, request_factory=request, access_log=None, keepalive_timeout=75.0)
        self.runner = web.ServerRunner(server, handle_signals=False, shutdown_timeout=0.2)
        await self.runner.setup()
        try:
            await web.TCPSite(self.runner, LOOPBACK, port, reuse_address=True).start()
        except OSError:
            await self.runner.cleanup()
            raise
        port = self.runner.addresses[0][1]
        self.door.stands_at(port)
        self.base_url = f"http://{LOOPBACK}:{port}"
        self.tasks = [asyncio.create_task(deliver(self)), asyncio.create_task(self.page.watch())]
        return self.base_url

    async def stop(self) -> None:
        """Hang up on everybody; what was kept in the folder stays there."""
        self.events.stop()
        await self.page.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.updates.wake(Refused(502, "Bad Gateway"))
        if self.runner is not None:
            await self.runner.cleanup()
        self.shelf.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    @property
    def page_url(self) -> str:
        """The page's address, with the key."""
        return f"{self.base_url}/?k={self.door.key}"

    def person(self, first_name: str, *, hint: str = "", opened: bool = False, **user: Any) -> Phone:
        """Somebody new; `user` has the fields of a Bot API User. `opened`: they have started the bot before."""
        user.setdefault("language_code", "en")
        number = self.people.add({"first_name": first_name, **user}, hint)["id"]
        if opened:
            self.chats.open(number)
        return self.phone(number)

    def phone(self, person: int, chat: int | None = None) -> Phone:
        """The phone of somebody known, in their private chat or in a group."""
        return Phone(self, person, chat)

    def group(self, title: str, *members: int, privacy: bool = True) -> int:
        """A group of these people with the bot in it; its chat id."""
        number = self.chats.group(title, list(members), privacy)
        Phone(self, members[0], number).membership("left", "member")
        return number

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Any request: from the bot, for a file, or from the page."""
        path = request.raw_path
        if path.startswith("/bot"):
            return await botapi.call(self, request, path)
        if path.startswith("/file/bot"):
            return botapi.download(self, path)
        return await self.guarded(request)

    async def guarded(self, request: web.BaseRequest) -> web.StreamResponse:
        """The page's side, where a refusal is a JSON answer too."""
        try:
            return await site.answer(self, request)
        except Refused as refused:
            return site.said({"ok": False, "error": refused.description}, refused.code)
        except web.HTTPRequestEntityTooLarge:
            return site.said({"ok": False, "error": "Request Entity Too Large"}, 413)


def me_of(token: str, username: str) -> Plain:
    """The bot as getMe tells; its id is the token's first part."""
    number = token.partition(":")[0]
    can = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    names = {"first_name": FIRST_NAME, "username": username}
    return {"id": int(number) if number.isdigit() else 42, "is_bot": True, **names, **can}


def request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """A request whose body may be as large as a file."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=bodies.LARGEST)


async def serve(telegram: LocalTelegram, port: int) -> None:
    """Run until cancelled, saying the page's address first."""
    await telegram.start(port)
    print(telegram.page_url, flush=True)
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    await telegram.stop()
