"""Customers known by purchases alone, by any trade's rules: at most a quarter of the reversals of the cuts alone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from scoring import PRESETS, Aggregate, Rules, Standing, grade, letter, points
from scoring.backtest import proposed
from scoring.backtest.state import state
from scoring.cuts import with_cuts, with_scale
from scoring.days import next_month
from tests.scoring.backtest import cdnow

BEFORE = date(1997, 6, 30)
Gradings = list[dict[str, str]]


def of_trade(trade: str) -> Rules:
    """The rules of a trade, or those that purchases propose, with scale and cuts from before the first grading."""
    known = cdnow.history().until(BEFORE)
    if trade == "purchases":
        return proposed(known, BEFORE).rules
    rules = with_scale(state(known, BEFORE, PRESETS[trade].rules).spend, PRESETS[trade].rules)
    columns = state(known, BEFORE, rules)
    return with_cuts(points(columns, rules, BEFORE).total, rules, columns.events >= rules.events_to_judge)


@cdnow.needed
@pytest.mark.parametrize("trade", ["purchases", *PRESETS])
def test_twelve_gradings_flicker_at_most_a_quarter_of_the_plain_rule(trade: str) -> None:
    plain, ours = graded(of_trade(trade))
    assert reversals(ours) <= reversals(plain) / 4


def graded(rules: Rules) -> tuple[Gradings, Gradings]:
    """Everybody's tiers at twelve monthly gradings: by the cuts alone, and as they are graded."""
    days, plain, ours = [date(1997, 7, 1)], [], []
    while len(days) < 12:
        days.append(next_month(days[-1]))
    standings = {name: Standing(provisional=True) for name in cdnow.history().ids}
    for day in days:
        there = cdnow.history().until(day)
        columns = state(there, day, rules)
        scores = points(columns, rules, day).total
        letters = np.where(columns.events < rules.events_to_judge, "C", letter(scores, rules))
        plain.append(dict.fromkeys(standings, "C") | dict(zip(there.ids, letters, strict=True)))
        for place, name in enumerate(there.ids):
            one = Aggregate(
                as_of=day,
                events=int(columns.events[place]),
                last_touch_on=columns.last_touch_on[place].item(),
                interval=None if np.isnan(columns.interval[place]) else float(columns.interval[place]),
            )
            standings[name], _ = grade(standings[name], float(scores[place]), one, rules, day, grading=day)
        ours.append({name: str(standing.tier) for name, standing in standings.items()})
    return plain, ours


def reversals(gradings: Gradings) -> int:
    """How often somebody's move was the opposite of its last one."""
    count = 0
    for name in gradings[0]:
        tiers = [grading[name] for grading in gradings]
        moves = [(one > other) - (one < other) for one, other in pairwise(tiers) if one != other]
        count += sum(one == -other for one, other in pairwise(moves))
    return count
