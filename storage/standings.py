"""Questions about what is computed of customers: standings, moves, gradings."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from . import tallies
from .hand import Rows
from .models import Grading, Move, Standing
from .ready import Ready


def of(db: Session, customer_id: int) -> Standing | None:
    """What is computed of a customer."""
    return db.get(Standing, customer_id)


def held(db: Session, customer_id: int) -> Standing | None:
    """The same as it is now, kept from all others until the commit: who counts meanwhile would miss what we wrote."""
    return STANDINGS.anew(db, _HELD, customer=customer_id)


def due_of(db: Session, person_id: int) -> list[tuple[int, date]]:
    """A person's customers that are due some day, with that day."""
    mine = select(Standing.customer_id, Standing.due_on).where(Standing.owner_id == person_id)
    return [(number, on) for number, on in db.execute(mine.order_by(Standing.customer_id)) if on]


def keep(db: Session, row: Standing) -> None:
    """Write what was computed, with everything else that waits to be written."""
    if row not in db.new:
        save(db, row)
    db.flush()


def save(db: Session, row: Standing) -> None:
    """Write a standing that was held, whole; nothing else is written."""
    tallies.note(db, [row.customer_id])
    STANDINGS.save(db, row)


def moves_of(db: Session, customer_id: int, axis: str) -> Sequence[Move]:
    """A customer's moves of tier or status, oldest first."""
    mine = select(Move).where(Move.customer_id == customer_id, Move.axis == axis)
    return db.scalars(mine.order_by(Move.id)).all()


def caused_by(db: Session, doing_id: int) -> Sequence[Move]:
    """The moves that this doing caused, latest first."""
    return MOVES.all(db, _CAUSED, doing=doing_id)


def forget(db: Session, customer_id: int) -> None:
    """A customer that is no more has no standing; what is computed goes with it."""
    tallies.note(db, [customer_id])
    for model in (Standing, Move, Grading):
        db.execute(delete(model).where(model.customer_id == customer_id))
    db.expire_all()


def waiting_for_night(db: Session, night_on: date, after: int, limit: int) -> Sequence[Standing]:
    """The next standings in order that this night has not judged."""
    mine = select(Standing).where(Standing.customer_id > after, Standing.judged_on < night_on)
    return db.scalars(mine.order_by(Standing.customer_id).limit(limit)).all()


STANDINGS, MOVES = Rows(Standing), Rows(Move)
_HELD = Ready(STANDINGS.select().where(Standing.customer_id == bindparam("customer")).with_for_update())
"""Every record asks these."""

_CAUSED = Ready(
    MOVES.select().where(Move.doing_id == bindparam("doing"), Move.reason != "corrected").order_by(Move.id.desc())
)
