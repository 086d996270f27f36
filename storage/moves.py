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
    return _told(db, _made(_NAMED, scope, narrowed, since, until))


def repeated(db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY) -> list[Moved]:
    """Those of the customers that moved more than once in it."""
    again = Move.customer_id.in_(_again(since, until))
    return _told(db, _made(_NAMED, scope, narrowed, since, until).where(again))


def steps(
    db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY
) -> Counter[tuple[str, str]]:
    """(old, new) -> how many of the customers that moved once in it."""
    settle(db)
    rows = _made((Move.old, Move.new, func.count()), scope, narrowed, since, until)
    rows = rows.where(Move.customer_id.not_in(_again(since, until))).group_by(Move.old, Move.new)
    return Counter({(old, new): n for old, new, n in db.execute(rows) if old != new})


def foremost(db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed, most: int) -> list[Moved]:
    """So many of the customers that moved once in it: those who dropped first, the better tier first, in it who has
    more points."""
    settle(db)
    rows = _made((Move.id,), scope, narrowed, since, until).where(Move.old != Move.new)
    rows = rows.where(Move.customer_id.not_in(_again(since, until)))
    fell = case((Move.new < Move.old, 1), else_=0)
    numbers = list(db.scalars(rows.order_by(fell, Move.old, Move.score.desc(), Move.id).limit(most)))
    found = {row.id: row for row in _told(db, _made(_NAMED, scope, narrowed, since, until).where(Move.id.in_(numbers)))}
    return [found[number] for number in numbers]


def _made(columns: tuple[Any, ...], scope: Scope, narrowed: Narrowed, since: date, until: date) -> Any:
    """Moves of tier of a period, of customers that the asker may see; with a look at each only where it is needed."""
    rows = select(*columns).select_from(Move).join(Standing, Standing.customer_id == Move.customer_id)
    rows = rows.where(*_in(since, until), judged_within(scope))
    if narrowed.owners is not None:
        rows = rows.where(Standing.owner_id.in_(narrowed.owners))
    if columns is _NAMED or narrowed.looks_at_customers:
        rows = rows.join(Customer, Customer.id == Move.customer_id)
    return narrow(rows, replace(narrowed, owners=None))


def _again(since: date, until: date) -> Any:
    """Who moved more than once in a period."""
    each = select(Move.customer_id).where(*_in(since, until)).group_by(Move.customer_id)
    return each.having(func.count() > 1)


def _in(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    return Move.axis == "tier", Move.moved_on >= since, Move.moved_on <= until


def _told(db: Session, rows: Any) -> list[Moved]:
    settle(db)
    return [Moved(*row) for row in db.execute(rows.order_by(Move.id))]


_NAMED = (
    Move.id, Move.customer_id, Customer.name, Move.old, Move.new, Move.reason, Move.doing_id, Move.score, Move.moved_on,
)  # fmt: skip


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
