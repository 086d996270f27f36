"""Who is reminded, and of what: all that planning a day needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from .asked import Asked, Marked
from .calendar import Calendar
from .escalation import Stage
from .rules import Rules


@dataclass(frozen=True)
class Person:
    """Somebody who is reminded: their zone, days, hours and wishes; who doesn't sell gets no agenda, who
    leads nobody no summary and no review."""

    id: int | str
    zone: str
    calendar: Calendar = Calendar()
    agenda_at: time = Rules.agenda_at
    report_at: time = Rules.report_at
    quiet_from: time = Rules.quiet_from
    quiet_to: time = Rules.quiet_to
    wants_agenda: bool = True
    wants_report: bool = False
    wants_preview: bool = False
    wants_summary: bool = False
    wants_review: bool = False


@dataclass(frozen=True)
class Agreed:
    """An open plan with a time: the wall time and its zone, kept as it was said. `kind` is visit, meeting,
    call or message; `ahead` minutes replace the rules' where the person said so; `made_at` is when."""

    plan_id: int | str
    customer_id: int | str
    on: date
    at: time
    zone: str
    kind: str | None = None
    ahead: int | None = None
    made_at: datetime | None = None


@dataclass(frozen=True)
class Nag:
    """A customer worth a word beside the agenda: why (a code), and how much it matters."""

    customer_id: int | str
    because: str
    rank: float = 0.0
    last_on: date | None = None


@dataclass(frozen=True)
class Wanted:
    """What is known of a person's day: times that were agreed, customers worth a nag, stages of escalation
    to hear as the owner (`own`) and as the manager (`team`), dates of customers (`marked`), what they asked to
    be reminded of (`asked`), how many nags went out today already."""

    agreed: tuple[Agreed, ...] = ()
    nags: tuple[Nag, ...] = ()
    own: tuple[Stage, ...] = ()
    team: tuple[Stage, ...] = ()
    marked: tuple[Marked, ...] = ()
    asked: tuple[Asked, ...] = ()
    nagged: int = 0
