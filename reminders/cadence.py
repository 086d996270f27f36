"""Cadences that fit: how often to touch a customer of each tier, given how many there are and how many
touches a day are realistic; and how a period stands against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

TIERS = ("A", "B", "C")
SHARES = {"A": 0.2, "B": 0.3, "C": 0.5}
LADDER = ((3, 7, 14), (5, 10, 21), (7, 14, 30), (10, 21, 60), (14, 30, 90), (21, 45, 120), (30, 60, 180), (45, 90, 365))
"""The cadences (days for A, B, C) that are proposed, from tight to loose."""
TIGHTEST = 7
"""Days for an A below which no step is proposed unasked."""
ROOM = 1.05
"""A load up to this much above the touches a day still counts as fitting."""


@dataclass(frozen=True)
class Cadences:
    """Days between touches for each tier, the touches a working day that they imply, and whether these fit
    into what is realistic. `step` is its place on the ladder, for one step tighter or looser."""

    days: Mapping[str, int]
    touches_per_day: float
    fits: bool
    step: int


def propose(
    customers: int,
    touches_per_day: float,
    working_days: int = 5,
    shares: Mapping[str, float] = SHARES,
    tightest: float = TIGHTEST,
) -> Cadences:
    """The tightest cadences, from `tightest` days for an A, that one person with so many customers can keep; the
    loosest there are, if none.

    60 customers at 6 a day: A 7, B 14, C 30 days; 100 at 6: 10, 21, 60; 200 at 8: 14, 30, 90.
    """
    base = {tier: customers * share for tier, share in shares.items()}
    steps = [cadences_at(step, base, touches_per_day, working_days) for step in range(len(LADDER))]
    wanted = [cadences for cadences in steps if cadences.days["A"] >= tightest]
    return next((cadences for cadences in wanted if cadences.fits), steps[-1])


def cadences_at(step: int, base: Mapping[str, float], touches_per_day: float, working_days: int = 5) -> Cadences:
    """The cadences of a step of the ladder (kept within it), judged for a base of customers per tier."""
    step = min(max(step, 0), len(LADDER) - 1)
    days = dict(zip(TIERS, LADDER[step], strict=True))
    implied = load(base, days, working_days)
    return Cadences(days, round(implied, 1), implied <= touches_per_day * ROOM, step)


def load(base: Mapping[str, float], days: Mapping[str, float], working_days: int = 5) -> float:
    """Touches a working day that so many customers per tier imply: the sum of customers / cadence over the
    tiers, x 7 / working days of a week."""
    return sum(count / days[tier] for tier, count in base.items()) * 7 / working_days


@dataclass(frozen=True)
class Capacity:
    """What the cadences ask of a person beside what the person can do, in touches a working day."""

    asked: float
    possible: float

    @property
    def over(self) -> bool:
        """More is asked than possible: what is late then is a matter of capacity, not of the person."""
        return self.asked > self.possible * ROOM

    @property
    def short_of(self) -> float:
        """Touches a working day that are missing, to one decimal."""
        return round(max(self.asked - self.possible, 0.0), 1)


@dataclass(frozen=True)
class Covered:
    """One customer in a period: when it is due and how many working days late, its next open plan, touches
    wanted and done in the period."""

    due_on: date | None
    late: int
    planned_on: date | None
    wanted: int
    done: int

    @property
    def remaining(self) -> int:
        """Touches of the period that are still to come; never below 0."""
        return max(self.wanted - self.done, 0)

    def state(self, today: date, last: date) -> str:
        """How it stands today in a period up to `last`: overdue, planned, due or covered.

        Late is overdue; then an open plan in what is left of the period counts, then a due date in it.
        """
        if self.late:
            return "overdue"
        if self.planned_on is not None and today <= self.planned_on <= last:
            return "planned"
        return "due" if self.due_on is not None and self.due_on <= last else "covered"


@dataclass(frozen=True)
class Coverage:
    """Customers of a person or team by state, and their touches: wanted, done, remaining."""

    due: int = 0
    planned: int = 0
    covered: int = 0
    overdue: int = 0
    wanted: int = 0
    done: int = 0
    remaining: int = 0


def coverage(customers: Iterable[Covered], today: date, last: date) -> Coverage:
    """Count the customers of a period that ends on `last`; each is in exactly one state.

    Touches remain per customer: one contacted twice doesn't make up for another.
    """
    counted = list(customers)
    states = [each.state(today, last) for each in counted]
    return Coverage(
        **{state: states.count(state) for state in ("due", "planned", "covered", "overdue")},
        wanted=sum(each.wanted for each in counted),
        done=sum(each.done for each in counted),
        remaining=sum(each.remaining for each in counted),
    )


def wanted(first: date, last: date, cadence: float, last_touch_on: date | None) -> int:
    """Touches that a cadence asks for from `first` to `last`, after the last touch before that period.

    One is due a cadence after the last touch (or on `first`, if that has passed or none is known), the
    others a cadence apart.
    """
    since = (first - last_touch_on).days if last_touch_on is not None else cadence
    until_due = max(cadence - since, 0)
    days = (last - first).days
    return int((days - until_due) // cadence) + 1 if days >= until_due else 0
