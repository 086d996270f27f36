"""Questions about a team: who is in it, what they did, what waits for them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case, exists, func, or_, select
from sqlalchemy.orm import Session

from .lists import Narrowed, listed
from .models import Contact, Customer, Interaction, Ownership, Person, Purchase, Role, Standing
from .records import TOUCHES
from .scope import Scope, within
from .states import states


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
    owns = select(Ownership.person_id).where(Ownership.until_at.is_(None))
    here = select(Person).where(Person.id.in_(numbers), Person.left_at.is_(None))
    return db.scalars(here.where(Person.id.in_(sells) | Person.id.in_(owns)).order_by(Person.id)).all()


def touches(
    db: Session, numbers: Collection[int], since: date, until: date, among: Any = None
) -> Counter[tuple[int, date]]:
    """(person, day) -> touches; a purchase is one where nothing else was recorded with that customer that day.

    `among`: of these customers only, as a select of their numbers.
    """
    met = select(Interaction.author_id, Interaction.customer_id, Interaction.made_on, func.count()).where(
        Interaction.author_id.in_(numbers),
        Interaction.answered,
        Interaction.channel.in_(TOUCHES),
        Interaction.customer_id.is_not(None) if among is None else Interaction.customer_id.in_(among),
        Interaction.made_on.between(since, until),
    )
    found = Counter({(who, which, on): n for who, which, on, n in db.execute(met.group_by(*_EACH_MEETING))})
    sold = select(*_EACH_SALE).where(Purchase.author_id.in_(numbers), Purchase.made_on.between(since, until))
    sold = sold if among is None else sold.where(Purchase.customer_id.in_(among))
    for each in db.execute(sold.where(Purchase.amount_minor >= 0).distinct()):
        found[each] = found[each] or 1
    days: Counter[tuple[int, date]] = Counter()
    for (who, _, on), n in found.items():
        days[who, on] += n
    return days


def waiting(db: Session, scope: Scope, today: date) -> dict[int, Waiting]:
    """Person -> how their customers stand: due today, late, planned ahead, or covered by their cadence."""
    conditions = [states(today)[name] for name in ("due", "planned", "covered", "late")]
    each = select(Ownership.person_id, func.count(), *(func.sum(case((state, 1), else_=0)) for state in conditions))
    each = each.join(Customer, Customer.id == Ownership.customer_id).join(Standing, Standing.customer_id == Customer.id)
    mine = each.where(within(scope), Ownership.until_at.is_(None)).group_by(Ownership.person_id)
    return {who: Waiting(*numbers) for who, *numbers in db.execute(mine)}


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


_EACH_MEETING = (Interaction.author_id, Interaction.customer_id, Interaction.made_on)
_EACH_SALE = (Purchase.author_id, Purchase.customer_id, Purchase.made_on)
