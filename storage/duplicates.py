"""Questions about customers that may be one: the same phone, the same full name, or names alike with more in common."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Subquery, func, select, union_all
from sqlalchemy.orm import Session

import lookup

from .customers import entries
from .models import Contact, Customer, Question
from .names import more_than
from .scope import Scope, within

APART = "apart"
"""The kind of note that two customers were said not to be one."""
COMPARED = 3_000
"""Names are compared with each other up to so many customers; beyond that only phones and full names are."""
COMMON = 20
"""A key that more customers share says nothing."""
ALIKE = 0.6


@dataclass(frozen=True)
class Pair:
    """Two that may be one, the older first; `because`: phone, name, city or contact (with names alike)."""

    first: int
    second: int
    because: str


def pairs(db: Session, scope: Scope) -> list[Pair]:
    """All of them as far as the asker sees both, the surest first, but those said to be apart."""
    apart = {frozenset(row.facts["pair"]) for row in db.scalars(select(Question).where(Question.kind == APART))}
    found: dict[frozenset[int], Pair] = {}
    for because, together in (("phone", _by_phone(db, scope)), ("name", _by_name(db, scope)), *_alike(db, scope)):
        for one, other in together:
            key = frozenset((one, other))
            if key not in apart:
                found.setdefault(key, Pair(min(key), max(key), because))
    return list(found.values())


def _by_phone(db: Session, scope: Scope) -> Iterator[tuple[int, int]]:
    seen = select(Customer.id).where(within(scope))
    own = select(Customer.phone.label("key"), Customer.id.label("number")).where(Customer.phone.is_not(None))
    at = select(Contact.phone.label("key"), Contact.customer_id.label("number")).where(Contact.phone.is_not(None))
    both = union_all(own.where(Customer.id.in_(seen)), at.where(Contact.customer_id.in_(seen))).subquery()
    return _together(db, select(both.c.key, both.c.number).distinct().subquery())


def _by_name(db: Session, scope: Scope) -> Iterator[tuple[int, int]]:
    named = select(Customer.normal.label("key"), Customer.id.label("number")).where(within(scope))
    return _together(db, named.subquery())


def _together(db: Session, keyed: Subquery) -> Iterator[tuple[int, int]]:
    """Every two numbers under the same key."""
    columns = keyed.c
    shared = select(columns.key).group_by(columns.key).having(func.count() > 1)
    rows = db.execute(select(columns.key, columns.number).where(columns.key.in_(shared)).order_by(columns.number))
    return _pairs_of(rows)


def _pairs_of(rows: Iterable[Sequence[object]]) -> Iterator[tuple[int, int]]:
    groups: dict[object, list[int]] = {}
    for key, number in rows:
        groups.setdefault(key, []).append(int(str(number)))
    for numbers in groups.values():
        yield from combinations(numbers[:COMMON], 2)


def _alike(db: Session, scope: Scope) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Names alike of the same city, or with somebody of the same name there."""
    if more_than(db, scope, COMPARED):
        return
    known = {int(entry.id): entry for entry in entries(db, scope)}
    placed = select(Customer.id, Customer.city).where(Customer.id.in_(known), Customer.city.is_not(None))
    cities = {number: city for number, city in db.execute(placed)}  # noqa: C416 - rows aren't pairs to the type checker
    near = [
        (one, other) for one, other in _sharing_keys(known.values()) if _likeness(known[one], known[other]) >= ALIKE
    ]
    yield "city", [(a, b) for a, b in near if a in cities and cities[a] == cities.get(b)]
    yield "contact", [(a, b) for a, b in near if {*known[a].contacts} & {*known[b].contacts}]


def _sharing_keys(known: Iterable[lookup.Entry]) -> set[tuple[int, int]]:
    """Every two whose names are written with a key that few share."""
    under: dict[str, list[int]] = {}
    for entry in known:
        for key in lookup.keys(entry.name):
            under.setdefault(key, []).append(int(entry.id))
    few = [sorted(numbers) for numbers in under.values() if 1 < len(numbers) <= COMMON]
    return {pair for numbers in few for pair in combinations(numbers, 2)}


def _likeness(one: lookup.Entry, other: lookup.Entry) -> float:
    return max(
        (found.certainty for found in lookup.rank(one.name, [lookup.Entry(other.id, other.name, (), ())])), default=0
    )
