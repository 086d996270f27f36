"""What if: the same customer after something that could happen today, exactly as a recount would find it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import expm1, floor, log1p, log10

from scoring.aggregate import Aggregate, carried
from scoring.points import Points, points, tenth
from scoring.rules import Rules, Tier

_FRIENDLY = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Lift:
    """What would lift a customer to `tier`, from `cut` points.

    `purchase` is the smallest friendly amount of money, spent today, that does it: 0 when a
    contact is enough, None when no purchase is. `score` is the score that it leads to.
    """

    tier: Tier
    cut: float
    purchase: float | None
    score: float


def touched(known: Aggregate, rules: Rules, today: date) -> Aggregate:
    """After a contact today. The own rhythm may change by it, but no point depends on that today."""
    last = known.last_touch_on
    if last is not None and last >= today:
        return known
    month_counted = last is not None and (last.year, last.month) == (today.year, today.month)
    now = carried(known, max(known.as_of, today), rules)
    return replace(
        now,
        activity=now.activity + 1.0,
        events=now.events + 1,
        first_on=now.first_on or today,
        last_touch_on=today,
        active_months=now.active_months + (0 if month_counted else 1),
    )


def visited(known: Aggregate, rules: Rules, today: date) -> Aggregate:
    """After a visit today that had an outcome."""
    seen = touched(known, rules, today)
    return replace(seen, outcomes=(today, *seen.outcomes)[: rules.engagement_visits])


def bought(known: Aggregate, amount: float, rules: Rules, today: date) -> Aggregate:
    """After a purchase today, in major units of the company's currency."""
    now = carried(known, max(known.as_of, today), rules)
    new_day = now.last_purchase_on is None or now.last_purchase_on < today
    return replace(
        touched(now, rules, today),
        spend=now.spend + amount,
        last_purchase_on=max(today, now.last_purchase_on or today),
        first_purchase_on=now.first_purchase_on or today,
        purchase_days=now.purchase_days + new_day,
    )


def lift(known: Aggregate, tier: Tier, rules: Rules, today: date) -> Lift:
    """What it takes today to reach this tier's cut."""
    contact = points(touched(known, rules, today), rules, today)
    cut = rules.cut(tier)
    if contact.total >= cut:
        return Lift(tier, cut, 0.0, contact.total)
    wanted = _spend_for(tenth(cut - contact.total + contact.value), rules)
    if wanted is None:
        return Lift(tier, cut, None, contact.total)
    now = carried(known, max(known.as_of, today), rules)
    return _smallest(known, wanted - now.spend, Lift(tier, cut, None, contact.total), rules, today)


def friendly(amount: float) -> float:
    """The amount rounded up to a figure that is easily said: 17,300 is 20,000, and 0.3 is 1."""
    if amount <= 1.0:
        return 1.0
    scale = 10.0 ** floor(log10(amount))
    return next(scale * step for step in _FRIENDLY if scale * step >= amount * (1 - 1e-12))


def _spend_for(wanted: float, rules: Rules) -> float | None:
    """The decayed spend that earns this many points of value, None when none does."""
    if wanted > rules.value_points:
        return None
    share = (wanted - 0.05) / rules.value_points
    return rules.value_s0 * expm1(share * log1p(rules.value_s1 / rules.value_s0))


def _smallest(known: Aggregate, amount: float, wanted: Lift, rules: Rules, today: date) -> Lift:
    """The first friendly amount from `amount` up whose purchase reaches the cut."""
    for _ in range(3):
        amount = friendly(amount)
        score = _after(known, amount, rules, today).total
        if score >= wanted.cut:
            return replace(wanted, purchase=amount, score=score)
        amount *= 1.001
    return wanted


def _after(known: Aggregate, amount: float, rules: Rules, today: date) -> Points:
    """The points after such a purchase."""
    return points(bought(known, amount, rules, today), rules, today)
