"""Fetches updates: kept in the inbox first, and only then confirmed to Telegram by asking for the next ones."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from storage import inbox
from storage.models import Inbox

from .backoff import backoff
from .hop import Do
from .outcomes import reason, seconds
from .telegram import Telegram

log = logging.getLogger(__name__)

LONG_SECONDS = 30
"""How long Telegram holds a question while there is nothing new."""
SLACK_SECONDS = 10.0
BATCH = 100
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


REFUSED = "Telegram refuses the bot's token (or this base_url is no Bot API server)"


class TokenRefused(Exception):
    """Telegram doesn't know this token: nothing can be fetched or sent until it is corrected."""


class Poller:
    """One bot's ear. `hand` is given what is new once it is committed; `room` is waited for before asking for more."""

    def __init__(
        self,
        telegram: Telegram,
        do: Do,
        hand: Callable[[Sequence[Inbox]], None],
        room: Callable[[], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._telegram, self._do, self._hand, self._room, self._now = telegram, do, hand, room, now
        self._offset: int | None = None
        self._troubles = 0

    async def run(self) -> None:
        """Until cancelled; raises TokenRefused. Whatever else goes wrong is waited out, and nothing is lost by it."""
        while True:
            try:
                await self._fetch()
                self._troubles = 0
            except InvalidToken:
                raise TokenRefused(REFUSED) from None
            except Exception as error:
                self._troubles += 1
                await asyncio.sleep(await self._pause(error))

    async def _fetch(self) -> None:
        """One batch: fetched, committed, handed on. The offset moves last, so that what isn't kept comes again."""
        updates = await self._telegram.call(
            "getUpdates",
            seconds=LONG_SECONDS + SLACK_SECONDS,
            offset=self._offset,
            timeout=LONG_SECONDS,
            limit=BATCH,
            allowed_updates=KINDS,
        )
        if updates:
            self._hand(await self._do(inbox.keep, updates, self._now()))
        self._offset = _after(updates)
        await self._room()

    async def _pause(self, error: Exception) -> float:
        """Say in plain words what is wrong; seconds until the next try."""
        if isinstance(error, RetryAfter):
            return seconds(error)
        if isinstance(error, Conflict):
            await self._conflict(str(error))
        elif isinstance(error, TelegramError):
            log.warning("Telegram cannot be reached, trying again", extra={"reason": reason(error)})
        else:
            log.error("updates could not be kept, trying again", exc_info=error)
        return backoff(self._troubles)

    async def _conflict(self, words: str) -> None:
        if "webhook" in words:
            log.warning("a webhook was set for this bot; removing it, since updates are fetched here")
            await self._quietly("deleteWebhook")
        else:
            log.warning(
                "another process fetches this bot's updates: stop it, or give this one a bot of its own; waiting"
            )

    async def _quietly(self, method: str) -> None:
        try:
            await self._telegram.call(method)
        except TelegramError as error:
            log.warning("%s was refused", method, extra={"reason": reason(error)})


def _after(updates: Sequence[dict[str, Any]]) -> int | None:
    """The offset that confirms these updates. None after none: after a silent week Telegram numbers anew."""
    return max(update["update_id"] for update in updates) + 1 if updates else None
