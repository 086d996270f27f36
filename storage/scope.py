"""Who may see which customers: the one place that decides it.

Every read of customers begins with `customers_within(scope)`. Salespeople see what they own and what is shared
with them; managers also what the people of their teams own. The admin role alone sees no customer.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from .hand import Rows
from .models import Access, Customer, Membership, Ownership, Person, Role, Standing, Team
from .ready import Ready


@dataclass(frozen=True)
class Scope:
    """What one asker may see. `people`: whose customers; None means everything, for a stated reason."""

    person_id: int | None
    people: frozenset[int] | None
    at: datetime
    reason: str = ""

    @classmethod
    def everything(cls, reason: str, at: datetime) -> "Scope":
        """All customers, for work that nobody reads: the night, duplicates, erasing."""
        return cls(None, None, at, reason)


def scope_of(db: Session, who: Person, at: datetime, roles: AbstractSet[str] | None = None) -> Scope:
    """What this person may see now; their `roles` where they are known already."""
    roles = roles_of(db, who.id) if roles is None else roles
    if who.left_at is not None or who.paused_at is not None or not roles & {"salesperson", "manager"}:
        return Scope(who.id, frozenset(), at)
    led = people_led_by(db, who.id) if "manager" in roles else set()
    return Scope(who.id, frozenset(led | {who.id}), at)


def roles_of(db: Session, person_id: int) -> set[str]:
    """The roles of a person."""
    return {role for (role,) in _ROLES.rows(db, person=person_id)}


def people_led_by(db: Session, person_id: int) -> set[int]:
    """Everybody in the teams this person leads, nested teams included."""
    teams = set(db.scalars(select(Membership.team_id).where(Membership.person_id == person_id, Membership.leads)))
    below = teams
    while below:
        below = set(db.scalars(select(Team.id).where(Team.parent_id.in_(below)))) - teams
        teams |= below
    return set(db.scalars(select(Membership.person_id).where(Membership.team_id.in_(teams)))) if teams else set()


def within(scope: Scope) -> ColumnElement[bool]:
    """The condition on `Customer` that holds for what the scope may see."""
    if scope.people is None:
        return alive()
    owned = select(Ownership.customer_id).where(Ownership.person_id.in_(scope.people), Ownership.until_at.is_(None))
    return alive() & (Customer.id.in_(owned) | Customer.id.in_(shared_with(scope)))


def each_within(scope: Scope) -> ColumnElement[bool]:
    """The same for a few customers whose numbers are asked for: each is looked at by itself."""
    if scope.people is None:
        return alive()
    owner = exists().where(Ownership.customer_id == Customer.id, Ownership.person_id.in_(scope.people))
    shared = shared_with(scope).where(Access.customer_id == Customer.id).exists()
    return alive() & (owner.where(Ownership.until_at.is_(None)) | shared)


def judged_within(scope: Scope) -> ColumnElement[bool]:
    """The same as a condition on `Standing`: its owner is kept beside it, so that many are asked without a look at each
    customer."""
    if scope.people is None:
        return select(Customer.id).where(Customer.id == Standing.customer_id, alive()).exists()
    shared = shared_with(scope).join(Customer, Customer.id == Access.customer_id).where(alive())
    return Standing.owner_id.in_(scope.people) | Standing.customer_id.in_(shared)


def alive() -> ColumnElement[bool]:
    """The condition on `Customer` that it is one still: neither merged into another nor erased."""
    return Customer.merged_into_id.is_(None) & Customer.erased_at.is_(None)


def shared_with(scope: Scope) -> Select[int]:
    """The numbers of the customers that others let the asker see."""
    return select(Access.customer_id).where(
        Access.person_id == scope.person_id,
        Access.from_at <= scope.at,
        or_(Access.until_at.is_(None), Access.until_at > scope.at),
    )


def customers_within(scope: Scope) -> Select[Customer]:
    """The customers that the scope may see: where every question about customers begins."""
    return select(Customer).where(within(scope))


def visible(db: Session, scope: Scope, customer_id: int) -> Customer | None:
    """This customer, or the one that it was merged into, if the asker may see it; not there and not theirs are the same
    answer."""
    found = _visible_as(db, scope, customer_id)
    if found is None and (into := merged_into(db, customer_id)) != customer_id:
        return _visible_as(db, scope, into)
    return found


def merged_into(db: Session, customer_id: int) -> int:
    """The customer that an old number stands for by now."""
    seen = {customer_id}
    while (row := db.get(Customer, customer_id)) and row.merged_into_id and row.merged_into_id not in seen:
        customer_id = row.merged_into_id
        seen.add(customer_id)
    return customer_id


def _visible_as(db: Session, scope: Scope, customer_id: int) -> Customer | None:
    if not scope.people:
        return db.scalars(select(Customer).where(each_within(scope), Customer.id == customer_id)).one_or_none()
    return CUSTOMERS.one(db, _visible(len(scope.people)), **asked(scope), customer=customer_id)


def asked(scope: Scope) -> dict[str, Any]:
    """The parameters of a statement that was made ready for `anybodys` scope."""
    people = {f"person_{n}": number for n, number in enumerate(sorted(scope.people or ()))}
    return {"asker": scope.person_id, "at": scope.at, **people}


def anybodys(count: int, condition: Callable[[Scope], ColumnElement[bool]] = within) -> ColumnElement[bool]:
    """The condition of `within` for whoever sees the customers of so many people, at least one."""
    people: Any = [bindparam(f"person_{n}", type_=Integer) for n in range(count)]
    asker, at = bindparam("asker", type_=Integer), bindparam("at", type_=Access.from_at.type)
    parameters: Any = {"person_id": asker, "people": people, "at": at}
    return condition(Scope(**parameters))


CUSTOMERS = Rows(Customer)
_ROLES = Ready(select(Role.role).where(Role.person_id == bindparam("person")))
"""Every message asks these."""


@cache
def _visible(count: int) -> Ready[*tuple[Any, ...]]:
    """One customer within the scope of so many people."""
    return Ready(CUSTOMERS.select().where(anybodys(count, each_within), Customer.id == bindparam("customer")))
