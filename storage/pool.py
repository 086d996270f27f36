"""Questions about the pool: who is about to fall into it, who is in it, who took whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from .models import Customer, Fall, Ownership, Protection, Standing
from .scope import Scope, within

ANNOUNCED, STOPPED, FALLEN, TAKEN, RETURNED = "announced", "stopped", "fallen", "taken", "returned"
LOCKED, EXTENDED = "locked", "extended"


@dataclass(frozen=True)
class Owned:
    """A customer that somebody is responsible for since a moment, as it stands."""

    standing: Standing
    owner: int
    since: datetime


def quiet_since(db: Session, before: date, scope: Scope | None = None) -> list[Owned]:
    """The owned customers without contact since before a date; of everybody, or as far as the asker may see them."""
    scope = scope or Scope.everything("the pool, for the owners", datetime.max.replace(tzinfo=UTC))
    mine = select(Standing, Ownership.person_id, Ownership.from_at)
    mine = mine.join(Customer, Customer.id == Standing.customer_id)
    mine = mine.join(Ownership, Ownership.customer_id == Customer.id)
    last = func.coalesce(Standing.last_touch_on, Standing.created_on)
    mine = mine.where(within(scope), Ownership.until_at.is_(None), last <= before).order_by(Customer.id)
    return [Owned(row, owner, since) for row, owner, since in db.execute(mine)]


def announced(db: Session) -> Sequence[Fall]:
    """Every countdown that runs."""
    return db.scalars(select(Fall).where(Fall.state == ANNOUNCED).order_by(Fall.id)).all()


def announced_of(db: Session, owner_id: int) -> Sequence[Fall]:
    """The countdowns of somebody's customers, the nearest first."""
    mine = select(Fall).where(Fall.state == ANNOUNCED, Fall.owner_id == owner_id)
    return db.scalars(mine.order_by(Fall.falls_on, Fall.id)).all()


def fallen_of(db: Session, owner_id: int, since: datetime) -> Sequence[Fall]:
    """What fell into the pool of somebody's since a moment."""
    mine = select(Fall).where(Fall.state == FALLEN, Fall.owner_id == owner_id, Fall.fell_at >= since)
    return db.scalars(mine.order_by(Fall.id)).all()


def inside(db: Session) -> Sequence[Fall]:
    """Who is in the pool, the latest first."""
    return db.scalars(select(Fall).where(Fall.state == FALLEN).order_by(Fall.fell_at.desc(), Fall.id.desc())).all()


def fallen(db: Session, customer_id: int) -> Fall | None:
    """The fall of a customer that is in the pool."""
    mine = select(Fall).where(Fall.customer_id == customer_id, Fall.state == FALLEN)
    return db.scalars(mine.order_by(Fall.id.desc()).limit(1)).one_or_none()


def taken_since(db: Session, person_id: int, since: datetime) -> int:
    """How many somebody took since a moment."""
    mine = select(func.count()).where(Fall.taken_by == person_id, Fall.ended_at >= since, Fall.state == TAKEN)
    return db.scalar(mine) or 0


def last_taken(db: Session, customer_id: int) -> Fall | None:
    """How a customer last came out of the pool."""
    mine = select(Fall).where(Fall.customer_id == customer_id, Fall.state == TAKEN)
    return db.scalars(mine.order_by(Fall.id.desc()).limit(1)).one_or_none()


def of_customer(db: Session, customer_id: int) -> Sequence[Fall]:
    """Every time that a customer fell into the pool."""
    mine = select(Fall).where(Fall.customer_id == customer_id, Fall.fell_at.is_not(None))
    return db.scalars(mine.order_by(Fall.id)).all()


def protections(db: Session, today: date) -> dict[int, date | None]:
    """Customer -> until when it does not fall; None: never."""
    holding = select(Protection).where(or_(Protection.until_on.is_(None), Protection.until_on > today))
    found: dict[int, date | None] = {}
    for row in db.scalars(holding.order_by(Protection.id)):
        until = found.get(row.customer_id, row.until_on)
        found[row.customer_id] = None if until is None or row.until_on is None else max(until, row.until_on)
    return found


def extended(db: Session, customer_id: int, person_id: int, since: date | None) -> bool:
    """Whether its owner asked for more time already, since the last contact."""
    mine = select(Protection).where(Protection.customer_id == customer_id, Protection.by_id == person_id)
    rows = db.scalars(mine.where(Protection.kind == EXTENDED)).all()
    return any(since is None or row.from_at.date() > since for row in rows)


def lock_of(db: Session, customer_id: int) -> Protection | None:
    """What keeps a customer out of the pool for good."""
    mine = select(Protection).where(Protection.customer_id == customer_id, Protection.kind == LOCKED)
    return db.scalars(mine.limit(1)).one_or_none()
