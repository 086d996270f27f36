"""How many customers there are of each owner, tier, status and day: from what is tallied where that can tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Subquery, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from .lists import EVERYBODY, Narrowed, in_place, kind, listed, of_few
from .models import Customer, DueTally, Standing, Tally
from .scope import Scope, alive, shared_with
from .states import STATES, is_agreed, states
from .tallies import NOBODY, for_now, settle


def count(db: Session, scope: Scope, narrowed: Narrowed) -> int:
    """How many there are."""
    if narrowed.today is not None and narrowed.status in STATES:
        return by_state(db, scope, narrowed, narrowed.today)[narrowed.status]
    each = kinds(scope, narrowed)
    return _number(db, select(func.sum(each.c.customers)).where(*kind(each.c, narrowed)))


def due(db: Session, scope: Scope, narrowed: Narrowed, today: date) -> int:
    """How many of them are due by a date."""
    each = dues(scope, narrowed)
    return _number(db, select(func.sum(each.c.customers)).where(each.c.due_on <= today))


def by_state(db: Session, scope: Scope, narrowed: Narrowed, today: date) -> dict[str, int]:
    """State -> how many customers are in it today; who has no reminders is in none."""
    each = dues(scope, narrowed)
    sums = [func.sum(case((state, each.c.customers), else_=0)) for state in _states(each, today)]
    (row,) = told(db, select(*sums))
    return dict(zip(STATES, (int(n or 0) for n in row), strict=True))


def waiting(db: Session, scope: Scope, today: date) -> dict[int, dict[str, int]]:
    """Person -> state -> how many of their customers are in it today."""
    each = dues(scope, EVERYBODY)
    sums = [func.sum(case((state, each.c.customers), else_=0)) for state in _states(each, today)]
    rows = told(db, select(each.c.owner_id, *sums).where(each.c.owner_id != NOBODY).group_by(each.c.owner_id))
    return {who: dict(zip(STATES, map(int, found), strict=True)) for who, *found in rows}


def per_owner(db: Session, scope: Scope, narrowed: Narrowed) -> list[tuple[int, int]]:
    """(person, how many), who has most of them first."""
    if narrowed.today is not None and narrowed.status in STATES:
        each = dues(scope, narrowed)
        wanted = [dict(zip(STATES, _states(each, narrowed.today), strict=True))[narrowed.status]]
    else:
        each = kinds(scope, narrowed)
        wanted = kind(each.c, narrowed)
    customers = func.sum(each.c.customers)
    rows = select(each.c.owner_id, customers).where(each.c.owner_id != NOBODY, *wanted).group_by(each.c.owner_id)
    ordered = rows.having(customers > 0).order_by(customers.desc(), each.c.owner_id)
    return [(who, int(n)) for who, n in told(db, ordered)]


def dropped(db: Session, scope: Scope, narrowed: Narrowed, since: date | None = None) -> int:
    """How many of them dropped by their own silence, since a day or ever, and keep their old tier's reminders."""
    if since is None:
        each = kinds(scope, narrowed)
        fell = select(func.sum(each.c.customers)).where(*kind(each.c, narrowed), each.c.kept_tier.is_not(None))
        return _number(db, fell)
    rows = select(func.count()).select_from(Standing)
    rows = _counted(rows, scope, narrowed)
    return _number(db, rows.where(Standing.kept_tier.is_not(None), Standing.tier_since >= since))


def kinds(scope: Scope, narrowed: Narrowed) -> Subquery:
    """Customers by owner, tier, the tier that they keep, status, and whether that is for now: how many, and their sales
    of a year. Tier and status of `narrowed` are left to who asks."""
    counted = select(
        func.coalesce(Standing.owner_id, NOBODY).label("owner_id"), Standing.tier, Standing.kept_tier, Standing.status,
        for_now.label("for_now"), literal(1).label("customers"), Standing.revenue_minor,
    )  # fmt: skip
    tallied = select(
        Tally.owner_id, Tally.tier, func.nullif(Tally.kept_tier, "").label("kept_tier"), Tally.status, Tally.for_now,
        Tally.customers, Tally.revenue_minor,
    )  # fmt: skip
    if _is_special(narrowed):
        return _counted(counted, scope, replace(narrowed, tier=None, status=None)).subquery()  # type: ignore[no-any-return]
    return _both(tallied, Tally, counted, scope, narrowed)


def dues(scope: Scope, narrowed: Narrowed) -> Subquery:
    """Customers by owner, the day on which they are due, and whether it was agreed on: how many. A state that
    `narrowed` wants is left to who asks."""
    counted = select(
        func.coalesce(Standing.owner_id, NOBODY).label("owner_id"), Standing.due_on, is_agreed().label("agreed"),
        literal(1).label("customers"),
    ).where(Standing.due_on.is_not(None))  # fmt: skip
    tallied = select(DueTally.owner_id, DueTally.due_on, DueTally.agreed, DueTally.customers)
    narrowed = replace(narrowed, status=None) if narrowed.status in STATES else narrowed
    if _is_special(narrowed) or narrowed.tier or narrowed.status:
        return _counted(counted, scope, narrowed).subquery()  # type: ignore[no-any-return]
    return _both(tallied, DueTally, counted, scope, narrowed)


def told(db: Session, question: Any) -> Sequence[Any]:
    """The answer, as of what was written up to here."""
    settle(db)
    return db.execute(question).all()


def _both(tallied: Any, model: Any, counted: Any, scope: Scope, narrowed: Narrowed) -> Subquery:
    """What is tallied of the people of a scope, with the customers of others that are shared with the asker."""
    if scope.people is None:
        return _owned(tallied, model.owner_id, narrowed).subquery()  # type: ignore[no-any-return]
    theirs = _owned(tallied.where(model.owner_id.in_(scope.people)), model.owner_id, narrowed)
    of_others = or_(Standing.owner_id.is_(None), Standing.owner_id.not_in(scope.people))
    shared = counted.join(Customer, Customer.id == Standing.customer_id).where(alive(), of_others)
    shared = shared.where(Standing.customer_id.in_(shared_with(scope)))
    return union_all(theirs, _owned(shared, Standing.owner_id, narrowed)).subquery()


def _counted(rows: Any, scope: Scope, narrowed: Narrowed) -> Any:
    """Standings that the asker may see, narrowed: of few people one by one, of many as an index has them."""
    if of_few(scope, narrowed):
        return listed(rows, scope, narrowed)
    return in_place(rows.where(*kind(Standing, narrowed)), scope, narrowed)


def _owned(rows: Any, owner: Any, narrowed: Narrowed) -> Any:
    return rows.where(owner.in_(narrowed.owners)) if narrowed.owners is not None else rows


def _is_special(narrowed: Narrowed) -> bool:
    """Whether it is narrowed by what nothing is tallied of."""
    return narrowed.looks_at_customers or narrowed.quiet_since is not None


def _states(each: Subquery, today: date) -> Sequence[Any]:
    return list(states(today, each.c.due_on, each.c.agreed).values())


def _number(db: Session, question: Any) -> int:
    ((found,),) = told(db, question)
    return int(found or 0)
