"""Rules that are tried: which letters everybody would have under them, at once and by the cuts alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from scoring.aggregate import Aggregate
from scoring.judge import Column, Standings
from scoring.rules import Rules
from scoring.status import cadence
from scoring.tiers import letter


def letters_by_rules(columns: Aggregate, standings: Standings, score: Column, rules: Rules, today: date) -> Column:
    """The tier that `by_rules` gives each customer: a person's word stands, little data stays, a complaint holds."""
    best = letter(score, rules)
    frozen = (best < standings.tier) & ~np.isnat(columns.complaint_on)
    stays = (standings.manual_until > np.datetime64(today)) | (columns.events < rules.events_to_judge) | frozen
    return np.where(stays, standings.tier, best)


def cadenced(standings: Standings, tier: Column) -> Column:
    """The tier whose cadence each customer has at `tier`: who moves keeps no other one."""
    kept = (standings.kept_tier != "") & (tier == standings.tier)
    return np.where(kept, standings.kept_tier, tier)


def touches_a_week(columns: Aggregate, tier: Column, rules: Rules) -> float:
    """Reminders a week that cadences ask for: 7 days by the cadence of each one's `tier`, twice as many while a
    complaint is open."""
    asked: Any = 7.0 / cadence(tier, rules)
    return float(np.where(np.isnat(columns.complaint_on), asked, asked / rules.complaint_cadence).sum())
