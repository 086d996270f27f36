"""Meadow Dairy, the customer whose sums the documentation shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scoring import Aggregate, Standing

TODAY = date(2026, 11, 18)

# S = 186,000; K = 6.27; 19 days of silence against a rhythm of (10 x 14 + 2 x 30) / 12 = 16.67.
MEADOW = Aggregate(
    as_of=TODAY,
    spend=186_000.0,
    activity=6.27,
    events=31,
    first_on=date(2024, 3, 4),
    last_touch_on=date(2026, 10, 30),
    last_purchase_on=date(2026, 9, 20),
    interval=14.0,
    intervals=10,
    active_months=24,
    satisfaction=4.0,
    outcomes=(date(2026, 10, 12), date(2026, 9, 20), date(2026, 8, 3), date(2026, 7, 8)),
    potential="high",
    potential_on=date(2026, 10, 12),
    created_on=date(2024, 3, 4),
)
AN_A = Standing("A", since=date(2025, 6, 1), provisional=False)


def meadow(**changes: object) -> Aggregate:
    """Meadow with something else about it."""
    return replace(MEADOW, **changes)
