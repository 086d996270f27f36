"""Judging the past: customers whose history came all at once are graded as if it had come day by day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from storage import nights
from storage.models import Customer, Grading

from . import counting, judging
from .company import Company

Clock = Callable[[date], datetime]
"""The instant at which the night's work of a date is done."""


def replay(
    db: Session, rows: Sequence[Customer], company: Company, gradings: Sequence[date], today: date, at: Clock
) -> None:
    """Grade customers that were never judged on each of these days, oldest first, and judge them as of today.

    Nobody is graded before they were created. The nights of these days count as done, so that they grade nobody again.
    """
    with db.no_autoflush:
        for customer in rows:
            _grade(db, customer, company, gradings, at)
    db.flush()
    for customer in rows:
        judging.refresh(db, customer, company, today, at(today))
    for day in (*gradings, today):
        nights.begin(db, day, at(day)).finished_at = at(day)


def _grade(db: Session, customer: Customer, company: Company, gradings: Sequence[date], at: Clock) -> None:
    """One customer at every grading since it was created."""
    lived = [day for day in gradings if customer.created_at < at(day)]
    if not lived:
        return
    standing, history = judging.begun(db, customer, company, lived[0]), counting.history(db, customer.id, company)
    for day in lived:
        known = counting.counted(history, company, day, standing)
        judging.judge(db, standing, known, company, day, at(day), grading=day)
        db.add(
            Grading(
                customer_id=customer.id, graded_on=day, score=standing.score, tier=standing.tier, lapses=standing.lapses
            )
        )
