"""Questions about tiers as a whole: how many customers each has, and what they bought."""

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from .counts import kinds, told
from .lists import EVERYBODY, Narrowed
from .scope import Scope


@dataclass(frozen=True)
class TierCount:
    """How many customers a tier has, how many of them with too few records to judge or named by hand, and what all of
    them bought in 12 months as of the last night, refunds taken off, in minor units of the company's currency."""

    tier: str
    customers: int
    for_now: int
    sales: int


def counts(db: Session, scope: Scope, narrowed: Narrowed = EVERYBODY) -> list[TierCount]:
    """The customers of each tier that has any."""
    each = kinds(scope, narrowed)
    customers, for_now = func.sum(each.c.customers), func.sum(case((each.c.for_now, each.c.customers), else_=0))
    rows = select(each.c.tier, customers, for_now, func.sum(each.c.revenue_minor)).group_by(each.c.tier)
    return [TierCount(tier, *map(int, numbers)) for tier, *numbers in told(db, rows.having(customers > 0))]


def statuses(db: Session, scope: Scope, narrowed: Narrowed = EVERYBODY) -> dict[str, int]:
    """Status -> how many customers are in it."""
    each = kinds(scope, narrowed)
    customers = func.sum(each.c.customers)
    rows = select(each.c.status, customers).group_by(each.c.status).having(customers > 0)
    return {status: int(number) for status, number in told(db, rows)}
