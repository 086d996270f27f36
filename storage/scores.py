"""Questions about how everybody stands: scores, tiers, states, and the moves of one pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Customer, Move, Standing
from .scope import Scope, within


@dataclass(frozen=True)
class Score:
    """One customer's score of 0 to 100, its tier and its status."""

    customer_id: int
    score: float
    tier: str
    status: str


def everybody(db: Session, scope: Scope) -> list[Score]:
    """How everybody stands whom the asker may see."""
    columns = select(Standing.customer_id, Standing.score, Standing.tier, Standing.status)
    mine = columns.join(Customer, Customer.id == Standing.customer_id).where(within(scope))
    return [Score(*row) for row in db.execute(mine.order_by(Standing.customer_id))]


def standings(db: Session, scope: Scope) -> Sequence[Standing]:
    """What is computed of everybody whom the asker may see."""
    mine = select(Standing).join(Customer, Customer.id == Standing.customer_id).where(within(scope))
    return db.scalars(mine.order_by(Standing.customer_id)).all()


def moves_at(db: Session, at: datetime) -> Sequence[Move]:
    """The moves that were recorded at exactly this moment: those of one pass over everybody."""
    return db.scalars(select(Move).where(Move.recorded_at == at).order_by(Move.id)).all()
