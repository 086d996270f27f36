"""Judging: what a customer's history is worth, in points that can be said aloud.

Pure arithmetic over plain rows and numpy columns: no clock, no database, no frames unless a
function is handed one.

    history rows --aggregate--> Aggregate --points--> Points --grade--> Standing, Move
                                        \\--status--> Status     \\--explain--> Explanation
"""

from scoring.aggregate import Aggregate, aggregate, carried
from scoring.cuts import with_cuts
from scoring.days import next_month
from scoring.draft import cadenced, letters_by_rules, touches_a_week
from scoring.explain import Component, Explanation, drop_if_silent, explain
from scoring.figures import Figures, figures
from scoring.frames import columns_of, judge_frame, standings_of
from scoring.history import Answer, Facts, Potential, Purchase, Span, Touch
from scoring.judge import Judged, Standings, judge
from scoring.number import RulesInvalid, meanings
from scoring.points import Points, points
from scoring.presets import PRESETS, SCALE_CURRENCY, Preset, adopted, with_round_scale
from scoring.rules import COMPONENTS, TIERS, Rules, Tier, changes, recount_needed
from scoring.status import STATUSES, Status, away_days, closures, due_cadence, rhythm, silence_began, status
from scoring.tiers import Move, Standing, by_hand, by_rules, grade, letter, reversed_move, silent_since
from scoring.whatif import Lift, lift

__all__ = [
    "COMPONENTS",
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
    "Judged",
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
    "Standings",
    "Status",
    "Tier",
    "Touch",
    "adopted",
    "aggregate",
    "away_days",
    "by_hand",
    "by_rules",
    "cadenced",
    "carried",
    "changes",
    "closures",
    "columns_of",
    "drop_if_silent",
    "due_cadence",
    "explain",
    "figures",
    "grade",
    "judge",
    "judge_frame",
    "letter",
    "letters_by_rules",
    "lift",
    "meanings",
    "next_month",
    "points",
    "recount_needed",
    "reversed_move",
    "rhythm",
    "silence_began",
    "silent_since",
    "standings_of",
    "status",
    "touches_a_week",
    "with_cuts",
    "with_round_scale",
]
