"""Questions about what became of customers since they were listed: contacts, sales, *later*, complaints closed."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from .models import Complaint, Interaction, Later, Plan, Purchase


def touched_since(db: Session, numbers: Iterable[int], since: datetime) -> dict[int, Interaction]:
    """The latest interaction with each of these customers that was recorded since a moment; a try without an answer
    only where nothing else was."""
    mine = _since(Interaction.customer_id, Interaction.recorded_at, numbers, since)
    rows = db.scalars(select(Interaction).where(mine, Interaction.channel != "note").order_by(Interaction.id)).all()
    tried = {row.customer_id: row for row in rows if row.customer_id}
    return tried | {row.customer_id: row for row in rows if row.customer_id and row.answered}


def bought_since(db: Session, numbers: Iterable[int], since: datetime) -> dict[int, Purchase]:
    """The latest purchase of each of these customers that was recorded since a moment; a refund is none."""
    mine = _since(Purchase.customer_id, Purchase.recorded_at, numbers, since) & (Purchase.amount_minor >= 0)
    return {row.customer_id: row for row in db.scalars(select(Purchase).where(mine).order_by(Purchase.id))}


def put_off_since(db: Session, numbers: Iterable[int], since: datetime) -> dict[int, Later]:
    """How each of these customers was put off since a moment."""
    mine = _since(Later.customer_id, Later.recorded_at, numbers, since)
    return {row.customer_id: row for row in db.scalars(select(Later).where(mine).order_by(Later.id))}


def put_off_to(db: Session, numbers: Collection[int], on: date) -> dict[int, Later]:
    """Those of these customers that were put off until that very day."""
    if not numbers:
        return {}
    mine = select(Later).where(Later.customer_id.in_(numbers), Later.until_on == on)
    return {row.customer_id: row for row in db.scalars(mine.order_by(Later.id))}


def promises_kept(db: Session, numbers: Collection[int], on: date, by: Collection[str]) -> dict[int, Plan]:
    """The latest promise to each of these customers that one of these settled on a day."""
    if not numbers:
        return {}
    mine = select(Plan).where(Plan.customer_id.in_(numbers), Plan.words.is_not(None), Plan.settled_on == on)
    return {row.customer_id: row for row in db.scalars(mine.where(Plan.settled_by.in_(by)).order_by(Plan.id))}


def told_of(db: Session, plans: Collection[int]) -> dict[int, tuple[str | None, bool]]:
    """Plan -> what was said when it was made, and whether a tap made it without a word."""
    if not plans:
        return {}
    mine = select(Plan, Interaction.outcome).outerjoin(Interaction, Interaction.doing_id == Plan.doing_id)
    rows = db.execute(mine.where(Plan.id.in_(plans)).order_by(Interaction.id)).all()
    return {plan.id: (words, plan.sources.get("all") == "tap") for plan, words in rows}


def tried_since(db: Session, numbers: Collection[int], since: date) -> dict[int, Interaction]:
    """The last try with each of these customers since a date, where nobody was reached after it."""
    mine = select(Interaction).where(Interaction.customer_id.in_(numbers), Interaction.made_on >= since)
    rows = db.scalars(mine.where(Interaction.channel != "note").order_by(Interaction.made_on, Interaction.id))
    last = {row.customer_id: row for row in rows if row.customer_id}
    return {number: row for number, row in last.items() if not row.answered}


def complaining(db: Session, numbers: Collection[int]) -> dict[int, Complaint]:
    """The oldest open complaint of each of these customers that has one."""
    if not numbers:
        return {}
    mine = select(Complaint).where(Complaint.customer_id.in_(numbers), Complaint.closed_on.is_(None))
    return {row.customer_id: row for row in db.scalars(mine.order_by(Complaint.opened_on.desc(), Complaint.id.desc()))}


def _since(customer: object, recorded_at: object, numbers: Iterable[int], since: datetime) -> ColumnElement[bool]:
    return customer.in_(list(numbers)) & (recorded_at >= since)  # type: ignore[attr-defined, operator, no-any-return]
