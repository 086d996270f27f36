"""How likely a purchase history is under BG/NBD, MBG/NBD or MBG/CNBD-k, and how that changes with the parameters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, gammaln, logsumexp, xlogy

from scoring.backtest.purchases import Column


@dataclass(frozen=True, slots=True)
class Counts:
    """x, t_x and T in weeks (see `scoring.backtest.buying`), one row per customer, or per `weight` equal ones."""

    x: Column
    t_x: Column
    T: Column
    weight: Column


def grouped(known: Counts) -> Counts:
    """Equal rows as one with their weight: the same likelihood, several times faster."""
    keys = np.stack([known.x, known.t_x, known.T], axis=1)
    rows, place = np.unique(keys, axis=0, return_inverse=True)
    return Counts(rows[:, 0], rows[:, 1], rows[:, 2], np.bincount(place.ravel(), known.weight, len(rows)))


def likelihood(parameters: Column, known: Counts, modified: bool, k: int) -> tuple[float, Column]:
    """The log-likelihood and its slope along r, alpha, a and b; intervals' own factors, which have none, left out."""
    r, alpha, a, b = parameters
    shape, chances = r + k * known.x, known.x + modified
    waits, share_of_wait = _still_alive(shape, alpha, known, k)
    after = np.where(chances > 0, b + chances - 1, 1.0)
    gone = np.where(chances > 0, np.log(a / after) - shape * np.log(alpha + known.t_x), -np.inf)
    either = np.logaddexp(waits, gone)
    share = np.exp(gone - either)
    buying = gammaln(shape) - gammaln(r) + r * np.log(alpha)
    stopping = gammaln(a + b) + gammaln(b + chances) - gammaln(b) - gammaln(a + b + chances)
    early = (1 - share) * share_of_wait
    step = np.arange(k)[:, None]
    slopes = (
        np.log(alpha)
        - digamma(r)
        + share * (digamma(shape) - np.log(alpha + known.t_x))
        + (early * (digamma(shape + step) - np.log(alpha + known.T))).sum(axis=0),
        r / alpha - share * shape / (alpha + known.t_x) - (early * (shape + step)).sum(axis=0) / (alpha + known.T),
        digamma(a + b) - digamma(a + b + chances) + share / a,
        digamma(a + b) + digamma(b + chances) - digamma(b) - digamma(a + b + chances) - share / after,
    )
    total = float(known.weight @ (buying + stopping + either))
    return total, np.array([known.weight @ slope for slope in slopes])


def _still_alive(shape: Column, alpha: float, known: Counts, k: int) -> tuple[Column, Column]:
    """The logarithm of the part of those who haven't stopped, and the share of each of its k terms (k rows)."""
    step = np.arange(k)[:, None]
    silence = xlogy(step, known.T - known.t_x)
    terms = gammaln(shape + step) - gammaln(shape) - gammaln(step + 1) + silence
    terms = terms - (shape + step) * np.log(alpha + known.T)
    total = np.asarray(logsumexp(terms, axis=0))
    return total, np.exp(terms - total)
