"""The agenda: who to contact today and why, each line with its state, computed from the records."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

import reminders
from storage import customers, journal, occurrences, records
from storage.models import Customer, Doing, Later, Occurrence, Person, Standing
from storage.scope import Scope, scope_of, visible

from . import judging
from .calendars import calendar_of
from .cards import Due
from .company import Company
from .cover import covered_by
from .customers import LastTime, for_now, last_time, shown_phone
from .records import Keeping
from .refusals import CustomerUnknown, OldCard
from .ringing import Ringing

TOLD = ("promise", "plan_on", "at", "days")
"""The facts of a reason that a line is worded with."""


@dataclass(frozen=True)
class Settled:
    """What became of a line: visit, call, meeting, message, purchase, missed or later."""

    how: str
    at: time | None = None
    until: date | None = None


@dataclass(frozen=True)
class AgendaLine:
    """One customer of an agenda, with the reason and what became of it."""

    n: int
    customer: int
    name: str
    tier: str
    because: str
    facts: dict[str, Any]
    days: int | None
    usual: int
    settled: Settled | None = None


@dataclass(frozen=True)
class AgendaShown:
    """A person's morning list. `left` lines wait; `began` says that something was settled already."""

    occurrence: int
    name: str
    today: date
    lines: tuple[AgendaLine, ...]
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
class WeekShown:
    """Who else is due by Sunday."""

    occurrence: int
    today: date
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class LineCard:
    """One line of the agenda: who to ask for, what was last, what the company does for this tier."""

    occurrence: int
    customer: int
    name: str
    tier: str
    provisional: bool
    today: date
    because: str
    facts: dict[str, Any]
    days: int | None
    usual: int
    contact: str | None
    phone: str | None
    last: LastTime | None
    promise: Due | None
    strategy: dict[str, str]


@dataclass(frozen=True)
class LaterAsked:
    """Until when? The usual answers as buttons; typing a date works too."""

    occurrence: int
    customer: int
    name: str
    today: date
    choices: tuple[reminders.Choice, ...]


@dataclass(frozen=True)
class ReasonAsked:
    """An A put off for long: why?"""

    occurrence: int
    customer: int
    name: str
    until: date | None


@dataclass(frozen=True)
class NoAnswerNoted:
    """A try without an answer; when again?"""

    occurrence: int
    customer: int
    name: str
    today: date
    tries: int
    doing: int
    afternoon: bool


def choose(db: Session, who: Person, company: Company, today: date, now: datetime) -> tuple[list[int], list[int]]:
    """The customers of today's agenda, most important first, and those that follow by Sunday."""
    covered = covered_by(who, occurrences.deputies(db), today)
    rows = occurrences.standings_owned(db, who.id, covered, reminders.sunday_of(today), now)
    calendar = calendar_of(company, who, today)
    lines = [_ranked(standing, calendar, company, today) for standing, _ in rows]
    found = reminders.agenda(lines, today, company.reminding)
    return [int(line.customer_id) for line in found.top], [int(line.customer_id) for line in found.more_this_week]


def say(ringing: Ringing) -> AgendaShown | None:
    """This morning's list; nothing where nobody is due."""
    db, row, who = ringing.db, ringing.row, ringing.who
    top, more = choose(db, who, ringing.company, row.on, ringing.now)
    row.facts = {"top": top, "more": more, "since": ringing.now.isoformat(), "why": _why(db, [*top, *more])}
    shown = show(db, who, ringing.company, row, ringing.now)
    if not isinstance(shown, AgendaShown):
        return None
    return replace(shown, missed_at=who.agenda_at) if ringing.late else shown


def _why(db: Session, numbers: list[int]) -> dict[str, tuple[str, dict[str, str]]]:
    """Why each line is due, kept with the agenda: what settles a line must not change its reason."""
    rows = {number: db.get_one(Standing, number) for number in numbers}
    return {str(number): (row.due_because or "cadence", row.due_facts or {}) for number, row in rows.items()}


def today(
    db: Session, who: Person, company: Company, now: datetime, on: date, subject: str
) -> tuple[Occurrence, AgendaShown | NothingDue]:
    """What is due today, asked for by the person."""
    known = occurrences.shown_to(db, who.id, on)
    top, more = (known.facts["top"], known.facts["more"]) if known else choose(db, who, company, on, now)
    since = known.facts["since"] if known else now.isoformat()
    row = Occurrence(person_id=who.id, kind="today", subject=subject, on=on, due_at=now, state="sent")
    row.facts = {"top": top, "more": more, "since": since}
    db.add(row)
    db.flush()
    return row, replace(shown, pushed=False) if isinstance(
        shown := show(db, who, company, row, now), AgendaShown
    ) else shown


def names_of_tomorrow(db: Session, who: Person, company: Company, on: date, now: datetime) -> tuple[str, ...]:
    """Who will be on the next working day's agenda, as things stand."""
    following = calendar_of(company, who, on).next_working_day(on + timedelta(days=1))
    top, _ = choose(db, who, company, following, now)
    found = occurrences.of_customers(db, scope_of(db, who, now), top)
    return tuple(found[number][1].name for number in top if number in found)


def show(
    db: Session, who: Person, company: Company, row: Occurrence, now: datetime, **more: Any
) -> AgendaShown | NothingDue:
    """An agenda as of now: every line with what became of it."""
    lines = _lines(db, who, company, row.facts["top"], row, now)
    if not lines:
        return NothingDue()
    left = [line for line in lines if line.settled is None]
    rest = _lines(db, who, company, row.facts["more"], row, now)
    open_rest = len([line for line in rest if line.settled is None])
    began = len(left) < len(lines)
    return AgendaShown(row.id, who.name, row.on, tuple(lines), open_rest, len(left), began, **more)


def week(db: Session, who: Person, company: Company, row: Occurrence, now: datetime) -> WeekShown:
    """The lines that have until Sunday."""
    lines = _lines(db, who, company, row.facts["more"][:8], row, now)
    return WeekShown(row.id, row.on, tuple(lines))


def line(
    db: Session, who: Person, company: Company, scope: Scope, row: Occurrence, customer_id: int, now: datetime
) -> LineCard:
    """One line opened."""
    found = next(iter(_lines(db, who, company, [customer_id], row, now)), None)
    customer = visible(db, scope, customer_id)
    if found is None or customer is None:
        raise CustomerUnknown
    contact = next(iter(customers.contacts_of(db, customer_id)), None)
    plans = records.open_plans(db, customer_id)
    standing = db.get_one(Standing, customer_id)
    promise = next((Due(plan.due_on, plan.due_at, plan.words) for plan in plans if plan.words), None)
    return LineCard(
        occurrence=row.id,
        customer=customer_id,
        name=customer.name,
        tier=standing.tier,
        provisional=for_now(standing),
        today=row.on,
        because=found.because,
        facts=found.facts,
        days=found.days,
        usual=found.usual,
        contact=contact.name if contact else None,
        phone=shown_phone(db, who, customer, contact, now),
        last=last_time(records.last_interaction(db, customer_id)),
        promise=promise,
        strategy=dict(company.advice(judging.standing_of(standing).cadence_tier, standing.status)),
    )


def ask_later(
    db: Session, who: Person, company: Company, scope: Scope, row: Occurrence, customer_id: int
) -> LaterAsked:
    """The usual answers to *until when?*"""
    customer = visible(db, scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    offered = reminders.choices(row.on, calendar_of(company, who, row.on))
    return LaterAsked(row.id, customer.id, customer.name, row.on, offered)


def put_off(
    keeping: Keeping, row: Occurrence, customer_id: int, until: date | None, reason: str | None = None
) -> Doing | ReasonAsked:
    """Put a customer's reminders off until a date, or for good; an A beyond two weeks needs a reason."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    standing = keeping.db.get_one(Standing, customer.id)
    if reason is None and reminders.needs_reason(standing.tier, until, keeping.today, keeping.company.reminding):
        return ReasonAsked(row.id, customer.id, customer.name, until)
    return wait(keeping, customer, until, reason)


def wait(keeping: Keeping, customer: Customer, until: date | None, reason: str | None) -> Doing:
    """Let a customer wait until a date, or for good."""
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what="later", customer_id=customer.id)
    doing.done_at, doing.understood = keeping.now, {}
    journal.begin(keeping.db, doing)
    _put_off_plans(keeping, customer.id, until)
    later = Later(doing_id=doing.id, customer_id=customer.id, person_id=keeping.who.id, until_on=until, reason=reason)
    later.recorded_at = keeping.now
    keeping.db.add(later)
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing)
    return doing


def _put_off_plans(keeping: Keeping, customer_id: int, until: date | None) -> None:
    """What was agreed for today or earlier is agreed for that day now; without a day it is given up."""
    for plan in records.open_plans(keeping.db, customer_id):
        if plan.due_on > keeping.today:
            continue
        if until is None:
            plan.settled_on, plan.settled_by = keeping.today, "stopped"
        else:
            plan.due_on, plan.due_at = until, None


def owned(db: Session, who: Person, number: int) -> Occurrence:
    """The agenda of a tapped button, if it is this person's."""
    row = db.get(Occurrence, number)
    if row is None or row.person_id != who.id or row.kind not in ("agenda", "today"):
        raise OldCard
    return row


def _ranked(standing: Standing, calendar: reminders.Calendar, company: Company, today: date) -> reminders.Line:
    due_on = standing.due_on or today
    plan = standing.due_because == "plan"
    at = (standing.due_facts or {}).get("at")
    return reminders.Line(
        standing.customer_id, standing.tier, standing.score, due_on, standing.due_because or "cadence",
        late=calendar.working_days_between(due_on, today),
        cadence=round(company.rules.cadence(judging.standing_of(standing).cadence_tier)),
        rhythm=standing.rhythm, days_silent=None, is_new=standing.status == "new", agreed=plan and due_on <= today,
        at=time.fromisoformat(at) if at else None,
    )  # fmt: skip


def _lines(
    db: Session, who: Person, company: Company, numbers: list[int], row: Occurrence, now: datetime
) -> list[AgendaLine]:
    found = occurrences.of_customers(db, scope_of(db, who, now), numbers)
    since = datetime.fromisoformat(row.facts["since"])
    settled = _settled(db, list(found), since, row.on, who)
    why = row.facts.get("why", {})
    lines = []
    for n, number in enumerate((number for number in numbers if number in found), 1):
        standing, customer = found[number]
        because, facts = why.get(str(number), (standing.due_because or "cadence", standing.due_facts or {}))
        days = (row.on - standing.last_touch_on).days if standing.last_touch_on else None
        lines.append(
            AgendaLine(
                n,
                number,
                customer.name,
                standing.tier,
                because,
                {name: facts.get(name) for name in TOLD},
                days,
                round(standing.rhythm),
                settled.get(number),
            )
        )
    return lines


def _settled(db: Session, numbers: list[int], since: datetime, on: date, who: Person) -> dict[int, Settled]:

    zone = ZoneInfo(who.zone)
    became = {
        number: Settled("later", until=later.until_on)
        for number, later in occurrences.put_off_since(db, numbers, since).items()
    }
    for number, sold in occurrences.bought_since(db, numbers, since).items():
        became[number] = Settled("purchase", sold.recorded_at.astimezone(zone).time().replace(microsecond=0))
    for number, met in occurrences.touched_since(db, numbers, since).items():
        at = met.recorded_at.astimezone(zone).time().replace(microsecond=0)
        if met.answered and met.made_on >= on:
            became[number] = Settled(met.channel, at)
        elif not met.answered and number not in became:
            became[number] = Settled("missed", at)
    return became
