"""The score: seven components, each a formula that can be done on a pocket calculator.

A component is written once and takes one customer's figures or columns of them. Each is rounded
to a tenth before it is summed, so that the points shown add up to the score shown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from scoring.aggregate import Aggregate
from scoring.amounts import at_most, floor, log1p, within
from scoring.figures import Figures, figures
from scoring.rules import Rules

# Far below what a tenth can show, far above what floating point loses: 0.05 is always rounded up.
_LIFT = 1e-9


@dataclass(frozen=True, slots=True)
class Points:
    """The points of one customer, or columns of them, in tenths; `total` is their sum, 0 to 100."""

    value: Any
    activity: Any
    rhythm: Any
    loyalty: Any
    engagement: Any
    potential: Any
    prospect: Any = 0.0

    @property
    def total(self) -> Any:
        """The score: exactly the sum of the seven, as they would be added by hand."""
        business = self.value + self.activity + self.rhythm + self.loyalty
        return tenth(business + self.engagement + self.potential + self.prospect)


def points(known: Aggregate, rules: Rules, today: date) -> Points:
    """The points at the end of `today`; columns in, columns out."""
    return points_of(figures(known, rules, today), rules)


def points_of(seen: Figures, rules: Rules) -> Points:
    """The points that these figures earn."""
    return Points(
        tenth(value(seen, rules)),
        tenth(activity(seen, rules)),
        tenth(rhythm(seen, rules)),
        tenth(loyalty(seen, rules)),
        tenth(engagement(seen, rules)),
        tenth(potential(seen, rules)),
        tenth(prospect(seen, rules)),
    )


def value(seen: Figures, rules: Rules) -> Any:
    """30 min(1, ln(1 + S/s0) / ln(1 + S1/s0)): each doubling of decayed spend S adds about the same."""
    whole = math.log1p(rules.value_s1 / rules.value_s0)
    return rules.value_points * at_most(log1p(seen.spend / rules.value_s0) / whole, 1.0)


def activity(seen: Figures, rules: Rules) -> Any:
    """20 (1 - 2^(-K/3)): the first days of contact K count most."""
    return rules.activity_points * (1.0 - 2.0 ** (-seen.activity / rules.activity_half_days))


def rhythm(seen: Figures, rules: Rules) -> Any:
    """20 clip((3 - x)/2, 0, 1), x the silence in own rhythms; nothing before the first touch."""
    left = (rules.rhythm_gone - seen.rhythms) / (rules.rhythm_gone - rules.rhythm_full)
    return rules.rhythm_points * within(left)


def loyalty(seen: Figures, rules: Rules) -> Any:
    """7 min(1, tenure/730) x share of active months + 3 (satisfaction - 1)/4; none asked is none given."""
    steady = within(seen.tenure / rules.loyalty_days) * within(seen.active_months / seen.months)
    return rules.loyalty_points * steady + rules.satisfaction_points * within((seen.satisfaction - 1.0) / 4.0)


def engagement(seen: Figures, rules: Rules) -> Any:
    """10 min(1, visits with an outcome in 180 days / 6)."""
    return rules.engagement_points * within(seen.outcomes / rules.engagement_visits)


def potential(seen: Figures, rules: Rules) -> Any:
    """6, 3 or 0 for high, medium or low potential, and 4 for an open need, while they are recent."""
    said = seen.high * rules.potential_high + seen.medium * rules.potential_medium + seen.low * rules.potential_low
    return said + seen.need * rules.need_points


def prospect(seen: Figures, rules: Rules) -> Any:
    """As many points as the chance to buy again is of certainty; see `scoring.prospect`."""
    return rules.prospect_points * within(seen.chance)


def tenth(amount: Any) -> Any:
    """Rounded to a tenth, halves up as on paper; a plain float for one customer."""
    return floor(amount * 10.0 + (0.5 + _LIFT)) / 10.0
