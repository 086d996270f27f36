"""Segments: a message's words, weighed as the first, an inner and the last one of what they may name together.

A name's weight is the sum of its words', and of what is told of it as a whole; the rules' own answer counts as well,
and the heaviest is taken if it outweighs that there is none: a semi-Markov conditional random field with one segment
(Sarawagi and Cohen 2004). `python -m learning` learns the weights; `likely_wares` and `likely_names` weigh by them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from parsing.masks import BLANK

ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ies|es|s|ing|ed)$")
MOST_WORDS = 160
"""So many words and letters of a message are weighed."""
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
    """What the rules take for the name, and by what: counted, table (of wares), framed (by its sentence), met…"""

    words: str
    how: str


class Word(NamedTuple):
    """A word of a message, or a letter of Chinese: its place, what it counts as, and whether it may name anything."""

    start: int
    end: int
    form: str
    names: bool


class Table:
    """Piece -> its weight for the first, an inner and the last word; of a whole name's pieces the first counts."""

    def __init__(self, name: str) -> None:
        self.file = Path(__file__).with_name(name)

    @cached_property
    def rows(self) -> dict[str, Weights]:
        """The table, read when it is first asked."""
        number = cache(int)  # each kept once, as in `leanings`
        with self.file.open(encoding="utf-8") as lines:
            parted = (line.rpartition("\t") for line in lines)
            return {piece: _three(numbers, number) for piece, _, numbers in parted}

    def forget(self) -> None:
        """Read the table anew when it is next asked."""
        self.__dict__.pop("rows", None)

    def added(self, pieces: Iterable[str]) -> Weights:
        """The three weights of a word."""
        one = two = three = 0
        for first, inner, last in filter(None, map(self.rows.get, pieces)):
            one, two, three = one + first, two + inner, three + last
        return one, two, three

    def whole(self, pieces: Sequence[str]) -> int:
        """What is told of a whole name weighs together."""
        known, weight = self.rows, 0
        for piece in pieces:
            if piece in known:
                weight += known[piece][0]
        return weight

    def columns(self, pieces: Iterable[Iterable[str]]) -> tuple[list[int], list[int], list[int]]:
        """The weight of each word as the first and as the last one, and of all before it as inner ones."""
        first, inner, last = [], [0], []
        for around in pieces:
            one, two, three = self.added(around)
            first.append(one)
            inner.append(inner[-1] + two)
            last.append(three)
        return first, inner, last


def _three(numbers: str, number: Callable[[str], int]) -> Weights:
    first, inner, last = map(number, numbers.split())
    return first, inner, last


def split(masked: str, word: re.Pattern[str], joining: str = "", most: int = MOST_WORDS) -> list[Word]:
    """The words of a text, the first so many; signs that are joining may stand in a name: &."""
    words = []
    for match in islice(word.finditer(masked), most):
        written = match[0]
        start, end = match.span()
        if "\u3400" <= written[0] <= "\u9fff":
            words.append(Word(start, end, written, True))
        elif written[0] == BLANK:
            words.append(Word(start, end, "@", False))
        elif written[0].isdigit() and written[-1] in "0123456789.,":
            words.append(Word(start, end, "0", False))
        else:
            form = ENDINGS.sub("", written.lower()) if written[0].isascii() else written
            words.append(Word(start, end, form, written[0].isalnum() or written in joining))
    return words


def spans(masked: str, words: Sequence[Word], longest: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of all that may be a name: words that stand together."""
    return ((first, last) for first, end in runs(masked, words, longest) for last in range(first, end))


def runs(masked: str, words: Sequence[Word], longest: int) -> Iterator[tuple[int, int]]:
    """Each word with which a name may begin, the last ones first, and the one before which it ends at the latest."""
    end = len(words)
    for first in reversed(range(len(words))):
        if not words[first].names:
            end = first
            continue
        if first + 1 < end and not _together(masked, words[first], words[first + 1]):
            end = first + 1
        yield first, min(end, first + longest)


def _together(masked: str, one: Word, other: Word) -> bool:
    if one.end == other.start:
        return True
    return masked[one.end : other.start] == " " and (masked[one.start].isascii() or masked[other.start].isascii())


@lru_cache(maxsize=4096)
def sort(form: str) -> str:
    """The sort that a word stands for; else l(atin), c(hinese), or the mark that it is."""
    return SORTS.get(form) or (form if not form[0].isalpha() else "l" if form.isascii() else "c")


def beside(name: str, ruled: Ruled | None) -> list[str]:
    """How a name lies to what the rules say."""
    if ruled is None:
        return ["=unruled"]
    if name == ruled.words:
        return [f"=same {ruled.how}", "=same Latin" if name.isascii() else "=same Chinese"]
    if name.endswith(ruled.words) or ruled.words.endswith(name):
        return [f"=ends {ruled.how}"]
    return [f"={'part' if name in ruled.words or ruled.words in name else 'other'} {ruled.how}"]


def none(ruled: Ruled | None) -> list[str]:
    """What is weighed for there being no name."""
    return ["=none", f"=none {ruled.how}" if ruled else "=none unruled"]
