"""Likely wares: which words of a message name what is sold, by what stood in and around the wares of told examples.

Each word (of Chinese each letter) is weighed by what it is and by its neighbours, as `segments` tells.
"""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise

from parsing import segments, wares
from parsing.masks import BLANK
from parsing.segments import EDGE, Ruled, Table, Word

WEIGHTS = Table("likely_wares.txt")
WORD = re.compile(rf"{BLANK}+|[A-Za-z][\w'’&/+-]*|\d[\d.,]*(?![A-Za-z\d])|\d[\w-]*|[\u3400-\u9fff]|[^\s\w]", re.ASCII)
LONGEST = 9
"""Words and letters of a ware's name."""


def find(masked: str, ruled: Ruled | None) -> str | None:
    """The likeliest name of a ware in a folded text whose names, sums and dates are masked."""
    words = split(masked)
    known = WEIGHTS.rows
    first, inner, last = WEIGHTS.columns([*around, *unknown(around, known)] for around in pieces(masked, words))
    heads, bonus = wares.head_ends(masked), _most(ruled)
    best, heaviest = "", WEIGHTS.whole(segments.none(ruled))
    for begin, end in spans(masked, words):
        weight = first[begin] + last[end] + (inner[end] - inner[begin + 1] if end > begin else 0)
        if weight + bonus <= heaviest:
            continue
        name = masked[words[begin].start : words[end].end]
        weight += WEIGHTS.whole(whole(name, end - begin, words[end].end in heads, ruled))
        if weight > heaviest:
            best, heaviest = name, weight
    return best or None


def _most(ruled: Ruled | None) -> int:
    """What the pieces of a whole name weigh at most."""
    return _most_by(ruled.how if ruled else "")


@cache
def _most_by(how: str) -> int:
    long = max(WEIGHTS.whole([f"={script}{more}"]) for script in "cl" for more in range(LONGEST))
    beside = [0, *(WEIGHTS.whole([f"={place} {how}"]) for place in ("ends", "part", "other"))]
    same = WEIGHTS.whole([f"=same {how}"]) + max(WEIGHTS.whole(["=same Latin"]), WEIGHTS.whole(["=same Chinese"]))
    return long + max(0, WEIGHTS.whole(["=head"])) + max(same, WEIGHTS.whole(["=unruled"]), *beside)


def split(masked: str) -> list[Word]:
    """The words of a text, the first so many."""
    return segments.split(masked, WORD)


def spans(masked: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of all that may be a ware."""
    return segments.spans(masked, words, LONGEST)


def pieces(masked: str, words: Sequence[Word]) -> list[list[str]]:
    """What each word is weighed by: itself, its neighbours, their sorts, its ending and its letters' size."""
    forms = [EDGE, EDGE, *[word.form for word in words], EDGE, EDGE]
    sorts = [segments.sort(form) for form in forms]
    pairs = [f"{one} {other}" for one, other in pairwise(forms)]
    kinds = [f"{one} {other}" for one, other in pairwise(sorts)]
    return [
        _around(at, forms, pairs, kinds, masked[word.start : word.end]) if word.names else []
        for at, word in enumerate(words)
    ]


def _around(at: int, forms: Sequence[str], pairs: Sequence[str], kinds: Sequence[str], written: str) -> list[str]:
    own = forms[at + 2]
    found = [
        own, forms[at + 1] + " <", "> " + forms[at + 3], pairs[at + 1], pairs[at + 2] + " >", pairs[at] + " <",
        "> " + pairs[at + 3], "=" + kinds[at] + " <", "=> " + kinds[at + 3],
    ]  # fmt: skip
    if own.isascii():
        size = "=small" if written.islower() else "=Large" if written[0].isupper() else "=mixed"
        found += ["~" + written[-3:].lower(), size]
    return found


def unknown(around: Sequence[str], known: Container[str]) -> list[str]:
    """What a word is weighed by beside its pieces where no example has it, or a Chinese letter with its neighbour."""
    if not around:
        return []
    own, left, right = around[0], around[3], around[4]
    if own.isascii():
        return [] if own in known else ["=new", f"{around[7]} new", f"{around[8]} new"]
    return [*(["=new <"] if left not in known else []), *(["=new >"] if right not in known else [])]


def whole(name: str, more: int, head: bool, ruled: Ruled | None) -> list[str]:
    """What a name is weighed by as a whole: its length, its last word, and how it lies to what the rules say."""
    long = f"={'l' if name.isascii() else 'c'}{more}"
    return [long, *(["=head"] if head else []), *segments.beside(name, ruled)]
