"""The agenda: who to contact today, the few that matter most, computed from the records."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import occurrences
from storage.models import Occurrence, Person, Plan, Standing
from storage.scope import scope_of

from . import judging, lines
from .calendars import calendar_of
from .company import Company
from .cover import covered_by
from .lines import AgendaLine
from .refusals import OldCard
from .ringing import Ringing

PLAN = "plan"


@dataclass(frozen=True)
class AgendaShown:
    """A person's morning list. `left` lines wait; `began` says that something was settled already.

    Not on it: `older` promises of earlier days that are still open, and `more` customers due by Sunday.
    """

    occurrence: int
    name: str
    today: date
    lines: tuple[AgendaLine, ...]
    older: int
    more: int
    left: int
    began: bool = False
    missed_at: time | None = None
    """When it should have come, where it comes late."""
    pushed: bool = True
    asks_about: str | None = None
    undo: int | None = None


@dataclass(frozen=True)
class NothingDue:
    """Nobody is due today."""


@dataclass(frozen=True)
class Chosen:
    """The customers of an agenda, most important first; open promises of earlier days that have no place on it; and
    who else is due by Sunday."""

    top: tuple[int, ...]
    older: tuple[int, ...]
    more: tuple[int, ...]

    @property
    def facts(self) -> dict[str, list[int]]:
        """As an occurrence keeps them."""
        return {"top": list(self.top), "older": list(self.older), "more": list(self.more)}


def choose(db: Session, who: Person, company: Company, today: date, now: datetime) -> Chosen:
    """Today's agenda of somebody."""
    covered = covered_by(who, occurrences.deputies(db), today)
    rows = occurrences.standings_owned(db, who.id, covered, reminders.sunday_of(today), now)
    calendar, agreed = calendar_of(company, who, today), lines.agreed(db, who, today)
    due = [ranked(standing, calendar, company, today, agreed.get(customer.id)) for standing, customer in rows]
    found = reminders.agenda(due, today, company.reminding)
    return Chosen(_numbers(found.top), _numbers(found.older), _numbers(found.more_this_week))


def say(ringing: Ringing) -> AgendaShown | None:
    """This morning's list; nothing where nobody is due."""
    db, row, who = ringing.db, ringing.row, ringing.who
    chosen = choose(db, who, ringing.company, row.on, ringing.now)
    why = lines.why(db, [*chosen.top, *chosen.older, *chosen.more])
    row.facts = {**chosen.facts, "since": ringing.now.isoformat(), "why": why}
    shown = show(db, who, row, ringing.now)
    if not isinstance(shown, AgendaShown):
        return None
    return replace(shown, missed_at=who.agenda_at) if ringing.late else shown


def today(
    db: Session, who: Person, company: Company, now: datetime, on: date, subject: str
) -> tuple[Occurrence, AgendaShown | NothingDue]:
    """What is due today, asked for by the person."""
    known = occurrences.shown_to(db, who.id, on)
    row = Occurrence(person_id=who.id, kind="today", subject=subject, on=on, due_at=now, state="sent")
    row.facts = _as_before(known) if known else {**choose(db, who, company, on, now).facts, "since": now.isoformat()}
    db.add(row)
    db.flush()
    shown = show(db, who, row, now)
    return row, replace(shown, pushed=False) if isinstance(shown, AgendaShown) else shown


def show(db: Session, who: Person, row: Occurrence, now: datetime, **more: Any) -> AgendaShown | NothingDue:
    """An agenda as of now: every line with what became of it, and what was agreed for that day since."""
    row.facts = {**row.facts, "top": (numbers := listed(db, who, row))}
    found = lines.lines(db, who, row, numbers, now)
    if not found:
        return NothingDue()
    left = [line for line in found if line.open]
    began = any(line.settled for line in found)
    older, rest = (_open(db, who, row, part, numbers, now) for part in ("older", "more"))
    return AgendaShown(row.id, who.name, row.on, tuple(found), older, rest, len(left), began, **more)


def listed(db: Session, who: Person, row: Occurrence) -> list[int]:
    """The customers on a list: those it was made of, and those with whom something was agreed for its day since."""
    return list(dict.fromkeys([*row.facts["top"], *lines.agreed(db, who, row.on)]))


def about(db: Session, who: Person, row: Occurrence) -> set[int]:
    """Every customer that a list or one of its parts speaks of."""
    return {*listed(db, who, row), *row.facts.get("older", ()), *row.facts["more"]}


def names_of_tomorrow(db: Session, who: Person, company: Company, on: date, now: datetime) -> tuple[str, ...]:
    """Who will be on the next working day's agenda, as things stand."""
    following = calendar_of(company, who, on).next_working_day(on + timedelta(days=1))
    top = choose(db, who, company, following, now).top
    found = occurrences.of_customers(db, scope_of(db, who, now), top)
    return tuple(found[number][1].name for number in top if number in found)


def ranked(
    standing: Standing, calendar: reminders.Calendar, company: Company, today: date, agreed: Plan | None
) -> reminders.Line:
    """A customer as the agenda ranks it."""
    due_on = standing.due_on or today
    return reminders.Line(
        standing.customer_id, standing.tier, standing.score, due_on, standing.due_because or "cadence",
        late=calendar.working_days_between(due_on, today),
        cadence=round(company.rules.cadence(judging.standing_of(standing).cadence_tier)),
        rhythm=standing.rhythm, days_silent=None, is_new=_is_untouched(standing), agreed=agreed is not None,
        promised=standing.due_because == PLAN and due_on < today, at=agreed.due_at if agreed else None,
    )  # fmt: skip


def owned(db: Session, who: Person, number: int) -> Occurrence:
    """The agenda of a tapped button, if it is this person's."""
    row = db.get(Occurrence, number)
    if row is None or row.person_id != who.id or row.kind not in ("agenda", "today"):
        raise OldCard
    return row


def _open(db: Session, who: Person, row: Occurrence, part: str, beside: list[int], now: datetime) -> int:
    """How many of a part that the list doesn't show still wait."""
    numbers = [number for number in row.facts.get(part, ()) if number not in beside]
    return sum(line.settled is None for line in lines.lines(db, who, row, numbers, now))


def _as_before(known: Occurrence) -> dict[str, Any]:
    return {part: known.facts.get(part, []) for part in ("top", "older", "more", "since")}


def _numbers(found: tuple[reminders.Line, ...]) -> tuple[int, ...]:
    return tuple(int(line.customer_id) for line in found)


def _is_untouched(standing: Standing) -> bool:
    """New, never touched, and nothing planned either."""
    return standing.status == "new" and standing.last_touch_on is None and standing.due_because != PLAN
