"""Who hears of an A customer that stays late: the owner again, then the manager, then the offer to reassign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .calendar import Calendar
from .rules import Rules


@dataclass(frozen=True)
class Late:
    """A late customer: working days late by the owner's calendar (leave doesn't count), how many agendas
    showed the line since it is due, who was told when, and whether a plan or a reason answers it."""

    customer_id: int | str
    tier: str
    late: int
    agendas: int
    answered: bool = False
    owner_told_on: date | None = None
    manager_told_on: date | None = None
    reassign_told_on: date | None = None


@dataclass(frozen=True)
class Stage:
    """The next one to be told: `code` is owner, manager or reassign; `manager_on` the day on which the
    manager will see it, so that the owner can be told."""

    customer_id: int | str
    code: str
    late: int
    manager_on: date | None = None


def stage(late: Late, calendar: Calendar, today: date, rules: Rules) -> Stage | None:
    """Who is to be told today, if anybody; nobody is told before the one ahead was told on an earlier day."""
    if not _worth_it(late, rules) or not calendar.works(today):
        return None
    if late.owner_told_on is None:
        wait = max(rules.escalate_manager_days - late.late, 1)
        return Stage(late.customer_id, "owner", late.late, calendar.after_working_days(today, wait))
    if late.manager_told_on is None:
        ready = late.late >= rules.escalate_manager_days and late.owner_told_on < today
        return Stage(late.customer_id, "manager", late.late) if ready else None
    if late.reassign_told_on is None:
        ready = late.late >= rules.escalate_reassign_days and late.manager_told_on < today
        return Stage(late.customer_id, "reassign", late.late) if ready else None
    return None


def _worth_it(late: Late, rules: Rules) -> bool:
    """Does it concern more than the owner's own agenda?"""
    seen = late.agendas >= rules.escalate_agendas and late.late >= rules.escalate_owner_days
    return late.tier in rules.escalate_tiers and seen and not late.answered


@dataclass(frozen=True)
class Listener:
    """Whom a manager's stage goes to; `named` False means a count without names."""

    person_id: int | str
    named: bool


def listeners(owner_id: int | str, managers: Sequence[int | str], admins: Sequence[int | str]) -> tuple[Listener, ...]:
    """The nearest manager above the owner (`managers`, from near to far); without one every admin, unnamed."""
    above = [person for person in managers if person != owner_id]
    if above:
        return (Listener(above[0], named=True),)
    return tuple(Listener(person, named=False) for person in admins)
