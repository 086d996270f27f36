"""One turn of a conversation: what was heard, who said it, and what will be said."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from actions.company import Company
from actions.facts import facts_of
from actions.wanted import Wanted
from storage import outbox
from storage.colleagues import PAUSED
from storage.models import Outbox, Person
from storage.said import Shown
from storage.scope import Scope, scope_of

from .buttons import Args
from .came import Came


@dataclass(frozen=True)
class Spoken:
    """Words to be recorded: their message, when they were heard, their place in it; the doing that they say anew."""

    message_id: int | None
    heard_at: datetime
    n: int = 0
    doing: int | None = None


class Beside(Exception):
    """A question about very many customers: looked up on a reading connection, so that no visit waits for it."""


@dataclass
class Turn:
    """What a handler is given. `said` collects the outbox rows; they leave after the commit."""

    db: Session
    came: Came
    update_id: int
    now: datetime
    company: Company
    who: Person
    roles: frozenset[str]
    args: Args = Args()
    said: list[Outbox] = field(default_factory=list)
    answered: bool = False
    """Whether the tap of this turn was answered by one of the messages."""
    among: Wanted = Wanted()
    """What the names in a question narrow it to."""
    beside: bool = False
    """Whether this turn only reads: what it says is kept afterwards."""
    waited: Spoken | None = None
    """The words that waited in a question, where this turn answers it."""

    @property
    def text(self) -> str:
        """The words that were written."""
        return self.came.text.strip()

    @property
    def heard_at(self) -> datetime:
        """When it was said, in the person's own zone: a message's clock, not ours."""
        return (self.came.sent_at or self.now).astimezone(ZoneInfo(self.who.zone))

    def spoken(self, n: int = 0) -> Spoken:
        """The words that this turn records: those that waited, or its own."""
        own = self.came.message_id if self.came.tapped is None else None
        return self.waited or Spoken(own, self.heard_at, n)

    @property
    def today(self) -> date:
        """The person's local date when it was said."""
        return self.heard_at.date()

    @property
    def clock(self) -> time:
        """The person's local time of day when it was said."""
        return self.heard_at.time().replace(second=0, microsecond=0)

    @property
    def scope(self) -> Scope:
        """Which customers this person may see."""
        if not hasattr(self, "_scope"):
            self._scope = scope_of(self.db, self.who, self.now, self.roles)
        return self._scope

    def show(self, result: object, about: int | None = None) -> Outbox:
        """Say it where it belongs: on the card that was tapped, or as a new message."""
        if self.came.tapped is not None and self.came.message_id is not None:
            return self.edit(result, self.came.message_id, about)
        return self.say(result, about)

    def say(self, result: object, about: int | None = None, to: Person | None = None) -> Outbox:
        """Say it as a new message, to whoever is speaking or to somebody else."""
        kind = "photo" if getattr(result, "picture", False) else "reply" if to is None else "push"
        return self._queue(kind, result, about=about, to=to)

    def edit(
        self,
        result: object,
        message_id: int | None,
        about: int | None = None,
        outbox_id: int | None = None,
        to: Person | None = None,
    ) -> Outbox:
        """Change a message that was said before: by its number, or by its outbox row while that has none yet."""
        return self._queue("edit", result, to=to, about=about, edits_message_id=message_id, edits_outbox_id=outbox_id)

    def again(self, shown: Shown) -> Outbox:
        """Say what a message shows once more in the same place: its reader speaks another language now."""
        place: dict[str, Any] = {"edits_message_id": shown.message_id, "edits_outbox_id": shown.outbox_id}
        return self._queue("edit", None, shown.facts, view=shown.view, about=shown.about, **place)

    def toast(self, result: object) -> Outbox:
        """A word that passes, over the chat, for a tap that changes no card."""
        return self._queue("toast", result)

    def react(self, sign: str) -> Outbox:
        """A sign on the person's own message."""
        return self._queue("react", None, facts={"sign": sign, "message_id": self.came.message_id})

    def _queue(
        self,
        kind: str,
        result: object,
        facts: dict[str, Any] | None = None,
        to: Person | None = None,
        view: str = "",
        **columns: Any,
    ) -> Outbox:
        callback = None if self.answered or to is not None else self.came.callback_id
        self.answered = self.answered or callback is not None
        reader = to or self.who
        if to is not None and to.paused_at is not None:
            columns["state"] = PAUSED
        row = Outbox(
            key=f"u{self.update_id}.{len(self.said)}",
            chat_id=self.came.chat_id if to is None else to.telegram_id,
            person_id=reader.id,
            language=reader.language,
            **columns,
            kind=kind,
            view=type(result).__name__ if result is not None else view,
            facts=facts_of(result) if facts is None else facts,
            due_at=self.now,
            created_at=self.now,
            callback_id=callback,
        )
        if not self.beside:
            outbox.add(self.db, row)
        self.said.append(row)
        return row
