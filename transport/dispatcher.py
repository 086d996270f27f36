"""Has every update answered: in each chat one after the other, across chats at the same time."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

from storage import inbox
from storage.models import Inbox

from .backoff import backoff
from .hop import Do

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Answers wait for the database alone: were more of them in its queue, the marks of what was sent would stand behind
them, and a kill would have it sent again."""
CROWD = 16
"""With so many updates in hand, the next ones are fetched a breath later and so more at once."""
FULL = 1000
BREATH_SECONDS = 0.01
PATIENCE_SECONDS = 5.0

Answer = Callable[[Inbox], Awaitable[Any]]


class Dispatcher:
    """`answer` does all that an update causes and writes its receipt; `apologise` is called once for a parked one."""

    def __init__(self, do: Do, answer: Answer, apologise: Answer, now: Callable[[], datetime]) -> None:
        self._do, self._answer, self._apologise, self._now = do, answer, apologise, now
        self._chats: dict[int, deque[Inbox]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._in_hand = 0

    async def resume(self) -> int:
        """Take up what was kept and not answered when the last process ended; says how many."""
        rows = await self._do(inbox.waiting)
        self.hand(rows)
        return len(rows)

    def hand(self, rows: Iterable[Inbox]) -> None:
        """These were kept a moment ago: answer them."""
        for row in rows:
            self._in_hand += 1
            self._quiet.clear()
            chat = row.chat_id or 0
            if chat in self._chats:
                self._chats[chat].append(row)
            else:
                self._chats[chat] = deque([row])
                self._listen_to(chat)

    async def room(self) -> None:
        """Wait until there is room for more."""
        if self._in_hand > CROWD:
            await asyncio.sleep(BREATH_SECONDS)
        while self._in_hand > FULL:  # noqa: ASYNC110 - a queue this long drains for seconds
            await asyncio.sleep(BREATH_SECONDS)

    async def settled(self) -> None:
        """Wait until everything in hand is answered or parked."""
        await self._quiet.wait()

    async def stop(self) -> None:
        """Finish what is being answered. What has no receipt yet is taken up at the next start."""
        for waiting in self._chats.values():
            while len(waiting) > 1:
                waiting.pop()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=PATIENCE_SECONDS)
        for task in set(self._tasks):
            task.cancel()

    def _listen_to(self, chat: int) -> None:
        task = asyncio.create_task(self._converse(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _converse(self, chat: int) -> None:
        waiting = self._chats[chat]
        while waiting:
            async with self._places:
                await self._settle(waiting[0])
            waiting.popleft()
            self._in_hand -= 1
        del self._chats[chat]
        if not self._chats:
            self._quiet.set()

    async def _settle(self, row: Inbox) -> None:
        """Try until it is answered, or has failed too often and is parked."""
        while not await self._answered(row) and await self._may_try_again(row):
            pass

    async def _answered(self, row: Inbox) -> bool:
        try:
            await self._answer(row)
        except Exception:
            log.exception("an update could not be answered", extra={"update_id": row.update_id})
            return False
        return True

    async def _may_try_again(self, row: Inbox) -> bool:
        failures = await self._surely(inbox.failed, row.update_id)
        if failures < inbox.ATTEMPTS:
            await asyncio.sleep(backoff(failures, most=1.0))
            return True
        try:
            await self._apologise(row)
        except Exception:
            log.exception("no apology for a parked update", extra={"update_id": row.update_id})
        await self._surely(inbox.park, row.update_id, self._now())
        log.error("an update is parked", extra={"update_id": row.update_id})
        return False

    async def _surely(self, action: Any, *args: Any) -> Any:
        """While the database cannot be written, nothing counts as failed: wait for it."""
        for tries in range(1, 1_000_000):
            try:
                return await self._do(action, *args)
            except Exception:
                log.exception("the inbox cannot be written, waiting")
                await asyncio.sleep(backoff(tries))
        return None
