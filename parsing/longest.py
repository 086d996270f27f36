"""The longest word of a table at a place of a text: one look per length, where a pattern would try every word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from string import ascii_letters

LATIN = frozenset(ascii_letters)


class Longest:
    """A table of words, by their first letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        sizes: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            sizes[word[0]].add(len(word))
        self._sizes = {letter: sorted(lengths, reverse=True) for letter, lengths in sizes.items()}

    def at(self, text: str, place: int) -> str:
        """The longest word that begins at a place, or nothing."""
        for size in self._sizes.get(text[place : place + 1], ()):
            if (word := text[place : place + size]) in self._words:
                return word
        return ""

    def words(self, text: str) -> Iterator[tuple[int, str]]:
        """The longest word at each place, one after the other; Latin ones only as whole words."""
        taken = 0
        for place in [at for at, letter in enumerate(text) if letter in self._sizes and not _cut(text, at)]:
            if place >= taken and (word := self.at(text, place)) and not _cut(text, place + len(word)):
                yield place, word
                taken = place + len(word)


def _cut(text: str, place: int) -> bool:
    """Whether a place lies inside a Latin word."""
    return text[place : place + 1] in LATIN and text[place - 1 : place] in LATIN
