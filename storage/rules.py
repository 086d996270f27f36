"""Questions about versions of the rules: what was published when and by whom, and the draft that waits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, update
from sqlalchemy.orm import Session

from .models import Customer, Question, RulesVersion, Standing
from .scope import Scope, each_within, within

ERRAND = "errand"
"""The kind of question that waits for a child process instead of a person."""


def waiting(db: Session) -> RulesVersion | None:
    """The draft that waits to be published: the latest one."""
    drafts = select(RulesVersion).where(RulesVersion.published_at.is_(None))
    return db.scalars(drafts.order_by(RulesVersion.id.desc()).limit(1)).one_or_none()


def draft(db: Session, number: int) -> RulesVersion | None:
    """This draft, unless it was published or dropped."""
    row = db.get(RulesVersion, number)
    return row if row is not None and row.published_at is None else None


def drafts_from(db: Session, origin: str) -> Sequence[RulesVersion]:
    """The drafts that came from there."""
    drafts = db.scalars(select(RulesVersion).where(RulesVersion.published_at.is_(None)))
    return [row for row in drafts if row.body.get("origin") == origin]


def drop(db: Session, row: RulesVersion) -> None:
    """A draft that nobody wants."""
    db.delete(row)
    db.flush()


def published(db: Session, offset: int, limit: int) -> Sequence[RulesVersion]:
    """Published versions, latest first."""
    mine = select(RulesVersion).where(RulesVersion.published_at.is_not(None))
    return db.scalars(mine.order_by(RulesVersion.id.desc()).offset(offset).limit(limit)).all()


def count(db: Session) -> int:
    """How many versions were published."""
    return db.scalar(select(func.count()).where(RulesVersion.published_at.is_not(None))) or 0


def before(db: Session, number: int) -> RulesVersion | None:
    """The published version before this one."""
    mine = select(RulesVersion).where(RulesVersion.published_at.is_not(None), RulesVersion.id < number)
    return db.scalars(mine.order_by(RulesVersion.id.desc()).limit(1)).one_or_none()


def place(db: Session, number: int) -> int:
    """The how-manieth published version this is, 1 for the first: what people call it by."""
    mine = select(func.count()).where(RulesVersion.published_at.is_not(None), RulesVersion.id <= number)
    return db.scalar(mine) or 0


def size(db: Session) -> int:
    """How many customers there are to judge."""
    return db.scalar(select(func.count()).select_from(Standing)) or 0


def many(db: Session, count: int) -> bool:
    """Whether there are more customers than that, or at least were."""
    return (db.scalar(select(func.max(Standing.customer_id))) or 0) > count


def everybody(db: Session, scope: Scope) -> Sequence[Row[Any]]:
    """All that is computed of everybody whom the scope holds, as plain rows in order."""
    mine = select(*Standing.__table__.c).join(Customer, Customer.id == Standing.customer_id).where(within(scope))
    return db.execute(mine.order_by(Standing.customer_id)).all()


def names(db: Session, scope: Scope, ids: Sequence[int]) -> dict[int, str]:
    """The names of those of these customers that the asker may see."""
    mine = select(Customer.id, Customer.name).where(each_within(scope), Customer.id.in_(ids))
    rows = db.execute(mine).all()
    return {number: name for number, name in rows}  # noqa: C416 - rows aren't pairs to the type checker


def errands(db: Session) -> Sequence[Question]:
    """What waits for a child process, oldest first."""
    mine = select(Question).where(Question.kind == ERRAND, Question.answered_at.is_(None))
    return db.scalars(mine.order_by(Question.id)).all()


def put_off(db: Session, what: str, now: datetime) -> None:
    """Errands of this kind that wait are overtaken by a newer one."""
    mine = [row.id for row in errands(db) if row.facts["what"] == what]
    db.execute(update(Question).where(Question.id.in_(mine)).values(answered_at=now))
