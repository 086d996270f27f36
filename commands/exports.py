"""Exports ordered in the chat: made by the child process, row by row, while the chat is told how far they have come."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from actions import company as companies
from actions import orders
from actions.errands import Errand
from actions.facts import facts_of
from actions.wanted import wanted_of
from desk import Desk
from handlers.texts import Voice
from sheets import write_book
from storage.database import Database
from storage.models import Outbox, Person, Question
from storage.scope import scope_of

from .errands import Errands
from .tables import Asked, tables

FOLDER = "huifang-exports"
KEPT_SECONDS = 3600.0
"""So long a file stays for a sending that has to be repeated."""
LOOK_SECONDS = 2.0


def made(url: str, errand: Errand, file: str, now: datetime) -> int:
    """Write the file; how many rows it has. Runs in the child, which only reads; says its progress beside the file."""
    database = Database(url)
    beside, facts = Path(f"{file}.rows"), errand.facts
    try:
        with database.reading() as db:
            person = db.get_one(Person, db.get_one(Question, errand.id).person_id)
            asked = Asked(
                db, person, scope_of(db, person, now), companies.in_force(db), facts["sheet"], facts["arg"],
                wanted_of(tuple(facts["where"].split(":"))), date.fromisoformat(facts["on"]), errand.at,
            )  # fmt: skip
            title = Voice(person.language).speak("ExportAsked", facts_of(orders.title(db, asked.scope, errand))).text
            return write_book(Path(file), tables(asked, title), lambda rows: _tell(beside, rows))
    finally:
        database.close()
        beside.unlink(missing_ok=True)


def _told(beside: Path) -> int:
    return int(beside.read_text())


def _tell(beside: Path, rows: int) -> None:
    beside.write_text(str(rows))


class Exports:
    """Has what was ordered made, and sends it."""

    def __init__(
        self, desk: Desk, child: Errands, now: Callable[[], datetime], hand: Callable[[Sequence[Outbox]], None]
    ) -> None:
        self._desk, self._child, self._now, self._hand = desk, child, now, hand

    async def make(self, errand: Errand) -> list[Outbox]:
        """The file as a message; what says how far it has come is edited in place meanwhile."""
        name = f"{errand.facts['sheet']}-{errand.facts['on']}.xlsx"
        file = _folder() / f"{errand.id}-{time.time_ns()}.xlsx"
        making = asyncio.wrap_future(self._child.send(made, self._desk.database.url, errand, str(file), self._now()))
        rows = await self._watched(making, errand, Path(f"{file}.rows"))
        return await self._desk.do(orders.finish, errand, str(file), name, rows, self._now())

    async def _watched(self, making: "asyncio.Future[int]", errand: Errand, beside: Path) -> int:
        told = 0
        while not (await asyncio.wait([making], timeout=LOOK_SECONDS))[0]:
            with suppress(OSError, ValueError):
                if (rows := await asyncio.to_thread(_told, beside)) > told:
                    told = rows
                    self._hand(await self._desk.do(orders.progress, errand, rows, self._now()))
        return making.result()


def _folder() -> Path:
    """Where files wait to be sent; only their owner may look, and none stays for long."""
    folder = Path(tempfile.gettempdir()) / f"{FOLDER}-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.iterdir():
        if time.time() - old.stat().st_mtime > KEPT_SECONDS:
            old.unlink(missing_ok=True)
    return folder
