"""The rules that a company's own purchases propose: scale, half-life, how customers buy, weights and cuts.

Everything is taken from what was known at the end of a day, so that a back-test never looks ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from scoring.aggregate import Aggregate
from scoring.backtest.buying import Buying, counts, fit, fit_regular
from scoring.backtest.measures import auc
from scoring.backtest.purchases import Purchases
from scoring.backtest.state import log_gaps, state
from scoring.cuts import with_cuts, with_days_ahead, with_half_life, with_scale
from scoring.points import points
from scoring.presets import PURCHASES
from scoring.rules import Rules

FEWEST_CUSTOMERS = 200
FEWEST_REPEATS = 50

# Points for value, activity and prospect, those that weigh what customers are worth first; the later ones give that up
# for foretelling who comes back.
WEIGHTS = ((40.0, 10.0, 50.0), (35.0, 5.0, 60.0), (20.0, 40.0, 40.0), (20.0, 5.0, 75.0), (5.0, 5.0, 90.0))
UNTOLD = WEIGHTS[-1]
"""Where too little has happened to choose by: what foretells best in most trades."""
FEWEST_RETURNS = 500
"""Customers who came back, of all earlier days together, below which chance would choose the weights."""
TOLERANCE = 0.008
"""AUC that may be given up for weighing what customers are worth, where purchases have amounts to tell it."""
SPLITS = (1 / 3, 1 / 2, 2 / 3)
"""Parts of the history after which the weights must foretell what came next."""
DAYS_AHEAD = 90
"""How far ahead, unless another horizon is asked for."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The rules, the model in them (None where nothing could be fitted), and whether there was little data."""

    rules: Rules
    model: Buying | None
    little_data: bool


def proposed(known: Purchases, cut: date, days: int = DAYS_AHEAD) -> Proposal:
    """The rules as of `cut`, for a company that knows its customers by purchases and wants to know who will come
    within `days`; `known` ends at the cut."""
    return _fitted(known, cut, _weights(known, cut, days))


def _fitted(known: Purchases, cut: date, rules: Rules) -> Proposal:
    """These weights with the scale, half-life, model and cuts of the history."""
    bought = known.bought()
    first = state(known, cut, rules)
    repeats = int((first.purchase_days - 1).clip(0).sum())
    rules = with_days_ahead(first.purchase_interval, with_half_life(first.purchase_interval, rules))
    model = _model(first, log_gaps(bought) if repeats >= FEWEST_REPEATS else None, cut)
    rules = _with_model(with_scale(state(known, cut, rules).spend, rules), model)
    columns = state(known, cut, rules)
    scores = points(columns, rules, cut).total
    little = len(known.ids) < FEWEST_CUSTOMERS or repeats < FEWEST_REPEATS
    return Proposal(with_cuts(scores, rules, columns.events >= rules.events_to_judge), model, little)


def _model(columns: Aggregate, gaps: float | None, cut: date) -> Buying | None:
    """How these customers buy, None when nobody was known before the cut; without `gaps` at random."""
    known = counts(columns, cut)
    if not len(known.T) or not known.T.max() > 0:
        return None
    return fit(known) if gaps is None else fit_regular(known, gaps)


def _with_model(rules: Rules, model: Buying | None) -> Rules:
    """The rules with a fitted model, in days; without one the chance to buy again earns nothing."""
    if model is None:
        return replace(rules, prospect_points=0.0)
    of = model.of
    return replace(rules, buying_r=of.r, buying_alpha=7 * of.alpha, buying_a=of.a, buying_b=of.b, buying_k=of.k)


def _weights(known: Purchases, cut: date, days: int) -> Rules:
    """The first weights that foretold at earlier days of the same history who would come back, about as well as any
    (as well, where there are no amounts to be worth more)."""
    told = [found for part in SPLITS if (found := _foretold(known, cut, part, days))]
    if sum(came for _, came in told) < FEWEST_RETURNS:
        return _weighted(PURCHASES, UNTOLD)
    means, less = np.mean([aucs for aucs, _ in told], axis=0), TOLERANCE if known.priced else 0.0
    return _weighted(PURCHASES, WEIGHTS[int(np.argmax(means >= means.max() - less))])


def _foretold(known: Purchases, cut: date, part: float, ahead: int) -> tuple[list[float], int] | None:
    """The AUC of each weighting as of the day at which this part of the history has passed, and how many came back:
    `ahead` days on, but no more than the history was long by then or than are known; None where it can't be told."""
    if not len(known.day):
        return None
    days = int((np.datetime64(cut) - known.day.min()) / np.timedelta64(1, "D"))
    middle = cut - timedelta(days=round(days * (1 - part)))
    earlier, later = known.until(middle), known.after(middle, min(ahead, round(days * min(part, 1 - part))))
    came = np.isin(earlier.ids, later.bought().ids)
    if len(came) < FEWEST_CUSTOMERS or not FEWEST_REPEATS <= came.sum() < len(came):
        return None
    rules = _fitted(earlier, middle, PURCHASES).rules
    columns = state(earlier, middle, rules)
    scores = (points(columns, _weighted(rules, weights), middle).total for weights in WEIGHTS)
    return [auc(score, came) or 0.0 for score in scores], int(came.sum())


def _weighted(rules: Rules, weights: tuple[float, float, float]) -> Rules:
    """The rules with these points for value, activity and prospect."""
    value, activity, prospect = weights
    return replace(rules, value_points=value, activity_points=activity, prospect_points=prospect)
