"""Invitations that nobody has used yet, as any admin sees and cancels them, whoever gave them."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import audit
from storage.models import Invitation, Person

from .refusals import OldCard


@dataclass(frozen=True)
class InvitationShown:
    """One invitation that nobody has used: as what, by whom, until when. `cancelled`: it just was."""

    id: int
    name: str
    roles: tuple[str, ...]
    by: str | None
    until: date
    state: str


def show(db: Session, number: int, who: Person, now: datetime) -> InvitationShown:
    """An invitation's card."""
    row = _invitation(db, number)
    by = db.get(Person, row.invited_by) if row.invited_by else None
    until = row.expires_at.astimezone(ZoneInfo(who.zone)).date()
    state = "cancelled" if row.cancelled_at else waits(row, now)
    return InvitationShown(row.id, row.name, tuple(row.roles.split(",")), by.name if by else None, until, state)


def cancel(db: Session, who: Person, number: int, cancelled: bool, now: datetime) -> None:
    """An invitation counts no more, or again as long as it would have."""
    row = _invitation(db, number)
    row.cancelled_at = now if cancelled else None
    audit.note(db, who.id, "invitation cancelled" if cancelled else "invitation restored", now)


def waits(row: Invitation, now: datetime) -> str:
    """waiting, or over: too late by now."""
    return "waiting" if row.expires_at > now else "over"


def _invitation(db: Session, number: int) -> Invitation:
    row = db.get(Invitation, number)
    if row is None or row.used_at is not None:
        raise OldCard
    return row
