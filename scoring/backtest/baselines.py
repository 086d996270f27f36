"""The simple rankings that a score has to stand beside: quintiles, one figure alone, and MBG/NBD."""

from __future__ import annotations

from datetime import date

import numpy as np
from scipy.stats import rankdata

from scoring.aggregate import Aggregate
from scoring.backtest.buying import counts, fit
from scoring.backtest.purchases import Column, Purchases
from scoring.backtest.spending import fit_spending
from scoring.days import since

_HIATUS_DAYS = 26 * 7


def rankings(known: Purchases, columns: Aggregate, cut: date, days: int) -> dict[str, Column]:
    """Each ranking's score per customer, higher is better, as of the cut."""
    silence, spent = since(columns.last_purchase_on, cut), known.totals(known)
    often = columns.purchase_days.astype(float)
    return {
        "rfm_quintiles": quintile(-silence) + quintile(often) + quintile(spent),
        "recency": -silence,
        "frequency": often,
        "past_spend": spent,
        "hiatus": (silence <= _HIATUS_DAYS).astype(float),
        "mbg_nbd": mbg_nbd(columns, spent, known.priced, cut, days),
    }


def quintile(amounts: Column, parts: int = 5) -> Column:
    """1 to 5 (or as many parts) by rank; equal amounts are in the same one."""
    return np.asarray(np.floor(parts * (rankdata(amounts) - 0.5) / len(amounts)) + 1.0)


def mbg_nbd(columns: Aggregate, spent: Column, priced: bool, cut: date, days: int) -> Column:
    """Purchases to expect in the horizon, times the mean spend drawn to everybody's where there are amounts."""
    known = counts(columns, cut)
    if not known.T.max() > 0:
        return np.asarray(columns.purchase_days, float)
    expected = fit(known).expected(known, days / 7)
    if not priced:
        return expected
    often = columns.purchase_days.astype(float)
    spending = fit_spending(often, spent / often).expected(often, spent / often)
    return np.asarray(expected * spending)
