"""Kin: words that lean the same way, so that what was learnt of one holds for the others: 点头, 松口, green light."""

import re
from functools import cache
from itertools import islice
from pathlib import Path

from parsing.longest import Longest

WORDS = Path(__file__).with_name("kin.txt")
DENIED = re.compile(
    r"(?:不|没|没有|未|别|不太|不怎么|n't|n’t|\bnot|\bno|\bnever|\bnothing)\s?(?:太|很|really |very |so |that )?$"
)
DENYING = frozenset("不没未别n")
"""One of these letters is in every denial."""
MOST = 24
"""So many words of a kin are heard in one message."""


def heard(text: str) -> set[str]:
    """The kins whose words a folded text uses, denied or not, and the last of them."""
    low = text.lower()
    found = [_kin(word, low, at) for at, word in islice(_table().words(low), MOST)]
    return {*found, f"last {found[-1]}"} if found else set()


def _kin(word: str, low: str, at: int) -> str:
    kin, before = _kins()[word], low[max(0, at - 10) : at]
    return f"no {kin}" if not DENYING.isdisjoint(before) and DENIED.search(before) else kin


@cache
def _kins() -> dict[str, str]:
    """Word -> its kin; the first that lists it."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return dict(reversed([(word.replace("_", " "), kin) for kin, *words in rows for word in words]))


@cache
def _table() -> Longest:
    return Longest(_kins())
