"""What a message leans to: pieces of its words, weighed by what thousands of told examples with such pieces were.

The rules of the grammar speak first; what they found is one piece among others. The weights are those of a multinomial
logistic regression (https://en.wikipedia.org/wiki/Multinomial_logistic_regression), learnt by `python -m learning`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from parsing import kin
from parsing.feelings import tones
from parsing.hearing import Heard
from parsing.masks import BLANK

INTENTS = ("visit", "call", "purchase", "complaint", "note", "new_customer", "query")
FEELINGS = ("positive", "neutral", "negative")
WEIGHTS = Path(__file__).with_name("leanings.txt")
WORD = re.compile(rf"{BLANK}+|[a-z]+(?:'[a-z]+)?|[0-9]+|[\u3400-\u9fff]|[?!？！]")
ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s)$")
LONGEST = 4
FEWEST = 6
"""A fact of fewer letters leans to nothing: the rules decide."""
MOST_WORDS = 120
"""So many words and characters of a fact are weighed."""


class Leaning(NamedTuple):
    """A fact's pieces and what they weigh together for each intent, then for each feeling."""

    pieces: set[str]
    weights: list[int]


def pieces(heard: Heard, ruled: str) -> set[str]:
    """A fact's words, alone and with their neighbours, and what the rules say of it."""
    words = [_word(match.group()) for match in islice(WORD.finditer(heard.masked.lower()), MOST_WORDS)]
    runs = (map(" ".join, zip(*(words[at:] for at in range(size)), strict=False)) for size in range(1, LONGEST + 1))
    ends = (f"^{words[0]}", f"{words[-1]}$") if words else ()
    return {*chain.from_iterable(runs), *ends, *_told(heard), f"rule {ruled}"}


def weighed(found: set[str]) -> Leaning:
    """What pieces weigh together."""
    known = weights()
    rows = [row for row in map(known.get, found) if row]
    return Leaning(found, [sum(column) for column in zip(*rows, strict=True)] or [0] * len(INTENTS + FEELINGS))


def intent(leaning: Leaning, barred: Collection[str] = ()) -> str:
    """The likeliest kind, of those that are not barred."""
    return _heaviest(INTENTS, leaning.weights, barred)


def sentiment(leaning: Leaning, kind: str, felt: str) -> str:
    """The likeliest feeling of a record of this kind, whose words feel so to the rules."""
    more = {f"kind {kind}", f"felt {felt}"} - leaning.pieces
    return _heaviest(
        FEELINGS, [a + b for a, b in zip(leaning.weights, weighed(more).weights, strict=True)][len(INTENTS) :]
    )


def _word(written: str) -> str:
    if written[0] == BLANK:
        return "@"
    return "0" if written[0].isdigit() else ENDINGS.sub("", written)


def _told(heard: Heard) -> Iterator[str]:
    """What the islands of the grammar have found."""
    yield from (f"{'did' if verb.happened else 'may'} {verb.kind}" for verb in heard.verbs)
    yield from ("has sum" for _ in heard.sums[:1])
    yield from ("has phone" for _ in heard.phones[:1])
    yield from (f"sounds {tone}" for tone in tones(heard.plain))
    yield from (f"kin {name}" for name in kin.heard(heard.masked))
    yield from (f"has day {'ahead' if day.ahead and not day.behind else 'behind'}" for day in heard.days)


def _heaviest(labels: Sequence[str], sums: Sequence[int], barred: Collection[str] = ()) -> str:
    """The first of the heaviest labels."""
    return max((pair for pair in zip(labels, sums, strict=False) if pair[0] not in barred), key=itemgetter(1))[0]


@cache
def weights() -> dict[str, tuple[int, ...]]:
    """Piece -> its weight for each intent, then for each feeling."""
    number = cache(int)  # each kept once: there are a few hundred of them in hundreds of thousands of places
    with WEIGHTS.open(encoding="utf-8") as lines:
        rows = (line.rpartition("\t") for line in lines)
        return {piece: tuple(map(number, numbers.split())) for piece, _, numbers in rows}
