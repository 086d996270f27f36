"""Judging: what a customer's history is worth, in points that can be said aloud.

Pure arithmetic over plain rows: no clock, no database. The same functions take numpy columns; what needs them is in
`scoring.everybody`, so that judging one customer loads no numpy.

    history rows --aggregate--> Aggregate --points--> Points --grade--> Standing, Move
                                        \\--status--> Status     \\--explain--> Explanation
"""

import os

from scoring.aggregate import Aggregate, aggregate, carried
from scoring.days import next_month
from scoring.explain import Component, Explanation, drop_if_silent, explain
from scoring.figures import Figures, figures
from scoring.history import Answer, Facts, Potential, Purchase, Span, Touch
from scoring.number import RulesInvalid, meanings
from scoring.points import Points, points
from scoring.presets import PRESETS, SCALE_CURRENCY, Preset
from scoring.rules import COMPONENTS, TIERS, Rules, Tier, changes, recount_needed
from scoring.status import STATUSES, Status, away_days, closures, due_cadence, rhythm, silence_began, status
from scoring.tiers import (
    GRADING_DAYS,
    Move,
    Standing,
    by_hand,
    by_rules,
    grade,
    lapses_wanted,
    letter,
    reversed_move,
    silent_since,
)
from scoring.whatif import Lift, lift

# Before anything loads numpy: its columns never need a second thread, which would spin beside the bot between two sums.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = [
    "COMPONENTS",
    "GRADING_DAYS",
    "PRESETS",
    "SCALE_CURRENCY",
    "STATUSES",
    "TIERS",
    "Aggregate",
    "Answer",
    "Component",
    "Explanation",
    "Facts",
    "Figures",
    "Lift",
    "Move",
    "Points",
    "Potential",
    "Preset",
    "Purchase",
    "Rules",
    "RulesInvalid",
    "Span",
    "Standing",
    "Status",
    "Tier",
    "Touch",
    "aggregate",
    "away_days",
    "by_hand",
    "by_rules",
    "carried",
    "changes",
    "closures",
    "drop_if_silent",
    "due_cadence",
    "explain",
    "figures",
    "grade",
    "lapses_wanted",
    "letter",
    "lift",
    "meanings",
    "next_month",
    "points",
    "recount_needed",
    "reversed_move",
    "rhythm",
    "silence_began",
    "silent_since",
    "status",
]
