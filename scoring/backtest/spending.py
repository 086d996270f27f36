"""Spending per purchase: the Gamma-Gamma model, which draws a customer's mean to everybody's.

Source: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

from scoring.backtest.purchases import Column

_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Spending:
    """A fitted model: p, q and v; `mean` is what everybody spends, used where the model can't be."""

    p: float
    q: float
    v: float
    mean: float
    settled: bool

    def expected(self, purchases: Column, mean: Column) -> Column:
        """What each customer's next purchase is likely to cost, from how many it made and their mean."""
        if not self.settled:
            return np.full(len(purchases), self.mean)
        weight = self.p * purchases
        return np.asarray(self.p * (self.v + purchases * np.maximum(mean, 0.0)) / (weight + self.q - 1))


def fit_spending(purchases: Column, mean: Column) -> Spending:
    """The most likely p, q, v for customers with some purchases of a positive mean; others are left out."""
    used = (purchases > 0) & (mean > 0)
    x, m = purchases[used], mean[used]
    overall = float(np.average(m, weights=x)) if len(m) else 1.0
    if len(m) < _FEWEST or m.std() < 1e-9 * overall:
        return Spending(1.0, 2.0, overall, overall, settled=False)
    found = minimize(_loss, np.log([4.0, 3.0, overall]), args=(x, m), method="Nelder-Mead", options=_PRECISE)
    p, q, v = map(float, np.exp(found.x))
    return Spending(p, q, v, overall, settled=bool(found.success) and q > 1 and max(p, q, v / overall) < 1e4)


_PRECISE = {"xatol": 1e-7, "fatol": 1e-9, "maxiter": 4000, "maxfev": 8000}


def _loss(logs: Column, x: Column, m: Column) -> float:
    """The negative log-likelihood at the logarithms of p, q and v."""
    p, q, v = np.exp(logs)
    shape = p * x
    density = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * np.log(v)
    return -float(np.sum(density + (shape - 1) * np.log(m) + shape * np.log(x) - (shape + q) * np.log(v + m * x)))
