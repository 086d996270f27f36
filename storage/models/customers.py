"""Customers: what they are called, who speaks for them, who owns them, who else may see them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Phone, Row, personal, plain


class Customer(Row):
    """A company or person that somebody sells to."""

    __tablename__ = "customers"

    id: Mapped[Key]
    name: Mapped[str] = personal()
    normal: Mapped[str] = personal(index=True)
    """The full normalised name: equal for the same company written differently."""
    phone: Mapped[str | None] = mapped_column(Phone, info={"personal": True}, index=True)
    city: Mapped[str | None] = plain(index=True)
    region_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"), index=True)
    industry_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"), index=True)
    fields: Mapped[dict[str, Any]] = mapped_column(info={"personal": True}, default=dict)
    raw: Mapped[str | None] = personal()
    """The words they were created with."""
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("customers.id"))
    erased_at: Mapped[datetime | None]


class Alias(Row):
    """Another name by which a customer is known."""

    __tablename__ = "aliases"

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    name: Mapped[str] = personal()


class Contact(Row):
    """A person at a customer."""

    __tablename__ = "contacts"

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    name: Mapped[str] = personal()
    phone: Mapped[str | None] = mapped_column(Phone, info={"personal": True}, index=True)
    created_at: Mapped[datetime]


class NameKey(Row):
    """A way to write a customer's name: the table by which a name is found among a million."""

    __tablename__ = "name_keys"
    __table_args__ = (Index("ix_name_keys_customer_id", "customer_id"),)

    key: Mapped[str] = personal(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)


class Ownership(Row):
    """Who is responsible for a customer, from when to when; one open row per owned customer."""

    __tablename__ = "ownerships"
    __table_args__ = (Index("ix_ownerships_person_id_until_at", "person_id", "until_at"),)

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]


class Access(Row):
    """Somebody else who may see a customer: shared, or a deputy for a time."""

    __tablename__ = "access"

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str] = plain()
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]


class Audit(Row):
    """Who saw or did something that must be answerable for: ids and codes only."""

    __tablename__ = "audit"

    id: Mapped[Key]
    at: Mapped[datetime]
    person_id: Mapped[int | None]
    what: Mapped[str] = plain()
    customer_id: Mapped[int | None]
    subject_id: Mapped[int | None]
    """The colleague whom it was about."""
    on: Mapped[date | None]
    link: Mapped[int | None] = mapped_column(unique=True)
    """Its place in the chain of seals, counted from 1; None as long as it isn't sealed."""
    seal: Mapped[str | None] = plain(String(64))
    """SHA-256 of the seal before and of everything that the row says."""
