"""Likely wares: which words of a message name what is sold, by what stood in and around the wares of told examples.

Each word (of Chinese each letter) is weighed as the first, an inner and the last one of a ware's name, by what it is
and by its neighbours; a name's weight is the sum of its words'. The rules' own answer counts as well, and the heaviest
name is taken if it outweighs that there is none: a semi-Markov conditional random field with a single segment (Sarawagi
and Cohen 2004). `python -m learning` learns the weights.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from parsing import wares
from parsing.masks import BLANK

WEIGHTS = Path(__file__).with_name("likely_wares.txt")
WORD = re.compile(rf"{BLANK}+|[A-Za-z][\w'’&/+-]*|\d[\d.,]*(?![A-Za-z\d])|\d[\w-]*|[\u3400-\u9fff]|[^\s\w]", re.ASCII)
ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ies|es|s|ing|ed)$")
MOST_WORDS = 160
"""So many words and letters of a message are weighed."""
LONGEST = 9
"""Words and letters of a ware's name."""
EDGE = "."
COUNTS = "一二两三四五六七八九十百千万半几俩廿"
MEASURES = "台个箱件套桶根片只支条张份批吨斤升瓶袋米卷包盒块组辆把款双对罐车面扇副架捆提听筒座枚颗粒打板托"
LATIN = {
    "N": "one two three four five six seven eight nine ten twelve dozen half twenty few couple hundred",
    "M": "box case pallet bag carton roll crate pack set unit pc piec drum tonne ton kilo kg litre bottle pair sheet"
    " tub tray bundle load batch lot metre sample",
    "D": "the a an our their his her my its your some any more another new extra",
}
SORTS = {
    **dict.fromkeys(COUNTS, "N"),
    **dict.fromkeys(MEASURES, "M"),
    **{word: sort for sort, words in LATIN.items() for word in words.split()},
}
"""Words that stand for their sort: counts, measures, determiners."""
Weights = tuple[int, int, int]


@dataclass(frozen=True)
class Ruled:
    """What the rules take for the ware, and by what: counted, table (of wares) or framed (by its sentence)."""

    words: str
    how: str


class Word(NamedTuple):
    """A word of a message, or a letter of Chinese: its place, what it counts as, and whether it may name anything."""

    start: int
    end: int
    form: str
    names: bool


def find(masked: str, ruled: Ruled | None) -> str | None:
    """The likeliest name of a ware in a folded text whose names, sums and dates are masked."""
    words = split(masked)
    first, inner, last = _weighed(masked, words)
    heads, bonus = wares.head_ends(masked), _most(ruled)
    best, heaviest = "", _sum(none(ruled))
    for begin, end in spans(masked, words):
        weight = first[begin] + last[end] + (inner[end] - inner[begin + 1] if end > begin else 0)
        if weight + bonus <= heaviest:
            continue
        name = masked[words[begin].start : words[end].end]
        weight += _sum(whole(name, end - begin, words[end].end in heads, ruled))
        if weight > heaviest:
            best, heaviest = name, weight
    return best or None


def _most(ruled: Ruled | None) -> int:
    """What the pieces of a whole name weigh at most."""
    return _most_by(ruled.how if ruled else "")


@cache
def _most_by(how: str) -> int:
    long = max(_sum([f"={script}{more}"]) for script in "cl" for more in range(LONGEST))
    beside = [0, *(_sum([f"={place} {how}"]) for place in ("ends", "part", "other"))]
    same = _sum([f"=same {how}"]) + max(_sum(["=same Latin"]), _sum(["=same Chinese"]))
    return long + max(0, _sum(["=head"])) + max(same, _sum(["=unruled"]), *beside)


def split(masked: str) -> list[Word]:
    """The words of a text, the first so many."""
    return [_word(match) for match in islice(WORD.finditer(masked), MOST_WORDS)]


def _word(match: re.Match[str]) -> Word:
    written = match[0]
    if written[0] == BLANK:
        return Word(match.start(), match.end(), "@", False)
    if written[0].isdigit() and written[-1] in "0123456789.,":
        return Word(match.start(), match.end(), "0", False)
    form = ENDINGS.sub("", written.lower()) if written[0].isascii() else written
    return Word(match.start(), match.end(), form, written[0].isalnum())


def spans(masked: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of all that may be a name: words that stand together."""
    end = len(words)
    for last in reversed(range(len(words))):
        if not words[last].names:
            end = last
        elif last + 1 < end and not _together(masked, words[last], words[last + 1]):
            end = last + 1
        yield from ((last, at) for at in range(last, min(end, last + LONGEST)))


def _together(masked: str, one: Word, other: Word) -> bool:
    if one.end == other.start:
        return True
    return masked[one.end : other.start] == " " and (masked[one.start].isascii() or masked[other.start].isascii())


def pieces(masked: str, words: Sequence[Word]) -> list[list[str]]:
    """What each word is weighed by: itself, its neighbours, their sorts, its ending and its letters' size."""
    forms = [EDGE, EDGE, *[word.form for word in words], EDGE, EDGE]
    sorts = [SORTS.get(form) or _sort(form) for form in forms]
    pairs = [f"{one} {other}" for one, other in pairwise(forms)]
    kinds = [f"{one} {other}" for one, other in pairwise(sorts)]
    return [
        _around(at, forms, pairs, kinds, masked[word.start : word.end]) if word.names else []
        for at, word in enumerate(words)
    ]


def _sort(form: str) -> str:
    return form if not form[0].isalpha() else "l" if form.isascii() else "c"


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
    return [long, *(["=head"] if head else []), *_beside(name, ruled)]


def _beside(name: str, ruled: Ruled | None) -> list[str]:
    if ruled is None:
        return ["=unruled"]
    if name == ruled.words:
        return [f"=same {ruled.how}", "=same Latin" if name.isascii() else "=same Chinese"]
    if name.endswith(ruled.words) or ruled.words.endswith(name):
        return [f"=ends {ruled.how}"]
    return [f"={'part' if name in ruled.words or ruled.words in name else 'other'} {ruled.how}"]


def none(ruled: Ruled | None) -> list[str]:
    """What is weighed for there being no ware."""
    return ["=none", f"=none {ruled.how}" if ruled else "=none unruled"]


def _weighed(masked: str, words: Sequence[Word]) -> tuple[list[int], list[int], list[int]]:
    """The weight of each word as the first and as the last one, and of all before it as inner ones."""
    known, first, inner, last = weights(), [], [0], []
    for around in pieces(masked, words):
        one, two, three = _added(known, around)
        first.append(one)
        inner.append(inner[-1] + two)
        last.append(three)
    return first, inner, last


def _added(known: dict[str, Weights], around: Sequence[str]) -> Weights:
    """The three weights of a word."""
    one = two = three = 0
    for first, inner, last in filter(None, map(known.get, (*around, *unknown(around, known)))):
        one, two, three = one + first, two + inner, three + last
    return one, two, three


def _sum(found: Sequence[str]) -> int:
    known = weights()
    return sum(known[piece][0] for piece in found if piece in known)


@cache
def weights() -> dict[str, Weights]:
    """Piece -> its weight for the first, an inner and the last word; of a whole name's pieces the first counts."""
    number = cache(int)  # each kept once, as in `leanings`
    with WEIGHTS.open(encoding="utf-8") as lines:
        rows = (line.rpartition("\t") for line in lines)
        return {piece: _three(numbers, number) for piece, _, numbers in rows}


def _three(numbers: str, number: Callable[[str], int]) -> Weights:
    first, inner, last = map(number, numbers.split())
    return first, inner, last
