"""A number of the rules: its default, its limits, and what it means in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field, fields
from typing import Any


class RulesInvalid(ValueError):
    """The rules can't be used; `problems` has one sentence for each thing that is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def number(default: float, meaning: str, *, low: float = 0.0, high: float = 1e12) -> Any:
    """A field of the rules, allowed from `low` to `high`, both included."""
    return field(default=default, metadata={"meaning": meaning, "low": low, "high": high})


def meanings(rules: type) -> dict[str, str]:
    """Each number's name with the sentence that explains it, in the order of the rules."""
    return {each.name: each.metadata["meaning"] for each in fields(rules)}


def read(rules: type, given: Mapping[str, object]) -> dict[str, float]:
    """The numbers in `given`, each as its field wants it.

    Raises RulesInvalid with every unknown name, non-number and number out of its limits at once.
    """
    known = {each.name: each for each in fields(rules)}
    problems = [f"{name}: no such number in the rules" for name in given if name not in known]
    problems += filter(None, (_problem(known[name], given[name]) for name in given if name in known))
    if problems:
        raise RulesInvalid(tuple(problems))
    return {name: _typed(known[name], given[name]) for name in given}


def _problem(each: Field[Any], value: object) -> str | None:
    """What is wrong with one value, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{each.name}: {value!r} is not a number"
    if isinstance(each.default, int) and value != int(value):
        return f"{each.name}: {value!r} is not a whole number"
    low, high = each.metadata["low"], each.metadata["high"]
    if not low <= value <= high:
        return f"{each.name}: {value!r} is not between {low:g} and {high:g}"
    return None


def _typed(each: Field[Any], value: Any) -> float:
    """Whole numbers stay whole, all others are floats."""
    return int(value) if isinstance(each.default, int) else float(value)
