"""Whose customers one decides about, and whom one may ask about a customer: its owner, if they can answer."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from storage import customers
from storage.models import Person
from storage.scope import Scope


def leads(who: Person, scope: Scope, owner: int | None) -> bool:
    """Whether this owner is one of somebody's people, and not they themselves."""
    return owner is not None and owner != who.id and owner in (scope.people or ())


def may_be_asked(who: Person, scope: Scope, owner: Person | None) -> bool:
    """Whether this owner is one of the asker's people, not the asker, and can be written to."""
    if owner is None or not leads(who, scope, owner.id):
        return False
    return owner.telegram_id is not None and owner.left_at is owner.paused_at is owner.unreachable_at is None


def asked_by(db: Session, who: Person, scope: Scope, owner: int | None) -> str | None:
    """The name of this owner, where they may be asked."""
    person = db.get(Person, owner) if owner else None
    return person.name if person is not None and may_be_asked(who, scope, person) else None


def to_ask(db: Session, who: Person, scope: Scope, numbers: Sequence[int]) -> dict[int, Person]:
    """Customer -> its owner, of those whose owners may be asked."""
    owners = customers.owners_of(db, numbers)
    people = {number: db.get(Person, number) for number in set(owners.values())}
    found = {number: people[owner] for number, owner in owners.items()}
    return {number: owner for number, owner in found.items() if owner and may_be_asked(who, scope, owner)}
