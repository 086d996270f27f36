"""How many customers there are of each kind: kept beside their standings, so that no question counts a million."""

from datetime import date

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from .row import Row, plain


class Tally(Row):
    """Somebody's customers of one tier and status: how many they are, and what they bought in a year."""

    __tablename__ = "tallies"

    owner_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """0: nobody's."""
    tier: Mapped[str] = plain(primary_key=True)
    kept_tier: Mapped[str] = plain(primary_key=True)
    """Empty where none is kept."""
    status: Mapped[str] = plain(primary_key=True)
    for_now: Mapped[bool] = mapped_column(primary_key=True)
    """With too few records to judge, or named by hand."""
    customers: Mapped[int] = mapped_column(default=0)
    revenue_minor: Mapped[int] = mapped_column(BigInteger, default=0)


class DueTally(Row):
    """Somebody's customers that are due on one day: how many they are."""

    __tablename__ = "due_tallies"

    owner_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """0: nobody's."""
    due_on: Mapped[date] = mapped_column(primary_key=True)
    agreed: Mapped[bool] = mapped_column(primary_key=True)
    """A day that was agreed on, not one of its cadence."""
    customers: Mapped[int] = mapped_column(default=0)
