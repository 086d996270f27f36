"""Questions about customers that stay late: which ones, whose, and who was told of them."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Customer, Membership, Occurrence, Outbox, Ownership, Person, Standing, Team
from .occurrences import SAID
from .people import working
from .scope import Scope, within

Told = tuple[Occurrence, Outbox]
"""A reminder and its message."""


def due_by(db: Session, tiers: Collection[str], by: date) -> list[tuple[Standing, int]]:
    """Customers of these tiers that were due by a date, each with whoever is responsible for it."""
    everybody = Scope.everything("who is late, for their owners and managers", datetime.max.replace(tzinfo=UTC))
    late = select(Standing, Ownership.person_id).join(Customer, Customer.id == Standing.customer_id)
    late = late.join(Ownership, Ownership.customer_id == Customer.id).where(within(everybody))
    late = late.where(Ownership.until_at.is_(None), Standing.tier.in_(tiers), Standing.due_on <= by)
    return [(standing, owner) for standing, owner in db.execute(late.order_by(Standing.due_on, Customer.id))]


def told_since(db: Session, since: date) -> Sequence[Occurrence]:
    """Every escalation that was said since a date."""
    said = select(Occurrence).where(Occurrence.kind == "escalation", Occurrence.state.in_(SAID))
    return db.scalars(said.where(Occurrence.on >= since).order_by(Occurrence.on, Occurrence.id)).all()


def messages_about(db: Session, customer_id: int, people: Collection[int], since: date) -> list[Told]:
    """What these people, its owner and who leads them, were told since a date of a customer that stays late."""
    said = select(Occurrence, Outbox).join(Outbox, Outbox.id == Occurrence.outbox_id)
    said = said.where(Occurrence.person_id.in_(people), Occurrence.kind == "escalation", Occurrence.state == "sent")
    said = said.where(Occurrence.subject.in_((f"owner:{customer_id}", "manager")), Occurrence.on >= since)
    rows = [(row, message) for row, message in db.execute(said.order_by(Occurrence.id))]
    return [(row, message) for row, message in rows if customer_id in row.facts.get("customer_ids", [customer_id])]


def agendas_since(db: Session, people: Collection[int], since: date) -> Sequence[Occurrence]:
    """The agendas that these people got since a date."""
    said = select(Occurrence).where(Occurrence.person_id.in_(people), Occurrence.kind == "agenda")
    return db.scalars(said.where(Occurrence.state == "sent", Occurrence.on >= since).order_by(Occurrence.on)).all()


def above(db: Session, person_id: int) -> list[int]:
    """Who leads somebody's teams, then the teams above these, from near to far."""
    teams = set(db.scalars(select(Membership.team_id).where(Membership.person_id == person_id)))
    found: list[int] = []
    seen: set[int] = set()
    while teams := teams - seen:
        seen |= teams
        leading = select(Membership.person_id).join(Person, Person.id == Membership.person_id)
        leading = leading.where(Membership.team_id.in_(teams), Membership.leads, working())
        found += [leader for leader in db.scalars(leading.order_by(Person.id)) if leader not in (*found, person_id)]
        teams = {parent for parent in db.scalars(select(Team.parent_id).where(Team.id.in_(teams))) if parent}
    return found
