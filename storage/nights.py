"""Questions about the nights: which were done, how far one got."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    String,
    bindparam,
    func,
    insert,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from . import tallies
from .models import Customer, Grading, Night, Ownership, Person, Purchase, Standing
from .ready import Ready
from .standings import save


def of(db: Session, on: date) -> Night | None:
    """The night of a date."""
    return db.get(Night, on)


def begin(db: Session, on: date, now: datetime) -> Night:
    """The night of a date, begun now unless it was before."""
    night = of(db, on)
    if night is None:
        night = Night(night_on=on, started_at=now, cursor=0, judged=0, moved=0, planned=0)
        db.add(night)
        db.flush()
    return night


def finished_since(db: Session, first: date) -> bool:
    """Whether any night since this date is done: the first of a month grades."""
    return db.scalar(select(func.count()).where(Night.night_on >= first, Night.finished_at.is_not(None))) != 0


def last(db: Session) -> Night | None:
    """The latest night that is done."""
    return db.scalars(
        select(Night).where(Night.finished_at.is_not(None)).order_by(Night.night_on.desc()).limit(1)
    ).one_or_none()


def waiting(db: Session, after: int, most: int) -> dict[str, list[Any]]:
    """The next customers in order: a list for each column of their standings, as the driver gives it (days and JSON may
    be texts); empty when there are none."""
    rows = _WAITING.rows(db, after=after, most=most)
    return {name: list(column) for name, column in zip(_NAMES, zip(*rows, strict=True), strict=False)}


def owners(db: Session, customers: Sequence[int]) -> Sequence[Person]:
    """Who is responsible for any of these customers."""
    theirs = select(Ownership.person_id).where(Ownership.customer_id.in_(customers), Ownership.until_at.is_(None))
    return db.scalars(select(Person).where(Person.id.in_(theirs))).all()


def absent(db: Session) -> Sequence[Person]:
    """Whoever said when they are on leave."""
    return db.scalars(select(Person).where(Person.away_until.is_not(None)).order_by(Person.id)).all()


def on_leave(db: Session, people: Sequence[int], after: int, until: int) -> list[tuple[int, int]]:
    """(customer, owner) of those of these people's customers whose numbers lie after one and up to the other."""
    theirs = select(Ownership.customer_id, Ownership.person_id).where(Ownership.person_id.in_(people))
    theirs = theirs.where(Ownership.until_at.is_(None), Ownership.customer_id > after, Ownership.customer_id <= until)
    return [(customer, person) for customer, person in db.execute(theirs)]


def keep_score(db: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep what a night found of customers whose tier and status stay as they are."""
    _SCORE.write_many(db, rows)


def bought(db: Session, since: date, until: date, after: int, last: int) -> Sequence[int]:
    """Who of the customers after one number up to another bought something after a day up to another."""
    theirs = select(Purchase.customer_id).where(Purchase.made_on > since, Purchase.made_on <= until)
    theirs = theirs.where(Purchase.customer_id > after, Purchase.customer_id <= last)
    judged = theirs.join(Standing, Standing.customer_id == Purchase.customer_id)
    return db.scalars(judged.distinct().order_by(Purchase.customer_id)).all()


def keep_revenue(db: Session, customer_id: int, revenue_minor: int) -> None:
    """Keep what a customer bought in a year."""
    tallies.note(db, [customer_id])
    _REVENUE.write(db, _customer=customer_id, revenue_minor=revenue_minor)


def keep_judged(db: Session, row: Standing) -> None:
    """Write a standing that was judged by itself; its moves are written with all others."""
    save(db, row)


def grade(db: Session, on: date, scores: Mapping[int, float]) -> None:
    """Keep each of these customers' tier at a grading; one row per customer and grading, none for who is gone."""
    these = Standing.customer_id.between(min(scores), max(scores))
    graded = select(Grading.customer_id).where(Grading.graded_on == on, Grading.customer_id == Standing.customer_id)
    found = select(Standing.customer_id, Standing.tier, Standing.lapses).where(these, ~graded.exists())
    rows = [
        {"customer_id": number, "graded_on": on, "score": scores[number], "tier": tier, "lapses": lapses}
        for number, tier, lapses in db.execute(found)
        if number in scores
    ]
    _GRADING.write_many(db, rows)


def standing_and_customer(db: Session, customer_id: int) -> tuple[Standing, Customer] | None:
    """A standing with its customer, if it is still there; kept from all others until the commit."""
    found = (
        select(Standing, Customer)
        .join(Customer, Customer.id == Standing.customer_id)
        .where(Standing.customer_id == customer_id)
        .with_for_update(of=Standing)
    )
    row = db.execute(found).one_or_none()
    return (row[0], row[1]) if row else None


_UNREAD = {"revenue_minor", "cadence_before", "tier_since", "graded_on", "manual_reason", "status_since", "judged_on"}
_UNREAD |= {"due_on", "due_because", "due_facts", "owner_id", "began_on"}
_COLUMNS: list[Any] = [column for column in Standing.__table__.c if column.name not in _UNREAD]
_NAMES = [column.name for column in _COLUMNS]
_SCORED = ("score", "points", "rhythm", "judged_on", "rules_version")


def _as_it_comes(column: Column[Any]) -> Any:
    """The column untranslated: a million days are read faster by whom they are for."""
    if isinstance(column.type, Date | JSON):
        return type_coerce(column, String)
    return type_coerce(column, Integer) if isinstance(column.type, Boolean) else column


_WAITING: Ready[*tuple[Any, ...]] = Ready(
    select(*map(_as_it_comes, _COLUMNS))
    .where(Standing.customer_id > bindparam("after"))
    .order_by(Standing.customer_id)
    .limit(bindparam("most"))
)
_SCORE: Ready[()] = Ready(
    update(Standing)
    .where(Standing.customer_id == bindparam("_customer"), Standing.version == bindparam("_version"))
    .values({name: bindparam(name, type_=Standing.__table__.c[name].type) for name in _SCORED})
)
_REVENUE: Ready[()] = Ready(
    update(Standing)
    .where(Standing.customer_id == bindparam("_customer"))
    .values(revenue_minor=bindparam("revenue_minor", type_=Standing.__table__.c.revenue_minor.type))
)
_GRADING: Ready[()] = Ready(
    insert(Grading).values({column: bindparam(column.name, type_=column.type) for column in Grading.__table__.c})
)
