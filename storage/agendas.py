"""Questions about agendas that were shown."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Customer, Occurrence, Plan


def followed(db: Session, person_id: int, on: date) -> bool:
    """Whether this person was shown an agenda of a later date than this."""
    mine = select(Occurrence.id).where(Occurrence.person_id == person_id, Occurrence.kind.in_(("agenda", "today")))
    return db.scalar(mine.where(Occurrence.on > on, Occurrence.outbox_id.is_not(None)).limit(1)) is not None


def timed(db: Session, author_id: int, on: date, but: int) -> list[tuple[Plan, str]]:
    """What else somebody agreed for a time on a date, each with the customer's name, by time."""
    mine = select(Plan, Customer.name).join(Customer, Customer.id == Plan.customer_id)
    mine = mine.where(Plan.author_id == author_id, Plan.due_on == on, Plan.settled_on.is_(None), Plan.id != but)
    return [(plan, name) for plan, name in db.execute(mine.where(Plan.due_at.is_not(None)).order_by(Plan.due_at))]
