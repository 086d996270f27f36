"""Patterns: how the islands write their words down."""

import re
from collections.abc import Iterator
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

    @cached_property
    def looks(self) -> tuple[frozenset[str], frozenset[str]]:
        """Both, at one look."""
        return self.held, self.first

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


def may_begin(words: re.Pattern[str], among: AbstractSet[str]) -> bool:
    """Whether what a pattern finds may begin with one of these letters and have what it cannot do without: sooner told
    than looked for."""
    held, first = words.looks  # type: ignore[attr-defined]
    return not (held and held.isdisjoint(among)) and not (first and first.isdisjoint(among))


MOST = 32
"""Of so many places that one pattern finds the first ones are read: nobody says more in one message."""


def each(words: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places where a pattern matches, the first `MOST` of them."""
    return islice(words.finditer(text), MOST)
