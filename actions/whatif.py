"""What if these were the rules: who would move, and how many more reminders a week that means."""

from collections import Counter
from datetime import date

import numpy as np
from sqlalchemy.orm import Session

import scoring
from scoring import everybody
from storage.scope import Scope

from . import columns
from .columns import Column, Everybody
from .company import Company
from .effects import Effects, Mover
from .moves import Step

NAMED = 1000
"""So many of those who would move are kept by name, the best first."""


def effects(db: Session, scope: Scope, present: Company, wanted: Company, today: date) -> Effects:
    """Everybody under the wanted rules, at once and by the cuts alone, as publishing them would do it."""
    known = _known(db, scope, present, wanted, today)
    score = scoring.points(known.known, wanted.rules, today).total if len(known) else np.zeros(0)
    tier = everybody.letters_by_rules(known.known, known.standings, score, wanted.rules, today)
    old = known.standings.tier
    return Effects(
        customers=len(known),
        before=_counts(old),
        after=_counts(tier),
        steps=_steps(old, tier),
        week_before=_week(known, old, present.rules),
        week_after=_week(known, tier, wanted.rules),
        movers=_movers(known, tier, score),
    )


def proposed_cuts(db: Session, scope: Scope, company: Company, today: date, present: Company) -> dict[str, float]:
    """Cuts for the wanted shares, from the scores that everybody has under this company's rules."""
    known = _known(db, scope, present, company, today)
    if not len(known):
        return {}
    score = scoring.points(known.known, company.rules, today).total
    found = everybody.with_cuts(score, company.rules, known.known.events >= company.rules.events_to_judge)
    return {"cut_a": found.cut_a, "cut_b": found.cut_b}


def proposed_scale(db: Session, scope: Scope, company: Company, today: date, present: Company) -> dict[str, float]:
    """The scale on which spend is read, from what the company's own customers spent."""
    found = everybody.with_round_scale(spends(db, scope, company, today, present), company.rules)
    return {"value_s0": found.value_s0, "value_s1": found.value_s1}


def spends(db: Session, scope: Scope, company: Company, today: date, present: Company) -> Column:
    """Everybody's decayed spend as of today, in the company's currency."""
    known = _known(db, scope, present, company, today)
    found: Column = scoring.figures(known.known, company.rules, today).spend if len(known) else np.zeros(0)
    return found


def _known(db: Session, scope: Scope, present: Company, wanted: Company, today: date) -> Everybody:
    if columns.recount_needed(present, wanted):
        return columns.recounted(db, scope, wanted, today)
    return columns.everybody(db, scope)


def _counts(tier: Column) -> tuple[int, ...]:
    counted = Counter(tier.tolist())
    return tuple(counted[letter] for letter in scoring.TIERS)


def _steps(old: Column, new: Column) -> tuple[Step, ...]:
    moved = Counter(zip(old[old != new].tolist(), new[old != new].tolist(), strict=True))
    return tuple(Step(*step, count) for step, count in sorted(moved.items()))


def _week(known: Everybody, tier: Column, rules: scoring.Rules) -> float:
    """Reminders a week that the cadences ask for; nobody is reminded of the lost by their cadence."""
    if not len(known):
        return 0.0
    there = known.status != "lost"
    kept = everybody.Standings(**{name: getattr(known.standings, name)[there] for name in STANDING})
    complaints = scoring.Aggregate(as_of=None, complaint_on=known.known.complaint_on[there])
    return round(everybody.touches_a_week(complaints, everybody.cadenced(kept, tier[there]), rules), 1)


STANDING = ("tier", "kept_tier", "lapses", "manual_until", "provisional")


def _movers(known: Everybody, tier: Column, score: Column) -> tuple[Mover, ...]:
    moved = np.flatnonzero(known.standings.tier != tier)
    best = moved[np.argsort(-score[moved], kind="stable")][:NAMED]
    return tuple(
        Mover(int(known.ids[place]), str(known.standings.tier[place]), str(tier[place]), float(score[place]))
        for place in best
    )
