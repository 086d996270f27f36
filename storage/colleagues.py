"""Questions about colleagues as an admin sees them: who is here, paused, invited or gone, with which roles."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from .models import Invitation, Occurrence, Outbox, Person, Role
from .people import working

PAUSED = "paused"
"""The state of a message and of a reminder that waits until its reader is back."""


def here(db: Session) -> Sequence[Person]:
    """Everybody who belongs here, paused ones included, in the order in which they came."""
    return db.scalars(select(Person).where(Person.left_at.is_(None)).order_by(Person.id)).all()


def gone(db: Session) -> Sequence[Person]:
    """Everybody who left, the latest first."""
    return db.scalars(select(Person).where(Person.left_at.is_not(None)).order_by(Person.left_at.desc())).all()


def invited(db: Session) -> Sequence[Invitation]:
    """The invitations that nobody has used and nobody has cancelled, the latest first."""
    waiting = select(Invitation).where(Invitation.used_at.is_(None), Invitation.cancelled_at.is_(None))
    return db.scalars(waiting.order_by(Invitation.id.desc())).all()


def roles(db: Session, numbers: Collection[int]) -> dict[int, set[str]]:
    """The roles of these people."""
    found: dict[int, set[str]] = {number: set() for number in numbers}
    for row in db.scalars(select(Role).where(Role.person_id.in_(numbers))):
        found[row.person_id].add(row.role)
    return found


def set_role(db: Session, person_id: int, role: str, given: bool) -> None:
    """Give somebody a role, or take it from them."""
    db.execute(delete(Role).where(Role.person_id == person_id, Role.role == role))
    if given:
        db.add(Role(person_id=person_id, role=role))
    db.flush()


def other_admins(db: Session, person_id: int) -> int:
    """How many others can do an admin's work."""
    able = select(Person.id).join(Role, Role.person_id == Person.id).where(Role.role == "admin", working())
    return len(set(db.scalars(able)) - {person_id})


def pause(db: Session, person: Person, now: datetime) -> None:
    """Keep somebody out: what was about to be said to them waits."""
    person.paused_at = now
    _move_messages(db, person.id, "waiting", PAUSED)


def resume(db: Session, person: Person) -> None:
    """Let somebody in again, with what waited for them."""
    person.paused_at = None
    _move_messages(db, person.id, PAUSED, "waiting")
    rested = update(Occurrence).where(Occurrence.person_id == person.id, Occurrence.state == PAUSED)
    db.execute(rested.values(state="planned"))


def _move_messages(db: Session, person_id: int, old: str, new: str) -> None:
    mine = update(Outbox).where(Outbox.person_id == person_id, Outbox.state == old)
    db.execute(mine.values(state=new))
