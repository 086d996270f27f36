"""The rules that a company's own purchases propose: scale, half-life, how customers buy, weights and cuts.

Everything is taken from what was known at the end of a day, so that a back-test never looks ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from scoring.aggregate import Aggregate
from scoring.backtest.baselines import rankings
from scoring.backtest.buying import Buying, counts, fit_regular
from scoring.backtest.measures import auc, auc_gain
from scoring.backtest.purchases import Column, Purchases
from scoring.backtest.state import log_gaps, state
from scoring.cuts import with_cuts, with_half_life, with_scale
from scoring.points import points
from scoring.presets import PURCHASES
from scoring.rules import Rules

FEWEST_CUSTOMERS = 200
FEWEST_REPEATS = 50

# Points for value, activity and prospect. The first weigh what the customers are worth most; the later
# ones give that up for foretelling who comes back, where a simple ranking would have done that better.
WEIGHTS = ((35.0, 5.0, 60.0), (20.0, 5.0, 75.0), (5.0, 5.0, 90.0))
_ERRORS = 2.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """The rules, the model in them (None where nothing could be fitted), and whether there was little data."""

    rules: Rules
    model: Buying | None
    little_data: bool


def proposed(known: Purchases, cut: date) -> Proposal:
    """The rules as of `cut`, for a company that knows its customers by purchases; `known` ends there."""
    return _fitted(known, cut, _weights(known, cut))


def _fitted(known: Purchases, cut: date, rules: Rules) -> Proposal:
    """These weights with the scale, half-life, model and cuts of the history."""
    bought = known.bought()
    first = state(known, cut, rules)
    rules = with_half_life(first.purchase_interval, rules)
    model = _model(first, log_gaps(bought), cut)
    rules = _with_model(with_scale(state(known, cut, rules).spend, rules), model)
    columns = state(known, cut, rules)
    scores = points(columns, rules, cut).total
    repeats = int((first.purchase_days - 1).clip(0).sum())
    little = len(known.ids) < FEWEST_CUSTOMERS or repeats < FEWEST_REPEATS
    return Proposal(with_cuts(scores, rules, columns.events >= rules.events_to_judge), model, little)


def _model(columns: Aggregate, gaps: float, cut: date) -> Buying | None:
    """How these customers buy, None when nobody was known before the cut."""
    known = counts(columns, cut)
    return fit_regular(known, gaps) if len(known.T) and known.T.max() > 0 else None


def _with_model(rules: Rules, model: Buying | None) -> Rules:
    """The rules with a fitted model, in days; without one the chance to buy again earns nothing."""
    if model is None:
        return replace(rules, prospect_points=0.0)
    of = model.of
    return replace(rules, buying_r=of.r, buying_alpha=7 * of.alpha, buying_a=of.a, buying_b=of.b, buying_k=of.k)


def _weights(known: Purchases, cut: date) -> Rules:
    """The first weights that serve the history: its earlier half must foretell its later one."""
    if not len(known.day):
        return _weighted(WEIGHTS[0])
    half = int((np.datetime64(cut) - known.day.min()) / np.timedelta64(1, "D")) // 2
    middle = cut - timedelta(days=half)
    earlier, later = known.until(middle), known.after(middle, half)
    came = np.isin(earlier.ids, later.bought().ids)
    if len(came) < FEWEST_CUSTOMERS or not FEWEST_REPEATS <= came.sum() < len(came):
        return _weighted(WEIGHTS[0])
    return next((rules for rules in map(_weighted, WEIGHTS) if _serves(rules, earlier, middle, half, came)), _LAST)


def _serves(rules: Rules, earlier: Purchases, middle: date, days: int, came: Column) -> bool:
    """Whether no simple ranking foretells who comes back better than the score, by more than the noise."""
    rules = _fitted(earlier, middle, rules).rules
    columns = state(earlier, middle, rules)
    scores: Any = points(columns, rules, middle).total
    simple = max(rankings(earlier, columns, middle, days).values(), key=lambda ranked: auc(ranked, came) or 0.0)
    gain, error = auc_gain(simple, scores, came)
    return gain <= _ERRORS * error


def _weighted(weights: tuple[float, float, float]) -> Rules:
    """The purchases preset with these points for value, activity and prospect."""
    value, activity, prospect = weights
    return replace(PURCHASES, value_points=value, activity_points=activity, prospect_points=prospect)


_LAST = _weighted(WEIGHTS[-1])
