"""Names as they are written in a message."""

from collections.abc import Iterator, Sequence

from lookup.entries import Id
from lookup.hits import Hit
from lookup.index import Index
from lookup.naming import CORE, FAINT, PART
from lookup.reading import Reading


def written(reading: Reading, index: Index) -> Iterator[Hit]:
    """Names as they are written, and English names with the next word abbreviated: Wayne Ent."""
    words = reading.words
    for first, word in enumerate(words):
        for length in index.lengths.get(word, ()):
            spelling = "".join(words[first : first + length]) if length > 1 else word
            if first + length <= reading.phrase[first] and spelling in index.written:
                yield from _as_written(reading, first, first + length, spelling, index)


def _as_written(reading: Reading, first: int, last: int, spelling: str, index: Index) -> Iterator[Hit]:
    """The hit of one spelling."""
    ids, how, certainty = index.meant_by(spelling)
    if certainty == FAINT and reading.capital[first]:
        certainty = PART
    size = sum(map(len, reading.words[first:last]))
    if not (certainty <= FAINT and _in_a_number(reading.words, first)):
        yield Hit(first, last, size, ids, how, certainty)
        yield from _abbreviated(reading.words, first, last, ids, index)


def _in_a_number(words: Sequence[str], first: int) -> bool:
    """Whether the word before makes this a weekday or a count: 周三一起."""
    return first > 0 and words[first - 1] in "周期拜第十百月初"


def _abbreviated(words: Sequence[str], first: int, last: int, ids: tuple[Id, ...], index: Index) -> Iterator[Hit]:
    """The same name with its next word cut short."""
    following = words[last] if last < len(words) else ""
    if not following.isascii():
        return
    length = last - first
    full = [one for one in ids if _cut_short(following, index.names[one][length : length + 1])]
    if full and "".join(index.names[full[0]][:length]) == "".join(words[first:last]):
        yield Hit(first, last + 1, sum(map(len, words[first : last + 1])), tuple(full), "core", CORE, cut=True)


def _cut_short(word: str, whole: tuple[str, ...]) -> bool:
    """Whether a word is the beginning of another."""
    return len(word) > 1 and bool(whole) and whole[0] != word and whole[0].startswith(word) and word.isascii()
