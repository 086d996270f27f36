"""Formulas with their numbers put in: as few digits as give the same points on a pocket calculator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import scoring
from scoring.points import activity, loyalty, rhythm, tenth, value

DIGITS = (0, 1, 2, 3, 4, 6)


@dataclass(frozen=True)
class Sum:
    """One component's formula. `numbers` by the names that its words use: rules and the customer's raw numbers."""

    name: str
    points: float
    numbers: dict[str, Any] = field(default_factory=dict)


def sums(seen: scoring.Figures, parts: Sequence[scoring.Component], rules: scoring.Rules) -> tuple[Sum, ...]:
    """The formula of every component that can have points."""
    return tuple(Sum(part.name, part.points, _NUMBERS[part.name](seen, part, rules)) for part in parts)


def _value(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    spend = _short(seen, "spend", part.points, value, rules)
    return {
        "most": part.most,
        "spend": spend,
        "s0": rules.value_s0,
        "s1": rules.value_s1,
        "full": spend >= rules.value_s1,
    }


def _activity(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    days = _short(seen, "activity", part.points, activity, rules, least=1)
    return {"most": part.most, "days": days, "half": rules.activity_half_days, "fades": rules.activity_half_life}


def _rhythm(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    silent = part.raw["silence"]
    usual = _short(seen, "rhythm", part.points, rhythm, rules, least=1) if silent is not None else None
    times = None if silent is None or not usual else float(silent) / usual
    return {
        "most": part.most, "silent": silent, "usual": usual, "gone": rules.rhythm_gone,
        "span": rules.rhythm_gone - rules.rhythm_full,
        "full": times is not None and times <= rules.rhythm_full,
        "over": times is not None and times >= rules.rhythm_gone,
    }  # fmt: skip


def _loyalty(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    tenure, satisfied = part.raw["tenure"], part.raw["satisfaction"]
    answer = None if satisfied is None else _short(seen, "satisfaction", part.points, loyalty, rules)
    return {
        "most": rules.loyalty_points, "tenure": None if tenure is None else min(float(tenure), rules.loyalty_days),
        "long": rules.loyalty_days, "active": part.raw["active_months"], "months": part.raw["months"],
        "asked": answer, "satisfied": rules.satisfaction_points,
    }  # fmt: skip


def _engagement(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    visits = min(float(seen.outcomes), float(rules.engagement_visits))
    return {
        "most": part.most,
        "visits": visits,
        "all": float(rules.engagement_visits),
        "days": float(rules.engagement_days),
    }


def _potential(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    level = part.raw["potential"]
    points = getattr(rules, f"potential_{level}") if level else 0.0
    return {"level": level, "points": points, "need": rules.need_points if part.raw["need"] else 0.0}


def _prospect(seen: scoring.Figures, part: scoring.Component, rules: scoring.Rules) -> dict[str, Any]:
    chance = part.raw["chance"]
    return {
        "most": part.most,
        "chance": None if chance is None else round(float(chance), 4),
        "ahead": part.raw["ahead"],
    }


def _short(
    seen: scoring.Figures,
    name: str,
    points: float,
    formula: Callable[[scoring.Figures, scoring.Rules], Any],
    rules: scoring.Rules,
    least: int = 0,
) -> float:
    """A raw number with as few digits as still earn the same points."""
    exact = float(getattr(seen, name))
    for digits in DIGITS[least:]:
        said = round(exact, digits)
        if float(tenth(formula(replace(seen, **{name: said}), rules))) == points:
            return said
    return exact


_NUMBERS: dict[str, Callable[[scoring.Figures, scoring.Component, scoring.Rules], dict[str, Any]]] = {
    "value": _value,
    "activity": _activity,
    "rhythm": _rhythm,
    "loyalty": _loyalty,
    "engagement": _engagement,
    "potential": _potential,
    "prospect": _prospect,
}
