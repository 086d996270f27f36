"""One line of a list, opened."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from storage import customers, records
from storage.models import Occurrence, Person, Standing
from storage.scope import Scope, visible

from . import judging, lines
from .cards import Due, due_of
from .company import Company
from .customers import LastTime, for_now, last_time, shown_phone
from .lines import OpenComplaint, Tried
from .refusals import CustomerUnknown


@dataclass(frozen=True)
class LineCard:
    """One line of the agenda: who to ask for, what was last, what the company does for this tier."""

    occurrence: int
    customer: int
    name: str
    tier: str
    provisional: bool
    today: date
    because: str
    facts: dict[str, Any]
    days: int | None
    usual: int
    contact: str | None
    phone: str | None
    last: LastTime | None
    promise: Due | None
    strategy: dict[str, str]
    complaint: OpenComplaint | None = None
    tried: Tried | None = None


def card(
    db: Session, who: Person, company: Company, scope: Scope, row: Occurrence, customer_id: int, now: datetime
) -> LineCard:
    """One line opened."""
    found = next(iter(lines.lines(db, who, row, [customer_id], now, lines.agreed(db, who, row.on))), None)
    customer = visible(db, scope, customer_id)
    if found is None or customer is None:
        raise CustomerUnknown
    contact = customers.to_call(db, customer_id)
    plans = records.open_plans(db, customer_id)
    standing = db.get_one(Standing, customer_id)
    return LineCard(
        occurrence=row.id,
        customer=customer_id,
        name=customer.name,
        tier=standing.tier,
        provisional=for_now(standing),
        today=row.on,
        because=found.because,
        facts=found.facts,
        days=found.days,
        usual=found.usual,
        contact=contact.name if contact else None,
        phone=shown_phone(db, who, customer, contact, now),
        last=last_time(records.last_interaction(db, customer_id)),
        promise=next((due_of(plan) for plan in plans if plan.words), None),
        strategy=dict(company.advice(judging.standing_of(standing).cadence_tier, standing.status)),
        complaint=found.complaint,
        tried=found.tried,
    )
