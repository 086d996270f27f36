"""Reminders under fire: agendas, agreed times and reminders of one's own fall due while the bot is killed."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from actions import alarms
from actions.company import in_force
from actions.together import WITH_AGENDA
from storage import nights
from storage.models import Occurrence, Outbox, Person, Plan, Reminder
from tests.kills.accounts import Accounts
from tests.kills.harness import ROOT
from tests.kills.ringing import LOOK_SECONDS
from tests.office import Office
from tests.transport.waiting import ENOUGH_SECONDS, until

PEOPLE, EACH, AT_ONCE = 24, 2, 4
"""Salespeople, their customers, and how many reminders fall due between two kills."""
ZONE = ZoneInfo("Asia/Shanghai")
BEGINS = datetime(2027, 3, 1, 8, 20, tzinfo=ZONE)
STEP, EVENING = timedelta(minutes=11), time(20)
"""Between two kills so much time goes by; a night is passed over, for what is late then waits or is over."""
CALL_AHEAD = timedelta(minutes=10)
IN_FLIGHT_MS = 60


@dataclass
class Reminders(Accounts):
    """One company whose reminders fall due, its Telegram and its database. Random, but the same for the same seed."""

    folder: Path = Path()
    seed: int = 0
    pid: int = 0
    kills: int = 0
    bound: int = 0
    """Messages that Telegram had and the bot, when it was killed, had not marked: at most so many are said twice."""
    counted: int = 0
    due: int = 0
    """How many reminders fell due since it began: several may be known by the same words."""

    def __post_init__(self) -> None:
        self.random, self.now = random.Random(self.seed), BEGINS.astimezone(UTC)
        office = Office(self.database, now=self.now - timedelta(days=40))
        self.staff = [office.hire(f"Seller {n}", "salesperson") for n in range(PEOPLE)]
        self.customers = {one.id: [office.customer(one, _name(one.id, n)) for n in range(EACH)] for one in self.staff}
        self.names = {number: _name(who, n) for who, found in self.customers.items() for n, number in enumerate(found)}
        for one in self.staff:
            self.telegram.person(one.name, id=one.telegram_id, opened=True)
        with self.database.transaction() as db:
            for n in range(-2, 60):
                nights.begin(db, BEGINS.date() + timedelta(days=n), self.now).finished_at = self.now
            alarms.plan(db, in_force(db), self.now - timedelta(hours=1))
        self.telegram.clock.path = self.folder / "clock.json"
        self.telegram.clock.push_to(self.now)

    async def load(self) -> None:
        """Start the process that bots are forked from."""
        where = (self.database.url, self.telegram.base_url, self.telegram.token, str(self.folder / "clock.json"))
        command = (sys.executable, "-m", "tests.kills.ringing", *where)
        pipe = asyncio.subprocess.PIPE
        self.loaded = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe)

    async def unload(self) -> None:
        """End it."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
        assert self.loaded.stdin is not None
        self.loaded.stdin.close()
        await self.loaded.wait()

    async def start(self, step: str = "", times: int = -1) -> None:
        """Start a bot; it may have a step at which it ends."""
        assert self.loaded.stdin is not None
        assert self.loaded.stdout is not None
        self.loaded.stdin.write(f"{step} {times}\n".encode())
        self.pid = int(await self.loaded.stdout.readline())

    def fall_due(self) -> None:
        """Time goes on, and reminders are due at its new moment: half asked for, half of agreed times."""
        self.now += STEP
        if (local := self.now.astimezone(ZONE)).time() > EVENING:
            morning = datetime.combine(local.date() + timedelta(days=1), BEGINS.time(), ZONE)
            self.now = morning.astimezone(UTC)
        with self.database.transaction() as db:
            self.due += AT_ONCE
            for one in self.random.sample(self.staff, AT_ONCE):
                if self.random.random() < 1 / 2:
                    db.add(self.asked(one))
                else:
                    db.add(self.agreed(one))
        self.telegram.clock.push_to(self.now)

    def asked(self, who: Person) -> Reminder:
        """Something that somebody wanted to be reminded of, once."""
        self.made.add((who.telegram_id or 0, words := f"报价单{len(self.made):05}"))
        local = self.now.astimezone(ZONE)
        row = Reminder(person_id=who.id, words=words, on=local.date(), at=_minute(local), zone=ZONE.key)
        row.made_at = self.now - timedelta(days=1)
        return row

    def agreed(self, who: Person) -> Plan:
        """A call at a time that comes in ten minutes."""
        at, number = (self.now + CALL_AHEAD).astimezone(ZONE), self.random.choice(self.customers[who.id])
        self.made.add((who.telegram_id or 0, f"{at:%H:%M} {self.names[number]}"))
        row = Plan(customer_id=number, first_customer_id=number, author_id=who.id, due_on=at.date(), due_at=_minute(at))
        row.zone, row.channel, row.sources = ZONE.key, "call", {}
        row.recorded_at = self.now - timedelta(days=1)
        return row

    async def kill(self) -> None:
        """kill -9 while it starts, plans or sends, or after Telegram took a message and before its mark."""
        in_flight = self.random.random() < 1 / 3
        if in_flight:
            self.telegram.faults.add("delay", method="sendMessage", ms=IN_FLIGHT_MS, times=None)
        if self.random.random() < 1 / 2:
            await self.marks(self.random.randrange(1, 3 * AT_ONCE))
        elif self.random.random() < 2 / 3:
            await self.speaks(self.random.randrange(1, AT_ONCE))
        await asyncio.sleep(self.random.uniform(0, 0.15))
        os.kill(self.pid, signal.SIGKILL)
        await self.gone()

    async def speaks(self, messages: int) -> None:
        """Wait until Telegram has so many more messages, or nothing is left to say."""
        wanted = len(self.telegram.ledger.accepted) + messages
        await until(lambda: len(self.telegram.ledger.accepted) >= wanted or not self.open())

    async def marks(self, messages: int) -> None:
        """Wait until so many more are marked as sent, or nothing is left to say."""
        wanted = self.sent() + messages
        await until(lambda: self.sent() >= wanted or not self.open())

    def sent(self) -> int:
        """How many messages are marked."""
        with self.database.reading() as db:
            return db.scalar(select(func.count()).where(Outbox.state == "sent")) or 0

    async def gone(self) -> None:
        """It ended without a word: count what may be said again because of that."""
        await until(lambda: not Path(f"/proc/{self.pid}").exists())
        self.telegram.faults.clear()
        await asyncio.sleep(LOOK_SECONDS)
        self.pid, self.kills = 0, self.kills + 1
        accepted = self.telegram.ledger.accepted[self.counted :]
        self.counted += len(accepted)
        unmarked = Counter(self._spoken("waiting", "sending"))
        self.bound += sum((line["chat"], line["text"]) in unmarked for line in accepted)

    async def settled(self) -> None:
        """Everything that is due is said and marked."""
        async with asyncio.timeout(ENOUGH_SECONDS):
            while self.open():  # noqa: ASYNC110 - it rings no bell
                await asyncio.sleep(0.1)

    def open(self) -> bool:
        """Whether something is due, or waits to be said or marked."""
        with self.database.reading() as db:
            due = select(Occurrence.id).where(Occurrence.state == "planned", Occurrence.due_at <= self.now)
            due = due.where(Occurrence.again_at.is_(None) | (Occurrence.again_at <= self.now))
            waits = select(Outbox.id).where(Outbox.state.in_(("waiting", "sending")))
            planned = select(func.count()).where(Occurrence.kind.in_(("asked", "ahead")))
            all_planned = (db.scalar(planned) or 0) >= self.due
            return not all_planned or any(db.scalar(one.limit(1)) is not None for one in (due, waits))

    def account(self) -> str:
        """What happened, in numbers."""
        states = self.states()
        return (
            f"{self.kills} kills: {states.total()} reminders due, {states['sent'] + states[WITH_AGENDA]} said, "
            f"{states.total() - states['sent'] - states[WITH_AGENDA]} explained, {len(self.lost())} lost, "
            f"{self.doubled()} said twice where {self.bound} may be"
        )


def _minute(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def _name(person: int, n: int) -> str:
    return (
        f"{'海百澜知青松云禾'[person % 8]}{'岳禾石味屿川栎木'[person // 8 % 8]}{'食品乳业'[2 * n : 2 * n + 2]}{person}"
    )
