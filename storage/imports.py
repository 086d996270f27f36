"""Many customers at once: kept and made findable in a handful of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

import lookup

from .customers import names_changed
from .models import Alias, Contact, Customer, NameKey, Ownership, Person
from .scope import Scope, within


@dataclass(frozen=True, slots=True)
class Arrival:
    """A customer to be kept: its names, its first owner, since when, and its other columns."""

    name: str
    owner_id: int
    at: datetime
    aliases: tuple[str, ...] = ()
    columns: Mapping[str, Any] = field(default_factory=dict)


def customers(db: Session, arrivals: Sequence[Arrival]) -> list[Customer]:
    """Keep them all, in this order; findable by every name from here on."""
    rows = [_row(arrival) for arrival in arrivals]
    db.add_all(rows)
    db.flush()
    for row, arrival in zip(rows, arrivals, strict=True):
        db.add(Ownership(customer_id=row.id, person_id=arrival.owner_id, from_at=arrival.at))
        db.add_all(Alias(customer_id=row.id, name=alias) for alias in arrival.aliases)
    db.flush()
    _index(db, {row.id: arrival for row, arrival in zip(rows, arrivals, strict=True)})
    return rows


def _row(arrival: Arrival) -> Customer:
    """The customer's own row."""
    normal = lookup.normal(arrival.name)
    return Customer(
        name=arrival.name, normal=normal, created_at=arrival.at, created_by=arrival.owner_id, **arrival.columns
    )


def _index(db: Session, arrivals: Mapping[int, Arrival]) -> None:
    """The ways to write all their names."""
    keys = [
        {"key": key, "customer_id": number}
        for number, arrival in arrivals.items()
        for key in sorted(set[str]().union(*(lookup.keys(name) for name in (arrival.name, *arrival.aliases))))
    ]
    if keys:
        db.execute(insert(NameKey), keys)
    names_changed(db)


@dataclass(frozen=True, slots=True)
class Known:
    """Who is there already: (id, name) by full normalised name, and by phone, their contacts' phones included."""

    names: Mapping[str, tuple[int, str]]
    phones: Mapping[str, tuple[int, str]]


def known(db: Session, scope: Scope) -> Known:
    """All that a new customer could be the same as."""
    mine = select(Customer.id, Customer.name, Customer.normal, Customer.phone).where(within(scope))
    rows = db.execute(mine.order_by(Customer.id.desc())).all()
    at_contacts = select(Contact.phone, Customer.id, Customer.name).join(Customer, Customer.id == Contact.customer_id)
    others = db.execute(at_contacts.where(within(scope), Contact.phone.is_not(None)))
    phones = {phone: (number, name) for phone, number, name in others if phone}
    phones |= {phone: (number, name) for number, name, _, phone in rows if phone}
    return Known({normal: (number, name) for number, name, normal, _ in rows}, phones)


def owners(db: Session) -> Sequence[Person]:
    """Everybody who may be responsible for customers, whether they talk with the bot or not."""
    return db.scalars(select(Person).where(Person.left_at.is_(None)).order_by(Person.id)).all()
