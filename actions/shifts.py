"""What became of each component between two days, and which of the customer's own rows explains it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

import scoring
from storage.models import Move, Standing

from . import counting, judging
from .company import Company
from .counting import History
from .money import minor

MONTHS_OF_CONTACT = 90
"""Days over which contacts are counted when it is said that there were more or fewer."""
OUTWEIGHS = 0.5
"""Share of what faded from which one sale alone is named for it."""


@dataclass(frozen=True)
class Shift:
    """A component's points gained or lost; `why` is a code, `facts` what its words need."""

    name: str
    points: float
    why: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Between:
    """Two days of one customer: its rows, and its explanation on each."""

    history: History
    company: Company
    before_on: date
    on: date
    before: Mapping[str, scoring.Component]
    after: Mapping[str, scoring.Component]
    usual: float
    """The usual days between touches as the customer's card has them; the points take them free of the tier."""


def shifts(
    db: Session, move: Move, row: Standing, company: Company, before_on: date
) -> tuple[tuple[Shift, ...], float]:
    """The components that changed from the end of `before_on` to the move, and the score of `before_on`.

    The points of the move are those kept with it, so that before plus all shifts is exactly its score.
    """
    history = counting.history(db, move.customer_id, company)
    before, after = (_explained(history, row, company, day) for day in (before_on, move.moved_on))
    between = Between(history, company, before_on, move.moved_on, _by_name(before), _by_name(after), row.rhythm)
    found = []
    for name, points in move.points.items():
        change = round(points - (between.before[name].points if name in between.before else 0.0), 1)
        if change:
            found.append(Shift(name, change, *_why(name, change, between)))
    return tuple(found), before.score


def _explained(history: History, row: Standing, company: Company, day: date) -> scoring.Explanation:
    known = counting.counted(history, company, day, row)
    return scoring.explain(known, judging.standing_of(row), company.rules, day)


def _by_name(explained: scoring.Explanation) -> dict[str, scoring.Component]:
    return {part.name: part for part in explained.components}


def _why(name: str, change: float, between: Between) -> tuple[str, dict[str, Any]]:
    """The code of a reason and its facts."""
    if name == "value":
        return _sold(between) if change > 0 else _faded(between)
    if name == "activity":
        return "contacts", {"n": _days(between, between.on), "before": _days(between, between.before_on)}
    raw = between.after[name].raw if name in between.after else {}
    if name == "rhythm":
        touched = {"on": _last_touch(between)}
        return ("contact", touched) if change > 0 else ("silence", {**raw, "rhythm": between.usual})
    if name == "engagement":
        return "outcomes", {"n": raw.get("outcomes"), "before": between.before[name].raw.get("outcomes")}
    return {"loyalty": "months", "potential": "potential"}.get(name, ""), dict(raw)


def _sold(between: Between) -> tuple[str, dict[str, Any]]:
    """The largest sale of the time between."""
    new = [one for one in between.history[1] if between.before_on < one.on <= between.on]
    largest = max(new, key=lambda one: one.amount, default=None)
    return ("sale", _sale(largest, between.company)) if largest else ("", {})


def _faded(between: Between) -> tuple[str, dict[str, Any]]:
    """The sale that faded most, where it alone outweighs all others; or what went back."""
    known = [one for one in between.history[1] if one.on <= between.on]
    back = [one for one in known if one.amount < 0 and one.on > between.before_on]
    if back:
        return "refund", _sale(min(back, key=lambda one: one.amount), between.company)
    losses = sorted(((_fading(one, between), one) for one in known if one.on <= between.before_on), key=lambda x: -x[0])
    if losses and losses[0][0] >= OUTWEIGHS * sum(loss for loss, _ in losses):
        return "old_sale", _sale(losses[0][1], between.company)
    return "old_sales", {}


def _fading(sale: scoring.Purchase, between: Between) -> float:
    """How much of a sale's weight went with time, in major units."""
    half = between.company.rules.value_half_life
    ages = ((day - sale.on).days for day in (between.before_on, between.on))
    then, now = (2.0 ** (-age / half) for age in ages)
    return float(sale.amount * (then - now))


def _sale(sale: scoring.Purchase, company: Company) -> dict[str, Any]:
    return {"on": sale.on, "minor": minor(Decimal(str(abs(sale.amount))), company.currency)}


def _days(between: Between, until: date) -> int:
    """Days with a touch in the three months up to a day."""
    since = until - timedelta(days=MONTHS_OF_CONTACT)
    return len({on for on in _touched(between.history) if since < on <= until})


def _last_touch(between: Between) -> date | None:
    return max((on for on in _touched(between.history) if on <= between.on), default=None)


def _touched(history: History) -> Sequence[date]:
    return [one.on for one in history[0]] + [one.on for one in history[1] if one.amount >= 0]
