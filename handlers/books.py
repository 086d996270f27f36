"""The book of names that a person may mean, read again only when names or owners changed."""

from collections import OrderedDict

from parsing import Book
from storage import company, customers

from .turn import Turn

KEPT = 64
_books: OrderedDict[tuple[str, int, str], Book] = OrderedDict()


def book_of(turn: Turn) -> Book:
    """All names of customers that this person may see."""
    where = str(turn.db.get_bind().engine.url)
    names = company.mark(turn.db, "names") or ""
    key = (where, turn.who.id, f"{names} {turn.today}")  # a deputy's days begin and end with the day
    if key not in _books:
        _forget_older(where, turn.who.id)
        _books[key] = customers.book(turn.db, turn.scope)
    _books.move_to_end(key)
    return _books[key]


def _forget_older(where: str, person_id: int) -> None:
    for key in [key for key in _books if key[:2] == (where, person_id)]:
        del _books[key]
    while len(_books) >= KEPT:
        _books.popitem(last=False)
