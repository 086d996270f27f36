"""Which words name what is sold: learnt from the wares that are marked in told examples."""

from collections.abc import Sequence

from learning import examples, segments
from learning.examples import Example
from learning.segments import Marked
from parsing import likely_wares, masks, products, script, wares, whose
from parsing.said import Book

LEAST = 5
"""Neighbours that weigh less, in hundredths, are not kept."""


def learn(told: Sequence[Example]) -> dict[str, tuple[int, ...]]:
    """Piece -> its weights for the first, an inner and the last word of a ware, in hundredths."""
    known = examples.book()
    marked = [marks(one, known) for one in told if one.ware is not None and one.intent != "query"]
    return segments.pruned(segments.learn(marked, likely_wares.unknown), LEAST)


def marks(one: Example, known: Book) -> Marked:
    """An example with the place of its ware."""
    heard, given = examples.heard(one, known)
    meant = whose.meant(heard, one.intent, given)
    masked = heard.masked if meant.ids else masks.without(heard.masked, (meant.words, meant.contact))
    masked = masked[: products.NEAR]
    words = likely_wares.split(masked)
    spans = list(likely_wares.spans(masked, words))
    names = [masked[words[first].start : words[last].end] for first, last in spans]
    ware = script.fold(one.ware or "")
    right = names.index(ware) if ware in names else None
    ruled, heads = products.ruled(masked), wares.head_ends(masked)

    def whole(span: tuple[int, int]) -> list[str]:
        first, last = span
        end = words[last].end
        return likely_wares.whole(masked[words[first].start : end], last - first, end in heads, ruled)

    return Marked(masked, words, likely_wares.pieces(masked, words), spans, right, ruled, one.voice, whole)
