"""A desk of the smallest kind: each message becomes a record and a reply, in one transaction with its receipt."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text, insert, select
from sqlalchemy.orm import Session

from desk import Desk
from storage import inbox, outbox
from storage.database import Database
from storage.models import Inbox, Outbox
from transport.gates import Limits
from transport.line import Line
from transport.spoken import Document, Spoken

KEPT = Table(
    "kept",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("update_id", BigInteger),
    Column("chat_id", BigInteger),
    Column("text", Text),
)
"""The records. Nothing here keeps a message from being recorded twice: only the receipts do."""

FAST = Limits(overall=100_000, burst=100_000, group=100_000)


class Button:
    """A button that sends its label back."""

    def __init__(self, label: str) -> None:
        self.label = self.data = label
        self.url: str | None = None
        self.copy: str | None = None


class Clock:
    """Business time, which tests push."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment it is."""
        return self.time

    def push(self, **by: float) -> None:
        """Let so much time pass."""
        self.time += timedelta(**by)


class Recording:
    """Records what is said and says `got: ...`. A message beginning with `fail` fails each time, `shy` fails once."""

    def __init__(self, database: Database) -> None:
        KEPT.metadata.create_all(database._writer)
        self.database, self.desk, self.clock = database, Desk(database), Clock()
        self.apologies: list[int] = []
        self.tries: list[str] = []

    def line(self, base_url: str, token: str, limits: Limits = FAST) -> Line:
        """The line to a Telegram with this desk behind it."""
        return Line(
            token=token,
            base_url=base_url,
            do=self.desk.do,
            answer=self.answer,
            apologise=self.apologise,
            voice=voice,
            now=self.clock.now,
            limits=limits,
        )

    async def answer(self, update: Inbox) -> list[Outbox]:
        """One update, one transaction, one receipt."""
        return await self.desk.do(self.record, update)

    async def apologise(self, update: Inbox) -> list[Outbox]:
        """Once for each update, whatever happens in between."""
        self.apologies.append(update.update_id)
        return await self.desk.do(self.excuse, update)

    def record(self, db: Session, update: Inbox) -> list[Outbox]:
        """Keep the words and answer them."""
        words = spoken_words(update)
        self.tries.append(words)
        if words.startswith("fail") or (words.startswith("shy") and self.tries.count(words) < 2):
            raise ValueError(words)
        if not inbox.finish(db, update.update_id, self.clock.now()):
            return []
        db.execute(insert(KEPT).values(update_id=update.update_id, chat_id=update.chat_id, text=words))
        return [outbox.add(db, message) for message in self.replies(update, words) if words]

    def replies(self, update: Inbox, words: str) -> list[Outbox]:
        """What is said to these words."""
        assert update.chat_id is not None
        callback = ((update.body or {}).get("callback_query") or {}).get("id")
        kind = {"toast": "toast", "photo": "photo", "document": "document", "react": "react"}.get(words, "reply")
        facts: dict[str, Any] = {"text": f"got: {words}"}
        if kind == "react":
            facts = {"sign": "👌", "message_id": (update.body or {})["message"]["message_id"]}
        return [self.message(f"u{update.update_id}", update.chat_id, facts, kind=kind, callback_id=callback)]

    def excuse(self, db: Session, update: Inbox) -> list[Outbox]:
        """An apology."""
        assert update.chat_id is not None
        said = outbox.once(db, self.message(f"sorry{update.update_id}", update.chat_id, {"text": "sorry"}))
        return [said] if said else []

    def message(self, key: str, chat: int, facts: dict[str, Any], **columns: Any) -> Outbox:
        """A message that is due now unless told otherwise."""
        now = self.clock.now()
        wanted = {"kind": "reply", "view": "Said", "due_at": now, "created_at": now} | columns
        return Outbox(key=key, chat_id=chat, facts=facts, **wanted)

    def put(self, *messages: Outbox) -> list[Outbox]:
        """Write messages that nobody hands over."""
        with self.database.transaction() as db:
            return [outbox.add(db, message) for message in messages]

    def kept(self) -> list[tuple[int, str]]:
        """Chat and words of every record."""
        with self.database.reading() as db:
            return [(row.chat_id, row.text) for row in db.execute(select(KEPT).order_by(KEPT.c.id))]

    def sent(self) -> dict[str, Outbox]:
        """The outbox by key."""
        with self.database.reading() as db:
            return {row.key: row for row in db.scalars(select(Outbox).order_by(Outbox.id))}

    def received(self) -> dict[str, int]:
        """How many updates are in which state."""
        with self.database.reading() as db:
            states = [row.state for row in db.scalars(select(Inbox))]
        return {state: states.count(state) for state in states}


def spoken_words(update: Inbox) -> str:
    """What the person said or tapped."""
    body = update.body or {}
    message = body.get("message") or body.get("edited_message") or {}
    return str(message.get("text") or (body.get("callback_query") or {}).get("data") or "")


def voice(row: Outbox) -> Spoken | None:
    """The words of a row, as they stand in its facts."""
    facts = row.facts or {}
    if facts.get("untrue"):
        return None
    rows = tuple((Button(label),) for label in facts.get("buttons", ()))
    picture = PNG if row.kind == "photo" else None
    document = Document("list.csv", b"a,b\n") if row.kind == "document" else None
    return Spoken(facts["text"], rows, picture, document)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6360000000020001"
    "e221bc330000000049454e44ae426082"
)
