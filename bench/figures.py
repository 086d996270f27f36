"""A figure: the median of several rounds with its spread, beside its peer's, against its aim."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Figure:
    """What was measured, in `unit`. With a peer the aim is for the ratio of the medians, else for the median itself.

    `most` or `least` is the aim; a figure without one only informs.
    """

    name: str
    unit: str
    rounds: Sequence[float]
    peer: str = ""
    peers: Sequence[float] = ()
    most: float | None = None
    least: float | None = None

    @property
    def value(self) -> float:
        """The median."""
        return median(self.rounds)

    @property
    def ratio(self) -> float | None:
        """How many times the peer's median; None without a peer."""
        return self.value / median(self.peers) if self.peers else None

    @property
    def met(self) -> bool:
        """Whether the aim is met."""
        judged = self.value if self.ratio is None else self.ratio
        return (self.most is None or judged <= self.most) and (self.least is None or judged >= self.least)

    def __str__(self) -> str:
        parts = [f"{self.name}: {_spread(self.rounds, self.unit)}"]
        if self.ratio is not None:
            parts += [f"{self.peer} {_spread(self.peers, self.unit)}", f"{self.ratio:.2f} times"]
        return "  |  ".join([*parts, *self._verdict()])

    def as_plain(self) -> dict[str, Any]:
        """For JSON."""
        told = {"name": self.name, "unit": self.unit, "median": self.value, "rounds": list(self.rounds)}
        peer = {"name": self.peer, "median": median(self.peers), "rounds": list(self.peers)} if self.peers else None
        return told | {"peer": peer, "ratio": self.ratio, "most": self.most, "least": self.least, "met": self.met}

    def _verdict(self) -> list[str]:
        aims = [f"at most {self.most:g}"] if self.most is not None else []
        aims += [f"at least {self.least:g}"] if self.least is not None else []
        times = " times" if self.peers else f" {self.unit}"
        return [f"aim {aim}{times}: {'met' if self.met else 'MISSED'}" for aim in aims]


def _spread(rounds: Sequence[float], unit: str) -> str:
    """`2.31 ms (2.25 to 2.40)`."""
    around = f" ({_short(min(rounds))} to {_short(max(rounds))})" if len(rounds) > 1 else ""
    return f"{_short(median(rounds))} {unit}{around}"


def _short(value: float) -> str:
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"
