"""What the two sides of a dispute are asked and told while it is open."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ObjectionHeard:
    """To whoever has the customer: somebody objects, appeals, or asks for it; the manager decides."""

    request: int
    name: str
    by: str
    manager: str | None
    kind: str


@dataclass(frozen=True)
class StatementAsked:
    """To one of the two: the manager wants to hear their side."""

    request: int
    name: str
    by: str


@dataclass(frozen=True)
class StatementWanted:
    """The next line is their side."""

    request: int


@dataclass(frozen=True)
class StatementKept:
    """It belongs to the file now."""

    manager: str


@dataclass(frozen=True)
class StatementHeard:
    """To the manager: what one of the two says."""

    request: int
    name: str
    by: str
    words: str
