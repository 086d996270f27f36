"""The state of all customers at the end of a day, rebuilt from purchases alone: what a night would have known."""

from __future__ import annotations

from datetime import date

import numpy as np

from scoring.aggregate import Aggregate, decay
from scoring.backtest.purchases import Column, Purchases
from scoring.days import since
from scoring.rules import Rules


def state(known: Purchases, as_of: date, rules: Rules) -> Aggregate:
    """The aggregates of `known`'s customers as columns, as `aggregate` counts them one by one.

    `known` must hold nothing after `as_of`.
    """
    n = len(known.ids)
    bought = known.amount >= 0
    who, day = _days(known.who[bought], known.day[bought])
    starts = np.searchsorted(who, np.arange(n))
    counts = np.bincount(who, minlength=n)
    interval = _median_gaps(who, day, n)
    return Aggregate(
        as_of=np.full(n, np.datetime64(as_of)),
        spend=np.bincount(known.who, known.amount * decay(since(known.day, as_of), rules.value_half_life), n),
        activity=np.bincount(who, decay(since(day, as_of), rules.activity_half_life), n),
        events=np.bincount(known.who[bought], minlength=n),
        first_on=_picked(day, starts, counts),
        last_touch_on=_picked(day, starts + counts - 1, counts),
        last_purchase_on=_picked(day, starts + counts - 1, counts),
        interval=interval,
        intervals=np.maximum(counts - 1, 0),
        purchase_interval=interval,
        purchase_days=counts,
        first_purchase_on=_picked(day, starts, counts),
        active_months=_months(who, day, n),
        outcomes=np.full((n, 0), np.datetime64("NaT", "D")),
        satisfaction=np.full(n, np.nan),
        potential=np.full(n, ""),
        **{name: np.full(n, np.datetime64("NaT", "D")) for name in ("potential_on", "need_on", "complaint_on")},
    )


def log_gaps(known: Purchases) -> float:
    """The sum of the logarithms of all weeks between a customer's successive days of purchase."""
    who, day = _days(known.who, known.day)
    gaps = np.diff(day).astype(float)[who[1:] == who[:-1]] / 7
    return float(np.log(gaps).sum())


def _days(who: Column, day: Column) -> tuple[Column, Column]:
    """Each customer's distinct days, in order."""
    new = np.ones(len(who), bool)
    new[1:] = (who[1:] != who[:-1]) | (day[1:] != day[:-1])
    return who[new], day[new]


def _picked(day: Column, place: Column, counts: Column) -> Column:
    """The day at this place for those who have one, else NaT."""
    picked = np.full(len(counts), np.datetime64("NaT", "D"))
    picked[counts > 0] = day[place[counts > 0]]
    return picked


def _median_gaps(who: Column, day: Column, n: int) -> Column:
    """Each customer's median of days between successive days; nan below two days."""
    within = who[1:] == who[:-1]
    owner, gap = who[1:][within], np.diff(day).astype(float)[within]
    order = np.lexsort((gap, owner))
    gap, counts = gap[order], np.bincount(owner, minlength=n)
    some = counts > 0
    first = (np.cumsum(counts) - counts)[some]
    middle = counts[some] // 2
    medians = np.full(n, np.nan)
    medians[some] = (gap[first + middle] + gap[first + counts[some] - 1 - middle]) / 2
    return medians


def _months(who: Column, day: Column, n: int) -> Column:
    """In how many calendar months each customer bought."""
    owner, _ = _days(who, day.astype("datetime64[M]"))
    return np.bincount(owner, minlength=n)
