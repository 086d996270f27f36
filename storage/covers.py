"""Questions about leave: which customers a deputy may see meanwhile, and who is near enough to be one."""

from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from .customers import names_changed
from .models import Access, Customer, Interaction, Membership, Ownership, Plan

DEPUTY = "deputy"


def begin(db: Session, owner_id: int, deputy_id: int, begins: datetime, ends: datetime) -> int:
    """Show every customer of an owner to a deputy between two moments; says how many."""
    owned = select(Ownership.customer_id).where(Ownership.person_id == owner_id, Ownership.until_at.is_(None))
    numbers = db.scalars(owned.order_by(Ownership.customer_id)).all()
    period = {"person_id": deputy_id, "kind": DEPUTY, "from_at": begins, "until_at": ends}
    db.add_all(Access(customer_id=number, **period) for number in numbers)
    names_changed(db)
    return len(numbers)


def end(db: Session, owner_id: int, now: datetime) -> None:
    """From now on nobody stands in for this owner."""
    owned = select(Ownership.customer_id).where(Ownership.person_id == owner_id, Ownership.until_at.is_(None))
    rows = select(Access).where(Access.kind == DEPUTY, Access.customer_id.in_(owned))
    for row in db.scalars(rows.where(or_(Access.until_at.is_(None), Access.until_at > now))):
        row.until_at = now
    names_changed(db)


def team_mates(db: Session, person_id: int) -> set[int]:
    """Who is in a team with somebody."""
    teams = select(Membership.team_id).where(Membership.person_id == person_id)
    return set(db.scalars(select(Membership.person_id).where(Membership.team_id.in_(teams))))


def planned(db: Session, owner_id: int, first: date, last: date) -> list[tuple[Plan, str]]:
    """What is agreed with an owner's customers for these days and was open when they began, each with the customer's
    name, in its order."""
    mine = select(Plan, Customer.name).join(Customer, Customer.id == Plan.customer_id)
    mine = mine.join(Ownership, Ownership.customer_id == Customer.id)
    mine = mine.where(Ownership.person_id == owner_id, Ownership.until_at.is_(None), Plan.due_on.between(first, last))
    mine = mine.where(or_(Plan.settled_on.is_(None), Plan.settled_on >= first))
    mine = mine.order_by(Plan.due_on, Plan.due_at.is_(None), Plan.due_at, Plan.id)
    return [(plan, name) for plan, name in db.execute(mine)]


def met_by(db: Session, deputy_id: int, owner_id: int, first: date, last: date) -> list[str]:
    """The customers of an owner with whom a deputy was in contact on these days."""
    met = select(Customer.name).join(Ownership, Ownership.customer_id == Customer.id)
    met = met.join(Interaction, Interaction.customer_id == Customer.id).where(Ownership.until_at.is_(None))
    met = met.where(Ownership.person_id == owner_id, Interaction.author_id == deputy_id, Interaction.answered)
    met = met.where(Interaction.made_on.between(first, last), Interaction.channel != "note")
    return list(dict.fromkeys(db.scalars(met.order_by(Interaction.id))))
