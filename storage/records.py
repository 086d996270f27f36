"""Questions about what happened with a customer and what is planned."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, or_, select
from sqlalchemy.orm import Session

from . import journal
from .hand import Rows
from .models import Complaint, Contact, Customer, Fact, Interaction, Later, Ownership, Person, Plan, Purchase
from .ready import Ready

TOUCHES = ("visit", "meeting", "call", "message")


def interactions(db: Session, customer_id: int) -> Sequence[Interaction]:
    """All interactions with a customer, oldest first."""
    mine = select(Interaction).where(Interaction.customer_id == customer_id)
    return db.scalars(mine.order_by(Interaction.made_on, Interaction.id)).all()


def touch_rows(db: Session, customer_id: int) -> list[tuple[date, str, bool, bool]]:
    """(day, channel, worded, with an outcome) of every answered interaction: what judging needs, and no more."""
    return _TOUCHES.rows(db, customer=customer_id)


def purchase_rows(db: Session, customer_id: int) -> list[tuple[date, int, str]]:
    """(day, minor units, currency) of every purchase."""
    return _PURCHASES.rows(db, customer=customer_id)


def fact_rows(db: Session, customer_id: int) -> list[tuple[str, str, date]]:
    """(kind, value, day) of every dated judgement, oldest first."""
    return _FACTS.rows(db, customer=customer_id)


def open_plans(db: Session, customer_id: int) -> Sequence[Plan]:
    """What is planned with a customer, soonest first."""
    return PLANS.all(db, _OPEN, customer=customer_id)


def kept_promise(db: Session, customer_id: int, since: date, by: Collection[str]) -> Plan | None:
    """The promise that one of these settled last since a day."""
    mine = select(Plan).where(Plan.customer_id == customer_id, Plan.words.is_not(None), Plan.settled_on >= since)
    return db.scalars(mine.where(Plan.settled_by.in_(by)).order_by(Plan.settled_on.desc(), Plan.id.desc())).first()


def complaint_spans(db: Session, customer_id: int) -> list[tuple[date, date | None]]:
    """(opened, closed) of every complaint."""
    return _COMPLAINTS.rows(db, customer=customer_id)


def open_complaint(db: Session, customer_id: int) -> Complaint | None:
    """The oldest complaint that is not closed."""
    mine = select(Complaint).where(Complaint.customer_id == customer_id, Complaint.closed_on.is_(None))
    return db.scalars(mine.order_by(Complaint.opened_on, Complaint.id).limit(1)).one_or_none()


def last_interaction(db: Session, customer_id: int) -> Interaction | None:
    """The latest thing that happened, notes and tries included; a note that only plans something says nothing."""
    mine = select(Interaction).where(Interaction.customer_id == customer_id)
    mine = mine.where((Interaction.channel != "note") | Interaction.outcome.is_not(None))
    return db.scalars(mine.order_by(Interaction.made_on.desc(), Interaction.id.desc()).limit(1)).one_or_none()


def last_purchase(db: Session, customer_id: int) -> Purchase | None:
    """The latest sale, or money that went back."""
    mine = select(Purchase).where(Purchase.customer_id == customer_id)
    return db.scalars(mine.order_by(Purchase.made_on.desc(), Purchase.id.desc()).limit(1)).one_or_none()


def last_touch(db: Session, customer_id: int) -> Interaction | None:
    """The latest contact: no note, and no try without an answer."""
    met = select(Interaction).where(Interaction.customer_id == customer_id, Interaction.answered)
    met = met.where(Interaction.channel.in_(TOUCHES))
    return db.scalars(met.order_by(Interaction.made_on.desc(), Interaction.id.desc()).limit(1)).one_or_none()


def first_touch_since(db: Session, customer_id: int, since: datetime, on: date) -> Interaction | None:
    """The first contact of that day that was recorded since a moment."""
    met = select(Interaction).where(Interaction.customer_id == customer_id, Interaction.answered)
    met = met.where(Interaction.channel.in_(TOUCHES), Interaction.recorded_at >= since, Interaction.made_on == on)
    return db.scalars(met.order_by(Interaction.id).limit(1)).one_or_none()


def last_later(db: Session, customer_id: int) -> Later | None:
    """How long its reminders were last put off."""
    return LATERS.one(db, _LATER, customer=customer_id)


def visit_number(db: Session, visit: Interaction) -> int:
    """Which visit this is, counted by date."""
    its = {"customer": visit.customer_id, "channel": visit.channel, "on": visit.made_on, "number": visit.id}
    return int(_BEFORE.value(db, **its) or 0)


NOUNS: dict[str, Any] = {
    "interactions": Interaction,
    "purchases": Purchase,
    "complaints": Complaint,
    "plans": Plan,
    "facts": Fact,
    "laters": Later,
}


def of_doing(db: Session, doing_id: int) -> dict[str, list[Any]]:
    """What one doing recorded, by noun."""
    added = journal.added(db, doing_id)
    if added is not None:
        return {noun: [row for row in added if isinstance(row, model)] for noun, model in NOUNS.items()}
    return {
        noun: list(db.scalars(select(model).where(model.doing_id == doing_id).order_by(model.id)))
        for noun, model in NOUNS.items()
    }


def history(db: Session, customer_id: int, limit: int, offset: int = 0) -> Sequence[tuple[Interaction, str]]:
    """Interactions with their authors' names, latest first."""
    mine = select(Interaction, Person.name).join(Person, Person.id == Interaction.author_id)
    mine = mine.where(Interaction.customer_id == customer_id).order_by(
        Interaction.made_on.desc(), Interaction.id.desc()
    )
    return [(met, author) for met, author in db.execute(mine.limit(limit).offset(offset))]


def contact_of(db: Session, interaction: Interaction) -> Contact | None:
    """Who was met."""
    return db.get(Contact, interaction.contact_id) if interaction.contact_id else None


def met_otherwise(db: Session, contact_id: int, doing_id: int) -> bool:
    """Whether another doing than this one recorded something with this person."""
    other = select(Interaction.id).where(Interaction.contact_id == contact_id, Interaction.doing_id != doing_id)
    return db.scalar(other.limit(1)) is not None


def purchases(db: Session, customer_id: int) -> list[tuple[Purchase, str]]:
    """Purchases with their authors' names."""
    mine = select(Purchase, Person.name).join(Person, Person.id == Purchase.author_id)
    return [(row, author) for row, author in db.execute(mine.where(Purchase.customer_id == customer_id))]


def complaints(db: Session, customer_id: int) -> list[tuple[Complaint, str]]:
    """Complaints with their authors' names."""
    mine = select(Complaint, Person.name).join(Person, Person.id == Complaint.author_id)
    return [(row, author) for row, author in db.execute(mine.where(Complaint.customer_id == customer_id))]


Done = tuple[str, str, str | None, int | None, str | None, str | None]
"""(kind, customer, gist, minor units, currency, role) of one thing that was done."""


def of_day(db: Session, author_id: int, on: date) -> list[Done]:
    """What somebody recorded for a day, touches first, in its order; `missed` is who was tried and not reached."""
    met = select(Interaction, Customer.name).join(Customer, Customer.id == Interaction.customer_id)
    met = met.where(Interaction.author_id == author_id, Interaction.made_on == on)
    sold = select(Purchase, Customer.name).join(Customer, Customer.id == Purchase.customer_id)
    sold = sold.where(Purchase.author_id == author_id, Purchase.made_on == on).order_by(Purchase.id)
    for_plans = select(Plan.id).where(Plan.doing_id == Interaction.doing_id).exists()
    rows = db.execute(met.where((Interaction.channel != "note") | ~for_plans).order_by(Interaction.id)).all()
    reached = {row.customer_id for row, _ in rows if row.answered and row.channel != "note"}
    touches = [
        (row.channel if row.answered else "missed", name, row.outcome, row.amount_minor, row.currency, row.amount_role)
        for row, name in rows
        if (row.answered or row.customer_id not in reached) and (row.channel != "note" or row.outcome)
    ]
    sales = [("purchase", name, row.product, row.amount_minor, row.currency, "paid") for row, name in db.execute(sold)]
    heard = select(Complaint.words, Customer.name).join(Customer, Customer.id == Complaint.customer_id)
    heard = heard.where(Complaint.author_id == author_id, Complaint.opened_on == on).order_by(Complaint.id)
    griefs = [("complaint", name, words, None, None, None) for words, name in db.execute(heard)]
    return [*touches, *sales, *griefs]


def created_on_day(db: Session, author_id: int, since: datetime) -> int:
    """How many customers somebody created since a moment."""
    mine = select(func.count()).where(Customer.created_by == author_id, Customer.created_at >= since)
    return db.scalar(mine) or 0


def promised_on_day(db: Session, author_id: int, since: datetime) -> list[tuple[str, str, date]]:
    """What somebody promised since a moment: (customer, words, by when)."""
    mine = select(Customer.name, Plan.words, Plan.due_on).join(Customer, Customer.id == Plan.customer_id)
    mine = mine.where(Plan.author_id == author_id, Plan.words.is_not(None), Plan.recorded_at >= since)
    return [(name, words or "", on) for name, words, on in db.execute(mine.order_by(Plan.id))]


def closed_on_day(db: Session, owner_id: int, on: date) -> tuple[str, ...]:
    """Somebody's own customers whose complaint was closed on a day."""
    theirs = select(Customer.name).join(Complaint, Complaint.customer_id == Customer.id)
    theirs = theirs.join(Ownership, (Ownership.customer_id == Customer.id) & Ownership.until_at.is_(None))
    return tuple(db.scalars(theirs.where(Ownership.person_id == owner_id, Complaint.closed_on == on).distinct()))


PLANS, LATERS = Rows(Plan), Rows(Later)

_CUSTOMER: BindParameter[int] = bindparam("customer")
"""Judging asks these of every record."""

_TOUCHES = Ready(
    select(Interaction.made_on, Interaction.channel, Interaction.worded, Interaction.outcome.is_not(None))
    .where(Interaction.customer_id == _CUSTOMER, Interaction.answered)
    .where(or_(*(Interaction.channel == channel for channel in TOUCHES)))
    .order_by(Interaction.made_on)
)
_PURCHASES = Ready(
    select(Purchase.made_on, Purchase.amount_minor, Purchase.currency)
    .where(Purchase.customer_id == _CUSTOMER)
    .order_by(Purchase.made_on)
)
_FACTS = Ready(
    select(Fact.kind, Fact.value, Fact.stated_on).where(Fact.customer_id == _CUSTOMER).order_by(Fact.stated_on, Fact.id)
)
_COMPLAINTS = Ready(select(Complaint.opened_on, Complaint.closed_on).where(Complaint.customer_id == _CUSTOMER))
_OPEN = Ready(
    PLANS.select().where(Plan.customer_id == _CUSTOMER, Plan.settled_on.is_(None)).order_by(Plan.due_on, Plan.id)
)
_LATER = Ready(LATERS.select().where(Later.customer_id == _CUSTOMER).order_by(Later.id.desc()).limit(1))
_BEFORE = Ready(
    select(func.count()).where(
        Interaction.customer_id == _CUSTOMER,
        Interaction.channel == bindparam("channel"),
        Interaction.answered,
        (Interaction.made_on < bindparam("on"))
        | ((Interaction.made_on == bindparam("on")) & (Interaction.id <= bindparam("number"))),
    )
)
