"""Which of the names seen in a message stand, and whose they are: pure choices over overlapping hits."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lookup.entries import CERTAIN, Id

AS_SURE = 0.1
"""Names of several customers at the same words count together when they are this nearly as sure."""

SIDE_BY_SIDE = 1
"""At most this many words stand between two names that speak for each other."""

NEIGHBOURS = 3
"""A name listens to this many names on either side."""


class Hit(NamedTuple):
    """Words `first` up to but without `last` of a message taken for a name; `size` is in letters.

    `cut` says that the last word is cut short, so that a full stop after it belongs to it.
    """

    first: int
    last: int
    size: int
    ids: tuple[Id, ...]
    how: str
    certainty: float
    cut: bool = False

    @property
    def weight(self) -> float:
        """Longer and surer is better."""
        return self.size * self.certainty


def chosen(hits: Iterable[Hit]) -> list[Hit]:
    """The longest and surest hits that don't overlap, in the order of the text."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (-hit.weight, hit.first)):
        if taken.isdisjoint(range(hit.first, hit.last)):
            taken.update(range(hit.first, hit.last))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)


def agreed(hits: Sequence[Hit]) -> list[Hit]:
    """Names that stand together settle each other: 华星 beside 刘敏 is the 华星 where 刘敏 works.

    An ambiguous name takes the customers it has in common with its neighbours, and a faint name beside a sure
    one of the same customer is sure.
    """
    near = [[*hits[max(0, at - NEIGHBOURS) : at], *hits[at + 1 : at + 1 + NEIGHBOURS]] for at in range(len(hits))]
    return [_settled(hit, others) for hit, others in zip(hits, near, strict=True)]


def _settled(hit: Hit, others: Sequence[Hit]) -> Hit:
    """The hit after its neighbours have spoken, the nearest first."""
    for other in sorted(others, key=lambda other: _between(hit, other)):
        if common := _common(hit.ids, other.ids):
            certainty = _supported(hit, other)
            if (common, certainty) != (hit.ids, hit.certainty):
                hit = hit._replace(ids=common, certainty=certainty)
    return hit


def _common(mine: tuple[Id, ...], theirs: tuple[Id, ...]) -> tuple[Id, ...]:
    """Those of mine that a name at least as clear also means; empty when it has nothing to say."""
    if mine == theirs or len(theirs) > len(mine):
        return mine if mine == theirs else ()
    known = frozenset(theirs)
    return tuple(one for one in mine if one in known)


def _supported(hit: Hit, other: Hit) -> float:
    """How sure a hit is with this neighbour: as good as said, if it stands beside a name that is."""
    near = _between(hit, other) <= SIDE_BY_SIDE and other.certainty >= CERTAIN
    return max(hit.certainty, CERTAIN) if near else hit.certainty


def _between(one: Hit, other: Hit) -> int:
    """How many words stand between two hits."""
    return max(one.first - other.last, other.first - one.last)


def of_cities(hits: Iterable[Hit], cities: dict[Id, str], text: str) -> list[Hit]:
    """Namesakes are told apart by the city, where the message names it: 张伟（深圳）."""
    return [hit._replace(ids=_there(hit.ids, cities, text)) if len(hit.ids) > 1 else hit for hit in hits]


def _there(ids: tuple[Id, ...], cities: dict[Id, str], text: str) -> tuple[Id, ...]:
    """Those whose city is named in the text, or all of them."""
    return tuple(one for one in ids if cities.get(one, "\0") in text) or ids
