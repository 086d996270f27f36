"""Questions about who goes, and what they leave behind."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from .models import Access, Customer, Doing, Occurrence, Outbox, Ownership, Person, Plan, Role, Standing
from .people import working
from .scope import Scope, within


def called(db: Session, name: str) -> Sequence[Person]:
    """Everybody of this name, or whose name begins like that; who has left only while something is still theirs."""
    owning = select(Ownership.person_id).where(Ownership.until_at.is_(None))
    people = db.scalars(
        select(Person).where(Person.left_at.is_(None) | Person.id.in_(owning)).order_by(Person.id)
    ).all()
    plain = name.casefold().strip()
    same = [one for one in people if one.name.casefold() == plain]
    return same or [one for one in people if plain and one.name.casefold().startswith(plain)]


def owned(
    db: Session, person_id: int, at: datetime, *, tier: str | None = None, cities: Sequence[str] = (),
    region: int | None = None, industry: int | None = None,
) -> list[int]:  # fmt: skip
    """The customers that somebody is responsible for, of a tier, a city, a region or an industry where one is named."""
    mine = select(Customer.id).join(Ownership, Ownership.customer_id == Customer.id)
    mine = mine.join(Standing, Standing.customer_id == Customer.id, isouter=True)
    mine = mine.where(within(Scope(person_id, frozenset({person_id}), at)))
    mine = mine.where(Ownership.person_id == person_id, Ownership.until_at.is_(None))
    if cities:
        mine = mine.where(Customer.city.in_(cities))
    narrowed = ((Standing.tier, tier), (Customer.region_id, region), (Customer.industry_id, industry))
    mine = mine.where(*(column == value for column, value in narrowed if value is not None))
    return list(db.scalars(mine.order_by(Customer.id)))


def tiers(db: Session, person_id: int) -> dict[str, int]:
    """How many of each tier somebody is responsible for."""
    mine = select(Standing.tier, func.count()).join(Ownership, Ownership.customer_id == Standing.customer_id)
    mine = mine.where(Ownership.person_id == person_id, Ownership.until_at.is_(None)).group_by(Standing.tier)
    return {tier: count for tier, count in db.execute(mine.order_by(Standing.tier))}  # noqa: C416


def ahead(db: Session, person_id: int) -> tuple[int, int]:
    """How many promises and other plans are open with their customers."""
    mine = select(func.count(), func.count(Plan.words)).join(Ownership, Ownership.customer_id == Plan.customer_id)
    mine = mine.where(Ownership.person_id == person_id, Ownership.until_at.is_(None), Plan.settled_on.is_(None))
    every, promised = db.execute(mine).one()
    return promised, every - promised


def successors(db: Session, person_id: int) -> Sequence[Person]:
    """Who may take over: everybody who sells and talks with the bot, and isn't the one who goes."""
    sells = select(Role.person_id).where(Role.role == "salesperson")
    here = select(Person).where(Person.id.in_(sells), working(), Person.telegram_id.is_not(None))
    return db.scalars(here.where(Person.id != person_id).order_by(Person.id)).all()


def covered_by(db: Session, person_id: int) -> Sequence[Person]:
    """Whose deputy somebody is."""
    return db.scalars(select(Person).where(Person.deputy_id == person_id)).all()


def close(db: Session, person: Person, now: datetime) -> None:
    """From this moment they see nothing, and nothing more is said to them."""
    person.left_at = now
    for row in db.scalars(select(Access).where(Access.person_id == person.id)):
        if row.until_at is None or row.until_at > now:
            row.until_at = now
    waiting = update(Outbox).where(Outbox.person_id == person.id, Outbox.state == "waiting")
    db.execute(waiting.values(state="superseded", error="left"))
    planned = update(Occurrence).where(Occurrence.person_id == person.id, Occurrence.state == "planned")
    db.execute(planned.values(state="superseded"))
    db.flush()


def closing_of(db: Session, person_id: int) -> Doing | None:
    """When somebody's access was closed, unless that was taken back."""
    closed = select(Doing).where(Doing.what == "left", Doing.undone_at.is_(None))
    mine = closed.where(Doing.understood["person"].as_integer() == person_id)
    return db.scalars(mine.order_by(Doing.id.desc()).limit(1)).one_or_none()
