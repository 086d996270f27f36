"""What leads a customer up to a tier from today: a contact, and how large a purchase beside it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import scoring

from .company import Company
from .money import minor


@dataclass(frozen=True)
class Back:
    """The way to `tier`: `purchase` in minor units beside a contact, 0 where a contact is enough, None where no
    purchase is and `gap` points are missing after a contact. `score`: what it leads to."""

    tier: str
    purchase: int | None
    gap: float
    score: float


def back_to(known: scoring.Aggregate, tier: str, company: Company, today: date) -> Back:
    """The way to a tier from today."""
    found = scoring.lift(known, tier, company.rules, today)  # type: ignore[arg-type]
    return way(found, company)


def way(found: scoring.Lift, company: Company) -> Back:
    """The same with money in minor units."""
    purchase = None if found.purchase is None else minor(Decimal(str(found.purchase)), company.currency)
    return Back(found.tier, purchase, round(max(found.cut - found.score, 0.0), 1), found.score)
