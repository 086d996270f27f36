"""The agenda: the three to five customers that matter most today, and how many more this week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from .rules import Rules

COMPLAINT = "complaint"


@dataclass(frozen=True)
class Line:
    """One customer on an agenda: what is needed to rank it and to say it.

    `score` is 0 to 100, `late` working days, `cadence`, `rhythm` and `days_silent` are days. `agreed` says
    that something is agreed for today, `at` is its time, if one was named; `promised` that a plan of an earlier day
    is still open; `complains` that a complaint is.
    """

    customer_id: int | str
    tier: str
    score: float
    due_on: date
    because: str
    late: int
    cadence: float
    rhythm: float | None = None
    days_silent: int | None = None
    is_new: bool = False
    agreed: bool = False
    promised: bool = False
    complains: bool = False
    at: time | None = None
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def rank(self) -> float:
        """How much it matters today: score x (working days late + 1) / cadence."""
        return self.score * (self.late + 1) / max(self.cadence, 1)

    @property
    def is_owed(self) -> bool:
        """It has a place whatever else is due: something is agreed for today, or a complaint waits for an answer."""
        return self.agreed or self.is_complaint

    @property
    def is_complaint(self) -> bool:
        """A complaint waits to be closed."""
        return self.complains or self.because == COMPLAINT

    @property
    def place(self) -> int:
        """What comes before all rank: 0 a complaint, 1 what was agreed for an earlier day, 2 the others, what is agreed
        for today among them, 3 who is silent just as usual."""
        if self.is_complaint:
            return 0
        if self.promised:
            return 1
        as_usual = self.rhythm is not None and self.days_silent == round(self.rhythm)
        return 3 if as_usual and not self.agreed else 2


@dataclass(frozen=True)
class Agenda:
    """The lines of today (`top`, most important first), what else is due by Sunday (`more_this_week`), and apart from
    that the promises of earlier days that got no place (`older`).

    `over_capacity` says that more is due today than a person can contact in a day.
    """

    top: tuple[Line, ...]
    more_this_week: tuple[Line, ...]
    older: tuple[Line, ...] = ()
    over_capacity: bool = False


def agenda(lines: Iterable[Line], today: date, rules: Rules) -> Agenda:
    """Choose the agenda of one person from the lines of all customers that the person covers.

    What is agreed for today and what a complaint asks for is always in. Then what was agreed for an earlier day, then
    the others by rank: up to `agenda_least` of them, up to `agenda_lines` with those that are late, at most
    `agenda_new` new customers. Beyond capacity C customers come last.
    """
    this_week = [line for line in lines if line.due_on <= sunday_of(today)]
    due = [line for line in this_week if line.due_on <= today]
    over_capacity = len(due) > rules.touches_per_day
    ranked = sorted(this_week, key=lambda line: _order(line, today, over_capacity))
    top = _top([line for line in ranked if line.due_on <= today], rules)
    chosen = {id(line) for line in top}
    rest = [line for line in ranked if id(line) not in chosen]
    more = tuple(line for line in rest if not line.promised)
    return Agenda(top, more, tuple(line for line in rest if line.promised), over_capacity)


def sunday_of(day: date) -> date:
    """The last day of its week."""
    return day + timedelta(days=6 - day.weekday())


def _order(line: Line, today: date, over_capacity: bool) -> tuple[bool, bool, int, float, date, str]:
    """Due before not yet due, C last beyond capacity, what was agreed before silence, then by rank; ties by date and
    id, so that order holds."""
    last = over_capacity and line.tier == "C" and not (line.is_owed or line.promised)
    return (line.due_on > today, last, line.place, -line.rank, line.due_on, str(line.customer_id))


def _top(due: list[Line], rules: Rules) -> tuple[Line, ...]:
    """The lines that get a place, in their order."""
    chosen = {id(line) for line in due if line.is_owed}
    new = sum(line.is_new for line in due if line.is_owed)
    least = min(rules.agenda_least, rules.agenda_lines)
    for line in due:
        if id(line) in chosen or (line.is_new and new >= rules.agenda_new):
            continue
        if len(chosen) < least or (line.late and len(chosen) < rules.agenda_lines):
            chosen.add(id(line))
            new += line.is_new
    return tuple(line for line in due if id(line) in chosen)
