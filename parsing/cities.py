"""Cities: where a customer is, when the text says so."""

import re
from functools import cache
from itertools import islice
from pathlib import Path

from parsing.patterns import pattern

NAMES = tuple(
    name
    for line in Path(__file__).with_name("cities.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split(", ")
)
CHINESE = frozenset(name for name in NAMES if name[0] >= "\u4e00")
ENGLISH = {name.lower(): name for name in NAMES if name[0] < "\u4e00"}
COMMON_WORDS = frozenset({"nice", "cork", "bergen", "queens", "phoenix", "buffalo", "columbus", "lima", "bath", "bern"})
"""Names that are also words: they count only after in, from, to or at."""

WORD = re.compile(r"[^\W\d_\u2e80-\uffff]+")
MOST_WORDS = 400
"""In so many words a city is sought."""
PLACE = pattern(r"\b(?:in|at|from|to|near|based|office)\s(?:the )?$")
ALONE = pattern(r", [a-z]+(?=,|$)")
"""Between commas even a name that is also a word is a city: Dana, Phoenix, 602."""
NOT_AFTER = ("石", "路", "街", "银", "总", "经", "时", "装")
"""After these a city's letters are something else: 大理石, 南京路, 上海银行."""


def find(masked: str) -> str | None:
    """The first city named outside the names of customers, as written; Berlin for a lower-case berlin."""
    return _chinese(masked) or _english(masked)


def inside(name: str) -> str | None:
    """The city that a Chinese company name begins with."""
    return next((name[:size] for size in (4, 3, 2) if name[:size] in CHINESE and len(name) > size), None)


def known(words: str) -> str | None:
    """The city that these words are, and nothing else."""
    words = words.strip().removesuffix("市")
    if words in CHINESE:
        return words
    return _written(words) if words.lower() in ENGLISH else None


def _chinese(masked: str) -> str | None:
    heads = _heads()
    for place, letter in enumerate(masked):
        if letter not in heads:
            continue
        for size in (6, 5, 4, 3, 2):
            name = masked[place : place + size]
            if name in CHINESE and not masked.startswith(NOT_AFTER, place + size):
                return name
    return None


def _english(masked: str) -> str | None:
    """A capitalised name anywhere; in small letters only after in, at, from or to."""
    words = [match.span() for match in islice(WORD.finditer(masked), MOST_WORDS)]
    begun = _begun()
    for place, (start, stop) in enumerate(words):
        for _, end in reversed(words[place : place + 4]) if masked[start:stop].lower() in begun else ():
            name = masked[start:end]
            if name.lower() in ENGLISH and _meant(masked, start, name):
                return _written(name)
    return None


def _meant(masked: str, start: int, name: str) -> bool:
    placed = PLACE.search(masked[max(0, start - 12) : start]) is not None
    if name.lower() in COMMON_WORDS or (len(name) <= 3 and name.islower()):
        return name[0].isupper() and (placed or ALONE.match(masked, start - 2) is not None)
    return placed or name[0].isupper()


def _written(name: str) -> str:
    """A city's usual spelling; abbreviations stay as written."""
    return ENGLISH.get(name.lower(), name) if name.islower() else name


@cache
def _begun() -> frozenset[str]:
    """The first words of English names, in small letters."""
    return frozenset(word[0].lower() for name in NAMES if name[0] < "\u4e00" and (word := WORD.match(name)))


@cache
def _heads() -> frozenset[str]:
    return frozenset(name[0] for name in CHINESE)
