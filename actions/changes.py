"""What a draft or a version changes, number by number, and the company as it would have it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

import scoring
from storage import company as versions
from storage.models import RulesVersion

from . import company as companies
from .company import Company

PARTS = ("cut", "cadence", "points", "potential")
"""Parts of the rules in the order in which their changes are told."""
NUMBERS = tuple(scoring.meanings(scoring.Rules))
"""The numbers of the rules by their names."""


@dataclass(frozen=True)
class NumberChanged:
    """One setting that differs: `number` its name, with its section where that is not the rules'. Old and new are None
    where it is no plain number."""

    number: str
    old: float | None
    new: float | None


def changed(db: Session, changes: Mapping[str, Mapping[str, Any]]) -> tuple[NumberChanged, ...]:
    """What changes against what is in force."""
    return between(body(db), changes)


def between(old: Mapping[str, Any], changes: Mapping[str, Mapping[str, Any]]) -> tuple[NumberChanged, ...]:
    """What changes against a version's body; cuts and cadences, which everybody knows, first."""
    found = [
        NumberChanged(
            name if section == "rules" else f"{section}.{name}",
            _number(old.get(section, {}).get(name)),
            _number(value),
        )
        for section, values in changes.items()
        for name, value in values.items()
    ]
    return tuple(sorted(found, key=lambda each: (_rank(each.number), each.number)))


def of(db: Session, row: RulesVersion) -> Company:
    """The company as the draft wants it."""
    return companies.of(0, companies.merged(body(db), row.body["changes"]))


def body(db: Session) -> dict[str, Any]:
    """The settings and rules in force, as they are kept."""
    return versions.version(db, versions.version_in_force(db) or 1).body


def most(rules: scoring.Rules) -> float:
    """What a customer could earn at most; 100 where the weights are in order."""
    points = (
        rules.value_points, rules.activity_points, rules.rhythm_points, rules.loyalty_points, rules.satisfaction_points,
        rules.engagement_points, rules.potential_high, rules.need_points, rules.prospect_points,
    )  # fmt: skip
    return round(sum(points), 1)


def part_of(number: str) -> str:
    """Which part of the rules a number belongs to."""
    if number.startswith("cut_"):
        return "cuts"
    if number.startswith("cadence_"):
        return "cadences"
    weighs = number.endswith("_points") or number.startswith("potential_h")
    return "weights" if weighs else "other"


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _rank(number: str) -> int:
    return next((n for n, part in enumerate(PARTS) if part in number), len(PARTS)) if "." not in number else 9
