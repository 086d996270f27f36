"""Patterns: how the islands write their words down."""

import re
from collections.abc import Iterator
from itertools import islice

_CHINESE = r"[^\x00-\x7f，。；！？、：（）《》「」“”‘’…—·～￥€£]"
_MARGIN = re.compile(r"\n\s*")


def pattern(words: str, *, cased: bool = False) -> re.Pattern[str]:
    """A pattern written over several lines, whose line ends and margins don't count.

    Letters match in either case unless `cased`. Only Latin letters count as word letters, so that a word's border lies
    between "call" and "了" too. `\\h` is one letter of Chinese.
    """
    return re.compile(_MARGIN.sub("", words).replace(r"\h", _CHINESE), re.ASCII if cased else re.ASCII | re.IGNORECASE)


MOST = 32
"""Of so many places that one pattern finds the first ones are read: nobody says more in one message."""


def each(words: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places where a pattern matches, the first `MOST` of them."""
    return islice(words.finditer(text), MOST)
