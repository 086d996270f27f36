"""Questions about what must be answerable for: who saw a number in full, exported, or changed what others may do."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from .models import Audit


def note(db: Session, who: int | None, what: str, now: datetime, *, subject: int | None = None) -> None:
    """Keep that somebody did this, and to which colleague; a code, never words that somebody typed."""
    db.add(Audit(at=now, person_id=who, what=what, subject_id=subject))
    db.flush()


def page(
    db: Session, person: int | None, since: datetime | None, until: datetime | None, offset: int, limit: int
) -> Sequence[Audit]:
    """What was noted, latest first: of one person, between two moments, or everything."""
    mine = select(Audit).where(_about(person, since, until)).order_by(Audit.id.desc())
    return db.scalars(mine.offset(offset).limit(limit)).all()


def count(db: Session, person: int | None, since: datetime | None, until: datetime | None) -> int:
    """How much of it there is."""
    return db.scalar(select(func.count()).select_from(Audit).where(_about(person, since, until))) or 0


def noted_people(db: Session) -> Sequence[int]:
    """Everybody of whom something was noted."""
    return [number for number in db.scalars(select(Audit.person_id).distinct()) if number is not None]


def unsealed(db: Session, limit: int) -> Sequence[Audit]:
    """What has no place in the chain yet, oldest first."""
    return db.scalars(select(Audit).where(Audit.link.is_(None)).order_by(Audit.id).limit(limit)).all()


def last(db: Session) -> Audit | None:
    """The end of the chain."""
    return db.scalars(select(Audit).where(Audit.link.is_not(None)).order_by(Audit.link.desc()).limit(1)).one_or_none()


def links(db: Session, after: int, limit: int) -> Sequence[Audit]:
    """The chain from a place on."""
    return db.scalars(select(Audit).where(Audit.link > after).order_by(Audit.link).limit(limit)).all()


def waiting(db: Session) -> int:
    """How much has no place in the chain yet."""
    return db.scalar(select(func.count()).select_from(Audit).where(Audit.link.is_(None))) or 0


def _about(person: int | None, since: datetime | None, until: datetime | None) -> ColumnElement[bool]:
    """What somebody did, or what was done to them, in this time."""
    whose = or_(Audit.person_id == person, Audit.subject_id == person) if person is not None else Audit.id > 0
    return and_(
        whose,
        Audit.at >= since if since is not None else Audit.id > 0,
        Audit.at < until if until is not None else Audit.id > 0,
    )
