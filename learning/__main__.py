"""The weights anew, from all told examples: `python -m learning`; needed whenever the rules of the grammar change."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import lookup
from parsing import customers, feelings, intents, leanings, script
from parsing.hearing import Circumstances, hear
from parsing.said import Book

FOLDER = Path(__file__).with_name("told")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SELDOM = 2
"""A piece that fewer examples have teaches nothing."""
RESTRAINT = 0.6
"""How much the weights are held down: half the weight of their squared norm."""
SCALE = 100
"""Weights are written as whole hundredths."""
LEAST = 6
"""A piece whose weights are all smaller is left out."""
COMPANIES = {
    "zh": ("海月食品", "青岚机械", "百汇酒店", "云上科技"),
    "en": ("Bluemill", "Harrow Foods", "Tan Lines Trading"),
}
PEOPLE = {"zh": ("王建国", "李敏", "陈总"), "en": ("Mary Low", "Mr Hart", "Jane")}


class Example(NamedTuple):
    """A message, what it is, and how it feels."""

    text: str
    intent: str
    sentiment: str


def told() -> list[Example]:
    """All examples beside this file, a line each: intent, sentiment, text; {c} and {p} stand for names.

    In some the ware is marked, like ‹this›.
    """
    lines = [line for file in sorted(FOLDER.glob("*.tsv")) for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines]
    return [Example(unmarked(_named(text, at)), kind, felt) for at, (kind, felt, text) in enumerate(rows)]


def unmarked(text: str) -> str:
    """An example without the marks of its ware."""
    return text.replace("‹", "").replace("›", "")


def book() -> Book:
    """The customers that the examples speak of."""
    people = [*PEOPLE["zh"], *PEOPLE["en"]]
    names = [*COMPANIES["zh"], *COMPANIES["en"]]
    return lookup.Book(lookup.Entry(at, name, (), (people[at % len(people)],)) for at, name in enumerate(names))


def _named(text: str, at: int) -> str:
    """An example with a company and a person in it, in turn."""
    tongue = "zh" if any(letter > "\u2e80" for letter in text) else "en"
    company, person = (names[tongue][at % len(names[tongue])] for names in (COMPANIES, PEOPLE))
    return text.replace("{c}", company).replace("{p}", person)


def pieces_of(one: Example, book: Book) -> set[str]:
    """The pieces of an example as the product sees them, once its kind is known."""
    text, plain = one.text, script.fold(one.text)
    spots = tuple(customers.seen(text, plain, book))
    heard = hear(text, plain, spots, Circumstances(NOW, book, "CNY", "CN", ()))
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


def learn(examples: Sequence[Example]) -> dict[str, tuple[int, ...]]:
    """Piece -> its weight for each intent and each feeling, in hundredths."""
    known = book()
    found = [pieces_of(one, known) for one in examples]
    unfelt = [{piece for piece in one if not piece.startswith(("kind ", "felt "))} for one in found]
    kinds = fitted(unfelt, [leanings.INTENTS.index(one.intent) for one in examples], len(leanings.INTENTS))
    moods = fitted(found, [leanings.FEELINGS.index(one.sentiment) for one in examples], len(leanings.FEELINGS))
    no_kind, no_mood = [0.0] * len(leanings.INTENTS), [0.0] * len(leanings.FEELINGS)
    every = {
        piece: tuple(round(SCALE * w) for w in (*kinds.get(piece, no_kind), *moods.get(piece, no_mood)))
        for piece in kinds.keys() | moods.keys()
    }
    return {piece: row for piece, row in every.items() if max(map(abs, row)) >= LEAST}


def main() -> None:
    """Write the weights."""
    rows = learn(told())
    lines = (f"{piece}\t{' '.join(map(str, row))}\n" for piece, row in sorted(rows.items()))
    leanings.WEIGHTS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
