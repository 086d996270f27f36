"""The weights of words around and in what is marked in told examples: wares, customers, people.

First every word's weights are learnt from all voices, without the rules. Then, for voices that were left out of that
and that the rules had not been mended for, how much the rules' own answer and a name's looks weigh beside them:
otherwise the rules, which know the older voices by heart, would be believed too much.
"""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from parsing import segments
from parsing.segments import Ruled, Word

FRESH = (
    "unseen_four", "unseen_five", "unseen_six", "unseen_seven", "unseen_eight", "unseen_nine",
    "en_g", "en_h", "en_i", "zh_g", "zh_h", "mix_g", "mix_h",
)  # fmt: skip
"""Voices that the rules were not mended for before they were measured."""
PARTS = 3
"""Of the fresh voices each part in turn is left out."""
SELDOM = 2
"""A piece that fewer examples have teaches nothing."""
RESTRAINT, LOOSE = 0.6, 0.1
"""How much the weights of words, and those of whole names, are held down."""
SCALE = 100
STEPS = 80
Unknown = Callable[[Sequence[str], Container[str]], list[str]]
"""What a word is weighed by beside its pieces, by which of them are known."""


@dataclass(frozen=True)
class Marked:
    """An example as the product sees it when it looks for a name; `right` is the place among the spans, or null.

    `whole` tells what a span is weighed by as a whole name, its length first.
    """

    masked: str
    words: Sequence[Word]
    pieces: Sequence[Sequence[str]]
    spans: Sequence[tuple[int, int]]
    right: int | None
    ruled: Ruled | None
    voice: str
    whole: Callable[[tuple[int, int]], list[str]]


def nothing_more(_around: Sequence[str], _known: Container[str]) -> list[str]:
    """A word is weighed by its pieces alone."""
    return []


def learn(marked: Sequence[Marked], unknown: Unknown = nothing_more) -> dict[str, tuple[int, ...]]:
    """Piece -> its weights for the first, an inner and the last word of a name, in hundredths."""
    names = whole_names(scored(marked, unknown))
    words = fitted(marked, unknown)
    rows = {piece: tuple(names["scale"] * w for w in row) for piece, row in words.items()}
    for piece, weight in names.items():
        rows[piece] = (weight + rows.get(piece, (0.0,))[0], 0.0, 0.0)
    del rows["scale"]
    return {piece: tuple(round(SCALE * float(w)) for w in row) for piece, row in rows.items()}


def pruned(rows: Mapping[str, tuple[int, ...]], least: int) -> dict[str, tuple[int, ...]]:
    """The rows without neighbours and endings that hardly weigh anything; words themselves stay, to be known."""
    return {
        piece: row
        for piece, row in rows.items()
        if max(map(abs, row)) >= least or piece.startswith("=") or not (set(piece) & set("<>~"))
    }


def scored(marked: Sequence[Marked], unknown: Unknown) -> list[tuple[Marked, list[float]]]:
    """The fresh examples with the weight of each span and, last, of none, learnt from the others."""
    found = []
    for part in range(PARTS):
        left_out = {at for at, one in enumerate(marked) if one.voice in FRESH and at % PARTS == part}
        weights = fitted([one for at, one in enumerate(marked) if at not in left_out], unknown)
        found += [(marked[at], _sums(marked[at], weights, unknown)) for at in sorted(left_out)]
    return found


def _sums(one: Marked, weights: Mapping[str, Any], unknown: Unknown) -> list[float]:
    nothing = np.zeros(3)
    rows = [
        sum((weights.get(piece, nothing) for piece in [*around, *unknown(around, weights)]), nothing)
        for around in one.pieces
    ]
    spans = [
        float(rows[first][0] + rows[last][2] + sum(row[1] for row in rows[first + 1 : last]))
        + float(weights.get(one.whole((first, last))[0], nothing)[0])
        for first, last in one.spans
    ]
    return [*spans, float(weights["=none"][0])]


def fitted(marked: Sequence[Marked], unknown: Unknown) -> dict[str, Any]:
    """Piece -> three weights; of whole names only their length and none are weighed here."""
    counts = Counter(piece for one in marked for around in one.pieces for piece in around)
    every = {piece for piece, n in counts.items() if n >= SELDOM}
    twice = {piece for piece, n in counts.items() if n > SELDOM}
    found = [[*around, *unknown(around, twice)] for one in marked for around in one.pieces]
    kept = [[piece for piece in pieces if piece in every or piece.startswith("=")] for pieces in found]
    places = {piece: at for at, piece in enumerate(sorted({piece for pieces in kept for piece in pieces}))}
    names = [[one.whole(span)[0] for span in one.spans] + ["=none"] for one in marked]
    lengths = {piece: at for at, piece in enumerate(sorted({piece for pieces in names for piece in pieces}))}
    x = _table([[places[piece] for piece in pieces] for pieces in kept], len(places))
    g = _table([[lengths[piece]] for pieces in names for piece in pieces], len(lengths))
    best = _best(_Spans(marked), x, g)
    words = best[: 3 * len(places)].reshape(-1, 3)
    rows: dict[str, Any] = {piece: words[at] for piece, at in places.items()}
    return rows | {piece: np.array([best[3 * len(places) + at], 0, 0]) for piece, at in lengths.items()}


def _table(rows: Sequence[Sequence[int]], columns: int) -> Any:
    cells = [(row, column) for row, found in enumerate(rows) for column in found]
    at, to = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (at, to)), shape=(len(rows), columns))


class _Spans:
    """All spans of all examples, and none of each: where their words lie, and which are right."""

    def __init__(self, marked: Sequence[Marked]) -> None:
        begin, end, inner, right, message, words = [], [], [], [], [], 0
        nowhere = sum(len(one.words) for one in marked)
        for at, one in enumerate(marked):
            for place, (first, last) in enumerate(one.spans):
                begin.append(words + first)
                end.append(words + last)
                inner.append((words + first + 1, max(words + last, words + first + 1)))
                right.append(place == one.right)
                message.append(at)
            begin.append(nowhere)
            end.append(nowhere)
            inner.append((0, 0))
            right.append(one.right is None)
            message.append(at)
            words += len(one.words)
        self.begin, self.end, self.message = np.array(begin), np.array(end), np.array(message)
        self.inner, self.right, self.words = np.array(inner), np.array(right, float), words
        self.starts = np.flatnonzero(np.r_[True, self.message[1:] != self.message[:-1]])

    def weights(self, z: Any) -> Any:
        """Each span's sum of its words' weights."""
        first, last = np.r_[z[:, 0], 0], np.r_[z[:, 2], 0]
        before = np.r_[0, np.cumsum(z[:, 1])]
        return first[self.begin] + last[self.end] + before[self.inner[:, 1]] - before[self.inner[:, 0]]

    def back(self, d: Any) -> Any:
        """What a change of the spans' weights is in the words' weights."""
        size = self.words + 1
        inner = np.bincount(self.inner[:, 1], d, size) - np.bincount(self.inner[:, 0], d, size)
        later = np.cumsum(inner[::-1])[::-1][1:]
        first, last = np.bincount(self.begin, d, size)[:-1], np.bincount(self.end, d, size)[:-1]
        return np.column_stack([first, later, last])

    def likely(self, weight: Any) -> tuple[float, Any]:
        """What the examples cost, and by how much each span is too likely."""
        most = np.maximum.reduceat(weight, self.starts)[self.message]
        e = np.exp(weight - most)
        total = np.add.reduceat(e, self.starts)[self.message]
        cost = -(self.right * (weight - most - np.log(total))).sum()
        return float(cost), e / total - self.right


def _best(spans: _Spans, x: Any, g: Any) -> Any:
    """The weights that make what is marked likeliest, held down by their squared norm; by L-BFGS."""
    size, turned, lengths = 3 * x.shape[1], x.T.tocsr(), g.T.tocsr()
    held = np.r_[np.full(size, RESTRAINT), np.full(g.shape[1], LOOSE * RESTRAINT)]

    def loss(flat: Any) -> tuple[float, Any]:
        weight = spans.weights(x @ flat[:size].reshape(-1, 3)) + g @ flat[size:]
        cost, d = spans.likely(weight)
        slope = np.r_[(turned @ spans.back(d)).ravel(), lengths @ d]
        return cost + (held * flat * flat).sum() / 2, slope + held * flat

    zero = np.zeros(size + g.shape[1])
    return minimize(loss, zero, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x


def whole_names(found: Sequence[tuple[Marked, Sequence[float]]]) -> dict[str, float]:
    """The weights of whole names, and the scale of their words' sums beside them."""
    rows = [pieces for one, _ in found for pieces in [*map(one.whole, one.spans), segments.none(one.ruled)]]
    places = {piece: at for at, piece in enumerate(sorted({piece for pieces in rows for piece in pieces}))}
    x = _table([[places[piece] for piece in pieces] for pieces in rows], len(places))
    sums = np.array([weight for _, weights in found for weight in weights])
    spans, turned = _Spans([one for one, _ in found]), x.T.tocsr()

    def loss(flat: Any) -> tuple[float, Any]:
        cost, d = spans.likely(x @ flat[:-1] + flat[-1] * sums)
        held = LOOSE * flat[:-1]
        return cost + (held * flat[:-1]).sum() / 2, np.r_[turned @ d + held, sums @ d]

    best = minimize(loss, np.r_[np.zeros(len(places)), 1.0], jac=True, method="L-BFGS-B").x
    return {piece: float(best[at]) for piece, at in places.items()} | {"scale": float(best[-1])}
