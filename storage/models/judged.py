"""What is computed about a customer: one row each, and the history of its moves."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Computed, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, personal, plain


class Standing(Row):
    """One customer's aggregate, score, tier, status and due date: recomputed in the transaction that records."""

    __tablename__ = "standings"
    __table_args__ = (
        Index("ix_standings_listed", "status", "tier", "kept_tier", "began_on", "customer_id", "owner_id"),
        Index("ix_standings_sold", "tier", "revenue_minor", "customer_id", "owner_id", "status"),
        Index(
            "ix_standings_kept", "kept_tier", "began_on", "customer_id", "owner_id", "status", "tier_since",
            sqlite_where=text("kept_tier IS NOT NULL"), postgresql_where=text("kept_tier IS NOT NULL"),
        ),
    )  # fmt: skip

    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    """Counts recomputations: the night keeps a verdict only if this is still what it judged."""
    owner_id: Mapped[int | None]
    """Whose it counts for: the open row of its owners; None where there is none, or the customer is no more. Kept right
    by `storage.tallies` alone."""

    # the aggregate
    as_of: Mapped[date]
    spend: Mapped[float] = mapped_column(default=0.0)
    activity: Mapped[float] = mapped_column(default=0.0)
    events: Mapped[int] = mapped_column(default=0)
    first_on: Mapped[date | None]
    last_touch_on: Mapped[date | None]
    last_purchase_on: Mapped[date | None]
    interval: Mapped[float | None]
    intervals: Mapped[int] = mapped_column(default=0)
    purchase_interval: Mapped[float | None]
    purchase_days: Mapped[int] = mapped_column(default=0)
    first_purchase_on: Mapped[date | None]
    active_months: Mapped[int] = mapped_column(default=0)
    satisfaction: Mapped[float | None]
    outcomes: Mapped[list[Any]] = mapped_column(default=list)
    potential: Mapped[str | None] = plain()
    potential_on: Mapped[date | None]
    need_on: Mapped[date | None]
    complaint_on: Mapped[date | None]
    silence_from: Mapped[date | None]
    cadence_before: Mapped[int | None]
    """The cadence that was shortened on `silence_from`."""
    created_on: Mapped[date]
    revenue_minor: Mapped[int] = mapped_column(BigInteger, default=0)
    """Sales of 365 days as of the last record or night, minor units of the company's currency."""
    began_on: Mapped[date] = mapped_column(Computed("coalesce(last_touch_on, created_on)", persisted=True))
    """Since when it has been silent."""

    # the verdict
    judged_on: Mapped[date]
    rules_version: Mapped[int] = mapped_column(default=1)
    score: Mapped[float] = mapped_column(default=0.0)
    points: Mapped[dict[str, Any]] = mapped_column(default=dict)
    tier: Mapped[str] = plain(default="C")
    tier_since: Mapped[date]
    provisional: Mapped[bool] = mapped_column(default=True)
    lapses: Mapped[int] = mapped_column(default=0)
    """Successive gradings at which it was more than the band below its cut."""
    graded_on: Mapped[date | None]
    manual_until: Mapped[date | None]
    manual_reason: Mapped[str | None] = personal()
    kept_tier: Mapped[str | None] = plain()
    """The tier whose cadence it keeps after a drop by its own silence."""
    status: Mapped[str] = plain(default="new")
    status_since: Mapped[date]
    rhythm: Mapped[float] = mapped_column(default=30.0)

    # the reminder
    due_on: Mapped[date | None] = mapped_column(index=True)
    due_because: Mapped[str | None] = plain()
    due_facts: Mapped[dict[str, Any]] = mapped_column(info={"personal": False}, default=dict)


class Move(Row):
    """One change of tier or status, with its reason and the rules that made it."""

    __tablename__ = "moves"
    __table_args__ = (
        Index("ix_moves_axis_moved_on", "axis", "moved_on", "customer_id"),
        Index("ix_moves_customer_id", "customer_id"),
    )

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    axis: Mapped[str] = plain()
    old: Mapped[str] = plain()
    new: Mapped[str] = plain()
    reason: Mapped[str] = plain()
    score: Mapped[float]
    points: Mapped[dict[str, Any]]
    rules_version: Mapped[int]
    moved_on: Mapped[date]
    recorded_at: Mapped[datetime]


class Grading(Row):
    """A customer at one grading: one row per customer and first night of a month."""

    __tablename__ = "gradings"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    graded_on: Mapped[date] = mapped_column(primary_key=True)
    score: Mapped[float]
    tier: Mapped[str] = plain()
    lapses: Mapped[int] = mapped_column(default=0)
