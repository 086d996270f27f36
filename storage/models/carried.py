"""What is carried between Telegram and the core: updates that came, messages that leave, questions that wait."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, TelegramId, personal, plain


class Inbox(Row):
    """An update from Telegram. Its row is its receipt: done means that everything it caused is committed."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_state", "state"),)

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    body: Mapped[dict[str, Any] | None] = mapped_column(info={"personal": True})
    received_at: Mapped[datetime]
    state: Mapped[str] = plain(default="waiting")
    """waiting, done or parked."""
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]


class Outbox(Row):
    """A message that is to be said, or was: the result by name and its facts, rendered only when it leaves."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_outbox_state_due_at", "state", "due_at"),
        Index("ix_outbox_chat_id_message_id", "chat_id", "message_id"),
    )

    id: Mapped[Key]
    key: Mapped[str] = plain()
    """Natural key: the same push can be enqueued once only."""
    chat_id: Mapped[TelegramId]
    person_id: Mapped[int | None]
    language: Mapped[str] = plain(default="zh")
    kind: Mapped[str] = plain(default="reply")
    """reply, push, edit, photo, document, toast, react."""
    view: Mapped[str] = plain()
    facts: Mapped[dict[str, Any] | None] = mapped_column(info={"personal": True})
    state: Mapped[str] = plain(default="waiting")
    """waiting, sending, sent, superseded or dead."""
    due_at: Mapped[datetime]
    lease_until: Mapped[float | None]
    attempts: Mapped[int] = mapped_column(default=0)
    edits_message_id: Mapped[int | None] = mapped_column(BigInteger)
    edits_outbox_id: Mapped[int | None]
    callback_id: Mapped[str | None] = plain()
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    about: Mapped[int | None]
    """The doing that this message shows, if any."""
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None] = plain()
    late: Mapped[bool] = mapped_column(default=False)


class Doing(Row):
    """Everything that one update wrote, so that it can be undone and restored as one."""

    __tablename__ = "doings"
    __table_args__ = (Index("ix_doings_chat_id_message_id", "chat_id", "message_id"),)

    id: Mapped[Key]
    person_id: Mapped[int | None]
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """The person's own message; None for a tap."""
    n: Mapped[int] = mapped_column(default=0)
    what: Mapped[str] = plain()
    customer_id: Mapped[int | None] = mapped_column(index=True)
    done_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    understood: Mapped[dict[str, Any]] = mapped_column(info={"personal": True}, default=dict)


class Change(Row):
    """One row that a doing wrote: how it was before and after."""

    __tablename__ = "changes"

    id: Mapped[Key]
    doing_id: Mapped[int] = mapped_column(index=True)
    noun: Mapped[str] = plain()
    row_id: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(info={"personal": True})
    after: Mapped[dict[str, Any] | None] = mapped_column(info={"personal": True})


class Question(Row):
    """Something the bot asked and waits on, written with its cause."""

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_chat_id_listening", "chat_id", "listening"),)

    id: Mapped[Key]
    chat_id: Mapped[TelegramId]
    person_id: Mapped[int]
    kind: Mapped[str] = plain()
    facts: Mapped[dict[str, Any]] = mapped_column(info={"personal": True})
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    listening: Mapped[bool] = mapped_column(default=True)
    """Whether the next typed words may be its answer; its buttons work as long as it is not answered."""


class Correction(Row):
    """What was understood and what was meant: food for the tables of the grammar."""

    __tablename__ = "corrections"

    id: Mapped[Key]
    person_id: Mapped[int]
    raw: Mapped[str | None] = personal()
    field: Mapped[str] = plain()
    understood: Mapped[str | None] = personal()
    meant: Mapped[str | None] = personal()
    corrected_at: Mapped[datetime]


class Occurrence(Row):
    """A reminder's life: planned because, sent, settled. One per person, kind, subject and local date."""

    __tablename__ = "occurrences"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "subject", "on"),
        Index("ix_occurrences_state_due_at", "state", "due_at"),
    )

    id: Mapped[Key]
    person_id: Mapped[int]
    kind: Mapped[str] = plain()
    """agenda, today, ahead (an agreed time), after (it has passed), nag,
    escalation, report, reports, answers, preview, summary, review,
    occasion, asked, request (an owner's time to answer is over),
    pool."""
    subject: Mapped[str] = plain()
    on: Mapped[date]
    due_at: Mapped[datetime]
    again_at: Mapped[datetime | None]
    """When it is asked again whether it may be said, where its own time was a quiet one."""
    state: Mapped[str] = plain(default="planned")
    """planned, sent, with_agenda (said in the morning list), or the reason why it was not said."""
    outbox_id: Mapped[int | None]
    settled_at: Mapped[datetime | None]
    facts: Mapped[dict[str, Any]] = mapped_column(info={"personal": True}, default=dict)
