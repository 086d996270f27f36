"""Sums that the words take back: 不是七万八是八万七, not $500 but $600, 8500元降到8000元."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.patterns import pattern

MISTAKEN = pattern(r"(?:不是|不系|唔系|\bnot)\s?$")
RATHER = pattern(r"[\s,，]{0,2}(?:而?是|应该是|系|but|it'?s|rather)\s?")
"""Between a sum that was said by mistake and the right one."""

LOWERED = pattern(r"\s?(?:降|让|砍|涨|调|改|谈|压|优惠)[价低]?[到至成为]了?\s?")
"""Between an old sum and the new one."""


def places(plain: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Which of these sums (their beginnings and ends, in order) the one after it takes the place of."""
    return {place for place, (one, other) in enumerate(pairwise(spans)) if _takes_its_place(plain, one, other)}


def _takes_its_place(plain: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    if LOWERED.fullmatch(plain, one[1], other[0]):
        return True
    mistaken = MISTAKEN.search(plain, max(0, one[0] - 12), one[0])
    return mistaken is not None and RATHER.fullmatch(plain, one[1], other[0]) is not None
