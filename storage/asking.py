"""Questions about what managers asked the owners of customers, and what these answered."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Question

KIND = "status"


def of_asker(db: Session, asker: int, since: datetime) -> list[Question]:
    """What a manager asked since a moment, in order."""
    rows = db.scalars(select(Question).where(Question.kind == KIND, Question.asked_at >= since).order_by(Question.id))
    return [row for row in rows if row.facts.get("by") == asker]


def last(db: Session, asker: int, customer_id: int) -> Question | None:
    """What this manager asked last about a customer."""
    return next((row for row in _latest(db) if _about(row) == (asker, customer_id)), None)


def waiting(db: Session, asker: int, customer_ids: Collection[int]) -> set[int]:
    """The customers among these that this manager asked about and that nobody answered for."""
    latest: dict[int, Question] = {}
    for row in _latest(db):
        by, customer = _about(row)
        if by == asker and customer in customer_ids:
            latest.setdefault(customer, row)
    return {customer for customer, row in latest.items() if row.answered_at is None}


def _latest(db: Session) -> Sequence[Question]:
    return db.scalars(select(Question).where(Question.kind == KIND).order_by(Question.id.desc()).limit(500)).all()


def _about(row: Question) -> tuple[int, int]:
    return int(row.facts["by"]), int(row.facts["customer"])
