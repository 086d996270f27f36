"""The public CDNOW sample, read from the shared data beside the project; skipped where it is absent."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from scoring import Aggregate, Rules
from scoring.backtest import Purchases, read_purchases
from scoring.backtest.state import state

FILE = Path(__file__).parents[4] / "shared/data/purchases/cdnow_sample.csv"
CUT, DAYS = date(1997, 9, 30), 273
needed = pytest.mark.skipif(
    not FILE.exists(), reason=f"the CDNOW sample isn't at {FILE.name}'s place beside the project"
)


@cache
def history() -> Purchases:
    """The whole sample."""
    return read_purchases(FILE)


@cache
def columns() -> Aggregate:
    """Its customers as of the cut."""
    return state(history().until(CUT), CUT, Rules())
