"""How customers stand against their cadence: late, due today, planned ahead, covered; and on how many days of a span
each was touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .lists import Narrowed, listed
from .models import Interaction, Ownership, Purchase, Standing
from .records import TOUCHES
from .scope import Scope


@dataclass(frozen=True)
class Covered:
    """A customer, whose it is, its cadence's tier, since when it is there, and on how many days it was touched."""

    customer: int
    owner: int | None
    tier: str
    created_on: date
    due_on: date | None
    because: str | None
    days: int


def covered(db: Session, scope: Scope, narrowed: Narrowed, first: date, last: date) -> Sequence[Covered]:
    """Everybody with reminders, and on how many days of the span each was touched; a purchase is a touch too."""
    touched = _days_touched(first, last)
    open_one = (Ownership.customer_id == Standing.customer_id) & Ownership.until_at.is_(None)
    tier = func.coalesce(Standing.kept_tier, Standing.tier)
    columns = select(Standing.customer_id, Ownership.person_id, tier, Standing.created_on, Standing.due_on,
                     Standing.due_because, func.coalesce(touched.c.days, 0))  # fmt: skip
    rows = listed(columns.select_from(Standing), scope, narrowed).where(Standing.due_on.is_not(None))
    rows = rows.join(Ownership, open_one, isouter=True)
    rows = rows.join(touched, touched.c.customer_id == Standing.customer_id, isouter=True)
    return [Covered(*row) for row in db.execute(rows)]


def _days_touched(first: date, last: date) -> Any:
    met = select(Interaction.customer_id, Interaction.made_on).where(
        Interaction.made_on.between(first, last), Interaction.answered, Interaction.channel.in_(TOUCHES)
    )
    sold = select(Purchase.customer_id, Purchase.made_on)
    sold = sold.where(Purchase.made_on.between(first, last), Purchase.amount_minor >= 0)
    days = met.union(sold).subquery()
    each = select(days.c.customer_id, func.count().label("days")).group_by(days.c.customer_id)
    return each.subquery()
