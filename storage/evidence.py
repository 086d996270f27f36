"""Questions about who did what with a customer, and when: what a dispute is judged by."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Attachment, Interaction, Ownership, Purchase


def interactions(db: Session, customer_id: int) -> Sequence[Interaction]:
    """Everything but mere plans, oldest first."""
    mine = select(Interaction).where(Interaction.customer_id == customer_id)
    mine = mine.where((Interaction.channel != "note") | Interaction.outcome.is_not(None))
    return db.scalars(mine.order_by(Interaction.made_on, Interaction.id)).all()


def purchases(db: Session, customer_id: int) -> Sequence[Purchase]:
    """Every sale, oldest first."""
    mine = select(Purchase).where(Purchase.customer_id == customer_id)
    return db.scalars(mine.order_by(Purchase.made_on, Purchase.id)).all()


def attachments(db: Session, customer_id: int) -> Sequence[Attachment]:
    """Photos, files and places, oldest first."""
    mine = select(Attachment).where(Attachment.customer_id == customer_id)
    return db.scalars(mine.order_by(Attachment.recorded_at, Attachment.id)).all()


def ownerships(db: Session, customer_id: int) -> Sequence[Ownership]:
    """Who was responsible for a customer, one after the other."""
    mine = select(Ownership).where(Ownership.customer_id == customer_id)
    return db.scalars(mine.order_by(Ownership.from_at, Ownership.id)).all()
