"""The agenda: who to contact today, the few that matter most, computed from the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import agendas, occurrences
from storage.models import Occurrence, Person, Plan, Standing

from . import judging, leave, lines
from .calendars import calendar_of
from .company import Company
from .cover import covered_by
from .leave import Back
from .lines import AgendaLine, Rows
from .refusals import OldCard
from .ringing import Ringing
from .settling import TakenAsKept

PLAN, COMPLAINT = "plan", lines.COMPLAINT
NAMED = 3
"""So many of the older ones are named below the list."""


@dataclass(frozen=True)
class Warned:
    """A line that stays late: who will see it, and when."""

    name: str
    manager: str
    on: date


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
    over: bool = False
    """More is due than one person can contact in a day."""
    began: bool = False
    missed_at: time | None = None
    """When it should have come, where it comes late."""
    pushed: bool = True
    asks_about: str | None = None
    undo: int | None = None
    closes: int | None = None
    """Whose complaint is still open, of whom contact was just told."""
    first_older: tuple[AgendaLine, ...] = ()
    """The first of the older ones, by name."""
    back: Back | None = None
    """What became of a leave that is just over."""
    warned: tuple[Warned, ...] = ()
    """Lines that a manager will see if they stay as they are."""
    kept: tuple[TakenAsKept, ...] = ()
    """Promises that what was just settled took as kept."""


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
    over: bool = False
    rows: Rows = field(default_factory=dict, repr=False)

    @property
    def facts(self) -> dict[str, Any]:
        """As an occurrence keeps them."""
        return {"top": list(self.top), "older": list(self.older), "more": list(self.more), "over": self.over}


def choose(
    db: Session, who: Person, company: Company, today: date, now: datetime, agreed: Mapping[int, Plan]
) -> Chosen:
    """Today's agenda of somebody; `agreed` is what is agreed for that day."""
    covered = covered_by(who, occurrences.deputies(db), today)
    rows = occurrences.standings_owned(db, who.id, covered, reminders.sunday_of(today), now)
    calendar = calendar_of(company, who, today)
    due = [ranked(standing, calendar, company, today, agreed.get(customer.id)) for standing, customer in rows]
    found = reminders.agenda(due, today, company.reminding)
    known = {customer.id: (standing, customer) for standing, customer in rows}
    return Chosen(
        _numbers(found.top), _numbers(found.older), _numbers(found.more_this_week), found.over_capacity, known
    )  # fmt: skip


def say(ringing: Ringing) -> AgendaShown | None:
    """This morning's list; nothing where nobody is due."""
    db, row, who = ringing.db, ringing.row, ringing.who
    of_today = lines.agreed(db, who, row.on)
    chosen = choose(db, who, ringing.company, row.on, ringing.now, of_today)
    why = lines.why(db, [*chosen.top, *chosen.older, *chosen.more])
    with db.no_autoflush:  # what the list holds is written once, with its message
        row.facts = {**chosen.facts, "since": ringing.now.isoformat(), "why": why}
        shown = _shown(db, who, row, ringing.now, of_today, fresh=True, rows=chosen.rows)
    if not isinstance(shown, AgendaShown):
        return None
    back = leave.back(db, who, row.on, calendar_of(ringing.company, who, row.on))
    return replace(shown, missed_at=who.agenda_at if ringing.late else None, back=back)


def today(
    db: Session, who: Person, company: Company, now: datetime, on: date, subject: str
) -> tuple[Occurrence, AgendaShown | NothingDue]:
    """What is due today, asked for by the person."""
    known = occurrences.shown_to(db, who.id, on)
    row = Occurrence(person_id=who.id, kind="today", subject=subject, on=on, due_at=now, state="sent")
    of_today = lines.agreed(db, who, on)
    chosen = {} if known else choose(db, who, company, on, now, of_today).facts
    row.facts = _as_before(known) if known else {**chosen, "since": now.isoformat()}
    db.add(row)
    db.flush()
    shown = _shown(db, who, row, now, of_today, fresh=known is None)
    return row, replace(shown, pushed=False) if isinstance(shown, AgendaShown) else shown


def show(db: Session, who: Person, row: Occurrence, now: datetime, **more: Any) -> AgendaShown | NothingDue:
    """An agenda as of now: every line with what became of it, and what was agreed for that day since."""
    return _shown(db, who, row, now, lines.agreed(db, who, row.on), fresh=False, **more)


def listed(row: Occurrence, of_today: Mapping[int, Plan]) -> list[int]:
    """The customers on a list: those it was made of, and those with whom something was agreed for its day since."""
    return list(dict.fromkeys([*row.facts["top"], *of_today]))


def left_out(row: Occurrence, part: str, of_today: Mapping[int, Plan]) -> list[int]:
    """The customers of a part that the list itself doesn't name."""
    shown = set(listed(row, of_today))
    return [number for number in row.facts.get(part, ()) if number not in shown]


def about(db: Session, who: Person, row: Occurrence) -> set[int]:
    """Every customer that a list or one of its parts speaks of."""
    return {*listed(row, lines.agreed(db, who, row.on)), *row.facts.get("older", ()), *row.facts["more"]}


def ranked(
    standing: Standing, calendar: reminders.Calendar, company: Company, today: date, agreed: Plan | None
) -> reminders.Line:
    """A customer as the agenda ranks it."""
    due_on, complains = standing.due_on or today, _complains(standing, today)
    if complains:
        due_on = min(due_on, today)
    facts = standing.due_facts or {}
    by_hand = "put_off" in facts and not facts.get("promise")
    return reminders.Line(
        standing.customer_id, standing.tier, standing.score, due_on, standing.due_because or "cadence",
        late=calendar.working_days_between(due_on, today),
        cadence=round(company.rules.cadence(judging.standing_of(standing).cadence_tier)),
        rhythm=standing.rhythm, days_silent=_silent(standing, today), is_new=_is_untouched(standing),
        agreed=agreed is not None, promised=standing.due_because == PLAN and due_on < today and not by_hand,
        complains=complains, at=agreed.due_at if agreed else None,
    )  # fmt: skip


def _silent(standing: Standing, today: date) -> int | None:
    return (today - standing.last_touch_on).days if standing.last_touch_on else None


def _complains(standing: Standing, today: date) -> bool:
    """Is a complaint open, of an earlier day, that its owner didn't put off beyond today in so many words?"""
    if standing.complaint_on is None or standing.complaint_on >= today:
        return False
    waits = standing.due_because == "later" or "put_off" in (standing.due_facts or {})
    return standing.due_on is not None and (standing.due_on <= today or not waits)


def owned(db: Session, who: Person, number: int) -> Occurrence:
    """The agenda of a tapped button, if it is this person's and none of a later day was shown since."""
    row = db.get(Occurrence, number)
    if row is None or row.person_id != who.id or row.kind not in ("agenda", "today"):
        raise OldCard
    if agendas.followed(db, who.id, row.on):
        raise OldCard
    return row


def _shown(
    db: Session, who: Person, row: Occurrence, now: datetime, of_today: Mapping[int, Plan], fresh: bool,
    rows: Rows | None = None, **more: Any,
) -> AgendaShown | NothingDue:  # fmt: skip
    row.facts = {**row.facts, "top": (numbers := listed(row, of_today))}
    at_hand = rows if rows and rows.keys() >= set(numbers) else None
    found = lines.lines(db, who, row, numbers, now, of_today, fresh, at_hand)
    if not found:
        return NothingDue()
    left, began = [line for line in found if line.open], any(line.settled for line in found)
    rest = {part: left_out(row, part, of_today) for part in ("older", "more")}
    if not fresh:
        rest = {part: _open(lines.lines(db, who, row, numbers, now, of_today)) for part, numbers in rest.items()}
    named = lines.lines(db, who, row, rest["older"][:NAMED], now, of_today, fresh)
    counts = len(rest["older"]), len(rest["more"])
    over = bool(row.facts.get("over"))
    return AgendaShown(
        row.id,
        who.name,
        row.on,
        tuple(found),
        *counts,
        len(left),
        over,
        began,
        first_older=tuple(named),
        warned=warned(row, found),
        **more,
    )


def warned(row: Occurrence, found: Iterable[AgendaLine]) -> tuple[Warned, ...]:
    """The lines that a manager will see, as far as nothing became of them."""
    told = row.facts.get("warned", {})
    names = {str(line.customer): line.name for line in found if line.settled is None}
    return tuple(Warned(names[one], who, date.fromisoformat(on)) for one, (who, on) in told.items() if one in names)


def _open(found: list[AgendaLine]) -> list[int]:
    return [line.customer for line in found if line.settled is None]


def _as_before(known: Occurrence) -> dict[str, Any]:
    return {part: known.facts.get(part, []) for part in ("top", "older", "more", "over", "since")}


def _numbers(found: tuple[reminders.Line, ...]) -> tuple[int, ...]:
    return tuple(int(line.customer_id) for line in found)


def _is_untouched(standing: Standing) -> bool:
    """New, never touched, and nothing planned either."""
    return standing.status == "new" and standing.last_touch_on is None and standing.due_because != PLAN
