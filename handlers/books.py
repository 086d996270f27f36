"""The book of names that a person may mean, read again only when names or owners changed.

Who sees very many customers has no book: their names are looked up under their keys, message by message.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import Book
from parsing.said import CandidateLike, SpotLike
from storage import company, customers, names

from .turn import Turn

KEPT = 64
THICKEST = 20_000
"""A book of more names takes seconds to read and too much memory to keep."""
_books: OrderedDict[tuple[str, int, str], Book | None] = OrderedDict()


@dataclass(frozen=True)
class Shelf:
    """The names of too many customers for one book; for each question the few pages that may answer it."""

    turn: Turn

    def spot(self, text: str) -> Sequence[SpotLike]:
        """The names seen inside a text. Contacts are known by name once their customer is named."""
        return names.spot(self.turn.db, self.turn.scope, text)

    def find(self, words: str) -> Sequence[CandidateLike]:
        """Whom a bare name may mean, the surest first."""
        return names.find(self.turn.db, self.turn.scope, words)


def book_of(turn: Turn) -> Book:
    """All names of customers that this person may see."""
    where = str(turn.db.get_bind().engine.url)
    written = company.mark(turn.db, "names") or ""
    key = (where, turn.who.id, f"{written} {turn.today}")  # a deputy's days begin and end with the day
    if key not in _books:
        _forget_older(where, turn.who.id)
        _books[key] = None if names.more_than(turn.db, turn.scope, THICKEST) else customers.book(turn.db, turn.scope)
    _books.move_to_end(key)
    return _books[key] or Shelf(turn)


def _forget_older(where: str, person_id: int) -> None:
    for key in [key for key in _books if key[:2] == (where, person_id)]:
        del _books[key]
    while len(_books) >= KEPT:
        _books.popitem(last=False)
