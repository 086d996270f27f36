"""The alarms: the clock's side of the bot. APScheduler only ticks; what is due, the database says."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions import alarms, night, seals
from actions.company import Company, in_force
from desk import Desk
from storage import backups, inbox, occurrences, outbox
from storage.models import Outbox

from .errands import Errands

log = logging.getLogger(__name__)

RESTS = 10
"""After planning so many times as long nothing is planned: among thousands of people it takes seconds."""


class Alarms:
    """Plans and says reminders, and does the night's work; rings as often as it likes, nothing is done twice."""

    def __init__(
        self,
        desk: Desk,
        errands: Errands,
        now: Callable[[], datetime],
        hand: Callable[[Sequence[Outbox]], None],
        backups_kept: int = 0,
        every_seconds: float = 0.0,
    ) -> None:
        self._desk, self._errands, self._now, self._hand = desk, errands, now, hand
        self._backups_kept, self._every_seconds = backups_kept, every_seconds
        self._plans_at = 0.0
        self._ringing = asyncio.Lock()

    async def ring(self) -> None:
        """One tick: the night if it is due, then the reminders."""
        if self._ringing.locked():
            return
        async with self._ringing:
            now = self._now()
            company = await self._desk.ask(in_force)
            on = await self._desk.ask(_night_due, company, now)
            if on is not None:
                await self._night(company, on, now)
            began = time.monotonic()
            await self._desk.do(alarms.plan, company, now)
            took = time.monotonic() - began
            self._plans_at = max(self._plans_at, time.monotonic() + RESTS * took)
            if await self._say(company, now):
                await self._desk.do(alarms.plan, company, now)  # of whom an agenda speaks decides what else is said
            await self._desk.do(alarms.seen, now)
            await self._desk.do(seals.seal)

    async def tick(self) -> None:
        """Ring as often as was configured, as planning looks at everybody; what is due in between is said at once."""
        if time.monotonic() >= self._plans_at:
            self._plans_at = time.monotonic() + self._every_seconds
            await self.ring()
        elif not self._ringing.locked() and await self._desk.ask(occurrences.any_due, now := self._now()):
            async with self._ringing:
                await self._say(await self._desk.ask(in_force), now)

    async def rest(self) -> None:
        """Wait until what is ringing is done."""
        async with self._ringing:
            pass

    async def _say(self, company: Company, now: datetime) -> bool:
        """Everything that is due, a few at a time; whether there was anything."""
        rung, anything = alarms.Rung([], True), False
        while rung.more:
            rung = await self._some(company, now)
            anything = anything or bool(rung.said)
            self._hand(rung.said)
        return anything

    async def _some(self, company: Company, now: datetime) -> alarms.Rung:
        """A few of those that are due; where one of them fails, the first alone, so that it holds up nobody else."""
        with suppress(Exception):
            return await self._desk.do(alarms.ring, company, now, alarms.AT_ONCE)
        try:
            return alarms.Rung((await self._desk.do(alarms.ring, company, now, 1)).said, True)
        except Exception:
            number = await self._desk.do(alarms.put_off, now)
            log.exception("a reminder could not be said; it is tried again later", extra={"occurrence": number})
            return alarms.Rung([], number is not None)

    async def _night(self, company: Company, on: date, now: datetime) -> None:
        cursor, grading = await self._desk.do(night.begin, on, now)
        judging = self._judging(company, on, grading, cursor)
        while found := await asyncio.wrap_future(judging):
            judging = self._judging(company, on, grading, found[-1].customer_id)
            for chunk in night.chunks(found):
                await self._desk.do(night.keep, company, on, now, chunk, grading)
        done = await self._desk.do(_finish_night, on, now)
        log.info("the night is done", extra={"judged": done.judged, "moved": done.moved})
        await asyncio.to_thread(self._back_up, on)

    def _judging(self, company: Company, on: date, grading: bool, after: int) -> Future[list[night.Verdict]]:
        """The next customers are judged, by the other process."""
        return self._errands.send(night.verdicts, self._desk.database.url, company.version, on, grading, after)

    def _back_up(self, on: date) -> None:
        try:
            backups.nightly(self._desk.database.url, on, self._backups_kept)
        except backups.BackupImpossible as no:
            log.warning("no backup was made", extra={"why": str(no)})


def _night_due(db: Session, company: Company, now: datetime) -> date | None:
    """The company's date, if its night has begun and is not done."""
    on = company.day_of(now)
    begun = alarms.night_begins(company, on) <= now
    return on if begun and night.due(db, company, on) else None


def _finish_night(db: Session, on: date, now: datetime) -> night.NightDone:
    """The night's end, and what is older than it needs to be is emptied."""
    inbox.forget(db, now - alarms.KEPT)
    outbox.forget(db, now - alarms.KEPT)
    return night.finish(db, on, now)
