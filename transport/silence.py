"""The silence that Telegram asks for with a 429: kept at once, and by the next process too."""

import asyncio
import time
from typing import Any

from telegram.error import RetryAfter

from storage import outbox

from .gates import Gates
from .hop import Do
from .outcomes import seconds
from .telegram import Telegram


class Silence:
    """Shuts the gates of one bot. Epoch seconds go into the database, since a monotonic clock ends with its process."""

    def __init__(self, gates: Gates, do: Do) -> None:
        self._gates, self._do = gates, do

    async def keep(self, seconds: float) -> None:
        """Nothing leaves for so long."""
        self.wait(seconds)
        await self._do(outbox.silence, time.time() + seconds)

    def wait(self, seconds: float) -> None:
        """Telegram cannot be reached: no use trying for so long."""
        self._gates.close(seconds, asyncio.get_running_loop().time())

    def rest(self) -> float:
        """Seconds until something may leave; 0 when it may now."""
        return self._gates.closed(asyncio.get_running_loop().time())

    async def heed(self, telegram: Telegram, method: str, **parameters: Any) -> Any:
        """Call Telegram as soon as something may leave; what is silenced once more waits once more."""
        while True:
            await asyncio.sleep(self.rest())
            try:
                return await telegram.call(method, **parameters)
            except RetryAfter as error:
                await self.keep(seconds(error))

    async def resume(self) -> None:
        """Keep on with a silence that began in a process that is gone."""
        self.wait(await self._do(outbox.silent_until) - time.time())
