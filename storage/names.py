"""Who is meant among very many: customers by the keys under which their names are stored, however large the company."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.orm import Session

import lookup

from .columns import columns
from .models import Access, Alias, Contact, Customer, NameKey, Ownership
from .scope import Scope

POSTINGS = 150
"""At most so many customers of one key: a key that more of them share says little."""
NAMED = 2_000
"""At most so many customers whose names stand in one message."""
COMPARED = 10
"""So many of the likeliest customers are compared with a name."""
LOOKED_AT = 3
"""For each one that is wanted so many of the likeliest are tried: some may be somebody else's."""


def spot(db: Session, scope: Scope, text: str) -> list[lookup.Spot]:
    """The names seen inside a text. Contacts are known by name once their customer is named."""
    return lookup.Book(named(db, scope, text)).spot(text)


def find(db: Session, scope: Scope, words: str) -> list[lookup.Candidate]:
    """Whom a bare name may mean, the surest first."""
    return lookup.rank(words, near(db, scope, words, COMPARED))


def near(db: Session, scope: Scope, words: str, most: int) -> list[lookup.Entry]:
    """The customers that share the rarest keys with these words, at most so many, in the order of the book."""
    weights: dict[int, float] = defaultdict(float)
    for key in sorted(lookup.keys(words)):
        numbers = columns(db, _BY_KEY, {"key": key}).scalars().all()
        for number in numbers:
            weights[number] += 1 / len(numbers)
    likely = sorted(weights, key=lambda number: (-weights[number], number))[: most * LOOKED_AT]
    return _entries(db, _seen(db, scope, likely)[:most])


def named(db: Session, scope: Scope, text: str) -> list[lookup.Entry]:
    """The customers whose names or short names stand in a text."""
    numbers = db.scalars(select(NameKey.customer_id).where(NameKey.key.in_(lookup.runs(text))).distinct().limit(NAMED))
    return _entries(db, _seen(db, scope, numbers.all()))


def _seen(db: Session, scope: Scope, numbers: Sequence[int]) -> list[int]:
    """Those of these customers that the asker may see, asked one by one: a scope of very many is never gathered."""
    if scope.people is None or not numbers:
        return list(numbers)
    owned = select(Ownership.customer_id).where(
        Ownership.customer_id.in_(numbers), Ownership.person_id.in_(scope.people), Ownership.until_at.is_(None)
    )
    shared = select(Access.customer_id).where(
        Access.customer_id.in_(numbers), Access.person_id == scope.person_id, Access.from_at <= scope.at,
        or_(Access.until_at.is_(None), Access.until_at > scope.at),
    )  # fmt: skip
    mine = set(db.scalars(owned)) | set(db.scalars(shared))
    return [number for number in numbers if number in mine]


def _entries(db: Session, numbers: Sequence[int]) -> list[lookup.Entry]:
    """Everything that these customers are called, in their order."""
    wanted = {"numbers": list(numbers)}
    names = dict(row for row in columns(db, _NAMES, wanted))
    aliases: dict[int, list[str]] = {number: [] for number in names}
    contacts: dict[int, list[str]] = {number: [] for number in names}
    for found, statement in ((aliases, _ALIASES), (contacts, _CONTACTS)):
        for number, name in columns(db, statement, wanted):
            found[number].append(name)
    return [lookup.Entry(n, names[n], tuple(aliases[n]), tuple(contacts[n])) for n in numbers if n in names]


def more_than(db: Session, scope: Scope, most: int) -> bool:
    """Whether the asker may see more customers than that, shared ones aside."""
    owned = select(Ownership.id).where(Ownership.until_at.is_(None))
    mine = owned if scope.people is None else owned.where(Ownership.person_id.in_(scope.people))
    return db.scalar(mine.offset(most).limit(1)) is not None


_THESE: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_NAMES = select(Customer.id, Customer.name).where(Customer.id.in_(_THESE))
_ALIASES = select(Alias.customer_id, Alias.name).where(Alias.customer_id.in_(_THESE)).order_by(Alias.id)
_CONTACTS = select(Contact.customer_id, Contact.name).where(Contact.customer_id.in_(_THESE)).order_by(Contact.id)
_BY_KEY = select(NameKey.customer_id).where(NameKey.key == bindparam("key")).limit(POSTINGS)
