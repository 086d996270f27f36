"""Proposals from a company's own customers: cuts for the wanted shares, and the scale on which spend is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from scoring.rules import Rules

Column = np.ndarray[Any, Any]


def with_cuts(scores: Column, rules: Rules, judged: Column | None = None) -> Rules:
    """The rules with the cuts that come nearest to the wanted shares of A and B.

    Of all customers `share_a` are to be A and `share_b` B; `judged` marks those who have enough
    events (all unless told): the others are C whatever their score. No customers change nothing.
    """
    able = np.sort(scores if judged is None else scores[judged])[::-1]
    if not len(able):
        return rules
    a = _cut(able, rules.share_a * len(scores))
    b = _cut(able, (rules.share_a + rules.share_b) * len(scores))
    a = min(max(a, 0.2), 100.0)
    return replace(rules, cut_a=a, cut_b=round(min(max(b, 0.1), a - 0.1), 1))


def with_scale(spends: Column, rules: Rules) -> Rules:
    """The rules with s0 and S1 at the 50th and 95th percentile of the decayed spend of those who spent."""
    spent = spends[spends > 0]
    if not len(spent):
        return rules
    s0, s1 = max(0.01, float(np.quantile(spent, 0.5))), float(np.quantile(spent, 0.95))
    return replace(rules, value_s0=s0, value_s1=max(s1, 2 * s0))


def with_half_life(intervals: Column, rules: Rules) -> Rules:
    """The rules with the half-life of value at 1.5 usual repurchase intervals, and at least the present one.

    The usual one is the median of the customers' own medians (nan for who bought on one day only).
    """
    return replace(rules, value_half_life=max(rules.value_half_life, 1.5 * _usual(intervals)))


def with_days_ahead(intervals: Column, rules: Rules) -> Rules:
    """The rules with the chance to buy again told for a usual repurchase interval, and at least the present days.

    Told for less, who has just bought would stand below who is due, though both will buy once more.
    """
    return replace(rules, prospect_days=max(rules.prospect_days, float(round(_usual(intervals)))))


def _usual(intervals: Column) -> float:
    """The median of the customers' own medians; 0 where nobody has one."""
    known = intervals[np.isfinite(intervals)]
    return float(np.median(known)) if len(known) else 0.0


def _cut(able: Column, wanted: float) -> float:
    """The score from which the number of customers is nearest to `wanted`; equal scores stay together."""
    scores, first = np.unique(-able, return_index=True)
    reached = np.append(first[1:], len(able))
    return float(-scores[np.argmin(np.abs(reached - wanted))])
