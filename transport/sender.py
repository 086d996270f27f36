"""Says what the outbox holds: fresh rows at once, the others when they are due, each until Telegram has it."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from storage import outbox
from storage.models import Outbox
from storage.outbox import Settled

from .delivery import Delivery, Fate
from .gates import Gates, Limits
from .hop import Do
from .lanes import Lanes, adds_a_message
from .marks import Marks
from .silence import Silence
from .spoken import Voice
from .telegram import Telegram
from .toasts import Toasts

log = logging.getLogger(__name__)

JudgeAgain = Callable[[Session, int, datetime], Outbox | None]
"""Session, the message's number in the outbox, business time."""

AT_ONCE = 64
"""Messages on their way at the same time, each to another chat."""
LOOK_SECONDS = 15.0
"""How often the outbox is searched for what nobody handed over."""
LOOK_ROWS = 200
HELD_AT_MOST = 2000
"""With so many messages in hand, no more are fetched from the database."""
LONG = timedelta(minutes=5)
"""A push that waited for longer, by business time, is judged once more before it leaves."""
TROUBLE_SECONDS = 1.0
PATIENCE_SECONDS = 5.0
"""How long a stop waits for what is on its way."""


class Sender:
    """One bot's mouth. `voice` finds the words, `now` is business time and decides what is due."""

    def __init__(
        self, telegram: Telegram, do: Do, voice: Voice, now: Callable[[], datetime], limits: Limits | None = None
    ) -> None:
        self._do, self._now = do, now
        self.gates = Gates(limits or Limits())
        self._lanes = Lanes(self.gates)
        self._marks = Marks(do, self._kept, lambda: len(self._flying) > 1)
        self.silence = Silence(self.gates, do)
        self.toasts = Toasts(telegram, voice, self.silence, self._marks)
        self.delivery = Delivery(telegram, do, voice, now, self.silence)
        self._held: set[int] = set()
        self._flying: set[asyncio.Task[None]] = set()
        self._tasks: list[asyncio.Task[Any]] = []
        self._alarm: asyncio.TimerHandle | None = None
        self._wake, self._quiet = asyncio.Event(), asyncio.Event()
        self._quiet.set()
        self._open = False
        self.judge_again: JudgeAgain | None = None
        """Asked of a push that has waited for long, in a transaction: as it is to be said now, or None."""
        self.refused = asyncio.Event()
        """Set when Telegram refuses the token."""

    async def start(self) -> None:
        """Take over what a process that is gone left unsent, then say it, and keep looking."""
        self._open = True
        await self.silence.resume()
        await self._do(outbox.release)
        await self.look()
        self._tasks = [asyncio.create_task(self._keep_looking())]

    async def stop(self) -> None:
        """Send nothing new, wait a little for what is on its way, keep every mark. The rest stays in the outbox."""
        self._open = False
        for task in self._tasks:
            task.cancel()
        if self._alarm is not None:
            self._alarm.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._landed(), PATIENCE_SECONDS)
        for task in set(self._flying):
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._marks.written(), PATIENCE_SECONDS)

    async def _landed(self) -> None:
        await self.toasts.done()
        while self._flying:
            await asyncio.wait(set(self._flying))

    def hand(self, rows: Sequence[Outbox]) -> None:
        """These were committed a moment ago: say them now, and answer the taps that they belong to."""
        fresh = [row for row in rows if row.id not in self._held and not self.delivery.knows(row.id)]
        due = self._now()
        self._take([row for row in fresh if row.due_at <= due])

    async def look(self) -> None:
        """Find what is due and in nobody's hands."""
        found = await self._do(outbox.claim, self._now(), time.time(), LOOK_ROWS, beside=tuple(self._held))
        self._take([row for row in found if row.id not in self._held and not self.delivery.knows(row.id)])
        if len(found) == LOOK_ROWS:
            self._wake.set()

    def wake(self) -> None:
        """Something that is due was written without being handed over."""
        self._wake.set()

    async def settled(self) -> None:
        """Wait until everything in hand is said and marked."""
        await self._quiet.wait()

    def _take(self, rows: Sequence[Outbox]) -> None:
        if not rows:
            return
        self._held.update(row.id for row in rows)
        self._quiet.clear()
        now = asyncio.get_running_loop().time()
        for row in rows:
            if row.kind != "toast":
                self._lanes.put(row, now)
        self.toasts.answer(rows)
        self._pump()

    def _pump(self) -> None:
        """Let leave what may leave, and set an alarm for what may leave later."""
        now = asyncio.get_running_loop().time()
        while self._open and self._lanes and len(self._flying) < AT_ONCE:
            wait = self.gates.wait(now)
            row = None if wait else self._lanes.take(now)
            if row is None:
                self._set_alarm(now + wait if wait else self._lanes.opens_at())
                return
            self.gates.take(row.chat_id, now, new=adds_a_message(row))
            self._fly(row)

    def _set_alarm(self, at: float | None) -> None:
        if at is None or (self._alarm is not None and self._alarm.when() <= at):
            return
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_at(at, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        self._pump()

    def _fly(self, row: Outbox) -> None:
        task = asyncio.create_task(self._send(row))
        self._flying.add(task)
        task.add_done_callback(self._land)

    def _land(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._pump()

    async def _send(self, row: Outbox) -> None:
        chat_id = row.chat_id
        fate = await self._try(row)
        now = asyncio.get_running_loop().time()
        if fate.state == "refused":
            self.refused.set()
        elif fate.state == "waiting":
            self._lanes.put_back(row, chat_id, now, fate.seconds)
        else:
            sent_at = self._now() if fate.state == "sent" else None
            self._marks.make(
                Settled(row.id, fate.state, row.chat_id, row.attempts, fate.message_id, sent_at, fate.error)
            )
            self._lanes.free(chat_id, now)

    async def _try(self, row: Outbox) -> Fate:
        if self._lanes.outdates(row):
            return Fate("superseded", row.edits_message_id, "a newer one follows")
        try:
            if self._has_waited(row) and not await self._still_holds(row):
                return Fate("superseded", error="not any more, or not now")
            return await self.delivery.deliver(row)
        except Exception:
            log.exception("a send was interrupted", extra={"outbox_id": row.id})
            return Fate("waiting", seconds=TROUBLE_SECONDS)

    def _has_waited(self, row: Outbox) -> bool:
        """A push whose hour may be over by now: Telegram was out of reach, or very many stood before it."""
        return self.judge_again is not None and row.kind == "push" and self._now() - row.due_at > LONG

    async def _still_holds(self, row: Outbox) -> bool:
        anew: Outbox | None = await self._do(self.judge_again, row.id, self._now())
        if anew is not None:
            row.view, row.facts, row.late, row.due_at = anew.view, anew.facts, anew.late, anew.due_at
        return anew is not None

    def _kept(self, settled: Sequence[Settled]) -> None:
        self._held.difference_update(one.id for one in settled)
        if not self._held:
            self._quiet.set()

    async def _keep_looking(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_SECONDS)
            while len(self._held) > HELD_AT_MOST:  # noqa: ASYNC110 - a queue this long drains for minutes
                await asyncio.sleep(TROUBLE_SECONDS)
            self._wake.clear()
            try:
                await self.look()
            except Exception:
                log.exception("the outbox could not be searched")
