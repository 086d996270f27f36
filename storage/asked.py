"""Questions about what people asked to be reminded of: dates of customers, and things of their own."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, extract, or_, select
from sqlalchemy.orm import Session

from .models import DayLine, Occasion, Ownership, Person, Reminder
from .scope import Scope, customers_within


def occasions_near(db: Session, first: date, last: date) -> list[tuple[Occasion, int]]:
    """The dates of customers that are spoken of on these days, each with whoever is responsible for the customer."""
    aheads = {0, *db.scalars(select(Occasion.ahead).where(Occasion.ended_at.is_(None)).distinct())}
    days = {first + timedelta(days=n + ahead) for n in range((last - first).days + 1) for ahead in aheads}
    near = select(Occasion, Ownership.person_id).join(Ownership, Ownership.customer_id == Occasion.customer_id)
    near = near.where(Ownership.until_at.is_(None), Occasion.ended_at.is_(None), or_(*map(_falls_on, sorted(days))))
    return [(occasion, owner) for occasion, owner in db.execute(near.order_by(Occasion.id))]


def occasions_with_authors(db: Session, customer_id: int) -> list[tuple[Occasion, str]]:
    """The dates of a customer that hold, with the names of who kept them."""
    mine = select(Occasion, Person.name).join(Person, Person.id == Occasion.author_id)
    mine = mine.where(Occasion.customer_id == customer_id, Occasion.ended_at.is_(None))
    return [(row, author) for row, author in db.execute(mine.order_by(Occasion.id))]


def occasion(db: Session, scope: Scope, number: int) -> Occasion | None:
    """A date of a customer that the asker may see, ended or not."""
    seen = customers_within(scope).subquery()
    mine = select(Occasion).join(seen, seen.c.id == Occasion.customer_id)
    return db.scalars(mine.where(Occasion.id == number)).one_or_none()


def occasion_of(db: Session, doing_id: int) -> Occasion | None:
    """The date that a doing kept."""
    return db.scalars(select(Occasion).where(Occasion.doing_id == doing_id)).one_or_none()


def reminders_near(db: Session, first: date, last: date) -> Sequence[Reminder]:
    """What was asked for on these days, and everything that comes again and again."""
    once = and_(Reminder.every.is_(None), Reminder.on >= first, Reminder.on <= last)
    again = and_(Reminder.every.is_not(None), Reminder.on <= last)
    return db.scalars(select(Reminder).where(Reminder.ended_at.is_(None), or_(once, again)).order_by(Reminder.id)).all()


def reminders_of(db: Session, person_id: int, since: date) -> Sequence[Reminder]:
    """What somebody asked for that is still to come, soonest first."""
    mine = select(Reminder).where(Reminder.person_id == person_id, Reminder.ended_at.is_(None))
    coming = mine.where(or_(Reminder.every.is_not(None), Reminder.on >= since))
    return db.scalars(coming.order_by(Reminder.on, Reminder.at, Reminder.id)).all()


def lines_of(db: Session, person_id: int, on: date) -> list[str]:
    """The lines that somebody typed into the report of a date."""
    mine = select(DayLine.words).where(DayLine.person_id == person_id, DayLine.on == on)
    return list(db.scalars(mine.order_by(DayLine.id)))


def add_line(db: Session, person_id: int, on: date, words: str, now: datetime) -> None:
    """One more line for the report of a date."""
    db.add(DayLine(person_id=person_id, on=on, words=words, added_at=now))
    db.flush()


def _falls_on(day: date) -> ColumnElement[bool]:
    """That very day, or the same day of any year; the last of February stands for the 29th too."""
    same = and_(extract("month", Occasion.on) == day.month, extract("day", Occasion.on) == day.day)
    if (day.month, day.day) == (2, 28):
        same = and_(extract("month", Occasion.on) == 2, extract("day", Occasion.on) >= 28)
    return or_(Occasion.on == day, and_(Occasion.yearly, same))
