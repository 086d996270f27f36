"""A customer gets another owner, or is seen by somebody beside its owner: what every way to that comes down to."""

from collections.abc import Collection

from storage import customers, journal, late, requests
from storage.models import Audit, Customer, Doing, Ownership, Person

from . import judging
from .cover import away
from .records import Keeping


def begin(keeping: Keeping, what: str, customer_id: int | None, **understood: object) -> Doing:
    """What follows is one doing of this kind about this customer."""
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what=what, customer_id=customer_id)
    doing.done_at, doing.understood = keeping.now, understood
    whom = understood.get("new", understood.get("person"))
    subject = whom if isinstance(whom, int) else None
    keeping.db.add(
        Audit(at=keeping.now, person_id=keeping.who.id, what=what, customer_id=customer_id, subject_id=subject)
    )
    return journal.begin(keeping.db, doing)


def give(keeping: Keeping, customer: Customer, new: Person) -> None:
    """From now on it is theirs; contacts, plans and promises come along, what is written stays with its author."""
    customers.end_ownership(keeping.db, customer.id, keeping.now)
    requests.end_share(keeping.db, customer.id, new.id, keeping.now)
    keeping.db.add(Ownership(customer_id=customer.id, person_id=new.id, from_at=keeping.now))
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)
    customers.names_changed(keeping.db)


def share(keeping: Keeping, customer: Customer, person: Person) -> None:
    """From now on they see it and write about it too; its owner stays its owner, and hears its reminders."""
    requests.share(keeping.db, customer.id, person.id, keeping.now)


def judges(keeping: Keeping, person_id: int, but: Collection[int] = ()) -> list[Person]:
    """The managers above somebody from near to far, those at work first."""
    above = [keeping.db.get_one(Person, number) for number in late.above(keeping.db, person_id) if number not in but]
    return sorted(above, key=lambda one: away(one, keeping.today))
