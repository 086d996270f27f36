"""The customers as a list that leaves the house: one plain line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from languages import own_word
from storage import customerlist, own_fields
from storage.customerlist import Entry
from storage.models import Field, Term
from storage.scope import Scope

from . import money
from .company import Company
from .own_fields import Typed, typed


@dataclass(frozen=True, slots=True)
class Exported:
    """One customer; `sales` of the last 365 days in major units of the company's currency, `phone` in full."""

    name: str
    contact: str | None
    phone: str | None
    owner: str | None
    region: str | None
    city: str | None
    industry: str | None
    tier: str | None
    status: str | None
    score: float | None
    touched_on: date | None
    due_on: date | None
    sales: float | None
    created_on: date
    own: tuple[Typed, ...] = ()
    """What it has in each of the company's own fields."""


def export(db: Session, scope: Scope, company: Company, language: str) -> list[Exported]:
    """Everybody whom the asker may see, in the order in which they came; regions and industries in one language."""
    rows = own_fields.every(db)
    return [_line(entry, company, language, rows) for entry in customerlist.entries(db, scope)]


def some(db: Session, numbers: Sequence[int], at: datetime, company: Company, language: str) -> list[Exported]:
    """These customers, whom the asker was found to see a moment ago, in this order."""
    found = {e.customer.id: e for e in customerlist.entries(db, Scope.everything("looked up already", at), numbers)}
    rows = own_fields.every(db)
    return [_line(found[number], company, language, rows) for number in numbers if number in found]


def own_headings(db: Session, language: str) -> list[tuple[str, str]]:
    """(what it is called, what it holds: text, number or date) of each of the company's own fields."""
    return [(own_word(row, language), row.kind) for row in own_fields.every(db)]


def everybody(now: datetime) -> Scope:
    """The scope of whoever sits at the company's own machine."""
    return Scope.everything("the company's own copy of its customers", now)


def _line(entry: Entry, company: Company, language: str, own: Sequence[Field]) -> Exported:
    customer, standing = entry.customer, entry.standing
    return Exported(
        name=customer.name,
        contact=entry.contact.name if entry.contact else None,
        phone=(entry.contact.phone if entry.contact else None) or customer.phone,
        owner=entry.owner,
        region=_in(entry.region, language),
        city=customer.city,
        industry=_in(entry.industry, language),
        tier=standing.tier if standing else None,
        status=standing.status if standing else None,
        score=standing.score if standing else None,
        touched_on=standing.last_touch_on if standing else None,
        due_on=standing.due_on if standing else None,
        sales=money.major(standing.revenue_minor, company.currency) if standing else None,
        created_on=company.day_of(customer.created_at),
        own=tuple(typed(row, customer.fields.get(row.name)) for row in own),
    )


def _in(term: Term | None, language: str) -> str | None:
    return own_word(term, language) if term else None
