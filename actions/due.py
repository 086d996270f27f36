"""When a customer is due, and why: the date found and kept, and taken apart."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import records
from storage.models import Standing
from storage.scope import Scope, visible

from .company import Company
from .cover import calendar_of_cover
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


def plan(db: Session, row: Standing, cadence: int, company: Company, today: date) -> None:
    """Find when the customer is due next and why, `cadence` days being usual for it, and keep both in its standing."""
    calendar = calendar_of_cover(db, row.customer_id, company, today)
    found = reminders.due(_known(db, row, cadence, company), calendar, today, company.reminding)
    row.due_on, row.due_because = found.on, found.because
    row.due_facts = {name: str(value) for name, value in found.facts.items() if value is not None}


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


def _known(db: Session, row: Standing, cadence: int, company: Company) -> reminders.Known:
    later = records.last_later(db, row.customer_id)
    return reminders.Known(
        created_on=row.created_on,
        cadence=cadence,
        status=row.status,
        last_touch_on=row.last_touch_on,
        last_purchase_on=row.last_purchase_on,
        purchase_rhythm=row.purchase_interval,
        plans=tuple(
            reminders.Plan(p.due_on, p.id, p.due_at, p.channel, p.words, company.day_of(p.recorded_at), p.promised_on)
            for p in records.open_plans(db, row.customer_id)
        ),
        later=reminders.Later(later.until_on, company.day_of(later.recorded_at)) if later else None,
        complaint_on=row.complaint_on,
        complaint_answered=bool(row.complaint_on and row.last_touch_on and row.last_touch_on > row.complaint_on),
        silence_from=row.silence_from,
        cadence_before=row.cadence_before,
        named=row.manual_reason == "named",
    )
