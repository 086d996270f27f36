"""The aggregate: all that judging needs of one customer's history, in one row.

`aggregate` counts it exactly from the customer's own rows, in any order; `carried` brings it
forward to a later day without them. The fields may also hold numpy columns, one entry per
customer (days as `datetime64[D]`, missing as NaT or nan), and judging takes either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from typing import Any

from scoring.days import median_interval, since
from scoring.history import Answer, Facts, Potential, Purchase, Span, Touch
from scoring.rules import Rules

_LEVELS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One customer's history as of a day.

    `spend` is the decayed sum of purchases and refunds in major units of the company's currency,
    `activity` the decayed number of days with a touch, both as of `as_of`. `interval` is the
    median of days between distinct days of touch, `intervals` how many there are;
    `purchase_interval` the same for purchases, made on `purchase_days` days. `events` counts touches and purchases,
    `active_months` calendar months with either. `satisfaction` is the latest answer, 1 to 5.
    `outcomes` are the days of the last visits with an outcome, latest first (columns: one row
    per customer). `need_on` and `complaint_on` are set while something is open.
    `silence_from` is the day from which silence counts when the cadence was shortened.
    """

    as_of: Any
    spend: Any = 0.0
    activity: Any = 0.0
    events: Any = 0
    first_on: Any = None
    last_touch_on: Any = None
    last_purchase_on: Any = None
    interval: Any = None
    intervals: Any = 0
    purchase_interval: Any = None
    purchase_days: Any = 0
    first_purchase_on: Any = None
    active_months: Any = 0
    satisfaction: Any = None
    outcomes: Any = ()
    potential: Any = None
    potential_on: Any = None
    need_on: Any = None
    complaint_on: Any = None
    silence_from: Any = None
    created_on: Any = None


def aggregate(
    touches: Iterable[Touch], purchases: Iterable[Purchase], facts: Facts, as_of: date, rules: Rules
) -> Aggregate:
    """The customer's aggregate at the end of the day `as_of`; later rows don't count yet.

    Exact whatever the order of the rows. Count it anew when one of the customer's rows changes,
    and when `recount_needed` says so of new rules.
    """
    touched = [touch for touch in touches if touch.on <= as_of]
    moneys = [purchase for purchase in purchases if purchase.on <= as_of]
    bought = [purchase.on for purchase in moneys if purchase.amount >= 0]
    days = {touch.on for touch in touched} | set(bought)
    interval, intervals = median_interval(days)
    potential = _latest_potential(facts.potentials, as_of)
    outcomes = sorted((touch.on for touch in touched if touch.outcome), reverse=True)
    return Aggregate(
        as_of=as_of,
        spend=_decayed(((each.on, each.amount) for each in moneys), as_of, rules.value_half_life),
        activity=_activity(touched, bought, as_of, rules),
        events=len(touched) + len(bought),
        first_on=min(days, default=None),
        last_touch_on=max(days, default=None),
        last_purchase_on=max(bought, default=None),
        interval=interval,
        intervals=intervals,
        purchase_interval=median_interval(bought)[0],
        purchase_days=len(set(bought)),
        first_purchase_on=min(bought, default=None),
        active_months=len({(day.year, day.month) for day in days}),
        satisfaction=_latest_satisfaction(facts.answers, as_of),
        outcomes=tuple(outcomes[: rules.engagement_visits]),
        potential=potential.level if potential else None,
        potential_on=potential.on if potential else None,
        need_on=max(_open(facts.needs, as_of), default=None),
        complaint_on=min(_open(facts.complaints, as_of), default=None),
        silence_from=facts.silence_from,
        created_on=facts.created_on,
    )


def carried(known: Aggregate, to: date, rules: Rules) -> Aggregate:
    """The same history at the end of the later day `to`, nothing having happened since.

    Raises ValueError for a day before the aggregate's own: the past is counted from its rows.
    """
    passed = since(known.as_of, to)
    if (passed < 0).any() if hasattr(passed, "any") else passed < 0:
        raise ValueError(f"an aggregate can't be carried back to {to}")
    return replace(
        known,
        as_of=to,
        spend=known.spend * decay(passed, rules.value_half_life),
        activity=known.activity * decay(passed, rules.activity_half_life),
    )


def decay(age: Any, half_life: float) -> Any:
    """What is left of one after `age` days, halving with every `half_life` of them."""
    return 2.0 ** (-age / half_life)


def rhythm(interval: Any, intervals: Any, prior: Any, weight: float) -> Any:
    """Days between touches that are usual: the own median, drawn to `prior` when there are few intervals.

    (n x own + weight x prior) / (n + weight), the prior standing for `weight` intervals.
    """
    return (intervals * interval + weight * prior) / (intervals + weight)


def _decayed(amounts: Iterable[tuple[date, float]], as_of: date, half_life: float) -> float:
    """The sum of amounts, each halved with every half-life since its day; the same in any order."""
    return fsum(amount * decay((as_of - on).days, half_life) for on, amount in amounts)


def _activity(touched: list[Touch], bought: list[date], as_of: date, rules: Rules) -> float:
    """The decayed number of days with a touch; days of bare taps alone count once per rhythm."""
    worded = {touch.on for touch in touched if touch.worded} | set(bought)
    tapped = {touch.on for touch in touched} - worded
    days = worded | set(_once_per(_prior_rhythm(worded, rules), tapped))
    return _decayed(((day, 1.0) for day in days), as_of, rules.activity_half_life)


def _prior_rhythm(days: set[date], rules: Rules) -> float:
    """The rhythm of these days, with the assumed rhythm where there are few, whatever the tier."""
    interval, intervals = median_interval(days)
    return float(rhythm(interval or 0.0, intervals, rules.rhythm_prior_days, rules.rhythm_prior_weight))


def _once_per(span: float, days: set[date]) -> list[date]:
    """The earliest of the days, then each that lies at least `span` days after the one kept before."""
    kept: list[date] = []
    for day in sorted(days):
        if not kept or (day - kept[-1]).days >= span:
            kept.append(day)
    return kept


def _latest_satisfaction(answers: tuple[Answer, ...], as_of: date) -> float | None:
    """The latest answer; several on one day count as their mean."""
    known = [answer for answer in answers if answer.on <= as_of]
    last = max((answer.on for answer in known), default=None)
    same = [answer.satisfaction for answer in known if answer.on == last]
    return fsum(same) / len(same) if same else None


def _latest_potential(potentials: tuple[Potential, ...], as_of: date) -> Potential | None:
    """What was last said of the potential; of several on one day the highest."""
    known = (each for each in potentials if each.on <= as_of)
    return max(known, key=lambda each: (each.on, _LEVELS.index(each.level)), default=None)


def _open(spans: tuple[Span, ...], as_of: date) -> list[date]:
    """Since when the open ones have been open."""
    return [span.on for span in spans if span.open_on(as_of)]
