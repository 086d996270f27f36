"""The process that kills itself at a labelled step.

`python -m tests.kills.steps DATABASE_URL BASE_URL TOKEN STEP TIME`. A step is `before` or `after` one of: `keep`
(updates into the inbox), `record` (the records, the reply and the push), `claim` (what is due), `sendMessage`
(Telegram's acceptance), `settle` (the marks). It dies the so-manieth time that it gets there.
"""

import asyncio
import os
import signal
import sys
from typing import Any

import log
from desk import Desk
from storage.database import Database
from tests.kills.child import Busy

STEPS = tuple(
    f"{when} {what}" for what in ("keep", "record", "claim", "sendMessage", "settle") for when in ("before", "after")
)


class Doom:
    """Counts how often a step is reached, and ends the process there."""

    def __init__(self, step: str, times: int) -> None:
        self.step, self.left = step, times

    def reach(self, step: str) -> None:
        """This step is reached."""
        self.left -= step == self.step
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    async def around(self, name: str, work: Any) -> Any:
        """Do it, with a step before and one after it."""
        self.reach(f"before {name}")
        done = await work
        self.reach(f"after {name}")
        return done


class DoomedDesk(Desk):
    """A desk each of whose transactions has a step before and after it."""

    doom: Doom

    async def do(self, action: Any, /, *args: Any, **kwargs: Any) -> Any:
        """As ever."""
        return await self.doom.around(action.__name__, super().do(action, *args, **kwargs))


async def run(database_url: str, base_url: str, token: str, step: str, times: str) -> None:
    """Until the step."""
    database = Database(database_url)
    database.hold()
    busy = Busy(database)
    busy.desk = desk = DoomedDesk(database)
    desk.doom = doom = Doom(step, int(times))
    async with busy.line(base_url, token) as line:
        call = line.telegram.call
        line.telegram.call = lambda method, **asked: doom.around(method, call(method, **asked))  # type: ignore[method-assign]
        busy.line_up = line
        line.sender.wake()
        await line.until(asyncio.Event())


if __name__ == "__main__":
    log.set_up("ERROR", secrets=[sys.argv[3]])
    asyncio.run(run(*sys.argv[1:6]))
