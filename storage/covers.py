"""Questions about leave: which customers a deputy may see meanwhile, and who is near enough to be one."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from .customers import names_changed
from .models import Access, Membership, Ownership

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
