"""The line to Telegram, whole: everything of this room put together, opened and closed in the right order."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from sqlalchemy.orm import Session

from storage.models import Inbox, Outbox

from .dispatcher import Dispatcher
from .gates import Limits
from .hop import Do
from .menus import Menus
from .poller import REFUSED, Poller, TokenRefused
from .request import AiohttpRequest
from .sender import JudgeAgain, Sender
from .spoken import Voice
from .telegram import OFFICIAL, Telegram

log = logging.getLogger(__name__)

Answer = Callable[[Inbox], Awaitable[Sequence[Outbox]]]
"""All that an update causes, in one transaction with its receipt; gives back the outbox rows that were committed."""

Noted = Callable[[Session, int, str, datetime], object]
"""A function of `storage/` or `actions/`: session, chat, business time."""


class Line:
    """What came is answered, what was said is sent. `answer` and `apologise` are the handlers', `do` is the desk's."""

    def __init__(
        self,
        *,
        token: str,
        do: Do,
        answer: Answer,
        apologise: Answer,
        voice: Voice,
        now: Callable[[], datetime],
        base_url: str = OFFICIAL,
        proxy: str | None = None,
        limits: Limits | None = None,
        undelivered: Noted | None = None,
        judge_again: JudgeAgain | None = None,
    ) -> None:
        """`now` is business time; `base_url` the Bot API server's root; `proxy` an HTTP proxy's URL.

        `undelivered` is told, in a transaction, of each chat that a message will never reach, and why; `judge_again` is
        asked about each push that waited for long.
        """
        self.telegram = Telegram(AiohttpRequest(proxy=proxy), token, base_url)
        self.sender = Sender(self.telegram, do, voice, now, limits)
        self.sender.delivery.on_undelivered = undelivered
        self.sender.judge_again = judge_again
        self.menus = Menus(self.telegram, self.sender.silence)
        self._answer, self._apologise = answer, apologise
        self.dispatcher = Dispatcher(do, self._hear, self._excuse, now)
        self._poller = Poller(self.telegram, do, self.dispatcher.hand, self.dispatcher.room, now)
        self._polling: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Unsent messages first, then unanswered updates, then new ones."""
        await self.telegram.open()
        await self.sender.start()
        resumed = await self.dispatcher.resume()
        if resumed:
            log.info("updates from before are being answered", extra={"updates": resumed})
        self._polling = asyncio.create_task(self._poller.run())

    async def stop(self) -> None:
        """Hear nothing new, finish what is being done, let go. What remains is in the inbox and outbox."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
        await self.dispatcher.stop()
        await self.sender.stop()
        await self.telegram.close()

    async def until(self, stop: asyncio.Event) -> None:
        """Run until told to stop; raises TokenRefused when Telegram won't have this bot."""
        assert self._polling is not None, "started first"
        ends = [asyncio.create_task(stop.wait()), asyncio.create_task(self.sender.refused.wait()), self._polling]
        done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in ends[:2]:
            task.cancel()
        if self._polling in done:
            self._polling.result()
        if self.sender.refused.is_set():
            raise TokenRefused(REFUSED)

    async def whoami(self) -> Mapping[str, Any]:
        """The bot's own user, as Telegram knows it."""
        known: Mapping[str, Any] = await self.sender.silence.heed(self.telegram, "getMe")
        return known

    async def settled(self) -> None:
        """Wait until every update in hand is answered and every message in hand is said."""
        await self.dispatcher.settled()
        await self.sender.settled()

    async def _hear(self, update: Inbox) -> None:
        rows = await self._answer(update)
        self.sender.hand(rows)
        tap = _tap_of(update.body)
        if tap is not None and all(row.callback_id != tap for row in rows):
            self.sender.toasts.silently(tap)

    async def _excuse(self, update: Inbox) -> None:
        self.sender.hand(await self._apologise(update))


def _tap_of(body: dict[str, Any] | None) -> str | None:
    """The tap that wants an answer, if the update is one."""
    tap = (body or {}).get("callback_query")
    return str(tap["id"]) if tap else None
