"""The numbers of reminding, each with its meaning; a company changes them as versions of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from typing import Any, Self


class RulesInvalid(ValueError):
    """Settings that can't be used: `problems` lists all of them, each as (name, what is wrong)."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(f"{name}: {wrong}" for name, wrong in problems))
        self.problems = problems


def _number(default: int, least: int = 0) -> Any:
    return field(default=default, metadata={"least": least})


@dataclass(frozen=True)
class Rules:
    """How people are reminded. Times are wall times of each person; days are days, not working days,
    unless they are said to be."""

    agenda_at: time = time(8, 30)
    """When the agenda comes, on working days."""
    report_at: time = time(18, 0)
    """When the day report is offered to those who want it."""
    preview_at: time = time(19, 0)
    """When the preview of the week comes on Sundays, to those who want it."""
    nags_at: time = time(10, 0)
    """When nags are sent that aren't on the agenda."""
    quiet_from: time = time(21, 0)
    """Nobody is nagged from this time on ..."""
    quiet_to: time = time(8, 0)
    """... until this one; equal times mean no quiet hours."""
    nags_a_day: int = _number(5)
    """At most so many nags a day beside the agenda."""
    rest_days: int = _number(3)
    """The same nag comes back after so many days at the earliest."""
    lines_least: int = _number(3, least=1)
    """So many lines the agenda shows whenever so many are due; further ones only if late or agreed."""
    lines: int = _number(5, least=1)
    """The agenda shows at most so many lines (agreed items are always in)."""
    new_lines: int = _number(2)
    """At most so many new customers on an agenda."""
    touches_a_day: int = _number(6, least=1)
    """How many customers a person can realistically contact a day; beyond it C customers come last."""
    visit_ahead: int = _number(60)
    """Minutes before an agreed visit or meeting at which it rings."""
    call_ahead: int = _number(10)
    """Minutes before an agreed call or message at which it rings."""
    late_after: int = _number(5, least=1)
    """A reminder sent more than so many minutes after its time says so."""
    late_hours: int = _number(24, least=1)
    """After so many hours a reminder that couldn't be sent is dropped: the next agenda carries it."""
    new_first_days: int = _number(7, least=1)
    """A new customer is due so many days after it was created, until the first touch ..."""
    new_days: int = _number(14, least=1)
    """... and then at least every so many days, as long as it is new."""
    named_days: int = _number(1)
    """A customer named as one of the most important at the start is due after so many days."""
    plan_silences_days: int = _number(30)
    """A plan far ahead silences the cadence for at most so many days, or ..."""
    plan_silences_cadences: int = _number(2, least=1)
    """... so many cadences, whichever is longer."""
    complaint_working_days: int = _number(1)
    """A new complaint is due within so many working days."""
    escalate_tiers: tuple[str, ...] = ("A",)
    """The tiers whose late customers are shown to the manager."""
    escalate_agendas: int = _number(2)
    """So many agendas must have shown the line before anybody else hears of it."""
    escalate_owner: int = _number(3, least=1)
    """Working days late at which the owner is asked again and told that the manager will see it."""
    escalate_manager: int = _number(5, least=1)
    """Working days late at which the manager sees it."""
    escalate_reassign: int = _number(10, least=1)
    """Working days late at which the manager is offered to reassign the customer."""
    a_later_days: int = _number(14, least=1)
    """Putting off an A customer for longer than this needs a reason."""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Self:
        """Rules from settings (times as "08:30" or times, tiers as a list); what isn't there keeps its
        default. Raises `RulesInvalid` with everything that is wrong at once."""
        read = {name: _read(cls(), name, value) for name, value in mapping.items()}
        problems = tuple((name, wrong.args[0]) for name, wrong in read.items() if isinstance(wrong, ValueError))
        if problems:
            raise RulesInvalid(problems)
        rules = cls(**read)
        if clashes := rules._clashes():
            raise RulesInvalid(clashes)
        return rules

    def to_mapping(self) -> dict[str, object]:
        """The rules as plain JSON values, accepted again by `from_mapping`."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    def _clashes(self) -> tuple[tuple[str, str], ...]:
        """Numbers that are fine by themselves, but not beside each other."""
        stages = (self.escalate_owner, self.escalate_manager, self.escalate_reassign)
        in_order = sorted(set(stages)) == list(stages)
        found = [] if in_order else [("escalate_manager", "must lie between escalate_owner and escalate_reassign")]
        if self.lines_least > self.lines:
            found.append(("lines_least", "must not be above lines"))
        return tuple(found)


def _read(defaults: Rules, name: str, value: object) -> Any:
    """One setting in the type of its default, or a ValueError (returned, not raised) that says what is wrong."""
    known = {each.name: each for each in fields(defaults)}
    if name not in known:
        return ValueError("no such setting")
    default = getattr(defaults, name)
    if isinstance(default, time):
        return _read_time(value)
    if isinstance(default, tuple):
        return _read_words(value)
    return _read_number(value, known[name].metadata["least"])


def _read_time(value: object) -> time | ValueError:
    if isinstance(value, time):
        return value.replace(tzinfo=None)
    try:
        return time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else _wrong_time()
    except ValueError:
        return _wrong_time()


def _wrong_time() -> ValueError:
    return ValueError('must be a time such as "08:30"')


def _read_words(value: object) -> tuple[str, ...] | ValueError:
    if isinstance(value, (list, tuple)) and all(isinstance(word, str) for word in value):
        return tuple(value)
    return ValueError("must be a list of words")


def _read_number(value: object, least: int) -> int | ValueError:
    if isinstance(value, int) and not isinstance(value, bool) and value >= least:
        return value
    return ValueError(f"must be a whole number of at least {least}")


def _plain(value: object) -> object:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return list(value) if isinstance(value, tuple) else value
