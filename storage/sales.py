"""Questions about sales of a span: in all, by customer, day, owner, region, industry, product; refunds taken off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .lists import Narrowed, Year, among, worth
from .models import Customer, Membership, Ownership, Purchase
from .scope import Scope


@dataclass(frozen=True)
class Sold:
    """Sales in minor units of the company's currency: sales that were made, and to how many customers."""

    sales: float
    purchases: int
    customers: int


def total(db: Session, scope: Scope, narrowed: Narrowed, year: Year) -> Sold:
    """Everything that was sold."""
    sums = select(func.coalesce(func.sum(worth(year.worth)), 0), func.count(), _customers())
    row = db.execute(_sold(sums, scope, narrowed, year)).one()
    return Sold(float(row[0]), int(row[1]), int(row[2]))


def by_customer(db: Session, scope: Scope, narrowed: Narrowed, year: Year) -> Sequence[tuple[int, float]]:
    """(customer, sales) of everybody who bought more than they gave back, most first."""
    sales = func.sum(worth(year.worth))
    rows = _sold(select(Purchase.customer_id, sales), scope, narrowed, year).group_by(Purchase.customer_id)
    ordered = rows.having(sales > 0).order_by(sales.desc(), Purchase.customer_id)
    return [(int(number), float(sold)) for number, sold in db.execute(ordered)]


def by_day(db: Session, scope: Scope, narrowed: Narrowed, year: Year) -> Sequence[tuple[date, float]]:
    """(day, sales) of every day on which something was sold."""
    rows = _sold(select(Purchase.made_on, func.sum(worth(year.worth))), scope, narrowed, year)
    return [(on, float(sold)) for on, sold in db.execute(rows.group_by(Purchase.made_on))]


def by_part(db: Session, scope: Scope, narrowed: Narrowed, year: Year, part: str) -> list[tuple[Any, float, int]]:
    """(which, sales, customers), most first. `part`: person, team, region, industry or product; None: it has none."""
    sales, team = func.sum(worth(year.worth)), _teams()
    column = team.c.team_id if part == "team" else PARTS[part]
    rows = _sold(select(column, sales, _customers()), scope, narrowed, year)
    if part in ("person", "team"):
        open_one = (Ownership.customer_id == Purchase.customer_id) & Ownership.until_at.is_(None)
        rows = rows.join(Ownership, open_one, isouter=True)
    if part == "team":
        rows = rows.join(team, team.c.person_id == Ownership.person_id, isouter=True)
    found = db.execute(rows.group_by(column).order_by(sales.desc()))
    return [(which, float(sold), int(customers)) for which, sold, customers in found]


PARTS: dict[str, Any] = {
    "person": Ownership.person_id,
    "region": Customer.region_id,
    "industry": Customer.industry_id,
    "product": Purchase.product,
}


def _sold(columns: Any, scope: Scope, narrowed: Narrowed, year: Year) -> Any:
    rows = columns.select_from(Purchase).join(Customer, Customer.id == Purchase.customer_id)
    if narrowed.products:
        rows = rows.where(Purchase.product.in_(narrowed.products))
    return among(rows, scope, narrowed).where(Purchase.made_on > year.since, Purchase.made_on <= year.until)


def _teams() -> Any:
    """Everybody's team: the first, of those who are in several."""
    first = select(Membership.person_id, func.min(Membership.team_id).label("team_id"))
    return first.group_by(Membership.person_id).subquery()


def _customers() -> Any:
    return func.count(Purchase.customer_id.distinct())
