"""Who comes along when a record turns out to be about another customer, and who is left behind by nobody."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from storage import customers, journal, records, standings
from storage.models import Contact, Customer, Doing

from .records import Keeping


def come(keeping: Keeping, doing: Doing, before: Customer | None, customer: Customer) -> Customer | None:
    """Who was spoken of in this record is somebody at the customer that it is about by now.

    Whom it was about before; None where that was somebody new who came in with it, and is no more.
    """
    if before is None or before.id == customer.id:
        return before
    for row in records.of_doing(keeping.db, doing.id)["interactions"]:
        person = keeping.db.get(Contact, row.contact_id) if row.contact_id else None
        if person is not None and person.customer_id != customer.id:
            row.contact_id = _there(keeping, doing, person, customer)
    keeping.db.flush()
    for person in _first_named(keeping.db, doing):
        if person.customer_id == before.id:
            _there(keeping, doing, person, customer)
            _not_twice(keeping.db, person, before)
    customers.names_changed(keeping.db)
    return None if _gone(keeping, doing, before) else before


def written_otherwise(keeping: Keeping, doing: Doing, customer: Customer | None, contact: str | None) -> None:
    """Who was first spoken of here is called otherwise now."""
    mine = [person for person in _first_named(keeping.db, doing) if customer and person.customer_id == customer.id]
    if mine and contact and customer and customers.contact(keeping.db, customer.id, contact) is None:
        mine[0].name = contact
        customers.names_changed(keeping.db)


def _gone(keeping: Keeping, doing: Doing, before: Customer) -> bool:
    """Somebody new who came in with this record, and of whom nothing else was said, is no more."""
    db = keeping.db
    came = any(
        one.noun == "customers" and one.row_id == before.id and one.before is None
        for one in journal.changes_of(db, [doing.id])
    )
    if not came or any(later.customer_id == before.id for later in journal.built_on(db, doing)):
        return False
    standings.forget(db, before.id)
    journal.resume(db, doing)
    customers.remove(db, before)
    doing.understood = {**doing.understood, "created": False}
    return True


def _there(keeping: Keeping, doing: Doing, person: Contact, customer: Customer) -> int:
    """The person of this name at that customer: known there, moved there, or somebody new."""
    known = customers.contact(keeping.db, customer.id, person.name)
    mine = person in _first_named(keeping.db, doing)
    if known is not None:
        known.phone = known.phone or (person.phone if mine else None)
        return known.id
    if mine:
        person.customer_id = customer.id
        keeping.db.flush()
        return person.id
    return customers.add_contact(keeping.db, customer.id, person.name, None, keeping.now).id


def _not_twice(db: Session, person: Contact, before: Customer) -> None:
    """Who is known at the other customer already isn't left behind at the first."""
    if person.customer_id == before.id:
        db.delete(person)
        db.flush()


def _first_named(db: Session, doing: Doing) -> Sequence[Contact]:
    """Who was first spoken of in this doing, and in no other."""
    new = [one.row_id for one in journal.changes_of(db, [doing.id]) if one.noun == "contacts" and one.before is None]
    found = [person for number in dict.fromkeys(new) if (person := db.get(Contact, number))]
    return [person for person in found if not records.met_otherwise(db, person.id, doing.id)]
