"""Put together: configuration, database, desk, voice, line to Telegram. Every command that talks begins here."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from actions.refusals import Refusal
from actions.saying import judge_again
from clock import BusinessClock
from config import Settings
from desk import Desk
from handlers.answer import answer, apologise, keep, look, refuse
from handlers.texts import Voice
from handlers.turn import Beside
from storage import people
from storage.database import Database
from storage.models import Inbox, Outbox
from transport.gates import Limits
from transport.line import Line
from transport.spoken import Document, Spoken

from .alarms import Alarms
from .drawing import matplotlib, picture
from .errands import Errands
from .introducing import Introducing
from .lengthy import Lengthy

log = logging.getLogger(__name__)

DRAWABLE = frozenset({"TiersShown", "WhyShown", "TopShown", "CoverageShown", "TrendShown", "MovesShown"})
"""Results with a button that asks for a picture: by the time it is tapped, the process that draws is awake."""
DRAWING_SECONDS = 30.0
"""A picture that takes longer, perhaps behind a night's work, is not waited for."""


class Bot:
    """The whole bot on one database: what hears, what speaks, and the clock they go by."""

    def __init__(self, settings: Settings, clock: BusinessClock, limits: Limits | None = None) -> None:
        self.settings, self.clock = settings, clock
        self.database = Database(settings.database.url)
        self.desk = Desk(self.database)
        self.errands = Errands()
        self.line = Line(
            token=settings.telegram.token,
            do=self.desk.do,
            answer=self.answer,
            apologise=self.apologise,
            voice=self.speak,
            now=clock.now,
            base_url=settings.telegram.base_url,
            proxy=settings.telegram.proxy or None,
            undelivered=people.undelivered,
            judge_again=judge_again,
            limits=limits,
        )
        kept = settings.database.backups
        every = settings.alarms.every_seconds
        self.alarms = Alarms(self.desk, self.errands, clock.now, self.line.sender.hand, kept, every)
        self.introducing = Introducing(self.desk, self.line.whoami, self.line.menus)
        self.lengthy = Lengthy(self.desk, self.errands, clock.now, self.line.sender.hand)

    async def answer(self, update: Inbox) -> Sequence[Outbox]:
        """One update, one transaction, one receipt; a refusal is said after everything was rolled back."""
        number, body, now = update.update_id, update.body or {}, self.clock.now()
        try:
            rows = await self.desk.do(answer, number, body, now)
        except Beside:
            return await self._beside(number, body, now)
        except Refusal as no:
            return await self.desk.do(refuse, number, body, now, no)
        self.introducing.after(rows)
        self.lengthy.after(rows)
        return rows

    async def _beside(self, number: int, body: dict[str, Any], now: datetime) -> Sequence[Outbox]:
        """A question about very many customers, looked up where no visit waits for it; then its receipt and answer."""
        try:
            said = await self.desk.ask(look, number, body, now)
        except Refusal as no:
            return await self.desk.do(refuse, number, body, now, no)
        return await self.desk.do(keep, number, body, now, said)

    async def apologise(self, update: Inbox) -> Sequence[Outbox]:
        """An update that failed again and again: said once, and its chat goes on."""
        return await self.desk.do(apologise, update.update_id, update.body or {}, self.clock.now())

    def speak(self, row: Outbox) -> Spoken | None:
        """The words for an outbox row, with its picture where one belongs to it: then called in a thread."""
        said = speak(row)
        if said is not None and row.kind == "photo":
            return replace(said, picture=self._draw(row))
        if said is not None and row.kind == "document":
            return replace(said, document=_document(row))
        if row.view in DRAWABLE:
            self.errands.expect(matplotlib)
        return said

    def _draw(self, row: Outbox) -> bytes | None:
        """The picture of a result; its words leave without one where it can't be drawn."""
        try:
            return self.errands.send(picture, row.view, row.facts or {}, row.language).result(DRAWING_SECONDS)
        except Exception:
            log.exception("a picture could not be drawn", extra={"outbox_id": row.id})
            return None

    def close(self) -> None:
        """Finish what is being done and let go of the database."""
        self.errands.close()
        self.desk.close()
        self.database.close()


def _document(row: Outbox) -> Document | None:
    """The file of a result; its words leave without it where it is there no more."""
    facts = row.facts or {}
    try:
        return Document(str(facts["name"]), Path(str(facts["file"])).read_bytes())
    except (KeyError, OSError):
        log.warning("a file to be sent is there no more", extra={"outbox_id": row.id})
        return None


@cache
def voice_of(language: str) -> Voice:
    """The voice of a language, its templates read once."""
    return Voice(language)


def speak(row: Outbox) -> Spoken | None:
    """The words for an outbox row, in its reader's language; None where it has none."""
    if not row.view:
        return None
    said = voice_of(row.language).speak(row.view, row.facts or {})
    return Spoken(said.text, said.rows)
