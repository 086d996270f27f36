"""Patterns: how the islands write their words down."""

import re

_MARGIN = re.compile(r"\n\s*")


def pattern(words: str, *, cased: bool = False) -> re.Pattern[str]:
    """A pattern written over several lines, whose line ends and margins don't count.

    Letters match in either case unless `cased`. Only Latin letters count as word letters, so that a word's border lies
    between "call" and "了" too.
    """
    return re.compile(_MARGIN.sub("", words), re.ASCII if cased else re.ASCII | re.IGNORECASE)
