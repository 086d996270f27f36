"""Questions about invitations: who may still come in, by what, as what."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, select, update
from sqlalchemy.orm import Session

from .models import Invitation


def add(db: Session, invitation: Invitation) -> Invitation:
    """Somebody may come in."""
    db.add(invitation)
    db.flush()
    return invitation


def usable(db: Session, token_hash: str, now: datetime) -> Invitation | None:
    """The invitation behind a token, unless it is used, cancelled or over."""
    return db.scalars(select(Invitation).where(Invitation.token_hash == token_hash, _open(now))).one_or_none()


def use(db: Session, invitation: Invitation, person_id: int, now: datetime) -> bool:
    """Take it for this person; False where somebody else was faster."""
    taken = update(Invitation).where(Invitation.id == invitation.id, _open(now))
    done = db.execute(taken.values(used_at=now, used_by=person_id), execution_options={"synchronize_session": "fetch"})
    return cast("CursorResult[Any]", done).rowcount == 1


def numbered(db: Session, numbers: Sequence[int], invited_by: int) -> list[Invitation]:
    """These invitations, in this order, as far as this person gave them."""
    mine = select(Invitation).where(Invitation.id.in_(numbers), Invitation.invited_by == invited_by)
    found = {each.id: each for each in db.scalars(mine)}
    return [found[number] for number in numbers if number in found]


def waiting_of(db: Session, invited_by: int, now: datetime) -> Sequence[Invitation]:
    """The invitations of somebody by which anybody may still come in."""
    return db.scalars(select(Invitation).where(Invitation.invited_by == invited_by, _open(now))).all()


def of_person(db: Session, person_id: int) -> Invitation | None:
    """The invitation by which this person came in last."""
    theirs = select(Invitation).where(Invitation.used_by == person_id)
    return db.scalars(theirs.order_by(Invitation.id.desc()).limit(1)).one_or_none()


def _open(now: datetime) -> ColumnElement[bool]:
    return Invitation.used_at.is_(None) & Invitation.cancelled_at.is_(None) & (Invitation.expires_at > now)
