"""Which part each customer plays: how good it is, how alive, and what that means for its history."""

from dataclasses import dataclass, replace
from random import Random

SHARES = {
    ("A", "active"): 0.17, ("A", "silent"): 0.02, ("A", "at risk"): 0.01,
    ("B", "active"): 0.225, ("B", "silent"): 0.05, ("B", "at risk"): 0.025,
    ("C", "new"): 0.07, ("C", "active"): 0.2, ("C", "silent"): 0.09, ("C", "at risk"): 0.08, ("C", "lost"): 0.06,
}  # fmt: skip
"""What the customers of a company a year old look like, by value and by activity."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a customer of one tier is like. Spans are days, money is yuan; pairs are the least and the most."""

    tier: str
    every: tuple[int, int]
    """Days between two contacts."""
    buys: tuple[int, int]
    """Days between two purchases."""
    spends: tuple[int, int]
    channels: tuple[int, int, int, int]
    """Weights of visit, call, message and meeting."""
    moods: tuple[int, int, int]
    """Weights of a positive, neutral and negative outcome."""
    potential: tuple[str, ...]
    satisfaction: tuple[int, ...]
    known: tuple[float, float, float]
    """How probably the potential, the satisfaction and a need are known."""


PARTS = {
    "A": Part("A", (6, 9), (20, 36), (30_000, 90_000), (40, 30, 24, 6), (6, 4, 1), ("high", "high", "medium"),
              (4, 5, 5), (0.95, 0.85, 0.6)),
    "B": Part("B", (11, 18), (42, 75), (9_000, 24_000), (32, 36, 28, 4), (4, 5, 1), ("medium", "medium", "high"),
              (3, 4, 4), (0.8, 0.6, 0.4)),
    "C": Part("C", (26, 38), (95, 190), (1_200, 5_600), (14, 46, 38, 2), (3, 6, 2), ("low", "low", "medium"),
              (3, 3, 4), (0.45, 0.25, 0.12)),
}  # fmt: skip

MISSED = replace(PARTS["A"], spends=(60_000, 120_000), potential=("high",), satisfaction=(5,), known=(1, 1, 1))
"""An A that has fallen silent was a very good one, or it would be an A no more."""


def part_of(tier: str, status: str) -> Part:
    """What a customer of this tier and status is like."""
    return MISSED if tier == "A" and status != "active" else PARTS[tier]


SILENCE = {"active": (0.1, 1.25), "silent": (2.5, 2.9), "at risk": (3.5, 4.6)}
"""Days since the last contact, as a multiple of the days between two."""


def parts(chance: Random, count: int, given: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Tier and status of each of so many customers; the first ones are given."""
    wanted = [part for part, share in SHARES.items() for _ in range(round(share * count))]
    for part in given:
        if part in wanted:
            wanted.remove(part)
    chance.shuffle(wanted)
    padded = wanted + chance.choices(list(SHARES), list(SHARES.values()), k=count)
    return [*given, *padded][:count]
