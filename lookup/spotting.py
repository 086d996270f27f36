"""Finds names in the words of a message: those that are said first, odd spellings in what is left."""

from collections.abc import Iterator, Sequence

from lookup.guessed import heard, latin, misspelt
from lookup.hits import Hit
from lookup.index import Index
from lookup.reading import Reading
from lookup.titled import TITLED, titled
from lookup.written import written


def hits(reading: Reading, index: Index) -> Iterator[Hit]:
    """Every name that may stand anywhere in the message; they overlap."""
    sure = [*written(reading, index), *titled(reading.words, index)]
    yield from sure
    open_words = _open(reading.words, sure)
    yield from heard(reading, open_words, index)
    yield from misspelt(reading, open_words, index)
    yield from latin(reading.words, open_words, index)


def _open(words: Sequence[str], sure: Sequence[Hit]) -> list[bool]:
    """Which words no sure name has taken: only there do odd spellings need a look."""
    taken = {at for hit in sure if hit.certainty > TITLED for at in range(hit.first, hit.last)}
    return [at not in taken for at in range(len(words))]
