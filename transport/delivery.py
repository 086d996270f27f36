"""One message's way to Telegram, and what becomes of it: every answer that Telegram has for a send ends here."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram.error import RetryAfter, TelegramError

from storage import outbox
from storage.models import Outbox

from .backoff import backoff
from .forms import SILENT, Form, form
from .hop import Do
from .outcomes import Outcome, outcome, reason, seconds, why
from .silence import Silence
from .spoken import Spoken, Voice
from .telegram import Telegram

log = logging.getLogger(__name__)

DRAWN = frozenset({"photo", "document"})
"""Kinds whose words take long enough to be found in a thread."""
MANY_UNKNOWN = 8
"""So many lost answers in a row, while others get theirs, mean that the message itself is the trouble."""
NUMBERS_KEPT = 4096


@dataclass(frozen=True)
class Fate:
    """What became of one try: sent, superseded or dead, waiting for another try in so many seconds, or refused."""

    state: str
    message_id: int | None = None
    error: str | None = None
    seconds: float = 0.0


@dataclass
class Counters:
    """What happened to all messages of this process."""

    sent: int = 0
    repeated: int = 0
    """New messages said again without knowing whether they had arrived: at most so many are doubled."""
    held_back: int = 0
    """Sends that Telegram answered with *too fast*."""
    dead: int = 0


class Delivery:
    """Words, target, call, and the meaning of the answer."""

    def __init__(self, telegram: Telegram, do: Do, voice: Voice, now: Callable[[], datetime], silence: Silence) -> None:
        self._telegram, self._do, self._voice, self._now, self._silence = telegram, do, voice, now, silence
        self._numbers: OrderedDict[int, int | None] = OrderedDict()
        self._trouble: dict[int, float] = {}
        self._unsent = 0
        self.counters = Counters()
        self.on_undelivered: Any = None
        """Run in a transaction when a message will never arrive: (db, chat_id, why, now)."""

    def knows(self, outbox_id: int) -> bool:
        """Whether this row was settled a short while ago."""
        return outbox_id in self._numbers

    async def deliver(self, row: Outbox) -> Fate:
        """Try once."""
        target, asked = await self._target(row), Form("")
        try:
            spoken = await self._words(row)
            if spoken is None:
                return self._settled(row, Fate("superseded", error="no longer true"))
            asked = form(row, spoken, target)
            result = await self._telegram.call(asked.method, **asked.parameters)
        except Exception as error:
            return await self._failed(row, asked, target, error)
        self._unsent = 0
        self.counters.sent += 1
        return self._settled(row, Fate("sent", result["message_id"] if isinstance(result, dict) else target))

    async def _target(self, row: Outbox) -> int | None:
        """The message that this one edits, if it has a number."""
        if row.edits_message_id is not None or row.edits_outbox_id is None:
            return row.edits_message_id
        if row.edits_outbox_id in self._numbers:
            return self._numbers[row.edits_outbox_id]
        number: int | None = await self._do(outbox.message_of, row.edits_outbox_id)
        return number

    async def _words(self, row: Outbox) -> Spoken | None:
        if row.kind == "react" or not row.view:
            return SILENT
        return await asyncio.to_thread(self._voice, row) if row.kind in DRAWN else self._voice(row)

    async def _failed(self, row: Outbox, asked: Form, target: int | None, error: Exception) -> Fate:
        meaning = outcome(error)
        if meaning is Outcome.DONE:
            self.counters.sent += 1
            return self._settled(row, Fate("sent", target))
        if meaning is Outcome.ANEW:
            return self._anew(row, target, error)
        if meaning is Outcome.STOP:
            return Fate("refused")
        if meaning is Outcome.MOVED:
            return await self._moved(row, error)
        if meaning in (Outcome.AGAIN, Outcome.LATER, Outcome.UNKNOWN):
            return await self._later(row, asked, meaning, error)
        return await self._dead(row, meaning, error)

    async def _later(self, row: Outbox, asked: Form, meaning: Outcome, error: Exception) -> Fate:
        """It will be tried again: at once when the gates open, or after a while when its own answer was lost."""
        if meaning is Outcome.UNKNOWN:
            return self._repeat(row, asked, error)
        if isinstance(error, RetryAfter):
            self.counters.held_back += 1
            await self._silence.keep(seconds(error))
        else:
            self._unsent += 1
            self._silence.wait(backoff(self._unsent))
        return Fate("waiting")

    def _repeat(self, row: Outbox, asked: Form, error: Exception) -> Fate:
        row.attempts += 1
        since = self._trouble.setdefault(row.id, asyncio.get_running_loop().time())
        if row.attempts >= MANY_UNKNOWN and self._telegram.answered_at > since:
            self.counters.dead += 1
            return self._settled(row, Fate("dead", error=reason(error)))
        self.counters.repeated += asked.new
        log.warning("no answer to a send, repeating it", extra={"outbox_id": row.id, "reason": reason(error)})
        return Fate("waiting", seconds=backoff(row.attempts, most=300.0))

    def _anew(self, row: Outbox, target: int | None, error: Exception) -> Fate:
        """What it wanted to change is gone: a card comes as a new message, a sign or buttons have nowhere to go."""
        if target is None or row.kind in ("react", "buttons"):
            return self._settled(row, Fate("superseded", error=reason(error)))
        row.edits_message_id = row.edits_outbox_id = None
        return Fate("waiting")

    async def _moved(self, row: Outbox, error: Any) -> Fate:
        old, new = row.chat_id, error.new_chat_id
        await self._do(outbox.move, old, new)
        row.chat_id = new
        return Fate("waiting")

    async def _dead(self, row: Outbox, meaning: Outcome, error: Exception) -> Fate:
        """It will never arrive: kept with its reason, and the chat goes on."""
        self.counters.dead += 1
        a_sign = row.kind == "react" and meaning is not Outcome.UNREACHABLE
        if self.on_undelivered is not None and not a_sign:
            await self._do(self.on_undelivered, row.chat_id, why(error), self._now())
        if row.kind == "react":
            return self._settled(row, Fate("superseded", error=reason(error)))
        bug = None if isinstance(error, TelegramError) else error
        log.warning("a message cannot be delivered", extra=_told(row, error), exc_info=bug)
        return self._settled(row, Fate("dead", error=reason(error)))

    def _settled(self, row: Outbox, fate: Fate) -> Fate:
        self._trouble.pop(row.id, None)
        self._numbers[row.id] = fate.message_id
        if len(self._numbers) > NUMBERS_KEPT:
            self._numbers.popitem(last=False)
        return fate


def _told(row: Outbox, error: Exception) -> dict[str, object]:
    """What the log says of a message that won't arrive: which, of what kind, to whom, why; never what is in it."""
    return {
        "outbox_id": row.id, "kind": row.kind, "view": row.view, "person": row.person_id, "why": why(error),
        "reason": reason(error),
    }  # fmt: skip
