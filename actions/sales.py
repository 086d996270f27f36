"""What was sold in a span: in all, beside the same days before, and to whom."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from storage import customers as owned
from storage import people, rules, sales
from storage.lists import Year
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .lists import year
from .periods import Period
from .wanted import Named, Wanted, is_own, named, person_of

PAGE = 4


@dataclass(frozen=True)
class SalesLine:
    """A customer, and what it bought in the span, in minor units."""

    n: int
    customer: int
    name: str
    sales: int
    owner: str | None


@dataclass(frozen=True)
class SalesShown:
    """Sales of a span, refunds taken off; `earlier`: those of the span before it."""

    period: Period
    before: Period
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    currency: str
    sales: int
    earlier: int
    purchases: int
    buyers: int
    page: int
    count: int
    lines: tuple[SalesLine, ...]
    span: str
    where: str


def show(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, period: Period, page: int = 0
) -> SalesShown:
    """A page of the customers, who bought most first."""
    narrowed = wanted.narrowed(db, period.today)
    span = year_of(company, period)
    now, then = sales.total(db, scope, narrowed, span), sales.total(
        db, scope, narrowed, year_of(company, period.before)
    )  # fmt: skip
    bought = sales.by_customer(db, scope, narrowed, span)
    rows = bought[page * PAGE : (page + 1) * PAGE]
    numbers = [number for number, _ in rows]
    names, owners = rules.names(db, scope, numbers), owned.owners_of(db, numbers)
    called = people.named(db, list(owners.values()))
    lines = tuple(
        SalesLine(n, number, names.get(number, ""), round(sold), called.get(owners.get(number, 0)))
        for n, (number, sold) in enumerate(rows, page * PAGE + 1)
    )
    return SalesShown(
        period, period.before, is_own(who, scope), person_of(db, scope, wanted.owner), named(db, wanted),
        company.currency, round(now.sales), round(then.sales), now.purchases, now.customers, page, len(bought), lines,
        period.word, wanted.where,
    )  # fmt: skip


def year_of(company: Company, period: Period) -> Year:
    """The span as storage asks for sales."""
    return Year(period.first - timedelta(days=1), period.last, year(company, period.today).worth)
