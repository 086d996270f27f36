"""Questions about moves between tiers: which there were, what came before one, and who made it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from .lists import EVERYBODY, Narrowed, narrow
from .models import Customer, Doing, Grading, Move, Person
from .scope import Scope, within


def of_tiers(
    db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY
) -> Sequence[tuple[Move, str]]:
    """The moves of tier in a period, both days included, each with its customer's name, oldest first."""
    moves = narrow(select(Move, Customer.name).join(Customer, Customer.id == Move.customer_id), narrowed)
    moves = moves.where(within(scope), Move.axis == "tier", Move.moved_on >= since, Move.moved_on <= until)
    return [(move, name) for move, name in db.execute(moves.order_by(Move.id))]


def one(db: Session, scope: Scope, move_id: int) -> tuple[Move, Customer] | None:
    """A move of tier of a customer that the asker may see."""
    moves = select(Move, Customer).join(Customer, Customer.id == Move.customer_id)
    found = db.execute(moves.where(within(scope), Move.axis == "tier", Move.id == move_id)).one_or_none()
    return (found[0], found[1]) if found else None


def last_by_hand(db: Session, customer_id: int) -> Move | None:
    """The latest move that somebody made by hand."""
    mine = select(Move).where(Move.customer_id == customer_id, Move.axis == "tier", Move.reason == "manual")
    return db.scalars(mine.order_by(Move.id.desc()).limit(1)).one_or_none()


def maker(db: Session, doing_id: int | None) -> Person | None:
    """Who made a move by hand."""
    doing = db.get(Doing, doing_id) if doing_id else None
    return db.get(Person, doing.person_id) if doing and doing.person_id else None


def gradings(db: Session, customer_id: int, until: date) -> Sequence[Grading]:
    """A customer's gradings up to a day, latest first."""
    mine = select(Grading).where(Grading.customer_id == customer_id, Grading.graded_on <= until)
    return db.scalars(mine.order_by(Grading.graded_on.desc())).all()
