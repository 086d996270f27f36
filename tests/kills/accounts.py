"""What became of every reminder that was due while the bot was killed: said, explained, lost, said twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.together import WITH_AGENDA
from commands.wiring import speak
from demo.telegram import LocalTelegram
from storage.database import Database
from storage.models import Occurrence, Outbox, Person, Reminder

Message = tuple[int, str]
"""A chat and the words that it got."""
KNOWN_BY = re.compile(r"报价单\d+|^\d\d:\d\d \S+")
EXPLAINED = {
    "settled", "superseded", "stopped", "snoozed", "on_leave", "nothing_due", "resting", "over_budget", "too_late",
    "quiet",
}  # fmt: skip


@dataclass
class Accounts:
    """A Telegram that counts, a database that remembers, and what its people asked for."""

    telegram: LocalTelegram
    database: Database
    made: set[Message] = field(default_factory=set)
    """What was asked for or agreed upon: a chat, and what its reminder is known by."""
    names: dict[int, str] = field(default_factory=dict)
    """The customers."""
    now: datetime = datetime.min.replace(tzinfo=UTC)

    def states(self) -> Counter[str]:
        """What became of every reminder that was due."""
        with self.database.reading() as db:
            return Counter(db.scalars(select(Occurrence.state).where(Occurrence.due_at <= self.now)))

    def expected(self) -> Counter[Message]:
        """What was to be said once."""
        return Counter(self._known_by(self._spoken("sent")))

    def withdrawn(self) -> Counter[Message]:
        """What waited until it was no longer true; it may have been said before it was marked."""
        return Counter(self._known_by(self._spoken("superseded")))

    def told(self) -> Counter[Message]:
        """How often Telegram accepted each message."""
        return Counter(self._known_by((line["chat"], line["text"]) for line in self.telegram.ledger.accepted))

    def doubled(self) -> int:
        """How many were said once more than they should."""
        return (self.told() - self.expected() - self.withdrawn()).total()

    def lost(self) -> set[Message]:
        """What was marked and never heard; what was asked for or agreed upon, never heard and never explained."""
        told = self.told()
        return {*(self.expected() - told), *(self.made - told.keys() - self._explained())}

    def _explained(self) -> set[Message]:
        """What was not said for a reason that its reminder keeps."""
        with self.database.reading() as db:
            rows = db.scalars(select(Occurrence).where(Occurrence.state.in_({*EXPLAINED, WITH_AGENDA}))).all()
            found = {row: wanted for row in rows if (wanted := self._wanted(db, row))}
        return {wanted for row, wanted in found.items() if row.state != WITH_AGENDA or self._in_a_list(wanted)}

    def _in_a_list(self, wanted: Message) -> bool:
        """Whether a morning's list had it: the customer and the time."""
        chat, words = wanted
        said = (line["text"] for line in self.telegram.ledger.accepted if line["chat"] == chat)
        return any(all(word in text for word in words.split()) for text in said)

    def _wanted(self, db: Session, row: Occurrence) -> Message | None:
        """The chat of a reminder, and by what it is known."""
        chat = db.get_one(Person, row.person_id).telegram_id or 0
        if row.kind == "asked":
            return chat, db.get_one(Reminder, int(row.facts["reminder_id"])).words
        if row.kind == "ahead":
            return chat, f"{row.subject.partition('@')[2]} {self.names[int(row.facts['customer_id'])]}"
        return None

    def _known_by(self, said: Iterable[Message]) -> Iterator[Message]:
        """Each with what tells it from others, however late it is said."""
        for chat, text in said:
            found = KNOWN_BY.search(text)
            yield chat, found[0] if found else "agenda"

    def _spoken(self, *states: str) -> list[Message]:
        with self.database.reading() as db:
            rows = db.scalars(select(Outbox).where(Outbox.state.in_(states), Outbox.key.like("o%"))).all()
        return [(row.chat_id, spoken.text) for row in rows if (spoken := speak(row))]
