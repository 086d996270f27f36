"""How well a ranking foretold: figures that treat equal scores alike, whatever the order of the rows."""

from __future__ import annotations

from math import isfinite

import numpy as np
from scipy.stats import rankdata

from scoring.backtest.purchases import Column

_TOP = 0.2
_DRAWS = 1000
_MANY = 20_000


def auc(scores: Column, came: Column) -> float | None:
    """How often one who came back is ranked above one who didn't; None when all or none came."""
    some, others = int(came.sum()), int((~came).sum())
    if not some or not others:
        return None
    ranks = rankdata(scores)[came].sum()
    return float((ranks - some * (some + 1) / 2) / (some * others))


def top(scores: Column) -> Column:
    """How much each customer belongs to the best fifth: 1 or 0, and an equal part where scores tie at its edge."""
    size = max(1, round(_TOP * len(scores)))
    edge = np.sort(scores)[::-1][size - 1]
    above, tied = scores > edge, scores == edge
    return np.asarray(above + tied * ((size - above.sum()) / tied.sum()))


def captured(scores: Column, spent: Column) -> float | None:
    """The share of the real best fifth by spend that the predicted best fifth holds; None when nobody spent."""
    if not (spent > 0).any():
        return None
    real = top(spent)
    return float((top(scores) * real).sum() / real.sum())


def revenue_in_top(scores: Column, spent: Column) -> float | None:
    """The share of all spend in the predicted best fifth; None when there is none."""
    return share(float((top(scores) * spent).sum()), float(spent.sum()))


def spearman(scores: Column, spent: Column) -> float | None:
    """The correlation of the ranks; None when one side is all equal."""
    one, other = rankdata(scores), rankdata(spent)
    if one.std() == 0 or other.std() == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])


def share(part: float, whole: float) -> float | None:
    """A part of a positive whole, None of anything else."""
    return part / whole if whole > 0 and isfinite(whole) else None


def mean_interval(amounts: Column, seed: int = 7) -> tuple[float, float]:
    """A 95 % bootstrap interval of the mean; for very many customers its limit, 1.96 standard errors."""
    n = len(amounts)
    if n > _MANY:
        error = 1.96 * float(amounts.std()) / n**0.5
        return float(amounts.mean()) - error, float(amounts.mean()) + error
    chance = np.random.default_rng(seed)
    ordered = np.sort(amounts)
    means = [ordered[chance.integers(0, n, n)].mean() for _ in range(_DRAWS)]
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def auc_gain(better: Column, than: Column, came: Column, draws: int = 200, seed: int = 7) -> tuple[float, float]:
    """By how much one ranking's AUC is above another's, and the standard error of that.

    Bootstrap; of very many customers a part is drawn, and the error scaled to all of them.
    """
    chance, n = np.random.default_rng(seed), len(came)
    size = min(n, _MANY)
    gains = []
    for _ in range(draws):
        drawn = chance.integers(0, n, size)
        gains.append(_gain(better[drawn], than[drawn], came[drawn]))
    return _gain(better, than, came), float(np.std(gains)) * (size / n) ** 0.5


def _gain(better: Column, than: Column, came: Column) -> float:
    """One AUC less the other; nothing where there is none."""
    return (auc(better, came) or 0.5) - (auc(than, came) or 0.5)
