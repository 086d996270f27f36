"""The household of the demo: the bot as a child process, its database watched, its clock pushed, its plug pulled."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from actions import alarms
from actions.company import in_force
from demo.examples import examples
from demo.telegram import LocalTelegram
from demo.telegram.house import House
from demo.watching import counted, nights_between, people, waits
from storage.database import Database

R = TypeVar("R")
ROOT = Path(__file__).parent.parent
PATIENCE = 120.0
"""Seconds for which a push waits for the bot."""
LOOK = 0.05

CONFIGURATION = """\
[telegram]
base_url = "{base_url}"

[database]
url = "sqlite:///huifang.db"
backups = 0

[company]
name = "清源净水 Clearspring"

[clock]
file = "clock.json"

[alarms]
every_seconds = 1

[log]
level = "warning"
"""


def configure(folder: Path, base_url: str) -> Path:
    """The bot's configuration file, written anew: the port may differ."""
    file = folder / "config.toml"
    file.write_text(CONFIGURATION.format(base_url=base_url))
    return file


class Household:
    """What stands behind the page: one bot, kept running."""

    def __init__(self, telegram: LocalTelegram, folder: Path, url: str) -> None:
        self.telegram, self.folder = telegram, folder
        self.database = Database(url)
        self.child: asyncio.subprocess.Process | None = None

    def house(self) -> House:
        """What the page may ask for."""
        return House(
            next_due=self.next_due,
            settled=self.settled,
            report=self.report,
            plug=self.pull_the_plug,
            counters=lambda: self.ask(counted, self.telegram),
            bot=lambda: {"running": self.running, "pid": self.child.pid if self.child and self.running else None},
            speak=self.speak,
            examples=self.ask(examples),
        )

    @property
    def running(self) -> bool:
        """Whether the bot's process lives."""
        return self.child is not None and self.child.returncode is None

    def open_phones(self) -> None:
        """Everybody of the company has a phone, and has opened the bot on it."""
        known = set(self.telegram.people.everyone())
        for person in self.ask(people):
            if person["id"] not in known:
                hint = person.pop("hint")
                self.telegram.person(person.pop("first_name"), hint=hint, opened=True, **person)

    async def start_bot(self) -> None:
        """Start the production bot on this Telegram and wait until it listens."""
        file = configure(self.folder, self.telegram.base_url)
        secrets = {"HUIFANG_TELEGRAM_TOKEN": self.telegram.token}
        before = self.telegram.updates.poller
        command = (sys.executable, str(ROOT / "bot.py"), "--config", str(file), "run")
        self.child = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=os.environ | secrets, stdout=sys.stderr
        )
        while self.telegram.updates.poller is before:
            if not self.running:
                raise RuntimeError(f"the bot ended with exit code {self.child.returncode}")
            await asyncio.sleep(LOOK)

    async def stop_bot(self) -> None:
        """Ask the bot to finish, and wait."""
        if self.child is not None and self.running:
            self.child.send_signal(signal.SIGTERM)
            await self.child.wait()
        self.database.close()

    async def pull_the_plug(self) -> None:
        """kill -9, whatever it was doing; and start it again."""
        if self.child is not None and self.running:
            self.child.kill()
            await self.child.wait()
        await self.start_bot()

    def next_due(self, after: datetime) -> datetime | None:
        """The next instant at which a reminder or the night is due."""
        return self.ask(lambda db: alarms.next_due(db, in_force(db), after.astimezone(UTC)))

    async def settled(self, until: datetime) -> None:
        """Wait until the bot has done and said everything that is due up to this business instant."""
        async with asyncio.timeout(PATIENCE):
            while self.ask(waits, until) or self.telegram.updates.pending:  # noqa: ASYNC110 - another process's work
                await asyncio.sleep(LOOK)

    def report(self, since: datetime, until: datetime) -> dict[str, Any] | None:
        """What the nights in between did."""
        return self.ask(nights_between, since, until)

    async def speak(self, person: int, language: str) -> None:
        """Somebody's phone speaks another language: they tell the bot so, as anybody would."""
        self.telegram.phone(person).say("中文" if language.startswith("zh") else "English")

    def ask(self, question: Callable[..., R], *given: Any) -> R:
        """Look into the bot's database, read only."""
        with self.database.reading() as db:
            return question(db, *given)
