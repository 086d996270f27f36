"""Fitting how customers buy: BG/NBD, MBG/NBD and, where buying is regular, MBG/CNBD-k.

A customer buys at a rate of its own (gamma with shape r and rate alpha across customers) and may
stop for good with a probability of its own (beta with a and b): after each repeat purchase in
BG/NBD, after each purchase, the first one too, in the modified models. Per customer it takes x
repeat purchases (distinct days), t_x weeks from the first to the last, T weeks to the cut.

Sources: Fader, Hardie and Lee (2005), "Counting your customers the easy way"; for the others see
`scoring.prospect`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

from scoring.aggregate import Aggregate
from scoring.backtest.likelihood import Counts, grouped, likelihood
from scoring.backtest.pairs import each_pair
from scoring.backtest.purchases import Column
from scoring.days import since
from scoring.prospect import Buyers, alive, returns

# A prior on the logarithms of r, k alpha / mean T, a and b: (centre, spread). A few dozen customers
# outweigh it; without it the likelihood of small companies has no maximum in a third of draws.
PRIOR = ((-0.7, 1.0), (-0.7, 1.5), (-0.2, 1.0), (0.9, 1.0))
_MOST_REGULAR = 8
_AT_ONCE = 65_536


@dataclass(frozen=True, slots=True)
class Buying:
    """A fitted model, in weeks. `modified` is MBG, else BG/NBD; `log_likelihood` is without the prior."""

    of: Buyers
    modified: bool
    log_likelihood: float
    settled: bool

    def alive(self, known: Counts) -> Column:
        """The probability that each customer has not stopped."""
        if self.modified:
            return np.asarray(alive(known.x, known.t_x, known.T, self.of))
        stays, again = np.ones(len(known.x)), np.flatnonzero(known.x > 0)
        stays[again] = self._going_on(known.x[again], known.t_x[again], known.T[again])
        return stays

    def _going_on(self, x: Column, last: Column, known: Column) -> Column:
        """The probability of not having stopped after `x` repeat purchases, at least one (BG/NBD)."""
        of = self.of
        stays: Column = of.alpha + last
        stays /= of.alpha + known
        stays **= of.r + x
        stays *= of.b + x - 1
        stays /= stays + of.a
        return stays

    def returns(self, known: Counts, weeks: float) -> Column:
        """The probability that each customer buys at all in the coming weeks (modified models)."""
        return np.asarray(returns(known.x, known.t_x, known.T, self.of, weeks))

    def expected(self, known: Counts, weeks: float) -> Column:
        """Purchases to expect of each customer in the coming weeks (k = 1).

        The published 2F1 after Euler's transformation, which neither overflows for many purchases
        nor loses digits in long horizons.
        """
        parts = [
            self._foretold(known.part(first, first + _AT_ONCE), weeks) for first in range(0, len(known.x), _AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _foretold(self, known: Counts, weeks: float) -> Column:
        """The same of so many customers as the processor has at hand."""
        going = each_pair(known.x, known.T, lambda x, weeks_known: self._while_going(x, weeks_known, weeks))
        return np.asarray(going * self.alive(known))

    def _while_going(self, x: Column, known: Column, weeks: float) -> Column:
        """Purchases to expect of those who have not stopped, after so many and known for so long."""
        a = self.of.a + 1e-9 * (abs(self.of.a - 1) < 1e-9)
        c = a + self.of.b + x + self.modified - 1
        z = weeks / (self.of.alpha + known + weeks)
        bent = (1 - z) ** (a - 1) * hyp2f1(c - self.of.r - x, a - 1, c, z)
        return np.asarray(c / (a - 1) * (1 - bent))


def counts(columns: Aggregate, cut: date) -> Counts:
    """What the models take of the aggregates of customers who bought; each weighs one."""
    first, last = since(columns.first_purchase_on, cut) / 7, since(columns.last_purchase_on, cut) / 7
    return Counts(columns.purchase_days - 1.0, first - last, first, np.ones(len(first)))


def fit(known: Counts, modified: bool = True, prior: bool = True, k: int = 1) -> Buying:
    """The most likely parameters, with the prior unless told otherwise.

    Raises ValueError when nobody was known for any time before the cut.
    """
    rows = grouped(known)
    if not len(rows.x) or not rows.T.max() > 0:
        raise ValueError("nobody was known before the cut: there is nothing to fit")
    start, spreads = _prior(rows, k)
    weight = np.where(prior, 1 / spreads**2, 0.0)

    def loss(logs: Column) -> tuple[float, Column]:
        value, slope = likelihood(np.exp(logs), rows, modified, k)
        away = logs - start
        return -value + float(away @ (weight * away)) / 2, -slope * np.exp(logs) + weight * away

    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(-12, 12)] * 4, options={"ftol": 1e-13})
    r, alpha, a, b = map(float, np.exp(found.x))
    likely, _ = likelihood(np.exp(found.x), rows, modified, k)
    return Buying(Buyers(r, alpha, a, b, k), modified, likely, bool(found.success))


def fit_regular(known: Counts, log_gaps: float) -> Buying:
    """MBG/CNBD-k with the likeliest k; `log_gaps` is the sum of the logarithms of the weeks between purchases."""
    repeats = float(known.weight @ known.x)
    best, most = None, -np.inf
    for k in range(1, _MOST_REGULAR + 1):
        model = fit(known, k=k)
        likely = model.log_likelihood + (k - 1) * log_gaps - repeats * float(gammaln(k))
        if best is not None and likely <= most:
            return best
        best, most = model, likely
    return model


def _prior(rows: Counts, k: int) -> tuple[Column, Column]:
    """Centres and spreads of the prior, alpha's measured by how long the customers are known."""
    mean = float(np.average(rows.T, weights=rows.weight))
    centres, spreads = np.array(PRIOR).T
    return centres + np.array([0.0, np.log(mean / k), 0.0, 0.0]), spreads
