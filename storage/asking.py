"""Questions about what managers asked the owners of customers, and what these answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Question

KIND = "status"
OPEN = timedelta(days=7)
"""A question that nobody answers for so long may be asked anew."""


def of_asker(db: Session, asker: int, since: datetime) -> list[Question]:
    """What a manager asked since a moment, in order."""
    rows = db.scalars(select(Question).where(Question.kind == KIND, Question.asked_at >= since).order_by(Question.id))
    return [row for row in rows if row.facts.get("by") == asker]


def last(db: Session, asker: int, customer_id: int) -> Question | None:
    """What this manager asked last about a customer."""
    latest = db.scalars(select(Question).where(Question.kind == KIND).order_by(Question.id.desc()).limit(500))
    mine = (row for row in latest if row.facts["by"] == asker and not row.facts.get("recalled"))
    return next((row for row in mine if row.facts["customer"] == customer_id), None)


def unanswered(db: Session, now: datetime) -> Sequence[Question]:
    """What owners were asked and have not answered, in order."""
    rows = select(Question).where(Question.kind == KIND, Question.answered_at.is_(None))
    return db.scalars(rows.where(Question.asked_at >= now - OPEN).order_by(Question.id)).all()


def waiting(db: Session, asker: int, owners: Mapping[int, int], now: datetime) -> set[int]:
    """Of these customers and their owners those about which this manager waits for an answer."""
    mine = [row for row in unanswered(db, now) if row.facts["by"] == asker and not row.facts.get("recalled")]
    return {int(row.facts["customer"]) for row in mine if owners.get(row.facts["customer"]) == row.person_id}


def with_the_same(db: Session, question: Question, now: datetime) -> list[Question]:
    """What this owner was asked about the same customer, by whomever, and has not answered."""
    rows = [row for row in unanswered(db, now) if row.person_id == question.person_id and row.id != question.id]
    return [question, *(row for row in rows if row.facts["customer"] == question.facts["customer"])]
