"""Questions about moves between tiers: which there were, what came before one, and who made it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from .lists import EVERYBODY, Narrowed, narrow
from .models import Customer, Doing, Grading, Move, Person, Standing
from .scope import Scope, judged_within, within
from .tallies import settle


class Moved(NamedTuple):
    """A move of tier with its customer's name."""

    id: int
    customer_id: int
    name: str
    old: str
    new: str
    reason: str
    doing_id: int | None
    score: float
    moved_on: date


def of_tiers(db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY) -> list[Moved]:
    """The moves of tier in a period, both days included, oldest first."""
    return _told(db, _made(scope, narrowed, since, until).order_by(Move.id))


def repeated(db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY) -> list[Moved]:
    """Those of the customers that moved more than once in it."""
    each = _each(since, until)
    several = Move.customer_id.in_(select(each.c.customer_id).where(each.c.moves > 1))
    return _told(db, _made(scope, narrowed, since, until).where(several).order_by(Move.id))


def steps(
    db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY
) -> Counter[tuple[str, str]]:
    """(old, new) -> how many of the customers that moved once in it."""
    each = _each(since, until)
    rows = select(each.c.old, each.c.new, func.count()).join(Customer, Customer.id == each.c.customer_id)
    rows = _seen(rows, scope, narrowed)
    settle(db)
    found = db.execute(rows.where(each.c.moves == 1).group_by(each.c.old, each.c.new))
    return Counter({(old, new): n for old, new, n in found if old != new})


def foremost(db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed, most: int) -> list[Moved]:
    """So many of the customers that moved once in it: those who dropped first, the better tier first, in it who has
    more points."""
    each = _each(since, until)
    rows = _made(scope, narrowed, since, until).join(each, each.c.id == Move.id)
    rows = rows.where(each.c.moves == 1, Move.old != Move.new)
    fell = case((Move.new < Move.old, 1), else_=0)
    return _told(db, rows.order_by(fell, Move.old, Move.score.desc(), Customer.name, Move.id).limit(most))


def _made(scope: Scope, narrowed: Narrowed, since: date, until: date) -> Any:
    """The moves of tier of a period, of customers that the asker may see."""
    columns = (Move.id, Move.customer_id, Customer.name, Move.old, Move.new, Move.reason, Move.doing_id, Move.score)
    rows = select(*columns, Move.moved_on).join(Customer, Customer.id == Move.customer_id)
    return _seen(rows.where(*_in(since, until)), scope, narrowed)


def _each(since: date, until: date) -> Any:
    """Each customer with how often it moved; `id`, `old` and `new` are those of the move where there is one."""
    ends = (func.min(Move.id).label("id"), func.min(Move.old).label("old"), func.min(Move.new).label("new"))
    rows = select(Move.customer_id, func.count().label("moves"), *ends).where(*_in(since, until))
    return rows.group_by(Move.customer_id).subquery()


def _in(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    return Move.axis == "tier", Move.moved_on >= since, Move.moved_on <= until


def _seen(rows: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Of customers that the asker may see, narrowed."""
    rows = rows.join(Standing, Standing.customer_id == Customer.id).where(judged_within(scope))
    if narrowed.owners is not None:
        rows = rows.where(Standing.owner_id.in_(narrowed.owners))
    return narrow(rows, replace(narrowed, owners=None))


def _told(db: Session, rows: Any) -> list[Moved]:
    settle(db)
    return [Moved(*row) for row in db.execute(rows)]


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
