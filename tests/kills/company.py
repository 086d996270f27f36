"""The production bot under fire: a company whose people record visits, and `python bot.py run` as the child."""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select

from actions import alarms
from actions.company import in_force
from commands.wiring import speak
from demo.company import generate
from demo.house import configure
from demo.telegram import Phone
from demo.watching import waits
from storage import nights
from storage.models import Doing, Occurrence, Outbox
from tests.kills.harness import PEOPLE, ROOT, Harness
from tests.office import Office
from tests.transport.waiting import ENOUGH_SECONDS

EACH = 4
"""Customers of each person."""
ZONE, NOON = ZoneInfo("Asia/Shanghai"), time(13)
AHEAD, STEP = timedelta(minutes=12), timedelta(minutes=3)
"""A call is agreed for so much later, reminded of ten minutes before; at each kill the clock is pushed by a step."""
CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
LOOK_SECONDS = 0.2
LONGEST = 400
"""So much of a message is kept by the ledger."""

NOTED_LATE = "（刚才断线，晚到了）"
"""What a reminder says in addition once its time is past, such as when it is said again after a kill."""

Message = tuple[int, str]
"""A chat and the words that it got, however late."""


@dataclass
class Company(Harness):
    """Salespeople with customers, and the bot that serves them; its clock runs from the next noon, in steps."""

    folder: Path = Path()
    names: dict[int, Iterator[str]] = field(default_factory=dict)
    pause: ClassVar[float] = 0.25

    def __post_init__(self) -> None:
        self.random, self.child = random.Random(self.seed), None
        self.telegram.clock.path = self.folder / "clock.json"
        on = datetime.now(ZONE).date() + timedelta(days=1)
        self.telegram.clock.push_to(datetime.combine(on, NOON, ZONE))
        office = Office(self.database, now=self.telegram.clock.now())
        names = iter([customer.name for customer in generate(1, on, EACH * PEOPLE).customers])
        with self.database.transaction() as db:
            nights.begin(db, on, office.now).finished_at = office.now
            alarms.plan(db, in_force(db), office.now)
        self.people = [self.hire(office, f"Seller {n}", list(islice(names, EACH))) for n in range(PEOPLE)]

    def hire(self, office: Office, name: str, customers: list[str]) -> Phone:
        """A salesperson with customers and a phone."""
        seller = office.hire(name, "salesperson")
        for customer in customers:
            office.customer(seller, customer)
        phone = self.telegram.person(name, id=seller.telegram_id, opened=True)
        self.names[phone.person] = cycle(customers)
        return phone

    async def start(self) -> None:
        """Start the production bot."""
        file = configure(self.folder, self.telegram.base_url)
        secrets = {"HUIFANG_TELEGRAM_TOKEN": self.telegram.token, "HUIFANG_DATABASE_URL": self.database.url}
        command = (sys.executable, str(ROOT / "bot.py"), "--config", str(file), "run")
        self.child = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=os.environ | secrets)

    async def talk(self, pause: float = pause) -> None:
        """Everybody writes one visit after another, a few in each second, until cancelled."""
        await super().talk(pause)

    def say(self, phone: Phone) -> None:
        """A visit that was never told of before, and what comes next."""
        at = self.telegram.clock.now() + AHEAD
        customer, what = next(self.names[phone.person]), _code(len(self.said))
        self.said.append(f"拜访了{customer}，聊了方案{what}，今天{at:%H:%M}再电话")
        phone.say(self.said[-1])

    async def kill(self) -> None:
        """The power is gone; meanwhile time goes on, and reminders fall due."""
        await super().kill()
        self.telegram.clock.push_to(self.telegram.clock.now() + STEP)

    def open(self) -> bool:
        """Whether anything that was said or is due by now waits to be answered, said or marked."""
        with self.database.reading() as db:
            return super().open() or waits(db, self.telegram.clock.now())

    async def settled(self) -> None:
        """As long as answers keep coming: after many kills there is much to say, and a chat hears one a second."""
        while self.open():
            said = len(self.telegram.ledger.accepted)
            async with asyncio.timeout(ENOUGH_SECONDS):
                while len(self.telegram.ledger.accepted) == said and self.open():  # noqa: ASYNC110 - it rings no bell
                    await asyncio.sleep(LOOK_SECONDS)

    def unmarked(self) -> set[Message]:
        """What the bot had not marked as sent."""
        return set(self._spoken(Outbox.state.in_(("waiting", "sending"))))

    def count_unmarked(self) -> None:
        """Add up what may be said again because of this kill."""
        accepted = self.telegram.ledger.accepted[self.counted :]
        self.counted += len(accepted)
        unmarked = self.unmarked()
        self.doubled_at_most += sum(_known_by(line["chat"], line["text"]) in unmarked for line in accepted)

    def expected(self) -> Counter[Message]:
        """What everybody must have been told once: replies, and pushes that were still true when they could leave."""
        spoken, withdrawn = Outbox.kind.in_(("reply", "push", "photo")), Outbox.state == "superseded"
        return Counter(self._spoken(spoken & ~((Outbox.kind == "push") & withdrawn)))

    def withdrawn(self) -> set[Message]:
        """Pushes that waited until they were no longer true."""
        return set(self._spoken((Outbox.kind == "push") & (Outbox.state == "superseded")))

    def told(self) -> Counter[Message]:
        """How often Telegram accepted each message."""
        lines = self.telegram.ledger.accepted
        return Counter(_known_by(line["chat"], line["text"]) for line in lines if line["method"].startswith("send"))

    def states(self) -> Counter[str]:
        """How many messages of the bot ended how."""
        with self.database.reading() as db:
            return Counter(db.scalars(select(Outbox.state)))

    def doings(self) -> Counter[str]:
        """How often each visit was recorded, by the words that told of it."""
        with self.database.reading() as db:
            rows = db.execute(
                select(Doing.chat_id, Doing.message_id).where(Doing.what == "visit", Doing.undone_at.is_(None))
            )
            return Counter(self.telegram.messages.of[chat or 0][number or 0]["text"] for chat, number in rows)

    def reminded(self) -> int:
        """How many agreed times were due and said."""
        with self.database.reading() as db:
            return db.scalar(select(func.count(Occurrence.id)).where(Occurrence.state == "sent")) or 0

    def account(self, told: Counter[Message]) -> str:
        """What happened, in numbers."""
        doubled = told.total() - self.expected().total()
        return (
            f"{self.kills} kills: {len(self.said)} visits written, {len(set(self.said) - self.doings().keys())} lost, "
            f"{self.doings().total() - len(self.doings())} recorded twice; {told.total()} messages accepted, "
            f"{self.reminded()} of them reminders, {doubled} said twice where {self.doubled_at_most} may be; "
            f"{len(self.telegram.ledger.violations)} too early"
        )

    def _spoken(self, condition: ColumnElement[bool]) -> list[Message]:
        with self.database.reading() as db:
            rows = db.scalars(select(Outbox).where(condition)).all()
        return [_known_by(row.chat_id, spoken.text[:LONGEST]) for row in rows if (spoken := speak(row))]


def _known_by(chat: int, text: str) -> Message:
    """The same reminder has the same words, said in time or again when it was late."""
    return chat, text.replace(NOTED_LATE, "")


def _code(number: int) -> str:
    """Letters that are no word and no number."""
    letters = [CONSONANTS[number // len(CONSONANTS) ** place % len(CONSONANTS)] for place in range(4)]
    return "".join(letters)
