"""Status: how active a customer is, measured by its own silence. It never blends with the tier's points.

Takes one customer, or an aggregate of columns with a column of tiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from scoring.aggregate import Aggregate
from scoring.aggregate import rhythm as drawn
from scoring.amounts import at_least, is_column, known_at_least, named, opposite, where
from scoring.days import either, given, since
from scoring.rules import TIERS, Rules, Tier

STATUSES = ("active", "silent", "at_risk", "lost", "new")


@dataclass(frozen=True, slots=True)
class Status:
    """A customer's status with its numbers, or columns of them.

    `word` is one of STATUSES. `silence` is the days that count (without closures and leave, from
    `silence_from`), `days` the plain days since the last touch (nan without one), `rhythm` the
    usual days. `tells` is true when the silence is long enough to be named on a card.
    """

    word: Any
    silence: Any
    days: Any
    rhythm: Any
    tells: Any


def status(known: Aggregate, tier: Any, rules: Rules, today: date, away: Any = 0.0) -> Status:
    """The status at the end of `today`, with the cadence of `tier` (a standing's `cadence_tier`).

    `away` is what `away_days` found of closures and leave since `silence_began`.
    """
    usual = rhythm(known, tier, rules)
    quiet = silence(known, today, away)
    rhythms = quiet / usual
    lost = quiet > at_least(rules.status_lost * usual, rules.lost_days)
    place = 1 * (rhythms > rules.status_silent) + 1 * (rhythms > rules.status_risk)
    place = where(_is_new(known, rules, today), 4, at_least(place, 3 * lost))
    word = named(place, STATUSES)
    tells = (rhythms > rules.status_tell) & (word != "new")
    return Status(word, quiet, since(known.last_touch_on, today), usual, tells)


def rhythm(known: Aggregate, tier: Any, rules: Rules) -> Any:
    """Usual days between touches: the own median drawn to the tier's cadence, never below half of it."""
    wanted = cadence(tier, rules)
    own = known_at_least(given(known.interval), 0.0)
    return at_least(drawn(own, known.intervals, wanted, rules.rhythm_prior_weight), rules.rhythm_floor * wanted)


def cadence(tier: Any, rules: Rules) -> Any:
    """Days between contacts wanted for a tier, or for each of a column of tiers."""
    if isinstance(tier, str):
        return rules.cadence(_known(tier))
    import numpy as np

    return np.select([tier == "A", tier == "B"], [rules.cadence_a, rules.cadence_b], rules.cadence_c)


def due_cadence(tier: Tier, known: Aggregate, rules: Rules) -> float:
    """The cadence that a due date counts with: halved while a complaint is open."""
    return rules.cadence(tier) * (rules.complaint_cadence if known.complaint_on is not None else 1.0)


def silence(known: Aggregate, today: date, away: Any = 0.0) -> Any:
    """Days of silence that count; nan when there is neither a touch nor a day of creation."""
    return at_least(since(silence_began(known), today) - away, 0.0)


def silence_began(known: Aggregate) -> Any:
    """The day from which silence counts: the last touch or else the creation, or the later `silence_from`."""
    began, later = either(known.last_touch_on, known.created_on), known.silence_from
    if is_column(began):
        return began if later is None else known_at_least(began, later)
    return max((day for day in (began, later) if day is not None), default=None)


def closures(periods: Iterable[tuple[date, date]], rules: Rules) -> list[tuple[date, date]]:
    """The company's closures (first and last day) that are long enough not to count as silence."""
    return [(first, last) for first, last in periods if (last - first).days + 1 >= rules.closure_days]


def away_days(began: Any, today: date, periods: Iterable[tuple[date, date]]) -> Any:
    """Days after `began`, up to `today`, that lie in any of the periods (first and last day), each day once.

    `began` is a day or a column of days; periods may overlap.
    """
    total: Any = 0.0
    for first, last in _merged(periods):
        until, start = since(first, min(last, today)) + 1.0, known_at_least(since(first, began) + 1.0, 0.0)
        total = total + known_at_least(until - start, 0.0)
    return total


def _is_new(known: Aggregate, rules: Rules, today: date) -> Any:
    """Whether there are fewer than two events and the creation is recent."""
    age = since(either(known.created_on, known.first_on), today)
    return (known.events < rules.events_to_judge) & opposite(age > rules.new_days)


def _known(letter: str) -> Tier:
    """The letter as a tier; ValueError for anything else."""
    if letter not in TIERS:
        raise ValueError(f"{letter!r} is not a tier")
    return TIERS[TIERS.index(letter)]


def _merged(periods: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The same days as periods that don't overlap, in order."""
    merged: list[tuple[date, date]] = []
    for first, last in sorted(periods):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
