"""The company: its settings and rules as versions, its catalogue, its own small marks."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, plain


class RulesVersion(Row):
    """One version of the company's settings and rules; the newest published one is in force."""

    __tablename__ = "rules_versions"

    id: Mapped[Key]
    body: Mapped[dict[str, Any]]
    """company, rules, reminders, strategy: sections as in the configuration file."""
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    published_at: Mapped[datetime | None]


class Term(Row):
    """An entry of the company's catalogue: a region, an industry, a product, with its name in both languages."""

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("kind", "zh", "en"),)

    id: Mapped[Key]
    kind: Mapped[str] = plain()
    zh: Mapped[str] = plain()
    en: Mapped[str] = plain()
    zh_tw: Mapped[str | None] = plain()
    """Where Taiwan says it otherwise; so too for Hong Kong."""
    zh_hk: Mapped[str | None] = plain()


class Field(Row):
    """A custom field that the company keeps about its customers."""

    __tablename__ = "fields"

    id: Mapped[Key]
    name: Mapped[str] = plain(unique=True)
    zh: Mapped[str] = plain()
    en: Mapped[str] = plain()
    zh_tw: Mapped[str | None] = plain()
    zh_hk: Mapped[str | None] = plain()
    kind: Mapped[str] = plain(default="text")
    """text, number or date."""


class Mark(Row):
    """A small fact about the installation: the set-up code's hash, the version of all names, how far the alarms got."""

    __tablename__ = "marks"

    name: Mapped[str] = plain(primary_key=True)
    value: Mapped[str] = plain(default="")


class Night(Row):
    """One pass over all customers: how far it got, so that a crash resumes, and what it did."""

    __tablename__ = "nights"

    night_on: Mapped[date] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    cursor: Mapped[int] = mapped_column(default=0)
    judged: Mapped[int] = mapped_column(default=0)
    moved: Mapped[int] = mapped_column(default=0)
    planned: Mapped[int] = mapped_column(default=0)
