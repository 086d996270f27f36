"""Questions about the company: the rules in force, and small marks about the installation."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from .models import Mark, RulesVersion, Term
from .ready import Ready


def version_in_force(db: Session) -> int | None:
    """The number of the newest published version of settings and rules."""
    number: int | None = _IN_FORCE.value(db)
    return number


def version(db: Session, number: int) -> RulesVersion:
    """One version of settings and rules."""
    return db.get_one(RulesVersion, number)


def published(db: Session, number: int) -> RulesVersion | None:
    """This version, if it was published."""
    row = db.get(RulesVersion, number)
    return row if row is not None and row.published_at is not None else None


def publish(db: Session, body: dict[str, Any], now: datetime, by: int | None = None) -> RulesVersion:
    """A new version, in force from now on."""
    row = RulesVersion(body=body, created_at=now, created_by=by, published_at=now)
    db.add(row)
    db.flush()
    return row


def draft(db: Session, body: dict[str, Any], now: datetime, by: int | None = None) -> RulesVersion:
    """A new version that waits for somebody to publish it."""
    row = RulesVersion(body=body, created_at=now, created_by=by)
    db.add(row)
    db.flush()
    return row


def mark(db: Session, name: str) -> str | None:
    """A small fact about the installation."""
    value: str | None = _MARK.value(db, name=name)
    return value


def set_mark(db: Session, name: str, value: str | None) -> None:
    """Keep a small fact about the installation; None forgets it."""
    row = db.get(Mark, name)
    if value is None:
        if row:
            db.delete(row)
    elif row:
        row.value = value
    else:
        db.add(Mark(name=name, value=value))
    db.flush()


def terms(db: Session, kind: str) -> list[Term]:
    """The company's regions, industries or products."""
    return list(db.scalars(select(Term).where(Term.kind == kind).order_by(Term.id)))


def terms_by_ids(db: Session, numbers: Collection[int]) -> list[Term]:
    """These entries of the catalogue."""
    return list(db.scalars(select(Term).where(Term.id.in_(numbers)).order_by(Term.id))) if numbers else []


def names(db: Session, kind: str) -> Sequence[tuple[str | None, ...]]:
    """The names of the same in every language; None where one has none."""
    return _NAMES.rows(db, kind=kind)


def add_term(db: Session, kind: str, zh: str, en: str, zh_tw: str | None = None, zh_hk: str | None = None) -> Term:
    """An entry of the catalogue; the same entry twice is one."""
    found = db.scalars(select(Term).where(Term.kind == kind, Term.zh == zh, Term.en == en)).one_or_none()
    if found is None:
        found = Term(kind=kind, zh=zh, en=en, zh_tw=zh_tw, zh_hk=zh_hk)
        db.add(found)
        db.flush()
    return found


_IN_FORCE = Ready(select(func.max(RulesVersion.id)).where(RulesVersion.published_at.is_not(None)))
"""Every update asks these."""

_MARK = Ready(select(Mark.value).where(Mark.name == bindparam("name")))
_NAMES = Ready(select(Term.zh, Term.en, Term.zh_tw, Term.zh_hk).where(Term.kind == bindparam("kind")).order_by(Term.id))
