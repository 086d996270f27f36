"""The answer to a tap: at once, past all queues, and never worth trying for long."""

import asyncio
import logging
from collections.abc import Iterable

from telegram.error import RetryAfter, TelegramError

from storage.models import Outbox
from storage.outbox import Settled

from .forms import SILENT, Form, toast
from .marks import Marks
from .outcomes import reason, seconds
from .silence import Silence
from .spoken import Voice
from .telegram import Telegram

log = logging.getLogger(__name__)

WORTH_SECONDS = 10.0
"""A phone stops waiting for the answer to a tap after about so long."""


class Toasts:
    """Answers every tap that a message belongs to: with the toast's words, else silently."""

    def __init__(self, telegram: Telegram, voice: Voice, silence: Silence, marks: Marks) -> None:
        self._telegram, self._voice, self._silence, self._marks = telegram, voice, silence, marks
        self._flying: set[asyncio.Task[None]] = set()

    def answer(self, rows: Iterable[Outbox]) -> None:
        """End the waiting of every tap among these rows; toasts are settled by it."""
        worded = {row.callback_id: row for row in rows if row.kind == "toast"}
        silent = {row.callback_id for row in rows if row.callback_id} - worded.keys()
        for row in worded.values():
            self._spawn(row.callback_id, row)
        for callback_id in silent:
            self.silently(callback_id)

    def silently(self, callback_id: str | None) -> None:
        """End the waiting of a tap without a word."""
        self._spawn(callback_id, None)

    async def done(self) -> None:
        """Wait for those on their way."""
        while self._flying:
            await asyncio.wait(set(self._flying))

    def _spawn(self, callback_id: str | None, row: Outbox | None) -> None:
        task = asyncio.create_task(self._send(callback_id, row))
        self._flying.add(task)
        task.add_done_callback(self._flying.discard)

    async def _send(self, callback_id: str | None, row: Outbox | None) -> None:
        error = await self._try(callback_id, row) if callback_id else "no tap"
        if row is not None:
            self._marks.make(Settled(row.id, "superseded" if error else "sent", row.chat_id, error=error))

    async def _try(self, callback_id: str, row: Outbox | None) -> str | None:
        """Why it was not answered; None when it was."""
        wait = self._silence.rest()
        if wait > WORTH_SECONDS:
            return "too late"
        await asyncio.sleep(wait)
        try:
            spoken = (self._voice(row) if row else None) or SILENT
            await self._call(toast(callback_id, spoken.text))
        except TelegramError as error:
            return reason(error)
        except Exception as error:
            log.exception("a tap could not be answered", extra={"outbox_id": row and row.id})
            return reason(error)
        return None

    async def _call(self, asked: Form) -> None:
        try:
            await self._telegram.call(asked.method, **asked.parameters)
        except RetryAfter as error:
            await self._silence.keep(seconds(error))
            raise
