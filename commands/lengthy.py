"""What takes longer than a message may, done beside the messages: a child process finds, the bot keeps in chunks."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from actions import errands, orders
from actions.errands import Errand
from desk import Desk
from storage.models import Outbox

from .errands import Errands
from .exports import Exports

log = logging.getLogger(__name__)

BEGUN = frozenset({"Counting", "DraftShown", "RulesPublished", "ExportBegun"})
"""Results after which something may wait."""


class Lengthy:
    """Does what waits, one after the other; what a crash cut short is done after the next start."""

    def __init__(
        self, desk: Desk, child: Errands, now: Callable[[], datetime], hand: Callable[[Sequence[Outbox]], None]
    ) -> None:
        self._desk, self._child, self._now, self._hand = desk, child, now, hand
        self._exports = Exports(desk, child, now, hand)
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """See what waits, beside everything else."""
        task = asyncio.create_task(self.work())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        """Leave off; the next start goes on."""
        for task in self._tasks:
            task.cancel()

    def after(self, rows: Sequence[Outbox]) -> None:
        """Something was answered that may have left an errand."""
        if any(row.view in BEGUN for row in rows):
            self.start()

    async def work(self) -> None:
        """Do everything that waits, also what the doing leaves behind."""
        async with self._one_at_a_time:
            while waiting := await self._desk.ask(errands.waiting):
                await self._do(waiting[0])

    async def _do(self, errand: Errand) -> None:
        try:
            rows = await self._done(errand)
        except Exception:
            log.exception("an errand failed", extra={"what": errand.what})
            fail = orders.fail if errand.what == orders.WHAT else errands.fail
            rows = await self._desk.do(fail, errand, self._now())
        self._hand(rows)

    async def _done(self, errand: Errand) -> list[Outbox]:
        if errand.what == orders.WHAT:
            return await self._exports.make(errand)
        now = self._now()
        url = self._desk.database.url
        found = await asyncio.wrap_future(self._child.send(errands.there, url, errand, now))
        for part in errands.parts(errand, found):
            await self._desk.do(errands.keep, errand, part, now)
        return await self._desk.do(errands.tell, errand, found, self._now())
