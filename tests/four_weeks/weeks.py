"""The demo's company with the production bot and a clock that is pushed; what one phone shows is written down."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from actions import company as companies
from commands.errands import Errands
from demo.company import generate
from demo.company.load import load
from demo.telegram import LocalTelegram, Phone
from storage import nights
from storage.company import set_mark
from tests.conversations.player import Player, buttons_of, text_of
from tests.conversations.transcript import Transcript

from .truth import Truth

SEED, CUSTOMERS = 7, 220
"""The company of the demo, as large as gives 陈静 sixty customers."""
FIRST_DAY = date(2026, 11, 16)
CAST = "陈静 (salesperson), 周航 (salesperson), 许言 (salesperson), 苏晴 (salesperson), 林岚 (manager), 吴桐 (admin)"
ME = "陈静"


@dataclass(frozen=True)
class Entry:
    """One thing on the phone: `how` is says (by itself), answers, edits, flashes, types, taps, clock or remark."""

    at: datetime
    how: str
    lines: tuple[str, ...]


@dataclass
class Diary:
    """What one phone showed, in order."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, at: datetime, how: str, *lines: str) -> None:
        """One thing more."""
        self.entries.append(Entry(at, how, lines))


class Weeks(Player):
    """Four weeks being played: the same company, seed and deeds give the same diary."""

    def __init__(self, telegram: LocalTelegram, url: str, folder: Path, errands: Errands) -> None:
        cast = [("language", "Chinese", list[str]()), ("people", CAST, list[str]())]
        super().__init__(Transcript(folder, [], cast, [], []), telegram, url, folder, errands)
        self.diary, self.truth = Diary(), Truth()
        self.events: asyncio.Queue[dict[str, Any] | None] | None = None

    async def begin(self) -> None:
        """The demo's company stands, the bot starts."""
        assert self.now is not None
        await self.start()
        assert self.bot is not None
        await self.bot.desk.do(_found, self.bot.settings, self.now, [one.id for one in self.scene.actors.values()])
        await self.bot.desk.do(set_mark, "bot", "huifang_bot")
        await self.ring()

    @property
    def local(self) -> datetime:
        """The time on everybody's wall."""
        assert self.now is not None
        return self.now.astimezone(self.scene.zone)

    @property
    def me(self) -> Phone:
        """The phone that is written down."""
        return self.phone(ME)

    async def until(self, on: date, at: str) -> None:
        """Time passes."""
        moment = datetime.combine(on, time.fromisoformat(at), self.scene.zone)
        if self.now is None:
            self.set_clock(moment.astimezone(UTC))
            await self.begin()
        elif moment > self.local:
            await self.push(f"{on:%A} {at}".lower())
        self.note("says")

    async def ring(self) -> None:
        """As ever; and whatever is said is held against the records at that moment."""
        await super().ring()
        if self.bot is not None and self.now is not None:
            await self.bot.desk.ask(self.truth.look, self.now)
        self.note("says")

    async def types(self, words: str) -> None:
        """陈静 writes."""
        self.diary.add(self.local, "types", *words.split("\n"))
        self.me.say(words)
        await self._heard()

    async def taps(self, label: str, under: str | None = None) -> None:
        """陈静 taps a button: on the latest message that has it, or that also says something."""
        self.diary.add(self.local, "taps", label)
        self.tap(self.me, label, under, old=False)
        await self._heard()

    def offers(self, label: str, under: str) -> bool:
        """Whether the latest message that says something has this button."""
        said = [one for one in self.telegram.messages.of[self.me.chat].values() if under in text_of(one)]
        return bool(said) and any(button["text"] == label for button in buttons_of(said[-1]))

    def remark(self, words: str) -> None:
        """Something that happened beside the phone."""
        self.diary.add(self.local, "remark", words)

    async def _heard(self) -> None:
        await self.settled()
        self.note("answers")
        await self.ring()

    def note(self, how: str) -> None:
        """Write down what the phone shows since; `how` a new message came about."""
        while self.events is not None and not self.events.empty():
            event = self.events.get_nowait()
            if event is not None and event.get("chat") == self.me.chat and (told := self.told(event)):
                self.diary.add(self.local, {"says": how}.get(told[0], told[0]), *told[1])


def _found(db: Any, settings: Any, now: datetime, phones: list[int]) -> None:
    """The demo's company on the morning of the first day."""
    companies.seed(db, settings.seed(), now)
    seeds = generate(SEED, FIRST_DAY, CUSTOMERS)
    load(db, seeds, {person.key: phone for person, phone in zip(seeds.people, phones, strict=True)})
    nights.begin(db, FIRST_DAY, now).finished_at = now
