"""Questions about reminders: what is planned, what is due, what was shown."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from .hand import Rows
from .models import (
    Access,
    Customer,
    Interaction,
    Membership,
    Occurrence,
    Outbox,
    Ownership,
    Person,
    Plan,
    Role,
    Standing,
)
from .people import working
from .ready import Ready
from .scope import Scope, within

SAID = ("sent", "with_agenda")
"""States of what was said: by itself, or in the morning list."""


def reachable(db: Session) -> Sequence[Person]:
    """Everybody who has a role here and can be written to."""
    here = select(Person).where(Person.id.in_(select(Role.person_id)), working())
    here = here.where(Person.telegram_id.is_not(None), Person.unreachable_at.is_(None))
    return db.scalars(here.order_by(Person.id)).all()


def sellers(db: Session) -> frozenset[int]:
    """Who sells: those who get an agenda."""
    return frozenset(db.scalars(select(Role.person_id).where(Role.role == "salesperson")))


def leaders(db: Session) -> frozenset[int]:
    """Who leads a team: those who get summaries."""
    leading = select(Membership.person_id).join(Role, Role.person_id == Membership.person_id)
    return frozenset(db.scalars(leading.where(Membership.leads, Role.role == "manager")))


def between(db: Session, first: date, last: date) -> Sequence[Occurrence]:
    """What is planned or was done for these local dates."""
    return db.scalars(select(Occurrence).where(Occurrence.on >= first, Occurrence.on <= last)).all()


def timed_plans(db: Session, first: date, last: date) -> list[tuple[Plan, int]]:
    """Open plans with a time on these dates, each with whoever is responsible for the customer; or who made it, where
    they share the customer."""
    mine = select(Plan, Ownership.person_id, _BY_A_SHARER).join(Ownership, Ownership.customer_id == Plan.customer_id)
    mine = mine.where(Ownership.until_at.is_(None), Plan.settled_on.is_(None), Plan.due_at.is_not(None))
    rows = db.execute(mine.where(Plan.due_on >= first, Plan.due_on <= last))
    return [(plan, plan.author_id if shared else owner) for plan, owner, shared in rows]


def agreed_on(db: Session, owners: Collection[int], on: date) -> Sequence[Plan]:
    """What is agreed for a date with customers of these people, or by them with one that they share: by its time, then
    what has words, then the rest."""
    return db.scalars(_AGREED, {"owners": list(owners), "on": on}).all()


def due(db: Session, now: datetime, most: int | None = None) -> Sequence[Occurrence]:
    """What should have been said by now, oldest first; at most so many, and none that another process is saying."""
    waiting = select(Occurrence).where(Occurrence.state == "planned", Occurrence.due_at <= now)
    waiting = waiting.where(or_(Occurrence.again_at.is_(None), Occurrence.again_at <= now))
    ordered = waiting.order_by(Occurrence.due_at, Occurrence.id).limit(most)
    return db.scalars(ordered.with_for_update(skip_locked=True)).all()


def any_due(db: Session, now: datetime) -> bool:
    """Whether something should have been said by now."""
    waiting = select(Occurrence.id).where(Occurrence.state == "planned", Occurrence.due_at <= now)
    asked = or_(Occurrence.again_at.is_(None), Occurrence.again_at <= now)
    return db.scalar(waiting.where(asked).limit(1)) is not None


def next_due_at(db: Session, after: datetime) -> datetime | None:
    """When the next planned reminder is due after this moment."""
    at = func.coalesce(Occurrence.again_at, Occurrence.due_at)
    return db.scalar(select(func.min(at)).where(Occurrence.state == "planned", at > after))


def shown_to(db: Session, person_id: int, on: date) -> Occurrence | None:
    """The agenda that this person was last shown for a date."""
    return OCCURRENCES.one(db, _SHOWN, person=person_id, on=on)


def ensure(
    db: Session, person_id: int, kind: str, subject: str, on: date, due_at: datetime, state: str = "planned"
) -> Occurrence:
    """The reminder of this key; where there is none, a new one in this state."""
    mine = select(Occurrence).where(Occurrence.person_id == person_id, Occurrence.kind == kind, Occurrence.on == on)
    row = db.scalars(mine.where(Occurrence.subject == subject)).one_or_none()
    if row is None:
        row = Occurrence(person_id=person_id, kind=kind, subject=subject, on=on, due_at=due_at, facts={}, state=state)
        db.add(row)
        db.flush()
    return row


def drop(db: Session, kind: str, subject: str) -> None:
    """Nothing of this kind about this is said any more: it was said, or it is over."""
    waiting = update(Occurrence).where(Occurrence.kind == kind, Occurrence.subject == subject)
    db.execute(waiting.where(Occurrence.state == "planned").values(state="superseded"))


def nagged(db: Session, person_id: int, on: date) -> int:
    """How many nags somebody heard on a local date."""
    mine = select(func.count()).where(Occurrence.person_id == person_id, Occurrence.on == on)
    mine = mine.where(Occurrence.kind.in_(("nag", "escalation", "after")), Occurrence.subject != "manager")
    return db.scalar(mine.where(Occurrence.state.in_(SAID))) or 0


def due_with_agenda(db: Session, person_id: int, on: date, now: datetime) -> Sequence[Occurrence]:
    """What else is to be said to somebody now that belongs to that day's list: who stays late, what has gone by."""
    mine = select(Occurrence).where(Occurrence.person_id == person_id, Occurrence.on == on, Occurrence.due_at <= now)
    mine = mine.where(Occurrence.state == "planned", Occurrence.kind.in_(("escalation", "ahead")))
    return db.scalars(mine.where(Occurrence.subject != "manager").order_by(Occurrence.id)).all()


def said_with(db: Session, outbox_id: int) -> Sequence[Occurrence]:
    """What a list took in of what else was to be said."""
    mine = select(Occurrence).where(Occurrence.outbox_id == outbox_id, Occurrence.state == "with_agenda")
    return db.scalars(mine).all()


def said_as(db: Session, person_id: int, kind: str, subject: str, on: date) -> str | None:
    """As what a reminder was said, if it was."""
    mine = select(Outbox.view).join(Occurrence, Occurrence.outbox_id == Outbox.id).where(Occurrence.kind == kind)
    mine = mine.where(Occurrence.person_id == person_id, Occurrence.subject == subject, Occurrence.on == on)
    return db.scalar(mine)


def deputies(db: Session) -> Sequence[Person]:
    """Everybody whose customers a deputy covers, now or soon."""
    return db.scalars(_DEPUTIES).all()


def of_people(db: Session, people: Collection[int], since: date) -> Sequence[Occurrence]:
    """Everything that was planned for these people since a date, but what they asked to see; latest first."""
    mine = select(Occurrence).where(Occurrence.person_id.in_(people), Occurrence.on >= since)
    told = mine.where(Occurrence.kind.in_(("agenda", "ahead", "after", "escalation", "occasion", "nag")))
    return db.scalars(told.order_by(Occurrence.on.desc(), Occurrence.due_at.desc(), Occurrence.id.desc())).all()


def covering(db: Session, customer_id: int) -> Sequence[Person]:
    """Who stood in for this customer's owner, now or before."""
    stood = select(Access.person_id).where(Access.customer_id == customer_id, Access.kind == "deputy")
    return db.scalars(select(Person).where(Person.id.in_(stood))).all()


def sent_on(db: Session, on: date) -> int:
    """How many reminders were sent for a local date."""
    return db.scalar(select(func.count()).where(Occurrence.on == on, Occurrence.state == "sent")) or 0


def standings_owned(
    db: Session, person_id: int, owners: Collection[int], by: date, at: datetime
) -> list[tuple[Standing, Customer]]:
    """The customers of these owners that are due by a date or have an open complaint, as far as this person, who covers
    them, may see them; of those that they share the ones with which they have plans of their own."""
    asked = {"asker": person_id, "people": [person_id], "at": at, "owners": list(owners), "by": by}
    return [(standing, customer) for standing, customer in db.execute(_DUE, asked)]


def of_customers(db: Session, scope: Scope, numbers: Iterable[int]) -> dict[int, tuple[Standing, Customer]]:
    """These customers with their standings, as far as the asker may see them."""
    asked: dict[str, object] = {"numbers": list(numbers)}
    if scope.people is None:
        rows = db.execute(_STANDING.where(within(scope), Customer.id.in_(_NUMBERS)), asked)
    else:
        asked |= {"asker": scope.person_id, "people": list(scope.people), "at": scope.at}
        rows = db.execute(_OF_CUSTOMERS, asked)
    return {customer.id: (standing, customer) for standing, customer in rows}


def whose(db: Session, rows: Collection[Occurrence]) -> Sequence[Person]:
    """The people of these reminders, read at once."""
    return db.scalars(_PEOPLE, {"numbers": list({row.person_id for row in rows})}).all()


def tries(db: Session, customer_id: int) -> int:
    """How many tries in a row got no answer."""
    rows = db.scalars(
        select(Interaction.answered)
        .where(Interaction.customer_id == customer_id, Interaction.channel != "note")
        .order_by(Interaction.made_on.desc(), Interaction.id.desc())
        .limit(20)
    ).all()
    return next((n for n, answered in enumerate(rows) if answered), len(rows))


OCCURRENCES = Rows(Occurrence)
_SHOWN = Ready(
    OCCURRENCES.select()
    .where(Occurrence.person_id == bindparam("person"), Occurrence.on == bindparam("on"))
    .where(or_(Occurrence.kind == "agenda", Occurrence.kind == "today"), Occurrence.outbox_id.is_not(None))
    .order_by(Occurrence.outbox_id.desc())
    .limit(1)
)
"""Every record asks it, as it asks the others below."""

_DEPUTIES = select(Person).where(Person.deputy_id.is_not(None), Person.left_at.is_(None))

_BY_A_SHARER = (
    select(Access.id)
    .where(Access.customer_id == Plan.customer_id, Access.person_id == Plan.author_id)
    .where(Access.kind == "shared", Access.until_at.is_(None))
    .correlate(Plan)
    .exists()
)
"""A plan of somebody who shares the customer with its owner."""

_OWNERS: BindParameter[list[int]] = bindparam("owners", expanding=True)
_AGREED = (
    select(Plan)
    .join(Ownership, Ownership.customer_id == Plan.customer_id)
    .where(Ownership.until_at.is_(None))
    .where(or_(Ownership.person_id.in_(_OWNERS), and_(Plan.author_id.in_(_OWNERS), _BY_A_SHARER)))
    .where(Plan.settled_on.is_(None), Plan.due_on == bindparam("on"))
    .order_by(Plan.due_at.is_(None), Plan.due_at, Plan.words.is_(None), Plan.id)
)

_NUMBERS: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_ASKER: Any = Scope(
    bindparam("asker"),  # type: ignore[arg-type]
    bindparam("people", expanding=True),  # type: ignore[arg-type]
    bindparam("at"),  # type: ignore[arg-type]
)
"""Whoever asks, named when a statement runs: what is put together once costs little each time."""

_STANDING = select(Standing, Customer).join(Customer, Customer.id == Standing.customer_id)
_OF_CUSTOMERS = _STANDING.where(within(_ASKER), Customer.id.in_(_NUMBERS))
_PEOPLE = select(Person).where(Person.id.in_(_NUMBERS))

_PLANNED = (
    select(Plan.id)
    .where(Plan.customer_id == Access.customer_id, Plan.author_id == bindparam("asker"))
    .where(Plan.settled_on.is_(None), Plan.due_on <= bindparam("by"))
)
_SHARED = select(Access.customer_id).where(
    Access.person_id == bindparam("asker"), Access.kind == "shared", _PLANNED.exists()
)
_OWNED = select(Ownership.customer_id).where(Ownership.person_id.in_(_OWNERS), Ownership.until_at.is_(None))
_DUE = _STANDING.where(
    within(_ASKER),
    Customer.id.in_(_OWNED.union_all(_SHARED)),
    Standing.due_on.is_not(None),
    or_(Standing.due_on <= bindparam("by"), Standing.complaint_on.is_not(None)),
).order_by(Standing.due_on, Customer.id)
"""From those that somebody shares, not from all plans: these are many."""
