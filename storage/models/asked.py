"""What people asked to be reminded of: dates of a customer, things of their own, lines for their day report."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Time
from sqlalchemy.orm import Mapped, mapped_column

from .row import Key, Row, personal, plain


class Occasion(Row):
    """A date of a customer or of somebody there: a birthday every year, the end of a contract once."""

    __tablename__ = "occasions"

    id: Mapped[Key]
    doing_id: Mapped[int | None] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    first_customer_id: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = personal()
    """What it is, as it was said: 王总生日, contract ends."""
    on: Mapped[date]
    yearly: Mapped[bool] = mapped_column(default=False)
    ahead: Mapped[int] = mapped_column(default=0)
    """Days before it on which its owner hears of it the first time."""
    recorded_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Reminder(Row):
    """Something a person wants to be reminded of, once or again and again."""

    __tablename__ = "reminders"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    customer_id: Mapped[int | None]
    words: Mapped[str] = personal()
    on: Mapped[date]
    """The first date; a weekly one falls on its weekday, a monthly one on its day of the month."""
    at: Mapped[time] = mapped_column(Time)
    zone: Mapped[str] = plain()
    """The zone of `on` and `at`, for one that comes once; one that comes again follows its person."""
    every: Mapped[str | None] = plain()
    """day, workday, week or month; None comes once."""
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class DayLine(Row):
    """A line that somebody typed into the day report of a date."""

    __tablename__ = "day_lines"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    on: Mapped[date]
    words: Mapped[str] = personal()
    added_at: Mapped[datetime]
