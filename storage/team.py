"""Questions about a team: who is in it, what they did, what waits for them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, or_, select
from sqlalchemy.orm import Session

from . import counts
from .lists import EVERYBODY, Narrowed, listed
from .models import Contact, Customer, Interaction, Ownership, Person, Purchase, Role, Standing
from .records import TOUCHES
from .scope import Scope


@dataclass(frozen=True)
class Waiting:
    """How somebody's customers stand against their cadence; `owned` counts those without reminders too."""

    owned: int = 0
    due: int = 0
    planned: int = 0
    covered: int = 0
    late: int = 0


def members(db: Session, numbers: Collection[int]) -> Sequence[Person]:
    """Those of these people who are here and sell or are responsible for somebody."""
    sells = select(Role.person_id).where(Role.role == "salesperson")
    owns = exists().where(Ownership.person_id == Person.id, Ownership.until_at.is_(None))
    here = select(Person).where(Person.id.in_(numbers), Person.left_at.is_(None))
    return db.scalars(here.where(Person.id.in_(sells) | owns).order_by(Person.id)).all()


def touches(
    db: Session, numbers: Collection[int], since: date, until: date, among: Any = None
) -> Counter[tuple[int, date]]:
    """(person, day) -> touches; a purchase is one where nothing else was recorded with that customer that day.

    `among`: of these customers only, as a select of their numbers.
    """
    met = _of_customers(_made(Interaction, func.count(), numbers, since, until), Interaction.customer_id, among)
    met = met.where(Interaction.answered, Interaction.channel.in_(TOUCHES))
    customers = func.count(Purchase.customer_id.distinct())
    sold = _of_customers(_made(Purchase, customers, numbers, since, until), Purchase.customer_id, among)
    sold = sold.where(Purchase.amount_minor >= 0, ~_met_as_well())
    days: Counter[tuple[int, date]] = Counter()
    for rows in (met, sold):
        days.update({(who, on): n for who, on, n in db.execute(rows)})
    return days


def waiting(db: Session, scope: Scope, today: date) -> dict[int, Waiting]:
    """Person -> how their customers stand: due today, late, planned ahead, or covered by their cadence."""
    states = counts.waiting(db, scope, today)
    owned = counts.per_owner(db, scope, EVERYBODY)
    return {who: Waiting(customers, **states.get(who, {})) for who, customers in owned}


def _made(of: Any, counted: Any, people: Collection[int], since: date, until: date) -> Any:
    """How many rows of somebody were made on each day."""
    each = select(of.author_id, of.made_on, counted).where(of.author_id.in_(people), of.made_on.between(since, until))
    return each.group_by(of.author_id, of.made_on)


def _of_customers(rows: Any, customer: Any, among: Any) -> Any:
    return rows.where(customer.is_not(None) if among is None else customer.in_(among))


def _met_as_well() -> ColumnElement[bool]:
    """Whoever sold something also recorded a touch with that customer that day."""
    same = (
        Interaction.author_id == Purchase.author_id,
        Interaction.made_on == Purchase.made_on,
        Interaction.customer_id == Purchase.customer_id,
    )
    return exists().where(*same, Interaction.answered, Interaction.channel.in_(TOUCHES))


@dataclass(frozen=True)
class Known:
    """Somebody's customers, and of how many is known: somebody there, a phone, a place, an industry."""

    customers: int
    known: tuple[int, ...]


def known(db: Session, scope: Scope, narrowed: Narrowed) -> dict[int | None, Known]:
    """Person -> what is known of their customers; None has those who belong to nobody."""
    there = exists().where(Contact.customer_id == Customer.id)
    phone = or_(Customer.phone.is_not(None), there.where(Contact.phone.is_not(None)))
    place = or_(Customer.city.is_not(None), Customer.region_id.is_not(None))
    sums = [func.sum(case((each, 1), else_=0)) for each in (there, phone, place, Customer.industry_id.is_not(None))]
    open_one = (Ownership.customer_id == Standing.customer_id) & Ownership.until_at.is_(None)
    each = listed(select(Ownership.person_id, func.count(), *sums).select_from(Standing), scope, narrowed)
    rows = each.join(Ownership, open_one, isouter=True).group_by(Ownership.person_id)
    return {who: Known(count, tuple(int(n or 0) for n in found)) for who, count, *found in db.execute(rows)}
