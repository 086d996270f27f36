"""The numbers of reminding, each with its meaning; a company changes them as versions of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import time
from typing import Any, Self


class RulesInvalid(ValueError):
    """Settings that can't be used: `problems` lists all of them, each as (name, what is wrong)."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(f"{name}: {wrong}" for name, wrong in problems))
        self.problems = problems


def _number(default: float, least: float = 0) -> Any:
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
    nags_per_day: int = _number(5)
    """At most so many nags a day beside the agenda."""
    silent_per_day: int = _number(1)
    """Of these, so many are about silent customers that the agenda has no place for."""
    rest_days: int = _number(3)
    """The same nag comes back after so many days at the earliest."""
    agenda_least: int = _number(3, least=1)
    """So many lines the agenda shows whenever so many are due; further ones only if late or agreed."""
    agenda_lines: int = _number(5, least=1)
    """The agenda shows at most so many lines (agreed items are always in)."""
    agenda_new: int = _number(2)
    """At most so many new customers on an agenda."""
    touches_per_day: int = _number(6, least=1)
    """How many customers a person can realistically contact a day; beyond it C customers come last."""
    visit_ahead_minutes: int = _number(60)
    """Minutes before an agreed visit or meeting at which it rings."""
    call_ahead_minutes: int = _number(10)
    """Minutes before an agreed call or message at which it rings."""
    visit_after_minutes: int = _number(90)
    """Minutes after an agreed visit or meeting at which it is asked whether it took place, where nothing says so."""
    call_after_minutes: int = _number(30)
    """Minutes after an agreed call or message at which it is asked the same."""
    late_minutes: int = _number(5, least=1)
    """A reminder sent more than so many minutes after its time says so."""
    late_hours: int = _number(24, least=1)
    """After so many hours a reminder that couldn't be sent is dropped: the next agenda carries it."""
    new_days: int = _number(7, least=1)
    """A new customer is due so many days after it was created, until the first touch ..."""
    new_every_days: int = _number(14, least=1)
    """... and then at least every so many days, as long as it is new."""
    named_days: int = _number(1)
    """A customer named as one of the most important at the start is due after so many days."""
    plan_days: int = _number(30)
    """A plan far ahead silences the cadence for at most so many days, or ..."""
    plan_cadences: int = _number(2, least=1)
    """... so many cadences, whichever is longer."""
    complaint_working_days: int = _number(1)
    """A new complaint is due within so many working days."""
    complaint_cadence: float = _number(0.5)
    """While a complaint is open the cadence is this part of itself."""
    escalate_tiers: tuple[str, ...] = ("A",)
    """The tiers whose late customers are shown to the manager."""
    escalate_agendas: int = _number(2)
    """So many agendas must have shown the line before anybody else hears of it."""
    escalate_owner_days: int = _number(3, least=1)
    """Working days late at which the owner is asked again and told that the manager will see it."""
    escalate_manager_days: int = _number(5, least=1)
    """Working days late at which the manager sees it."""
    escalate_reassign_days: int = _number(10, least=1)
    """Working days late at which the manager is offered to reassign the customer."""
    later_reason_days: int = _number(14, least=1)
    """Putting off an A customer for longer than this needs a reason."""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Self:
        """Rules from the company's settings (times as "08:30" or times, tiers as a list): what isn't there keeps
        its default, what belongs to others is passed over. Raises `RulesInvalid` with everything that is wrong."""
        defaults = {each.name: each for each in fields(cls) if each.name in mapping}
        read = {name: _read(default, mapping[name]) for name, default in defaults.items()}
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
        stages = [self.escalate_owner_days, self.escalate_manager_days, self.escalate_reassign_days]
        if sorted(set(stages)) == stages:
            return ()
        return (("escalate_manager_days", "must lie between escalate_owner_days and escalate_reassign_days"),)


def _read(setting: Field[Any], value: object) -> Any:
    """One setting in the type of its default, or a ValueError (returned, not raised) that says what is wrong."""
    if isinstance(setting.default, time):
        return _read_time(value)
    if isinstance(setting.default, tuple):
        return _read_words(value)
    return _read_number(value, isinstance(setting.default, int), setting.metadata["least"])


def _read_time(value: object) -> time | ValueError:
    try:
        read = time.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        read = None
    return read.replace(tzinfo=None) if isinstance(read, time) else ValueError('must be a time such as "08:30"')


def _read_words(value: object) -> tuple[str, ...] | ValueError:
    if isinstance(value, (list, tuple)) and all(isinstance(word, str) for word in value):
        return tuple(value)
    return ValueError("must be a list of words")


def _read_number(value: object, whole: bool, least: float) -> float | ValueError:
    if isinstance(value, int if whole else (int, float)) and not isinstance(value, bool) and value >= least:
        return value
    return ValueError(f"must be a {'whole ' if whole else ''}number of at least {least}")


def _plain(value: object) -> object:
    if isinstance(value, time):
        return value.isoformat("minutes")
    return list(value) if isinstance(value, tuple) else value
