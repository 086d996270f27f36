"""Rules for trades: what counts where. Each is a starting point to be tried with *what if* and the back-test."""

from __future__ import annotations

from scoring.rules import Rules

B2B = Rules()
"""Field sales to businesses: what they buy, how often and how regularly they are seen, what visits lead to."""

PURCHASES = Rules(
    value_points=35.0,
    activity_points=5.0,
    rhythm_points=0.0,
    loyalty_points=0.0,
    satisfaction_points=0.0,
    engagement_points=0.0,
    potential_high=0.0,
    potential_medium=0.0,
    need_points=0.0,
    prospect_points=60.0,
    band=8.0,
    lapses_to_drop=3,
)
"""Trades that know their customers by purchases alone (shops, marketplaces, online): recent spend and the
chance to buy again, which is what a history of purchases can foretell. Purchases come in bursts, so it takes
a quarter of a year well below the cut to lose a tier."""
