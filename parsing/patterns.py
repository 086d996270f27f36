"""Patterns: how the islands write their words down."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice
from typing import Any, cast

from parsing import indispensable
from parsing.beginnings import glancing, letters

_CHINESE = r"[^\x00-\x7f，。；！？、：（）《》「」“”‘’…—·～￥€£]"
_MARGIN = re.compile(r"\n\s*")


class Pattern:
    """A pattern that is compiled when it is first used: whoever only starts waits for none of them.

    Where it may begin with a few letters only, the other places of a text are passed by.
    """

    def __init__(self, words: str, flags: re.RegexFlag) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern; kept, so that this is asked once."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(glancing(self.written, self._flags), self._flags)

    @cached_property
    def first(self) -> frozenset[str]:
        """The letters with which a find may begin; none where they are not known."""
        return letters(self.written, self._flags)

    @cached_property
    def held(self) -> frozenset[str]:
        """The letters of which every find holds one; none where they are not known."""
        return indispensable.letters(self.written, self._flags)

    @property
    def written(self) -> str:
        """The pattern as `re` writes it down."""
        return _MARGIN.sub("", self._words).replace(r"\h", _CHINESE)


def pattern(words: str, *, cased: bool = False) -> re.Pattern[str]:
    """A pattern written over several lines, whose line ends and margins don't count.

    Letters match in either case unless `cased`. Only Latin letters count as word letters, so that a word's border lies
    between "call" and "了" too. `\\h` is one letter of Chinese.
    """
    return cast("re.Pattern[str]", Pattern(words, re.ASCII if cased else re.ASCII | re.IGNORECASE))


class Choice:
    """Of many patterns those that may find something, told by a text's letters: sooner than each can look for it.

    What a pattern finds begins with one of its first letters, and has one of those that it cannot do without.
    """

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self._patterns = cast("tuple[Pattern, ...]", tuple(patterns))

    def of(self, among: AbstractSet[str]) -> Iterator[int]:
        """The places of these patterns, in their order."""
        left = _those(among, *self._first) & _those(among, *self._held)
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest

    @cached_property
    def _first(self) -> tuple[int, dict[str, int]]:
        return _marked([one.first for one in self._patterns])

    @cached_property
    def _held(self) -> tuple[int, dict[str, int]]:
        return _marked([one.held for one in self._patterns])


def _marked(letters: Sequence[AbstractSet[str]]) -> tuple[int, dict[str, int]]:
    """As bits: the patterns for which no letters are known, and those of each letter."""
    of_letter: dict[str, int] = defaultdict(int)
    for at, known in enumerate(letters):
        for letter in known:
            of_letter[letter] |= 1 << at
    return sum(1 << at for at, known in enumerate(letters) if not known), dict(of_letter)


def _those(among: AbstractSet[str], anyway: int, of_letter: Mapping[str, int]) -> int:
    for letter in among:
        anyway |= of_letter.get(letter, 0)
    return anyway


MOST = 32
"""Of so many places that one pattern finds the first ones are read: nobody says more in one message."""


def each(words: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places where a pattern matches, the first `MOST` of them."""
    return islice(words.finditer(text), MOST)
