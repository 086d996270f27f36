"""Clauses: the parts of a message that are understood each for itself."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from parsing.patterns import pattern

BREAK = pattern(r"""
    [，。;；!！?？\n、…]|,(?!\d{3})|\.(?=\s|$)|:(?!\d\d)|\s-+\s|(?<=\s)(?:and|but|then|so|and then)(?=\s)
""")
GAP = pattern(r"(?:(?<=\h)|(?<=\x00))\s+(?=\h|\x00)")
SPACE = pattern(r"(?<=\h)\s+|\s+(?=\h)")


LONGEST = 160
"""Letters of a clause."""

MOST = 200
"""Clauses of a message; what follows is cut by length alone."""


class Clause(NamedTuple):
    """One clause and its place."""

    start: int
    end: int
    words: str

    def holds(self, place: int) -> bool:
        """Whether a place lies in this clause."""
        return self.start <= place < self.end


@lru_cache(maxsize=16)
def split(plain: str) -> tuple[Clause, ...]:
    """The clauses between commas, stops, line ends and joining words."""
    return _between(plain, 0, len(plain), BREAK)


def segments(plain: str) -> tuple[Clause, ...]:
    """The clauses, cut at the spaces with which Chinese notes are set too."""
    return tuple(part for clause in split(plain) for part in _between(plain, clause.start, clause.end, SPACE))


@lru_cache(maxsize=16)
def phrases(plain: str) -> tuple[Clause, ...]:
    """The clauses, cut at spaces between Chinese words: 拜访松川酒店 聊合同 周五回访."""
    return tuple(part for clause in split(plain) for part in _between(plain, clause.start, clause.end, GAP))


def at(clauses: Sequence[Clause], place: int) -> Clause:
    """The clause that holds a place, or the nearest before it."""
    held = [clause for clause in clauses if clause.start <= place]
    return held[-1] if held else Clause(0, 0, "")


def _between(plain: str, start: int, end: int, words: re.Pattern[str]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for match in islice(words.finditer(plain, start, end), MOST):
        found += _pieces(plain, start, match.start())
        start = match.end()
    return (*found, *_pieces(plain, start, end))


def _pieces(plain: str, start: int, end: int) -> list[Clause]:
    """A clause without a stop for too long is read in pieces; one of spaces alone is none."""
    places = [(begin, min(begin + LONGEST, end)) for begin in range(start, end, LONGEST)]
    return [Clause(begin, stop, words) for begin, stop in places if (words := plain[begin:stop]).strip()]
