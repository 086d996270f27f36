"""The raw numbers behind the points, as of a day: what a person needs to recompute a score.

Everything here takes one customer's aggregate or an aggregate of columns alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from scoring.aggregate import Aggregate, decay, rhythm
from scoring.amounts import at_least, is_column, known_at_least
from scoring.days import NEVER, given, months, since
from scoring.prospect import buyers, returns
from scoring.rules import Rules


@dataclass(frozen=True, slots=True)
class Figures:
    """One customer's raw numbers on a day, or columns of them; nan where there is none.

    `spend` decayed, in major units; `activity` decayed days of touch; `silence` days since the
    last touch; `rhythm` the usual days between touches, free of the tier; `tenure` days since the
    first event; `months` calendar months since then and `active_months` those with an event;
    `satisfaction` 1 to 5; `outcomes` recent visits with an outcome; `high`, `medium`, `low` and
    `need` are true while that was said recently enough; `chance` is the probability of a purchase
    in the coming `prospect_days`.
    """

    spend: Any
    activity: Any
    silence: Any
    rhythm: Any
    tenure: Any
    months: Any
    active_months: Any
    satisfaction: Any
    outcomes: Any
    high: Any
    medium: Any
    low: Any
    need: Any
    chance: Any

    @property
    def rhythms(self) -> Any:
        """Silence in own rhythms."""
        return self.silence / self.rhythm


def figures(known: Aggregate, rules: Rules, today: date) -> Figures:
    """The raw numbers at the end of `today`; a day before the aggregate's own decays nothing."""
    passed = at_least(since(known.as_of, today), 0.0)
    fresh = since(known.potential_on, today) <= rules.potential_days
    return Figures(
        spend=at_least(known.spend, 0.0) * decay(passed, rules.value_half_life),
        activity=known.activity * decay(passed, rules.activity_half_life),
        silence=at_least(since(known.last_touch_on, today), 0.0),
        rhythm=prior_rhythm(known, rules),
        tenure=at_least(since(known.first_on, today), 0.0),
        months=months(known.first_on, today),
        active_months=known.active_months,
        satisfaction=given(known.satisfaction),
        outcomes=_recent(known.outcomes, today, rules.engagement_days),
        high=fresh & (known.potential == "high"),
        medium=fresh & (known.potential == "medium"),
        low=fresh & (known.potential == "low"),
        need=since(known.need_on, today) <= rules.potential_days,
        chance=_chance(known, rules, today) if rules.prospect_points else NEVER,
    )


def prior_rhythm(known: Aggregate, rules: Rules) -> Any:
    """The rhythm taken with a prior that is the same for every tier: a tier never feeds its own score."""
    own = known_at_least(given(known.interval), 0.0)
    return rhythm(own, known.intervals, rules.rhythm_prior_days, rules.rhythm_prior_weight)


def _chance(known: Aggregate, rules: Rules, today: date) -> Any:
    """The chance to buy again soon; nan for who never bought."""
    first, last = since(known.first_purchase_on, today), since(known.last_purchase_on, today)
    return returns(
        known.purchase_days - 1.0, first - last, at_least(first, first - last), buyers(rules), rules.prospect_days
    )


def _recent(days: Any, today: date, within: int) -> Any:
    """How many of one customer's days, or of each row of them, are at most `within` days ago."""
    if is_column(days):
        return (since(days, today) <= within).sum(axis=-1)
    return sum(since(day, today) <= within for day in days)
