"""Which words name the customer and the person there: learnt from told examples with names that nobody bears."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from learning import examples, invented, segments
from learning.examples import Example
from learning.segments import Marked
from parsing import likely_names, masks, script, whose
from parsing.hearing import Circumstances, hear
from parsing.masks import Place

SEED = 5
COMMON = 3
"""A word of so many examples is an everyday one."""
LEAST = 20
"""Neighbours that weigh less, in hundredths, are not kept."""
NAMES = re.compile(r"(\{[cp]\})")
LATIN = re.compile(r"[A-Za-z]{2}")
Rows = dict[str, tuple[int, ...]]


class Told(NamedTuple):
    """An example with names put in: where the customer stands, and the person beside it; null where there is none."""

    text: str
    customer: Place | None
    person: Place | None
    voice: str


def learn(told: Sequence[Example]) -> tuple[Rows, Rows]:
    """The weights for customers, and for people, from examples without names; with the first all everyday words."""
    everyday = _everyday(told)
    likely_names.CUSTOMERS.rows = dict.fromkeys(everyday, (0, 0, 0))  # the words by which forms are told apart
    named = list(_named(told))
    customers = segments.learn(list(filter(None, map(customer_marks, named))))
    people = segments.learn(list(filter(None, map(person_marks, named))))
    return {**dict.fromkeys(everyday, (0, 0, 0)), **_kept(customers, everyday)}, _kept(people, ())


def _kept(rows: Rows, words: Sequence[str]) -> Rows:
    return {
        piece: row
        for piece, row in rows.items()
        if max(map(abs, row)) >= LEAST or (piece.startswith("=") and any(row)) or piece in words
    }


def _everyday(told: Sequence[Example]) -> list[str]:
    """The words that examples have beside their names."""
    texts = (script.fold(NAMES.sub("\x00", one.text)) for one in told)
    counts = Counter(word.form for text in texts for word in likely_names.split(text))
    return sorted(word for word, n in counts.items() if n >= COMMON)


def _named(told: Sequence[Example]) -> Iterator[Told]:
    dice = Random(SEED)  # noqa: S311 - the same names each time
    return (_with_names(one, dice) for one in told)


def _with_names(one: Example, dice: Random) -> Told:
    """An example with new names in it; a person alone is the customer."""
    latin = _latin(one)
    text, places, person = "", dict[str, Place](), None
    for part in NAMES.split(one.text):
        if not NAMES.fullmatch(part):
            text += part
            continue
        name = person if part == "{p}" and person else _name(part, dice, latin)
        person = name if part == "{p}" else person
        places.setdefault(part, Place(len(text), len(text) + len(name)))
        text += name
    firm, somebody = places.get("{c}"), places.get("{p}")
    return Told(text, firm or somebody, somebody if firm else None, one.voice)


def _name(part: str, dice: Random, latin: float) -> str:
    if dice.random() < latin:
        return invented.latin_firm(dice) if part == "{c}" else invented.latin_person(dice)
    return invented.chinese_firm(dice) if part == "{c}" else invented.chinese_person(dice)


def _latin(one: Example) -> float:
    """How often names are Latin in such a message."""
    if not any(letter > "\u2e80" for letter in one.text):
        return 0.97
    if one.voice.startswith("mix"):
        return 0.5
    return 0.35 if LATIN.search(NAMES.sub("", one.text)) else 0.12


def customer_marks(one: Told) -> Marked | None:
    """An example as it is looked through for its customer; null where the text has names of its own."""
    return _marks(one, one.customer, (), of_customer=True)


def person_marks(one: Told) -> Marked | None:
    """An example as it is looked through for the person there, its customer masked."""
    return _marks(one, one.person, [one.customer] if one.customer else [], of_customer=False)


def _marks(one: Told, place: Place | None, hidden: Sequence[Place], *, of_customer: bool) -> Marked | None:
    plain = script.fold(one.text)
    heard = hear(one.text, plain, (), Circumstances(examples.NOW, examples.nobody(), "CNY", "CN", ()))
    masked = masks.mask(heard.masked, hidden)[: likely_names.NEAR]
    words = likely_names.split(masked)
    spans = list((likely_names.customers if of_customer else likely_names.persons)(masked, words))
    places = [Place(words[first].start, words[last].end) for first, last in spans]
    ruled = whose.ruled_customer(one.text, masked) if of_customer else whose.ruled_person(masked)
    if (place and place not in places) or (not place and ruled):
        return None

    @cache
    def whole(span: tuple[int, int]) -> list[str]:
        first, last = span
        return likely_names.whole(masked[words[first].start : words[last].end], last - first, ruled)

    right = places.index(place) if place else None
    return Marked(
        masked, words, likely_names.pieces(masked, words, range(len(words))), spans, right, ruled, one.voice, whole
    )
