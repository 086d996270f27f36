"""Questions about tiers as a whole: how many customers each has, and what they bought."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from .lists import EVERYBODY, Narrowed, narrow
from .models import Customer, Purchase, Standing
from .scope import Scope, within


@dataclass(frozen=True)
class TierCount:
    """How many customers a tier has, and how many of them with too few records to judge or named by hand."""

    tier: str
    customers: int
    for_now: int


def counts(db: Session, scope: Scope, narrowed: Narrowed = EVERYBODY) -> list[TierCount]:
    """The customers of each tier that has any."""
    for_now = case((Standing.provisional | (Standing.manual_reason == "named"), 1), else_=0)
    each = select(Standing.tier, func.count(), func.sum(for_now)).join(Customer, Customer.id == Standing.customer_id)
    mine = narrow(each.where(within(scope)), narrowed).group_by(Standing.tier)
    return [TierCount(*row) for row in db.execute(mine)]


def sales(
    db: Session, scope: Scope, since: date, until: date, narrowed: Narrowed = EVERYBODY
) -> list[tuple[str, str, int]]:
    """(tier, currency, minor units) of what was bought after `since` up to `until`, refunds taken off."""
    each = select(Standing.tier, Purchase.currency, func.sum(Purchase.amount_minor))
    each = each.join(Customer, Customer.id == Standing.customer_id).join(Purchase, Purchase.customer_id == Customer.id)
    bought = narrow(each, narrowed).where(within(scope), Purchase.made_on > since, Purchase.made_on <= until)
    return [
        (tier, currency, int(minor))
        for tier, currency, minor in db.execute(bought.group_by(Standing.tier, Purchase.currency))
    ]
