"""Questions about what is computed of customers: standings, moves, gradings."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from .models import Grading, Move, Standing


def of(db: Session, customer_id: int) -> Standing | None:
    """What is computed of a customer."""
    return db.get(Standing, customer_id)


def held(db: Session, customer_id: int) -> Standing | None:
    """The same as it is now, kept from all others until the commit: who counts meanwhile would miss what we wrote."""
    return db.get(Standing, customer_id, with_for_update=True, populate_existing=True)


def moves_of(db: Session, customer_id: int, axis: str) -> Sequence[Move]:
    """A customer's moves of tier or status, oldest first."""
    mine = select(Move).where(Move.customer_id == customer_id, Move.axis == axis)
    return db.scalars(mine.order_by(Move.id)).all()


def caused_by(db: Session, doing_id: int) -> Sequence[Move]:
    """The moves that this doing caused, latest first."""
    return db.scalars(_CAUSED, {"doing": doing_id}).all()


def forget(db: Session, customer_id: int) -> None:
    """A customer that is no more has no standing; what is computed goes with it."""
    for model in (Standing, Move, Grading):
        db.execute(delete(model).where(model.customer_id == customer_id))
    db.expire_all()


def waiting_for_night(db: Session, night_on: date, after: int, limit: int) -> Sequence[Standing]:
    """The next standings in order that this night has not judged."""
    mine = select(Standing).where(Standing.customer_id > after, Standing.judged_on < night_on)
    return db.scalars(mine.order_by(Standing.customer_id).limit(limit)).all()


_CAUSED = select(Move).where(Move.doing_id == bindparam("doing"), Move.reason != "corrected").order_by(Move.id.desc())
"""Every record asks it, so it is built once."""
