"""Two customers become one: every row goes along and keeps the customer it was first written for."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import lookup

from .models import (
    Access,
    Alias,
    Attachment,
    Complaint,
    Contact,
    Customer,
    Fact,
    Interaction,
    Later,
    Occasion,
    Plan,
    Purchase,
    Reminder,
    Request,
)  # fmt: skip

RECORDS = (Interaction, Purchase, Complaint, Fact)
AHEAD = (Plan, Occasion)
FOLLOW: tuple[Any, ...] = (*RECORDS, *AHEAD, Later, Attachment, Contact, Alias, Access)
"""Everything that belongs to a customer and is journaled."""
BESIDE: tuple[Any, ...] = (Reminder, Request)
"""What is no record of an update, and follows all the same."""


def counts(db: Session, customer_id: int) -> tuple[int, int, int]:
    """How many records, things ahead (open plans and dates), and people a customer has."""
    records = sum(_count(db, model, customer_id) for model in RECORDS[:3])
    ahead = _count(db, Plan, customer_id, Plan.settled_on.is_(None)) + _count(db, Occasion, customer_id)
    return records, ahead, _count(db, Contact, customer_id)


def move(db: Session, gone: Customer, kept: Customer) -> dict[str, list[int]]:
    """Everything of one customer is the other's from now on; the rows that no journal keeps, by table."""
    for model in FOLLOW:
        for row in db.scalars(select(model).where(model.customer_id == gone.id).order_by(model.id)):
            row.customer_id = kept.id
    if lookup.normal(gone.name) != kept.normal:
        db.add(Alias(customer_id=kept.id, name=gone.name))
    kept.phone, kept.city = kept.phone or gone.phone, kept.city or gone.city
    gone.merged_into_id = kept.id
    moved = {model.__tablename__: _numbers(db, model, gone.id) for model in BESIDE}
    put(db, moved, kept.id)
    return moved


def put(db: Session, numbers: dict[str, list[int]], customer_id: int) -> None:
    """These rows belong to this customer."""
    for model in BESIDE:
        for row in db.scalars(select(model).where(model.id.in_(numbers.get(model.__tablename__, ())))):
            row.customer_id = customer_id
    db.flush()


def _numbers(db: Session, model: Any, customer_id: int) -> list[int]:
    return list(db.scalars(select(model.id).where(model.customer_id == customer_id)))


def _count(db: Session, model: Any, customer_id: int, *more: Any) -> int:
    return db.scalar(select(func.count()).select_from(model).where(model.customer_id == customer_id, *more)) or 0
