"""A message as the words in which names are sought."""

from itertools import pairwise
from typing import NamedTuple

from lookup.writing import Token, is_han

SENTENCE_ENDS = frozenset(".!?。！？\n")
BINDING = frozenset(" \t\u3000-–·・()（）'’&/\x00")
"""What may stand between two characters of one Chinese name."""
PARTING = frozenset(";:!?\n；：！？。，、")
"""What parts two English words; a comma or full stop doesn't: Acme Co., Ltd."""


class Reading(NamedTuple):
    """A message as its words in normal spelling.

    `capital`: which words begin with a capital inside a sentence. `phrase` and `solid`: for each word, where the
    phrase ends that it stands in (commas and full stops part Chinese names), and the run of characters written
    without a space.
    """

    words: list[str]
    capital: list[bool]
    phrase: list[int]
    solid: list[int]


def read(text: str, found: list[Token]) -> Reading:
    """The words of a text and how they hang together."""
    gaps = [text[left.end : right.start] for left, right in pairwise(found)]
    bound = [_bound(gap, left, right) for gap, (left, right) in zip(gaps, pairwise(found), strict=True)]
    return Reading(
        [token.word for token in found],
        [_capital(text, token) for token in found],
        _ends(bound),
        _ends([not gap for gap in gaps]),
    )


def _bound(gap: str, left: Token, right: Token) -> bool:
    """Whether two neighbouring words may belong to one name."""
    if not gap or gap == " ":
        return True
    return BINDING.issuperset(gap) if is_han(left.word) or is_han(right.word) else PARTING.isdisjoint(gap)


def _ends(bound: list[bool]) -> list[int]:
    """For each word, the place after the last one that it is bound to without a break."""
    ends = [len(bound) + 1]
    for at in range(len(bound) - 1, -1, -1):
        ends.append(ends[-1] if bound[at] else at + 1)
    return ends[::-1]


def _capital(text: str, token: Token) -> bool:
    """Whether a word has a capital that the beginning of a sentence doesn't explain."""
    if not text[token.start].isupper():
        return False
    before = text[max(0, token.start - 3) : token.start].rstrip(" ")[-1:]
    return bool(before) and before not in SENTENCE_ENDS
