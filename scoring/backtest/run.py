"""The back-test: what the tiers and scores of a day said, against what the customers then did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.backtest.baselines import quintile, rankings
from scoring.backtest.buying import Buying, counts
from scoring.backtest.measures import auc, captured, mean_interval, revenue_in_top, share, spearman
from scoring.backtest.proposal import proposed
from scoring.backtest.purchases import Column, Purchases, PurchasesUnreadable
from scoring.backtest.state import state
from scoring.points import points
from scoring.rules import TIERS, Rules, Tier
from scoring.tiers import letter


@dataclass(frozen=True, slots=True)
class TierFigures:
    """One tier as of the cut, and its spend in the horizon; None where there is nobody or no revenue."""

    customers: int
    share_of_customers: float
    share_of_revenue: float | None
    mean_revenue: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class RankingFigures:
    """How well one ranking foretold the horizon; None where it can't be told."""

    auc: float | None
    top20_captured: float | None
    top20_revenue: float | None
    spearman: float | None


@dataclass(frozen=True, slots=True)
class Backtest:
    """What came out. `verdict` is ordered (A above B above C beyond doubt), unclear or too_little."""

    customers: int
    cut: date
    horizon_days: int
    tiers: dict[Tier, TierFigures]
    scores: dict[str, RankingFigures]
    model: Buying | None
    little_data: bool
    calibration: tuple[tuple[float, float, int], ...]
    rules: Rules
    covered_until: date
    verdict: str


def backtest(history: Purchases, cut: date, days: int) -> Backtest:
    """Judges the customers known at the end of `cut` by the rules that their history proposes, and looks
    at the `days` days that followed.

    Raises PurchasesUnreadable when there is nobody to judge or nothing after the cut to compare with.
    """
    known, later = history.until(cut), history.after(cut, days)
    known = known.only(known.bought().ids)
    _refuse_nothing(known, history, cut, days)
    proposal = proposed(known, cut, days)
    columns = state(known, cut, proposal.rules)
    scores = points(columns, proposal.rules, cut).total
    letters = np.where(columns.events < proposal.rules.events_to_judge, "C", letter(scores, proposal.rules))
    spent, came = known.totals(later), np.isin(known.ids, later.bought().ids)
    all_scores = {"huifang": scores, **rankings(known, columns, cut, days)}
    tiers = {tier: tier_figures(spent, letters == tier) for tier in TIERS}
    chance = proposal.model.returns(counts(columns, cut), days / 7) if proposal.model else None
    return Backtest(
        customers=len(known.ids),
        cut=cut,
        horizon_days=days,
        tiers=tiers,
        scores={name: ranking_figures(ranked, spent, came) for name, ranked in all_scores.items()},
        model=proposal.model,
        little_data=proposal.little_data,
        calibration=() if chance is None else _calibration(chance, came),
        rules=proposal.rules,
        covered_until=history.day.max().item(),
        verdict="too_little" if proposal.little_data else verdict(tiers),
    )


def _refuse_nothing(known: Purchases, history: Purchases, cut: date, days: int) -> None:
    """A back-test needs a past and a future."""
    if days < 1:
        raise PurchasesUnreadable(("the horizon must be at least one day",))
    if not len(known.ids):
        raise PurchasesUnreadable((f"nobody bought until {cut}: there is no one to judge",))
    if history.day.max() <= np.datetime64(cut):
        raise PurchasesUnreadable((f"the history ends on {history.day.max()}: nothing after {cut} to compare with",))


def tier_figures(spent: Column, within: Column) -> TierFigures:
    """The figures of the customers in one tier."""
    n, revenue = int(within.sum()), spent[within]
    part = share(float(revenue.sum()), float(spent.sum()))
    if not n:
        return TierFigures(0, 0.0, part, None, None, None)
    return TierFigures(n, n / len(spent), part, float(revenue.mean()), *mean_interval(revenue))


def ranking_figures(scores: Column, spent: Column, came: Column) -> RankingFigures:
    """The four figures of one ranking."""
    return RankingFigures(
        auc(scores, came), captured(scores, spent), revenue_in_top(scores, spent), spearman(scores, spent)
    )


def _calibration(chance: Column, came: Column, parts: int = 10) -> tuple[tuple[float, float, int], ...]:
    """Customers by tenths of the predicted chance: mean chance, share that came, how many."""
    place = np.floor(quintile(chance, parts)).astype(int) - 1
    sizes = np.bincount(place, minlength=parts)
    there = np.flatnonzero(sizes)
    predicted, observed = np.bincount(place, chance, parts), np.bincount(place, came, parts)
    return tuple((float(predicted[i] / sizes[i]), float(observed[i] / sizes[i]), int(sizes[i])) for i in there)


def verdict(tiers: dict[Tier, TierFigures]) -> str:
    """Whether each tier's interval lies wholly above the next one's."""
    a, b, c = (tiers[tier] for tier in TIERS)
    if a.low is None or b.high is None or b.low is None or c.high is None:
        return "unclear"
    return "ordered" if a.low > b.high and b.low > c.high else "unclear"
