"""Whose a customer is to be: what colleagues ask for, disputes and their verdicts, and the pool of those that wait."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, personal, plain


class Request(Row):
    """A colleague's wish about somebody's customer: to share it, to take it over; an objection, or an appeal."""

    __tablename__ = "requests"
    __table_args__ = (Index("ix_requests_customer_id_asker_id", "customer_id", "asker_id"),)

    id: Mapped[Key]
    kind: Mapped[str] = plain()
    """share, take, objection or appeal."""
    customer_id: Mapped[int]
    asker_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Who was responsible when it was asked; of an appeal, whom the verdict gave it to."""
    judge_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """The manager who decides: at once, or after `until_at`."""
    named: Mapped[str] = personal()
    """The customer's name as the asker typed it: all that they see of it."""
    words: Mapped[str | None] = personal()
    """What they had to say about it."""
    question_id: Mapped[int | None]
    """The question in which that waits, to be recorded on consent."""
    asked_at: Mapped[datetime]
    until_at: Mapped[datetime | None]
    """Until when the owner may answer alone."""
    state: Mapped[str] = plain(default="open")
    """open, shared, handed, declined (it stays with its owner) or withdrawn."""
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str | None] = personal()
    doing_id: Mapped[int | None]
    """What its answer wrote."""
    first_id: Mapped[int | None] = mapped_column(ForeignKey("requests.id"))
    """Of an appeal: the request whose verdict it is about."""
    statements: Mapped[list[Any]] = mapped_column(info={"personal": True}, default=list)
    """What the two said when the manager asked both: who, when, the words."""
    cards: Mapped[dict[str, Any]] = mapped_column(info={"personal": False}, default=dict)
    """Person -> the outbox row of the card on which they answer."""


class Fall(Row):
    """A customer on its way into the pool, or in it: announced first, and stopped, fallen or taken since."""

    __tablename__ = "falls"
    __table_args__ = (Index("ix_falls_state", "state"),)

    id: Mapped[Key]
    doing_id: Mapped[int | None]
    customer_id: Mapped[int] = mapped_column(index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    announced_on: Mapped[date]
    falls_on: Mapped[date]
    state: Mapped[str] = plain(default="announced")
    """announced, stopped, fallen, taken or returned."""
    fell_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Protection(Row):
    """A customer that does not fall into the pool before a date, or never (`until_on` None)."""

    __tablename__ = "protections"

    id: Mapped[Key]
    doing_id: Mapped[int | None]
    customer_id: Mapped[int] = mapped_column(index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = plain()
    """extended by its owner, or locked by a manager."""
    from_at: Mapped[datetime]
    until_on: Mapped[date | None]
