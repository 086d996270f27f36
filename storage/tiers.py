"""Questions about tiers as a whole: how many customers each has, and what they bought."""

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from .lists import EVERYBODY, Narrowed, Year, narrow, worth
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


def statuses(db: Session, scope: Scope, narrowed: Narrowed = EVERYBODY) -> dict[str, int]:
    """Status -> how many customers are in it."""
    each = select(Standing.status, func.count()).join(Customer, Customer.id == Standing.customer_id)
    mine = narrow(each.where(within(scope)), narrowed).group_by(Standing.status)
    return {status: count for status, count in db.execute(mine)}  # noqa: C416 - rows aren't pairs to the type checker


def sales(db: Session, scope: Scope, year: Year, narrowed: Narrowed = EVERYBODY) -> dict[str, int]:
    """Tier -> what was bought, refunds taken off, in minor units of the company's currency."""
    each = select(Standing.tier, func.sum(worth(year.worth)))
    each = each.join(Customer, Customer.id == Standing.customer_id).join(Purchase, Purchase.customer_id == Customer.id)
    bought = narrow(each, narrowed).where(within(scope), Purchase.made_on > year.since, Purchase.made_on <= year.until)
    return {tier: round(sold) for tier, sold in db.execute(bought.group_by(Standing.tier))}
