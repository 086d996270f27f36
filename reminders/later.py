"""Not now: what a person can choose when a line of the agenda has to wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .calendar import ONE_DAY, Calendar
from .rules import Rules

MONDAY = 0


@dataclass(frozen=True)
class Choice:
    """One button: its code (tomorrow, monday, two_weeks, stop) and until when; None for no more reminders."""

    code: str
    until: date | None


def choices(today: date, calendar: Calendar) -> tuple[Choice, ...]:
    """What is offered today: working days only, none offered twice, stopping last."""
    wanted = {
        "tomorrow": today + ONE_DAY,
        "monday": today + timedelta(days=7 - today.weekday()),
        "two_weeks": today + timedelta(days=14),
    }
    offered: dict[date, str] = {}
    for code, day in wanted.items():
        on = calendar.next_working_day(day)
        if code != "tomorrow" or on == day:
            offered.setdefault(on, code)
    return (*(Choice(code, on) for on, code in offered.items()), Choice("stop", None))


def needs_reason(tier: str, until: date | None, today: date, rules: Rules) -> bool:
    """Must the person say why? Only for an A customer put off beyond two weeks, or for good."""
    return tier == "A" and (until is None or until > today + timedelta(days=rules.later_reason_days))
