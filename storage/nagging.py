"""Questions about nags: which ones wait, and of whom somebody was told lately."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Occurrence
from .occurrences import SAID


def waiting(db: Session, people: Collection[int]) -> dict[int, list[Occurrence]]:
    """Person -> the nags that are planned for them."""
    planned = select(Occurrence).where(Occurrence.kind == "nag", Occurrence.state == "planned")
    found: dict[int, list[Occurrence]] = {}
    for row in db.scalars(planned.order_by(Occurrence.id)):
        if row.person_id in people:
            found.setdefault(row.person_id, []).append(row)
    return found


def heard_since(db: Session, people: Collection[int], since: date) -> dict[tuple[int, int], date]:
    """(person, customer) -> when that person was told of that customer last, since a date: a nag, or that it stays
    late."""
    told = select(Occurrence).where(Occurrence.kind.in_(("nag", "escalation")), Occurrence.subject != "manager")
    told = told.where(Occurrence.state.in_(SAID), Occurrence.on >= since).order_by(Occurrence.on)
    rows = [row for row in db.scalars(told) if row.person_id in people]
    return {(row.person_id, int(row.facts["customer_id"])): row.on for row in rows}
