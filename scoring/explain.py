"""Why: a score taken apart into sums that a person can do again, and what would change the tier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scoring.aggregate import Aggregate
from scoring.days import next_month
from scoring.figures import Figures, figures
from scoring.points import Points, points, points_of
from scoring.rules import TIERS, Rules, Tier
from scoring.tiers import Move, Standing, grade, lapses_wanted, letter
from scoring.whatif import Lift, lift, touched, visited

_MONTHS_AHEAD = 36

Raw = dict[str, float | str | bool | None]


@dataclass(frozen=True, slots=True)
class Component:
    """One component: its points, the most it can have, and the raw numbers of its formula by name."""

    name: str
    points: float
    most: float
    raw: Raw


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a customer has its tier on a day.

    `components` add up exactly to `score`. `cut` is where the present tier begins, `by_points`
    the letter that the score alone would give. `contact_today` is the score after a contact today
    and `visit_today` after a visit with an outcome, `lift` what leads to the next tier (None for an
    A). `drop` is the move that comes if nothing happens from now on, None when none does within
    three years. `frozen` says that an open complaint holds up any rise, `little_data` that there
    are too few events to judge, `manual_until` that a person's word stands till then. `lapses` are the
    gradings in succession below the band, `lapses_wanted` how many of them take the tier.
    """

    tier: Tier
    score: float
    cut: float
    by_points: Tier
    components: tuple[Component, ...]
    contact_today: float
    visit_today: float
    lift: Lift | None
    drop: Move | None
    frozen: bool
    little_data: bool
    events: int
    lapses: int
    lapses_wanted: int
    manual_until: date | None
    kept_tier: Tier | None


def explain(known: Aggregate, standing: Standing, rules: Rules, today: date) -> Explanation:
    """The explanation of one customer's score and tier at the end of `today`."""
    seen = figures(known, rules, today)
    earned = points_of(seen, rules)
    return Explanation(
        tier=standing.tier,
        score=earned.total,
        cut=rules.cut(standing.tier),
        by_points=letter(earned.total, rules),
        components=_components(earned, seen, known, rules),
        contact_today=points(touched(known, rules, today), rules, today).total,
        visit_today=points(visited(known, rules, today), rules, today).total,
        lift=_next_lift(known, standing, rules, today),
        drop=drop_if_silent(known, standing, rules, today),
        frozen=known.complaint_on is not None,
        little_data=known.events < rules.events_to_judge,
        events=known.events,
        lapses=standing.lapses,
        lapses_wanted=lapses_wanted(known, rules),
        manual_until=standing.manual_until if standing.manual(today) else None,
        kept_tier=standing.kept_tier,
    )


def drop_if_silent(known: Aggregate, standing: Standing, rules: Rules, today: date) -> Move | None:
    """The first move down if nothing at all happens from `today` on, gradings played through; None within 3 years."""
    for day in _judging_days(standing, today):
        score = points(known, rules, day).total
        standing, move = grade(standing, score, known, rules, day, grading=day if day.day == 1 else None)
        if move is not None and not move.rises:
            return move
    return None


def _judging_days(standing: Standing, today: date) -> Iterator[date]:
    """The days to come on which a tier can fall: the end of a person's word, and the first of each month."""
    days = {standing.manual_until} if standing.manual_until and standing.manual_until > today else set()
    day = today
    for _ in range(_MONTHS_AHEAD):
        day = next_month(day)
        days.add(day)
    yield from sorted(days)


def _next_lift(known: Aggregate, standing: Standing, rules: Rules, today: date) -> Lift | None:
    """What leads to the tier above; None for an A."""
    above = {lower: upper for upper, lower in pairwise(TIERS)}.get(standing.tier)
    return lift(known, above, rules, today) if above else None


def _components(earned: Points, seen: Figures, known: Aggregate, rules: Rules) -> tuple[Component, ...]:
    """The components that can have points, in their order, each with the numbers that its formula takes."""
    bond, future = (
        rules.loyalty_points + rules.satisfaction_points,
        max(rules.potential_high, rules.potential_medium, rules.potential_low) + rules.need_points,
    )
    all_of_them = (
        Component("value", earned.value, rules.value_points, {"spend": _plain(seen.spend)}),
        Component("activity", earned.activity, rules.activity_points, {"touch_days": _plain(seen.activity)}),
        Component("rhythm", earned.rhythm, rules.rhythm_points, _silence(seen, known)),
        Component("loyalty", earned.loyalty, bond, _steadiness(seen)),
        Component("engagement", earned.engagement, rules.engagement_points, {"outcomes": float(seen.outcomes)}),
        Component("potential", earned.potential, future, _outlook(seen)),
        Component("prospect", earned.prospect, rules.prospect_points, _return(seen, known, rules)),
    )
    return tuple(each for each in all_of_them if each.most > 0)


def _silence(seen: Figures, known: Aggregate) -> Raw:
    """Days of silence, the rhythm they are measured by, and the own median where there is one."""
    return {
        "silence": _plain(seen.silence),
        "rhythm": _plain(seen.rhythm),
        "rhythms": _plain(seen.rhythms),
        "interval": known.interval,
        "intervals": float(known.intervals),
    }


def _steadiness(seen: Figures) -> Raw:
    """How long, in how many of the months, and how satisfied (None when never asked)."""
    return {
        "tenure": _plain(seen.tenure),
        "active_months": float(seen.active_months),
        "months": _plain(seen.months),
        "satisfaction": _plain(seen.satisfaction),
    }


def _outlook(seen: Figures) -> Raw:
    """The potential that still counts, and whether there is an open need."""
    level = next((name for name in ("high", "medium", "low") if getattr(seen, name)), None)
    return {"potential": level, "need": bool(seen.need)}


def _return(seen: Figures, known: Aggregate, rules: Rules) -> Raw:
    """The chance to buy again, for how many days ahead it is told, and from how many days of purchase."""
    return {
        "chance": _plain(seen.chance),
        "ahead": rules.prospect_days,
        "purchase_days": float(known.purchase_days),
    }


def _plain(number: float) -> float | None:
    """A plain float, None for a number there isn't."""
    return None if number != number else float(number)
