"""People, their roles and teams, and the invitations by which they join."""

from datetime import datetime, time

from sqlalchemy import BigInteger, ForeignKey, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, personal, plain


class Person(Row):
    """Somebody of the company who talks with the bot."""

    __tablename__ = "people"

    id: Mapped[Key]
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = personal()
    language: Mapped[str] = plain(default="zh")
    zone: Mapped[str] = plain(default="Asia/Shanghai")
    agenda_at: Mapped[time] = mapped_column(Time, default=time(8, 30))
    quiet_from: Mapped[time] = mapped_column(Time, default=time(21))
    quiet_to: Mapped[time] = mapped_column(Time, default=time(8))
    away_from: Mapped[str | None] = plain()
    away_until: Mapped[str | None] = plain()
    """Local dates of the first and last day of leave, if any."""
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Who covers the customers during the leave, if anybody."""
    report_at: Mapped[time | None] = mapped_column(Time)
    """When the day report comes by itself; None: only when asked for."""
    wants_preview: Mapped[bool] = mapped_column(default=False)
    """Whether the coming week is shown on Sundays."""
    wants_summary: Mapped[bool] = mapped_column(default=True)
    """Whether a manager hears of last week on Mondays."""
    wants_review: Mapped[bool] = mapped_column(default=True)
    """Whether a manager hears of a month when it is over."""
    stage: Mapped[str] = plain(default="ready")
    """Where joining stands: language, favourites, ready; for the first person company, terms, capacity too."""
    created_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    """Since when an admin keeps them out: no access, nothing is said to them, nothing of theirs is lost."""
    unreachable_at: Mapped[datetime | None]
    """When Telegram said that this person had blocked the bot; cleared when they write again."""


class Role(Row):
    """One of a person's roles: salesperson, manager, admin."""

    __tablename__ = "roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[str] = plain(primary_key=True)


class Team(Row):
    """A team; teams may nest."""

    __tablename__ = "teams"

    id: Mapped[Key]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    name: Mapped[str] = plain()


class Membership(Row):
    """Who belongs to which team, and who leads it."""

    __tablename__ = "memberships"

    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    leads: Mapped[bool] = mapped_column(default=False)


class Invitation(Row):
    """A way in: single use, ending, kept only as a hash."""

    __tablename__ = "invitations"
    __table_args__ = (UniqueConstraint("token_hash"),)

    id: Mapped[Key]
    token_hash: Mapped[str] = plain()
    name: Mapped[str] = personal()
    roles: Mapped[str] = plain()
    """Role names with commas between them."""
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    cancelled_at: Mapped[datetime | None]
