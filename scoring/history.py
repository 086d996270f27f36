"""What happened with one customer, as plain rows: touches, purchases and dated facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Touch:
    """A visit, meeting, exchange of messages or answered call, on the day it was.

    `worded` is False for a bare tap; `outcome` is True for a visit or meeting that led to something.
    """

    on: date
    channel: str = "visit"
    worded: bool = True
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Purchase:
    """Money that came in, in major units of the company's currency: 0 when unknown, negative for a refund."""

    on: date
    amount: float


@dataclass(frozen=True, slots=True)
class Answer:
    """How satisfied the customer said to be, from 1 to 5."""

    on: date
    satisfaction: float


@dataclass(frozen=True, slots=True)
class Potential:
    """What the owner thought of the customer's potential on a day: high, medium or low."""

    on: date
    level: str


@dataclass(frozen=True, slots=True)
class Span:
    """Something that was open from a day until it was closed: a need, a complaint."""

    on: date
    closed_on: date | None = None

    def open_on(self, day: date) -> bool:
        """Whether it was open at the end of that day."""
        return self.on <= day and (self.closed_on is None or self.closed_on > day)


@dataclass(frozen=True, slots=True)
class Facts:
    """What else is known of a customer, each with its day, so that any past day can be judged again."""

    answers: tuple[Answer, ...] = ()
    potentials: tuple[Potential, ...] = ()
    needs: tuple[Span, ...] = ()
    complaints: tuple[Span, ...] = ()
    created_on: date | None = None
    silence_from: date | None = None
