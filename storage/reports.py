"""Questions about what somebody did and agreed, as their reports tell it."""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .models import Customer, Interaction, Plan, Purchase


def timed_on_day(db: Session, author_id: int, since: datetime) -> list[tuple[str, Plan]]:
    """What somebody agreed since a moment for a time of day, and is open: (customer, plan)."""
    mine = select(Customer.name, Plan).join(Customer, Customer.id == Plan.customer_id)
    mine = mine.where(Plan.author_id == author_id, Plan.words.is_(None), Plan.recorded_at >= since)
    mine = mine.where(Plan.due_at.is_not(None), Plan.settled_on.is_(None))
    return [(name, plan) for name, plan in db.execute(mine.order_by(Plan.due_on, Plan.due_at))]


def of_week(db: Session, author_id: int, first: date, last: date) -> tuple[int, list[tuple[int, str]]]:
    """How many contacts somebody had on these days, and each sale: minor units and currency."""
    met = select(func.count()).where(Interaction.author_id == author_id, Interaction.made_on.between(first, last))
    met = met.where(Interaction.answered, Interaction.channel != "note")
    sold = select(Purchase.amount_minor, Purchase.currency).where(Purchase.author_id == author_id)
    sold = sold.where(Purchase.made_on.between(first, last), Purchase.amount_minor >= 0)
    return db.scalar(met) or 0, [(minor, currency) for minor, currency in db.execute(sold.order_by(Purchase.id))]
