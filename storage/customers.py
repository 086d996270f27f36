"""Questions about customers and the people who speak for them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, or_, select
from sqlalchemy.orm import Session

import lookup

from .company import set_mark
from .models import Access, Alias, Attachment, Audit, Contact, Customer, Interaction, NameKey, Ownership
from .ready import Ready
from .scope import Scope, anybodys, asked, customers_within, each_within, merged_into, visible, within

CREATING = 0x68756966
"""The number under which PostgreSQL holds apart those who create customers."""


def add(db: Session, name: str, owner_id: int, now: datetime, **columns: object) -> Customer:
    """A new customer with its first owner; findable by name from here on."""
    customer = Customer(name=name, normal=lookup.normal(name), created_at=now, created_by=owner_id, **columns)
    db.add(customer)
    db.flush()
    db.add(Ownership(customer_id=customer.id, person_id=owner_id, from_at=now))
    index(db, customer)
    return customer


def index(db: Session, customer: Customer) -> None:
    """Keep the ways to write its name right, after anything about its names changed."""
    db.flush()
    names = [customer.name, *db.scalars(select(Alias.name).where(Alias.customer_id == customer.id))]
    keys = set[str]().union(*(lookup.keys(name) for name in names))
    db.execute(delete(NameKey).where(NameKey.customer_id == customer.id))
    if keys:
        db.execute(insert(NameKey), [{"key": key, "customer_id": customer.id} for key in sorted(keys)])
    names_changed(db)


def call(db: Session, customer: Customer, name: str) -> None:
    """It is called this from now on, and found by it."""
    customer.name, customer.normal = name, lookup.normal(name)
    index(db, customer)


def forget_keys(db: Session, customer_id: int) -> None:
    """A customer that is no more is no longer found."""
    db.execute(delete(NameKey).where(NameKey.customer_id == customer_id))
    names_changed(db)


def remove(db: Session, customer: Customer) -> None:
    """Take a customer away whose rows nobody else wrote to: its keys, names, contacts, owners and itself."""
    forget_keys(db, customer.id)
    for model in (Alias, Contact, Ownership):
        for row in db.scalars(select(model).where(model.customer_id == customer.id)):
            db.delete(row)
    db.flush()
    db.delete(customer)
    db.flush()


def names_changed(db: Session) -> None:
    """Names or owners changed: books of names must be read again."""
    set_mark(db, "names", uuid4().hex)  # a count would give two changes at once, or one undone, the same number


def entries(db: Session, scope: Scope) -> list[lookup.Entry]:
    """All names that the asker may see: for a book of names."""
    if scope.people:
        named, also, met = (each.rows(db, **asked(scope)) for each in _names(len(scope.people)))
    else:
        named, also, met = ([*db.execute(each)] for each in _of_names(within(scope)))
    aliases, contacts = _by_customer(also), _by_customer(met)
    return [lookup.Entry(i, name, tuple(aliases.get(i, ())), tuple(contacts.get(i, ()))) for i, name in named]


def book(db: Session, scope: Scope) -> lookup.Book:
    """The book of all names that the asker may see."""
    return lookup.Book(entries(db, scope))


def same(db: Session, name: str, phone: str | None) -> Sequence[Customer]:
    """Customers with exactly this full normalised name or this phone, whoever's they are: asked before creating."""
    _one_at_a_time(db)
    condition = Customer.normal == lookup.normal(name)
    if phone:
        at_contact = select(Contact.customer_id).where(Contact.phone == phone)
        condition = or_(condition, Customer.phone == phone, Customer.id.in_(at_contact))
    everything = Scope.everything("duplicates before they happen", datetime.max.replace(tzinfo=UTC))
    return db.scalars(customers_within(everything).where(condition).order_by(Customer.id).limit(5)).all()


def duplicates_told(db: Session, person_id: int, since: datetime) -> set[int]:
    """The customers of others that somebody came upon since a moment, and was told whose they are."""
    mine = select(Audit.customer_id).where(Audit.person_id == person_id, Audit.what == "duplicate told")
    return {number for number in db.scalars(mine.where(Audit.at >= since)) if number}


def _one_at_a_time(db: Session) -> None:
    """Until this transaction ends, nobody else creates customers: two who begin at once would not see each other.

    SQLite has one writer anyway.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(select(func.pg_advisory_xact_lock(CREATING)))


def owner_of(db: Session, customer_id: int) -> int | None:
    """Who is responsible for a customer now."""
    owner: int | None = _OWNER.value(db, customer=customer_id)
    return owner


def end_ownership(db: Session, customer_id: int, now: datetime) -> None:
    """Nobody is responsible for a customer any more, nor sees it because of a leave."""
    for owned in db.scalars(
        select(Ownership).where(Ownership.customer_id == customer_id, Ownership.until_at.is_(None))
    ):
        owned.until_at = now
    covered = select(Access).where(Access.customer_id == customer_id, Access.kind == "deputy")
    for row in db.scalars(covered.where(or_(Access.until_at.is_(None), Access.until_at > now))):
        row.until_at = now
    db.flush()


def owners_of(db: Session, customer_ids: Sequence[int]) -> dict[int, int]:
    """Who is responsible for these customers now."""
    mine = select(Ownership.customer_id, Ownership.person_id).where(Ownership.until_at.is_(None))
    rows = db.execute(mine.where(Ownership.customer_id.in_(customer_ids)))
    return {row.customer_id: row.person_id for row in rows}


def contacts_of(db: Session, customer_id: int) -> Sequence[Contact]:
    """The people at a customer, in the order in which they were met."""
    return db.scalars(select(Contact).where(Contact.customer_id == customer_id).order_by(Contact.id)).all()


def to_call(db: Session, customer_id: int) -> Contact | None:
    """Whom to ask for at a customer: who was spoken to last, else whoever was met first."""
    spoken = select(Contact).join(Interaction, Interaction.contact_id == Contact.id)
    spoken = spoken.where(Contact.customer_id == customer_id, Interaction.customer_id == customer_id)
    spoken = spoken.where(Interaction.answered, Interaction.channel != "note")
    last = spoken.order_by(Interaction.made_on.desc(), Interaction.id.desc()).limit(1)
    return db.scalars(last).one_or_none() or next(iter(contacts_of(db, customer_id)), None)


def contact(db: Session, customer_id: int, name: str) -> Contact | None:
    """The person of this name at a customer, also as surname and title."""
    found = contacts_of(db, customer_id)
    book = lookup.Book([lookup.Entry(c.id, c.name, (), (c.name,)) for c in found])
    exact = [c for c in found if c.name == name]
    ids = [c.id for c in exact] or [spot.ids[0] for spot in book.spot(name) if len(spot.ids) == 1][:1]
    return next((c for c in found if c.id in ids), None)


def add_contact(db: Session, customer_id: int, name: str, phone: str | None, now: datetime) -> Contact:
    """Somebody new at a customer."""
    person = Contact(customer_id=customer_id, name=name, phone=phone, created_at=now)
    db.add(person)
    db.flush()
    names_changed(db)
    return person


def attachment_of(db: Session, doing_id: int) -> Attachment | None:
    """The file or place that a doing kept."""
    return db.scalars(select(Attachment).where(Attachment.doing_id == doing_id)).one_or_none()


def recent(db: Session, scope: Scope, author_id: int, limit: int = 2) -> Sequence[Customer]:
    """The customers that somebody last recorded something about: the likely answers to *which one?*"""
    last = select(Interaction.customer_id, func.max(Interaction.recorded_at).label("at"))
    last_by = last.where(Interaction.author_id == author_id).group_by(Interaction.customer_id).subquery()
    found = customers_within(scope).join(last_by, last_by.c.customer_id == Customer.id)
    return db.scalars(found.order_by(last_by.c.at.desc()).limit(limit)).all()


def by_ids(db: Session, scope: Scope, numbers: Sequence[int]) -> list[Customer]:
    """These customers, or those that they were merged into, in this order, as far as the asker may see them."""
    found = {c.id: c for c in db.scalars(select(Customer).where(each_within(scope), Customer.id.in_(numbers)))}
    old = {n: merged_into(db, n) for n in numbers if n not in found}
    into = {n: visible(db, scope, new) for n, new in old.items() if new != n}
    seen = [found.get(n) or into.get(n) for n in numbers]
    return list(dict.fromkeys(customer for customer in seen if customer is not None))


def _by_customer(rows: object) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = {}
    for number, name in rows:  # type: ignore[attr-defined]
        grouped.setdefault(number, []).append(name)
    return grouped


_OWNER = Ready(
    select(Ownership.person_id).where(Ownership.customer_id == bindparam("customer"), Ownership.until_at.is_(None))
)
"""Judging asks it of every record."""


@cache
def _names(count: int) -> tuple[Ready[int, str], ...]:
    """What a book of names asks; every new name makes everybody's be read again."""
    return tuple(Ready(each) for each in _of_names(anybodys(count)))


def _of_names(condition: ColumnElement[bool]) -> tuple[Select[int, str], ...]:
    """Names, other names and people at customers, each beside its customer."""
    named = select(Customer.id, Customer.name).where(condition).order_by(Customer.id)
    others = (select(of.customer_id, of.name).join(Customer, Customer.id == of.customer_id) for of in (Alias, Contact))
    return (named, *(other.where(condition) for other in others))
