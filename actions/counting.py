"""Counting one customer: its own rows of all time, the aggregate at the end of a day, and the one that is kept."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

import scoring
from storage import records
from storage.models import Standing

from .company import Company
from .money import converted, minor

FIELDS = tuple(each.name for each in fields(scoring.Aggregate) if each.name != "outcomes")
"""The fields of an aggregate that a standing keeps as they are; `outcomes` is kept as ISO days."""

History = tuple[list[scoring.Touch], list[scoring.Purchase], scoring.Facts]


def history(db: Session, customer_id: int, company: Company) -> History:
    """A customer's own rows as scoring wants them, of all time."""
    facts = records.fact_rows(db, customer_id)
    return (
        [
            scoring.Touch(on, channel, worded, channel == "visit" and outcome)
            for on, channel, worded, outcome in records.touch_rows(db, customer_id)
        ],
        [
            scoring.Purchase(on, converted(m, c, company.currency, company.rates, on))
            for on, m, c in records.purchase_rows(db, customer_id)
        ],
        scoring.Facts(
            answers=tuple(scoring.Answer(on, float(value)) for kind, value, on in facts if kind == "satisfaction"),
            potentials=tuple(scoring.Potential(on, value) for kind, value, on in facts if kind == "potential"),
            needs=tuple(scoring.Span(on) for kind, _, on in facts if kind == "need"),
            complaints=tuple(scoring.Span(on, closed) for on, closed in records.complaint_spans(db, customer_id)),
        ),
    )


def counted(history: History, company: Company, day: date, row: Standing) -> scoring.Aggregate:
    """The aggregate at the end of a day; what happened later doesn't count yet."""
    touches, purchases, facts = history
    facts = replace(facts, created_on=row.created_on, silence_from=row.silence_from)
    return scoring.aggregate(touches, purchases, facts, day, company.rules)


def revenue(db: Session, customer_id: int, company: Company, day: date) -> int:
    """Sales of the 365 days up to `day`, in minor units of the company's currency."""
    bought = records.purchase_rows(db, customer_id)
    year = [each for each in bought if day - timedelta(days=365) < each[0] <= day]
    return sum(
        minor(Decimal(str(converted(m, c, company.currency, company.rates, on))), company.currency) for on, m, c in year
    )


def keep(row: Standing, known: scoring.Aggregate, sold: int) -> None:
    """Keep what was counted, and the sales of a year in minor units."""
    for name in FIELDS:
        setattr(row, name, getattr(known, name))
    row.outcomes = [day.isoformat() for day in known.outcomes]
    row.revenue_minor = sold


def aggregate_of(row: Standing) -> scoring.Aggregate:
    """The aggregate that a standing keeps."""
    kept = {name: getattr(row, name) for name in FIELDS}
    return scoring.Aggregate(**kept, outcomes=tuple(date.fromisoformat(day) for day in row.outcomes))
