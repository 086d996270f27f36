"""When a customer is due, and why: the date taken apart."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from storage.models import Standing
from storage.scope import Scope, visible

from .refusals import CustomerUnknown

TOLD = (
    "plan_on",
    "at",
    "promise",
    "days",
    "counts_from",
    "until",
    "complaint_on",
    "moved_from",
    "off_because",
    "halved",
)
"""The facts of a date that it is explained with."""


@dataclass(frozen=True)
class DueExplained:
    """The date on which a customer is due, the reason, and what moved it; `occurrence` is the list on which that was
    asked, 0 for none."""

    customer: int
    name: str
    today: date
    tier: str
    on: date | None
    because: str
    facts: dict[str, Any]
    last_touch_on: date | None
    usual: int
    occurrence: int = 0


def explain(db: Session, scope: Scope, customer_id: int, today: date, occurrence: int = 0) -> DueExplained:
    """Why this customer is due when it is."""
    customer = visible(db, scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    standing = db.get_one(Standing, customer.id)
    facts = {name: (standing.due_facts or {}).get(name) for name in TOLD}
    because = standing.due_because or "cadence"
    return DueExplained(
        customer.id, customer.name, today, standing.tier, standing.due_on, because, facts, standing.last_touch_on,
        round(standing.rhythm), occurrence,
    )  # fmt: skip
