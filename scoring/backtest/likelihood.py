"""How likely a purchase history is under BG/NBD, MBG/NBD or MBG/CNBD-k, and how that changes with the parameters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, gammaln

from scoring.backtest.pairs import coded, decoded
from scoring.backtest.purchases import Column

_MOST, _NONE = 700.0, np.zeros(1)
"""Beyond the first, e to its power is no number any more."""


@dataclass(frozen=True, slots=True)
class Counts:
    """x, t_x and T in weeks (see `scoring.backtest.buying`), one row per customer, or per `weight` equal ones."""

    x: Column
    t_x: Column
    T: Column
    weight: Column

    def part(self, first: int, last: int) -> Counts:
        """The rows from one place up to another."""
        rows = slice(first, last)
        return Counts(self.x[rows], self.t_x[rows], self.T[rows], self.weight[rows])


def grouped(known: Counts) -> Counts:
    """Equal rows as one with their weight, ordered by x: the same likelihood, several times faster."""
    found = coded(known.x, 7 * known.t_x, 7 * known.T) if (known.weight == 1).all() else None
    return _grouped_rows(known) if found is None else _grouped_codes(*found)


def _grouped_codes(codes: Column, sizes: tuple[int, ...]) -> Counts:
    """The same of whole purchases and days, each row one number: far quicker to sort."""
    codes = np.sort(codes)
    first = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    x, last, days = decoded(codes[first], sizes)
    return Counts(x, last / 7, days / 7, np.diff(first, append=len(codes)).astype(float))


def _grouped_rows(known: Counts) -> Counts:
    order = np.lexsort((known.T, known.t_x, known.x))
    x, t_x, T = known.x[order], known.t_x[order], known.T[order]  # noqa: N806
    new = np.ones(len(x), bool)
    new[1:] = (x[1:] != x[:-1]) | (t_x[1:] != t_x[:-1]) | (T[1:] != T[:-1])
    return Counts(x[new], t_x[new], T[new], _sums(known.weight[order], new))


def likelihood(parameters: Column, known: Counts, modified: bool, k: int) -> tuple[float, Column]:
    """The log-likelihood and its slope along r, alpha, a and b; intervals' own factors, which have none, left out.

    `known` must be ordered by x, as `grouped` does: what depends on x alone is computed once for each.
    """
    r, alpha, a, b = parameters
    shape, chances = r + k * known.x, known.x + modified
    early, late = np.log(alpha + known.t_x), np.log(alpha + known.T)
    waits, steps, more = _still_alive(shape, alpha, late, known, k)
    after = np.where(chances > 0, b + chances - 1, 1.0)
    gone = np.where(chances > 0, np.log(a / after) - shape * early, -np.inf)
    odds = gone - waits
    either, share = waits + _log1p_exp(odds), 1 / (1 + np.exp(np.minimum(-odds, _MOST)))
    total, slope = _by_purchases(parameters, known, modified, k)
    parts = (
        (1 - share) * (more - late) - share * early,
        -share * shape / (alpha + known.t_x) - (1 - share) * (shape + steps) / (alpha + known.T),
        share / a,
        -share / after,
    )
    return total + float(known.weight @ either), slope + np.array([known.weight @ part for part in parts])


def _by_purchases(parameters: Column, known: Counts, modified: bool, k: int) -> tuple[float, Column]:
    """The part that depends on a customer's number of purchases alone, and its slope."""
    r, alpha, a, b = parameters
    new = np.diff(known.x, prepend=-1.0) != 0
    x, weight = known.x[new], _sums(known.weight, new)
    shape, chances = r + k * x, x + modified
    buying = gammaln(shape) - gammaln(r) + r * np.log(alpha)
    stopping = gammaln(a + b) + gammaln(b + chances) - gammaln(b) - gammaln(a + b + chances)
    both = digamma(a + b) - digamma(a + b + chances)
    slopes = (
        digamma(shape) - digamma(r) + np.log(alpha),
        np.full(len(x), r / alpha),
        both,
        both + digamma(b + chances) - digamma(b),
    )
    return float(weight @ (buying + stopping)), np.array([weight @ slope for slope in slopes])


def _still_alive(shape: Column, alpha: float, late: Column, known: Counts, k: int) -> tuple[Column, Column, Column]:
    """The logarithm of the part of those who haven't stopped (a sum of k terms), and two means over its terms:
    of their number, and of the sum of 1/(shape + i) for the i below it."""
    if k == 1:
        return -shape * late, _NONE, _NONE
    part = (known.T - known.t_x) / (alpha + known.T)
    none = np.zeros(len(shape))
    term, total, steps, more, below = none + 1.0, none + 1.0, none, none, none
    for j in range(1, k):
        term = term * part * (shape + j - 1) / j
        below = below + 1 / (shape + j - 1)
        total, steps, more = total + term, steps + j * term, more + below * term
    return np.log(total) - shape * late, steps / total, more / total


def _log1p_exp(odds: Column) -> Column:
    """ln(1 + e^odds), which is odds where that is large."""
    return np.asarray(np.where(odds > _MOST, odds, np.log1p(np.exp(np.minimum(odds, _MOST)))))


def _sums(weight: Column, new: Column) -> Column:
    """The sums of weights from one new row to the next."""
    return np.asarray(np.add.reduceat(weight, np.flatnonzero(new)))
