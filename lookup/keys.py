"""Under which short keys a name is stored and sought, so that a million names need no scan.

A customer is found when its name and the words typed for it share a key. The letter before the colon is the kind:

| key | what it holds | finds |
|---|---|---|
| n:  | the full name in normal spelling, without spaces | the name itself |
| c:  | the core and every shorter form | 海岳 for 宁波海岳食品有限公司 |
| p:  | careless toneless pinyin of the core and the brand | huaxing, 华欣 |
| i:  | initials of the core and the brand | wjg, tak |
| d:  | the Latin brand or the Chinese core with one letter or character left out | Globx for Globex |
"""

from collections.abc import Iterator
from functools import lru_cache

from lookup import readings
from lookup.names import brand, core, shorter
from lookup.writing import normal, words

SHORTEST_TYPO = 4
LONGEST_TYPO = 16
LONGEST_INITIALS = 4
LONG = 7
ENDS = (2, 3)
"""Letters of either end of a word, short or `LONG`."""


@lru_cache(maxsize=4096)
def keys(name: str) -> frozenset[str]:
    """Every key of a name (about ten), the same for a name that is kept and for words that seek one."""
    whole = normal(name).replace(" ", "")
    return frozenset([f"n:{whole}", *_of_forms(name)]) if whole else frozenset()


def _of_forms(name: str) -> Iterator[str]:
    """The keys of the shorter forms of a name, of how they sound, and of slips of the pen."""
    yield from (f"c:{form.replace(' ', '')}" for form in (core(name), *shorter(name)))
    for form in dict.fromkeys((core(name), brand(name))):
        yield from _sounds(words(form))
    said = words(core(name)) if readings.has_han(words(name)) else words(brand(name))
    yield from (f"d:{slip}" for slip in slips("".join(said)))


def _sounds(form: tuple[str, ...]) -> Iterator[str]:
    """The pinyin and initials of a form; words in Latin letters may be either."""
    if readings.has_han(form) and len(form) > 1:
        yield from (f"p:{readings.loose(''.join(way))}" for way in readings.readings(form))
        yield f"i:{readings.initials(form)}"
    elif not readings.has_han(form):
        yield from _of_latin(form)


def _of_latin(form: tuple[str, ...]) -> Iterator[str]:
    """What Latin letters may stand for: pinyin typed out, initials, or words of their own."""
    joined = "".join(form)
    yield f"p:{readings.loose(joined)}"
    if len(form) > 1:
        yield f"i:{''.join(word[0] for word in form)}"
    elif len(joined) <= LONGEST_INITIALS:
        yield f"i:{joined}"


def slips(word: str) -> set[str]:
    """A word and every way to leave out one of its letters; only for words long enough to be sure of.

    Two words that differ by one letter changed, missing, added or swapped with its neighbour share one of these.
    """
    if not SHORTEST_TYPO <= len(word) <= LONGEST_TYPO:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def ends(word: str, size: int) -> tuple[str, str]:
    """How a word begins and ends."""
    return f"{word[:size]}-", f"-{word[-size:]}"


def end_size(word: str) -> int:
    """How many letters of either end to look at: a slip in a word of five letters or more leaves one end as it is."""
    return ENDS[len(word) >= LONG]
