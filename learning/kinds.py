"""What messages lean to: the weights of their kinds and feelings."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from learning import examples
from learning.examples import Example
from parsing import feelings, intents, leanings
from parsing.said import Book

SELDOM = 2
"""A piece that fewer examples have teaches nothing."""
RESTRAINT = 0.6
"""How much the weights are held down: half the weight of their squared norm."""
SCALE = 100
"""Weights are written as whole hundredths."""
LEAST = 6
"""A piece whose weights are all smaller is left out."""


def pieces_of(one: Example, book: Book) -> set[str]:
    """The pieces of an example as the product sees them, once its kind is known."""
    heard, _ = examples.heard(one, book)
    ruled = intents.of(heard.plain, heard.masked, heard.verbs, heard.sums)
    felt = feelings.sentiment(heard.plain, one.intent)
    return leanings.pieces(heard, ruled) | {f"kind {one.intent}", f"felt {felt}"}


def fitted(found: Sequence[set[str]], labels: Sequence[int], kinds: int) -> dict[str, Any]:
    """Piece -> weights per label: a logistic regression with an L2 norm, by L-BFGS."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(piece for one in found for piece in one)
    places = {piece: at for at, piece in enumerate(sorted(p for p, n in counts.items() if n >= SELDOM))}
    cells = [(row, places[piece]) for row, one in enumerate(found) for piece in one if piece in places]
    rows, columns = zip(*cells, strict=True)
    shape = (len(found), len(places))
    x = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)
    y = np.eye(kinds)[list(labels)]
    turned = x.T.tocsr()

    def loss(flat: Any) -> tuple[float, Any]:
        b = flat.reshape(len(places), kinds)
        z = x @ b
        z -= z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        cost = -(y * np.log(p + 1e-12)).sum() + RESTRAINT / 2 * (b * b).sum()
        return cost, (turned @ (p - y) + RESTRAINT * b).ravel()

    best = minimize(loss, np.zeros(len(places) * kinds), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    b = best.x.reshape(len(places), kinds)
    return {piece: b[at] for piece, at in places.items()}


def learn(told: Sequence[Example]) -> dict[str, tuple[int, ...]]:
    """Piece -> its weight for each intent and each feeling, in hundredths."""
    known = examples.book()
    found = [pieces_of(one, known) for one in told]
    unfelt = [{piece for piece in one if not piece.startswith(("kind ", "felt "))} for one in found]
    kinds = fitted(unfelt, [leanings.INTENTS.index(one.intent) for one in told], len(leanings.INTENTS))
    moods = fitted(found, [leanings.FEELINGS.index(one.sentiment) for one in told], len(leanings.FEELINGS))
    no_kind, no_mood = [0.0] * len(leanings.INTENTS), [0.0] * len(leanings.FEELINGS)
    every = {
        piece: tuple(round(SCALE * w) for w in (*kinds.get(piece, no_kind), *moods.get(piece, no_mood)))
        for piece in kinds.keys() | moods.keys()
    }
    return {piece: row for piece, row in every.items() if max(map(abs, row)) >= LEAST}
