"""Drives load against a bot that is killed again and again, and counts what Telegram and the database say."""

import asyncio
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from demo.telegram import LocalTelegram, Phone
from storage.database import Database
from storage.models import Inbox, Outbox
from tests.transport.recording import KEPT
from tests.transport.waiting import until

ROOT = Path(__file__).parents[2]
PEOPLE = 12
IN_FLIGHT_MS = 150


@dataclass
class Harness:
    """One bot, its Telegram, its database, and the people who keep talking. Random, but the same for the same seed."""

    telegram: LocalTelegram
    database: Database
    seed: int = 0
    said: list[str] = field(default_factory=list)
    doubled_at_most: int = 0
    """Sends that Telegram had accepted and the bot, when it was killed, had not marked."""
    counted: int = 0
    kills: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.people = [self.telegram.person(f"Person {n}", opened=True) for n in range(PEOPLE)]
        self.child: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the bot."""
        where = (self.database.url, self.telegram.base_url, self.telegram.token)
        self.child = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.kills.child", *where, cwd=ROOT)

    async def talk(self, pause: float = 0.02) -> None:
        """Everybody says one thing after another, until cancelled."""
        while True:
            self.say(self.random.choice(self.people))
            await asyncio.sleep(self.random.uniform(0, 2 * pause))

    def say(self, phone: Phone) -> None:
        """Something that was never said before."""
        self.said.append(f"word {len(self.said)}")
        phone.say(self.said[-1])

    async def kill_anywhere(self) -> None:
        """kill -9 at any moment; one in three while it is starting."""
        if self.random.random() > 1 / 3:
            await self.speaks()
        await asyncio.sleep(self.random.uniform(0.1, 1.5))
        await self.kill()

    async def kill_in_flight(self) -> None:
        """kill -9 after Telegram has accepted a message and before the bot can know."""
        await self.speaks()
        await asyncio.sleep(self.random.uniform(0.1, 1.0))
        self.telegram.faults.add("delay", method="sendMessage", ms=IN_FLIGHT_MS, times=None)
        await self.speaks()
        await asyncio.sleep(self.random.uniform(0, IN_FLIGHT_MS / 1000))
        await self.kill()
        self.telegram.faults.waiting = [one for one in self.telegram.faults.waiting if one.kind != "delay"]

    async def speaks(self) -> None:
        """Wait until Telegram has accepted one more message of the bot."""
        before = len(self.telegram.ledger.accepted)
        await until(lambda: len(self.telegram.ledger.accepted) > before or not self.lives())
        assert self.lives(), "the bot ended by itself"

    def lives(self) -> bool:
        """Whether the bot runs."""
        return self.child is not None and self.child.returncode is None

    async def kill(self) -> None:
        """The power is gone; what was on its way to Telegram arrives there."""
        assert self.child is not None
        self.child.kill()
        await self.gone()

    async def gone(self) -> None:
        """The bot has ended without a word."""
        assert self.child is not None
        await self.child.wait()
        await asyncio.sleep(0.1)
        self.kills += 1
        self.count_unmarked()

    def count_unmarked(self) -> None:
        """Add up what may be said again because of this kill."""
        accepted = self.telegram.ledger.accepted[self.counted :]
        self.counted += len(accepted)
        with self.database.reading() as db:
            rows = db.execute(select(Outbox.facts).where(Outbox.state.in_(("waiting", "sending"))))
            unmarked = {facts["text"] for (facts,) in rows}
        self.doubled_at_most += sum(line["text"] in unmarked for line in accepted)

    async def stop(self) -> int:
        """Let the bot end in good order; its exit code."""
        assert self.child is not None
        self.child.terminate()
        return await self.child.wait()

    async def settled(self) -> None:
        """Wait until everything that was said is answered and marked."""
        await until(lambda: not self.telegram.updates.pending and not self.open())

    def open(self) -> bool:
        """Whether something waits in the inbox or outbox."""
        with self.database.reading() as db:
            heard = db.scalar(select(Inbox.update_id).where(Inbox.state == "waiting").limit(1))
            unsaid = db.scalar(select(Outbox.id).where(Outbox.state.in_(("waiting", "sending"))).limit(1))
        return heard is not None or unsaid is not None

    def recorded(self) -> Counter[str]:
        """How often each thing that was said is in the records."""
        with self.database.reading() as db:
            return Counter(db.scalars(select(KEPT.c.text)))

    def heard(self) -> Counter[str]:
        """How often Telegram accepted each message of the bot."""
        return Counter(line["text"] for line in self.telegram.ledger.accepted if line["method"].startswith("send"))
