"""The process that is killed: the whole line with a desk that records, a reply and a due push for each message.

`python -m tests.kills.child DATABASE_URL BASE_URL TOKEN`; SIGTERM ends it in good order.
"""

import asyncio
import signal
import sys

from sqlalchemy.orm import Session

import log
from storage import outbox
from storage.database import Database
from storage.models import Inbox, Outbox
from tests.transport.recording import Recording, spoken_words
from transport.line import Line


class Busy(Recording):
    """Writes a push beside every reply, which nobody hands to the sender."""

    line_up: Line | None = None

    def record(self, db: Session, update: Inbox) -> list[Outbox]:
        """The record, the reply and the push in one transaction."""
        said = super().record(db, update)
        if said and update.chat_id is not None:
            words = {"text": f"due: {spoken_words(update)}"}
            outbox.add(db, self.message(f"push{update.update_id}", update.chat_id, words, kind="push"))
        return said

    async def answer(self, update: Inbox) -> list[Outbox]:
        """As ever; and there is something due that has to be looked for."""
        said = await super().answer(update)
        if self.line_up is not None:
            self.line_up.sender.wake()
        return said


async def run(database_url: str, base_url: str, token: str) -> None:
    """Until SIGTERM."""
    database = Database(database_url)
    database.hold()
    busy, stop = Busy(database), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with busy.line(base_url, token) as line:
        busy.line_up = line
        line.sender.wake()
        await line.until(stop)
    busy.desk.close()
    database.close()


if __name__ == "__main__":
    log.set_up("WARNING", secrets=[sys.argv[3]])
    asyncio.run(run(*sys.argv[1:4]))
