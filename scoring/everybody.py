"""Everybody at once: the same judging over numpy columns, one entry per customer.

A room of its own in this house, because it loads numpy: whoever judges one customer at a time doesn't need it.
"""

from scoring.cuts import with_cuts
from scoring.draft import cadenced, letters_by_rules, touches_a_week
from scoring.frames import columns_of, judge_frame, standings_of
from scoring.judge import Judged, Standings, judge
from scoring.scales import adopted, with_round_scale

__all__ = [
    "Judged",
    "Standings",
    "adopted",
    "cadenced",
    "columns_of",
    "judge",
    "judge_frame",
    "letters_by_rules",
    "standings_of",
    "touches_a_week",
    "with_cuts",
    "with_round_scale",
]
