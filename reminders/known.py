"""What is known of a customer, as far as its due date is concerned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True)
class Plan:
    """An open plan: a future interaction with a date, perhaps a time, perhaps a promise in words."""

    on: date
    id: int | str | None = None
    at: time | None = None
    kind: str | None = None
    promise: str | None = None
    made_on: date | None = None
    promised_on: date | None = None
    """The day for which a promise was given, where `on` is another one by now."""


@dataclass(frozen=True)
class Later:
    """What the person chose: not before `until`, or (None) no more reminders."""

    until: date | None
    said_on: date | None = None


@dataclass(frozen=True)
class Known:
    """What is known of a customer, as far as its due date is concerned.

    `cadence` and `purchase_rhythm` are days. `status` is new, active, silent, at_risk or lost. A touch is
    anything that resets the clock, purchases included. `plans` are the open ones only. `silence_from` is
    the day on which a move or a change of rules shortened the cadence, `cadence_before` what it was until
    then. `complaint_on` is the day of an open complaint; `complaint_answered` says that a touch followed
    on the same day. `named` are the most important customers that the owner listed at the start.
    """

    created_on: date
    cadence: float
    status: str = "active"
    last_touch_on: date | None = None
    last_purchase_on: date | None = None
    purchase_rhythm: float | None = None
    plans: tuple[Plan, ...] = ()
    later: Later | None = None
    complaint_on: date | None = None
    complaint_answered: bool = False
    silence_from: date | None = None
    cadence_before: float | None = None
    named: bool = False


@dataclass(frozen=True)
class Reason:
    """One thing that wants a touch: by when, why (a code), and the facts to say it with."""

    on: date
    because: str
    facts: Mapping[str, object] = field(default_factory=dict)
