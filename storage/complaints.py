"""Questions about complaints of many customers: which are open, how many were closed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .lists import Narrowed, each_among
from .models import Complaint, Customer, Ownership, Standing
from .scope import Scope


def open_ones(
    db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int | None
) -> Sequence[tuple[Complaint, str, str, int | None]]:
    """(complaint, customer's name, its tier, whose it is) of those that are not closed, oldest first."""
    open_one = (Ownership.customer_id == Complaint.customer_id) & Ownership.until_at.is_(None)
    rows = _open(select(Complaint, Customer.name, Standing.tier, Ownership.person_id), scope, narrowed)
    rows = rows.join(Ownership, open_one, isouter=True).order_by(Complaint.opened_on, Complaint.id)
    return [(row[0], row[1], row[2], row[3]) for row in db.execute(rows.offset(first).limit(limit))]


def count_open(db: Session, scope: Scope, narrowed: Narrowed) -> int:
    """How many are not closed."""
    return int(db.scalar(_open(select(func.count()), scope, narrowed)) or 0)


def counted(db: Session, scope: Scope, narrowed: Narrowed, since: date, until: date) -> tuple[int, int]:
    """How many were opened, and how many closed, in a span of days."""
    opened = _all(select(func.count()), scope, narrowed).where(Complaint.opened_on.between(since, until))
    closed = _all(select(func.count()), scope, narrowed).where(Complaint.closed_on.between(since, until))
    return int(db.scalar(opened) or 0), int(db.scalar(closed) or 0)


def _open(columns: Any, scope: Scope, narrowed: Narrowed) -> Any:
    return _all(columns, scope, narrowed).where(Complaint.closed_on.is_(None))


def _all(columns: Any, scope: Scope, narrowed: Narrowed) -> Any:
    rows = columns.select_from(Complaint).join(Customer, Customer.id == Complaint.customer_id)
    rows = rows.join(Standing, Standing.customer_id == Complaint.customer_id)
    return each_among(rows, scope, narrowed)
