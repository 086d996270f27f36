"""Questions about the nights: which were done, how far one got."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from .models import Customer, Grading, Night, Standing


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


def keep_score(db: Session, rows: Sequence[dict[str, object]]) -> None:
    """Keep what a night found of customers whose tier and status stay as they are."""
    for row in rows:
        values = {name: value for name, value in row.items() if name not in ("customer_id", "version")}
        same = (Standing.customer_id == row["customer_id"]) & (Standing.version == row["version"])
        db.execute(update(Standing).where(same).values(values), execution_options={"synchronize_session": False})


def grade(db: Session, rows: Sequence[dict[str, object]]) -> None:
    """Keep each customer's tier at a grading; one row per customer and grading."""
    these = Grading.customer_id.in_([row["customer_id"] for row in rows])
    graded = select(Grading.customer_id).where(Grading.graded_on == rows[0]["graded_on"], these) if rows else None
    known = set(db.scalars(graded)) if graded is not None else set()
    new = [row for row in rows if row["customer_id"] not in known]
    if new:
        db.execute(insert(Grading), new)


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
