"""What happened with a customer, and what is planned: the rows from which everything else is computed."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Time
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, personal, plain


class Interaction(Row):
    """A visit, call, meeting, exchange of messages, or note."""

    __tablename__ = "interactions"
    __table_args__ = (
        Index("ix_interactions_customer_id_made_on", "customer_id", "made_on"),
        Index("ix_interactions_author_id_made_on", "author_id", "made_on", "customer_id", "channel", "answered"),
    )

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customers.id"))
    """None for a note not yet assigned."""
    first_customer_id: Mapped[int | None]
    """The customer it was recorded for, kept through merges."""
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    channel: Mapped[str] = plain()
    """visit, meeting, call, message or note."""
    made_on: Mapped[date]
    made_at: Mapped[time | None] = mapped_column(Time)
    """The author's local time of day, where it was said."""
    recorded_at: Mapped[datetime]
    answered: Mapped[bool] = mapped_column(default=True)
    worded: Mapped[bool] = mapped_column(default=True)
    """False for a bare tap."""
    outcome: Mapped[str | None] = personal()
    amount_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = plain()
    amount_role: Mapped[str | None] = plain()
    sentiment: Mapped[str] = plain(default="neutral")
    intent: Mapped[str | None] = plain()
    raw: Mapped[str | None] = personal()
    sources: Mapped[dict[str, Any]] = mapped_column(info={"personal": False}, default=dict)
    """field -> text, tap or reply: where each field's value came from."""


class Purchase(Row):
    """Money that came in, or went back (negative)."""

    __tablename__ = "purchases"
    __table_args__ = (
        Index("ix_purchases_customer_id_made_on", "customer_id", "made_on"),
        Index("ix_purchases_author_id_made_on", "author_id", "made_on", "customer_id", "amount_minor"),
        Index("ix_purchases_made_on", "made_on", "customer_id"),
    )

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    first_customer_id: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_on: Mapped[date]
    recorded_at: Mapped[datetime]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = plain()
    product: Mapped[str | None] = plain()
    quantity: Mapped[str | None] = plain()
    raw: Mapped[str | None] = personal()
    sources: Mapped[dict[str, Any]] = mapped_column(info={"personal": False}, default=dict)


class Complaint(Row):
    """What a customer complained about, until it is closed."""

    __tablename__ = "complaints"

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    first_customer_id: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    words: Mapped[str] = personal()
    raw: Mapped[str | None] = personal()


class Fact(Row):
    """A dated judgement: potential, need, satisfaction. Never overwritten, so that any day can be judged again."""

    __tablename__ = "facts"

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    first_customer_id: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = plain()
    value: Mapped[str] = personal()
    stated_on: Mapped[date]
    recorded_at: Mapped[datetime]


class Plan(Row):
    """A future interaction with a date; with words it is a promise."""

    __tablename__ = "plans"
    __table_args__ = (Index("ix_plans_customer_id_settled_on", "customer_id", "settled_on"),)

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    first_customer_id: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    due_on: Mapped[date] = mapped_column(index=True)
    due_at: Mapped[time | None] = mapped_column(Time)
    zone: Mapped[str] = plain()
    """The zone of `due_on` and `due_at`: wall time is kept, not an instant."""
    channel: Mapped[str | None] = plain()
    words: Mapped[str | None] = personal()
    promised_on: Mapped[date | None]
    """Of a promise: the day for which it was given, once `due_on` is another one."""
    recorded_at: Mapped[datetime]
    settled_on: Mapped[date | None]
    settled_by: Mapped[str | None] = plain()
    sources: Mapped[dict[str, Any]] = mapped_column(info={"personal": False}, default=dict)


class Later(Row):
    """A reminder put off until a date, or for good (`until_on` None)."""

    __tablename__ = "laters"

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    until_on: Mapped[date | None]
    reason: Mapped[str | None] = personal()
    recorded_at: Mapped[datetime]


class Attachment(Row):
    """A file, photo, voice note or place that belongs to a record, or waits to be assigned."""

    __tablename__ = "attachments"

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int | None] = mapped_column(index=True)
    record_id: Mapped[int | None]
    """The doing whose record it belongs to."""
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = plain()
    file_id: Mapped[str | None] = personal()
    latitude: Mapped[float | None] = mapped_column(info={"personal": True})
    longitude: Mapped[float | None] = mapped_column(info={"personal": True})
    caption: Mapped[str | None] = personal()
    recorded_at: Mapped[datetime]
