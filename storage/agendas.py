"""Questions about agendas that were shown."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Occurrence


def followed(db: Session, person_id: int, on: date) -> bool:
    """Whether this person was shown an agenda of a later date than this."""
    mine = select(Occurrence.id).where(Occurrence.person_id == person_id, Occurrence.kind.in_(("agenda", "today")))
    return db.scalar(mine.where(Occurrence.on > on, Occurrence.outbox_id.is_not(None)).limit(1)) is not None
