"""What became of messages, on its way into the database: many marks in one transaction, none of them lost."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from storage import outbox
from storage.outbox import Settled

from .hop import Do

log = logging.getLogger(__name__)

LINGER_SECONDS = 0.02
"""How long a mark waits for company while more messages are on their way."""
TROUBLE_SECONDS = 1.0


class Marks:
    """Writes marks in the order in which they were made. `kept` hears of those that are committed."""

    def __init__(self, do: Do, kept: Callable[[Sequence[Settled]], None], busy: Callable[[], bool]) -> None:
        self._do, self._kept, self._busy = do, kept, busy
        self._made: list[Settled] = []
        self._writing: asyncio.Task[None] | None = None

    def make(self, settled: Settled) -> None:
        """This message is settled."""
        self._made.append(settled)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())

    async def written(self) -> None:
        """Wait until every mark is committed."""
        while self._writing is not None:
            await asyncio.shield(self._writing)

    async def _write(self) -> None:
        try:
            while self._made:
                if self._busy():
                    await asyncio.sleep(LINGER_SECONDS)
                await self._commit()
        finally:
            self._writing = None

    async def _commit(self) -> None:
        made, self._made = self._made, []
        try:
            await self._do(outbox.settle, made)
        except Exception:
            log.exception("marks not kept, trying again")
            self._made = made + self._made
            await asyncio.sleep(TROUBLE_SECONDS)
        else:
            self._kept(made)
