"""One customer gets another owner: contacts, plans and promises go with it, history stays with its authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from storage import customers, occurrences, people, records
from storage.models import Customer, Doing, Person, Standing
from storage.scope import people_led_by, visible

from . import giving
from .cards import Due
from .records import Keeping
from .refusals import CustomerUnknown, NotForYourRole, OldCard

TRANSFER = "transfer"
"""What such a doing is called."""
OFFERED = 6


@dataclass(frozen=True)
class Colleague:
    """Somebody who may take a customer over, and how many they have."""

    id: int
    name: str
    customers: int


@dataclass(frozen=True)
class TransferAsked:
    """To whom?"""

    occurrence: int
    customer: int
    name: str
    owner: str
    choices: tuple[Colleague, ...]


@dataclass(frozen=True)
class Transferred:
    """To the manager: who has it now; both were told."""

    doing: int
    customer: int
    name: str
    old: str
    new: str


@dataclass(frozen=True)
class HandedAway:
    """To the owner until now; `to` is None where it was taken back: it is theirs as before."""

    name: str
    to: str | None
    by: str


@dataclass(frozen=True)
class HandedToYou:
    """To the owner from now on: who had it, how long it is silent, what is agreed with it."""

    customer: int
    name: str
    tier: str
    today: date
    days: int | None
    old: str
    by: str
    next: Due | None


def offered(keeping: Keeping, occurrence: int, customer_id: int) -> TransferAsked:
    """The salespeople of this manager who may take a customer over, those with the fewest first."""
    customer, owner = _owned(keeping, customer_id)
    sellers = occurrences.sellers(keeping.db) & people_led_by(keeping.db, keeping.who.id)
    here = [one for one in people.here(keeping.db) if one.id in sellers and one.id != owner.id]
    choices = [Colleague(one.id, one.name, people.owned_count(keeping.db, one.id)) for one in here]
    ranked = tuple(sorted(choices, key=lambda one: (one.customers, one.id))[:OFFERED])
    return TransferAsked(occurrence, customer.id, customer.name, owner.name, ranked)


def transfer(keeping: Keeping, customer_id: int, person_id: int) -> Transferred:
    """Give a customer to another salesperson of the manager's teams."""
    customer, owner = _owned(keeping, customer_id)
    new = keeping.db.get(Person, person_id)
    allowed = occurrences.sellers(keeping.db) & people_led_by(keeping.db, keeping.who.id)
    if new is None or new.id not in allowed or new.left_at is not None or new.id == owner.id:
        raise OldCard
    doing = giving.begin(keeping, TRANSFER, customer.id, old=owner.id, new=new.id)
    giving.give(keeping, customer, new)
    return Transferred(doing.id, customer.id, customer.name, owner.name, new.name)


def told(keeping: Keeping, done: Transferred) -> Sequence[tuple[Person, HandedAway | HandedToYou]]:
    """What the two owners are told."""
    old, new = _both(keeping, done.doing)
    standing = keeping.db.get_one(Standing, done.customer)
    days = (keeping.today - standing.last_touch_on).days if standing.last_touch_on else None
    plan = next(iter(records.open_plans(keeping.db, done.customer)), None)
    following = Due(plan.due_on, plan.due_at, plan.words) if plan else None
    to_you = HandedToYou(
        done.customer, done.name, standing.tier, keeping.today, days, old.name, keeping.who.name, following
    )
    return [(old, HandedAway(done.name, new.name, keeping.who.name)), (new, to_you)]


def told_back(keeping: Keeping, doing: Doing) -> Sequence[tuple[Person, HandedAway]]:
    """What the two are told when it was taken back."""
    old, new = _both(keeping, doing.id)
    name = keeping.db.get_one(Customer, doing.customer_id).name
    return [(old, HandedAway(name, None, keeping.who.name)), (new, HandedAway(name, old.name, keeping.who.name))]


def _both(keeping: Keeping, doing_id: int) -> tuple[Person, Person]:
    understood = keeping.db.get_one(Doing, doing_id).understood
    return keeping.db.get_one(Person, understood["old"]), keeping.db.get_one(Person, understood["new"])


def _owned(keeping: Keeping, customer_id: int) -> tuple[Customer, Person]:
    customer = visible(keeping.db, keeping.scope, customer_id)
    owner = keeping.db.get(Person, customers.owner_of(keeping.db, customer_id) or 0)
    if customer is None or owner is None:
        raise CustomerUnknown
    if owner.id not in people_led_by(keeping.db, keeping.who.id):
        raise NotForYourRole
    return customer, owner
