"""A company in a database, and conversations with its bot without a network: what tests of the core talk to.

office = Office(database)
mia = office.hire("陈静", "salesperson", language="zh")
said = office.say(mia, "拜访了华星科技，聊了报价")
said.text, said.buttons
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from actions import alarms, company, judging
from actions.refusals import Refusal
from config import Settings
from handlers.answer import answer, keep, look, refuse
from handlers.texts import Spoken, Voice
from handlers.turn import Beside
from languages import SPOKEN
from storage import customers, inbox, people
from storage.database import Database
from storage.models import Customer, Outbox, Person

START = datetime(2026, 11, 18, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
VOICES = {language: Voice(language) for language in SPOKEN}


@dataclass
class Said:
    """What the bot said about one update: each message with its row."""

    rows: Sequence[Outbox]
    spoken: list[Spoken] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words, message after message."""
        return "\n".join(one.text for one in self.spoken)

    @property
    def buttons(self) -> dict[str, str]:
        """Label -> what the button sends."""
        return {tap.label: tap.data or "" for one in self.spoken for row in one.rows for tap in row}


class Office:
    """A company whose clock is ours; every message goes through the whole core, transaction and receipt included."""

    def __init__(self, database: Database, now: datetime = START, **settings: Any) -> None:
        self.database, self.now = database, now
        self._updates, self._messages = count(1), count(1)
        with database.transaction() as db:
            company.seed(db, Settings().seed() | settings, now)
            self.team = people.first_team(db, "").id

    def hire(self, name: str, *roles: str, language: str = "zh", zone: str = "Asia/Shanghai") -> Person:
        """Somebody joins; managers lead the team."""
        with self.database.transaction() as db:
            number = 1000 + len(people.with_role(db, roles[0])) * 10 + len(name) + next(self._messages)
            person = people.add(db, name, roles, self.now, telegram_id=number, language=language, zone=zone)
            people.join(db, person, self.team, leads="manager" in roles)
            return person

    def customer(self, owner: Person, name: str, *contacts: str, **columns: Any) -> int:
        """A customer that exists already."""
        with self.database.transaction() as db:
            row = customers.add(db, name, owner.id, self.now, fields={}, **columns)
            for contact in contacts:
                customers.add_contact(db, row.id, contact, None, self.now)
            judging.refresh(db, row, company.in_force(db), self.today, self.now)
            return row.id

    @property
    def today(self) -> Any:
        """The company's date."""
        return self.now.astimezone(ZoneInfo("Asia/Shanghai")).date()

    def wait(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def say(self, who: Person, text: str, **more: Any) -> Said:
        """Somebody writes."""
        number = more.pop("message_id", None) or next(self._messages)
        body = {"message_id": number, "date": int(self.now.timestamp()), "text": text, **self._from(who), **more}
        return self.hear({"message": body}, who)

    def edit(self, who: Person, message_id: int, text: str) -> Said:
        """Somebody edits a message of theirs."""
        at = int(self.now.timestamp())
        body = {"message_id": message_id, "date": at, "edit_date": at, "text": text, **self._from(who)}
        return self.hear({"edited_message": body}, who)

    def tap(self, who: Person, data: str, message_id: int = 1) -> Said:
        """Somebody taps a button."""
        message = {"message_id": message_id, "date": int(self.now.timestamp()), "chat": self._from(who)["chat"]}
        body = {"id": str(next(self._updates)), "from": self._from(who)["from"], "message": message, "data": data}
        return self.hear({"callback_query": body}, who)

    def hear(self, update: dict[str, Any], who: Person, number: int | None = None) -> Said:
        """Any update, delivered once more where its number is given."""
        update = {"update_id": number or next(self._updates), **update}
        with self.database.transaction() as db:
            inbox.keep(db, [update], self.now)
        try:
            with self.database.transaction() as db:
                rows = answer(db, update["update_id"], update, self.now)
        except Beside:
            rows = self._beside(update)
        except Refusal as no:
            with self.database.transaction() as db:
                rows = refuse(db, update["update_id"], update, self.now, no)
        spoken = [VOICES[row.language].speak(row.view, row.facts or {}) for row in rows if row.view]
        return Said(rows, spoken)

    def _beside(self, update: dict[str, Any]) -> list[Outbox]:
        """A question about very many customers: looked up on a reading connection, then kept."""
        with self.database.reading() as db:
            said = look(db, update["update_id"], update, self.now)
        with self.database.transaction() as db:
            return keep(db, update["update_id"], update, self.now, said)

    def ring(self) -> list[Said]:
        """The alarms ring: what is said by itself now, message by message."""
        with self.database.transaction() as db:
            company_now = company.in_force(db)
            alarms.plan(db, company_now, self.now)
            rows = alarms.ring(db, company_now, self.now).said
            alarms.plan(db, company_now, self.now)
        return [Said([row], [VOICES[row.language].speak(row.view, row.facts or {})]) for row in rows]

    def until(self, day: str, at: str, zone: str = "Asia/Shanghai") -> list[Said]:
        """Time passes until a local date and time; the alarms ring whenever something is due."""
        end = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        said = self.ring()
        while self.now < end:
            with self.database.reading() as db:
                due = alarms.next_due(db, company.in_force(db), self.now)
            self.now = min(end, due)
            said += self.ring()
        return said

    def count(self, model: Any) -> int:
        """How many rows of a table there are."""
        with self.database.reading() as db:
            return len(db.scalars(select(model)).all())

    def named(self, name: str) -> Customer | None:
        """The customer of this name."""
        with self.database.reading() as db:
            return db.scalars(select(Customer).where(Customer.name == name)).one_or_none()

    def _from(self, who: Person) -> dict[str, Any]:
        sender = {"id": who.telegram_id, "is_bot": False, "first_name": who.name}
        return {"from": sender, "chat": {"id": who.telegram_id, "type": "private", "first_name": who.name}}
