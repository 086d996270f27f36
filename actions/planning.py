"""What is to be said to whom, written down: for the local dates around today, any number of times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

import reminders
from reminders.pushes import Key
from storage import asked, occurrences
from storage import company as kept
from storage.models import Occurrence, Person, Plan, Reminder

from . import escalation, nags, pool
from .calendars import calendar_of
from .company import Company
from .cover import covering
from .escalation import Stages
from .occasions import marked

PLANNED = frozenset(
    {"agenda", "ahead", "after", "nag", "escalation", "report", "preview", "summary", "review", "occasion", "asked"}
)
"""The kinds that planning writes and withdraws; others are written where they are caused."""


@dataclass
class Wishes:
    """What one person is to hear of beside the routine of their day."""

    agreed: list[reminders.Agreed] = field(default_factory=list)
    marked: list[reminders.Marked] = field(default_factory=list)
    asked: list[reminders.Asked] = field(default_factory=list)
    stages: Stages = Stages()
    nags: list[reminders.Nag] = field(default_factory=list)


def plan(db: Session, company: Company, now: datetime) -> None:
    """Write down what is to be said to everybody who can be written to."""
    pool.keep(db, company, now)
    people = occurrences.reachable(db)
    first, last = _window(now)
    stored: dict[int, list[Occurrence]] = {person.id: [] for person in people}
    for row in occurrences.between(db, first, last):
        if row.kind in PLANNED and row.person_id in stored:
            stored[row.person_id].append(row)
    wishes, began, sells = _wishes(db, company, people, now), _began(db, now), occurrences.sellers(db)
    leaders = occurrences.leaders(db)
    for person in people:
        who = reminded(
            company, person, reminders.local_date(now, person.zone), person.id in sells, person.id in leaders
        )
        wanted = _wanted(who, wishes[person.id], company, now, max(person.created_at, began))
        _keep(db, stored[person.id], wanted, reminders.planning_dates(now, person.zone), now)


def reminded(company: Company, person: Person, today: date, sells: bool = True, leads: bool = True) -> reminders.Person:
    """A person as reminding knows them."""
    return reminders.Person(
        person.id, person.zone, calendar_of(company, person, today), person.agenda_at,
        person.report_at or company.reminding.report_at, person.quiet_from, person.quiet_to, sells,
        person.report_at is not None, person.wants_preview, leads and person.wants_summary,
        leads and person.wants_review,
    )  # fmt: skip


def _window(now: datetime) -> tuple[date, date]:
    return (now - timedelta(days=2)).astimezone(UTC).date(), (now + timedelta(days=2)).astimezone(UTC).date()


def _wishes(db: Session, company: Company, people: Iterable[Person], now: datetime) -> dict[int, Wishes]:
    """Person -> what they hear of; a customer's matters go to whoever covers it on their day."""
    here = {person.id: person for person in people}
    wishes = {number: Wishes(stages=stages) for number, stages in escalation.stages(db, company, here, now).items()}
    wishes = {number: wishes.get(number, Wishes()) for number in here}
    for number, silent in nags.wanted(db, company, here, now).items():
        wishes[number].nags = silent
    first, last = _window(now)
    for plan, owner in occurrences.timed_plans(db, first, last):
        if listener := _listener(here, owner, plan.due_on):
            wishes[listener].agreed.append(_agreed(plan))
    today = company.day_of(now)
    for occasion, owner in asked.occasions_near(db, first, last):
        if listener := _listener(here, owner, today):
            wishes[listener].marked.append(marked(occasion))
    for reminder in asked.reminders_near(db, first, last):
        if reminder.person_id in here:
            wishes[reminder.person_id].asked.append(_asked(reminder, here[reminder.person_id]))
    return wishes


def _listener(here: Mapping[int, Person], owner: int, on: date) -> int | None:
    """Who hears of the matters of an owner's customer on a date, if they can be written to."""
    person = here.get(owner)
    number = covering(person, on) if person else owner
    return number if number in here else owner if owner in here else None


def _wanted(
    who: reminders.Person, wishes: Wishes, company: Company, now: datetime, since: datetime
) -> list[reminders.Push]:
    """The pushes that are wanted now: of the days around today, none from before `since`. What is too old by now is
    among them, so that it says so."""
    yesterday, today, tomorrow = reminders.planning_dates(now, who.zone)
    plain = reminders.Wanted(tuple(wishes.agreed), marked=tuple(wishes.marked), asked=tuple(wishes.asked))
    of_today = replace(plain, nags=tuple(wishes.nags), own=wishes.stages.own, team=wishes.stages.team)
    of_day = {yesterday: plain, today: of_today, tomorrow: plain}
    pushes = (push for on, wanted in of_day.items() for push in reminders.planned(who, on, wanted, company.reminding))
    return [push for push in pushes if push.due_at > since]


def _keep(
    db: Session, stored: list[Occurrence], wanted: list[reminders.Push], dates: Iterable[date], now: datetime
) -> None:
    """Write what is new, renew what waits, withdraw what nothing asks for; what was withdrawn may come back."""
    days = set(dates)
    rows = {_key(row): row for row in stored}
    waiting = {_key(row): push_of(row) for row in stored if row.state == "planned" and row.on in days}
    ahead = {push.key for push in wanted if push.due_at > now}
    done = [
        key for key, row in rows.items() if row.state != "planned" and not (row.state == "superseded" and key in ahead)
    ]
    changes = reminders.changes(waiting, done, wanted)
    for push in changes.add:
        _write(db, rows.get(push.key), push)
    for push in changes.renew:
        _write(db, rows[push.key], push)
    for key in changes.withdraw:
        rows[key].state = "superseded"
    db.flush()


def _write(db: Session, row: Occurrence | None, push: reminders.Push) -> None:
    if row is None:
        row = Occurrence(person_id=push.person_id, kind=push.kind, subject=push.subject, on=push.on)
        db.add(row)
    row.due_at, row.facts, row.state, row.again_at = push.due_at, dict(push.facts), "planned", None


def push_of(row: Occurrence) -> reminders.Push:
    """An occurrence as reminding knows it."""
    return reminders.Push(row.person_id, row.kind, row.subject, row.on, row.due_at, row.facts or {})


def _key(row: Occurrence) -> Key:
    return (row.person_id, row.kind, row.subject, row.on)


def _began(db: Session, now: datetime) -> datetime:
    """When the alarms rang first: what lies before belongs to a time without the bot, and is never made up for."""
    began = kept.mark(db, "alarms began")
    if began is None:
        kept.set_mark(db, "alarms began", began := now.isoformat())
    return datetime.fromisoformat(began)


def _agreed(plan: Plan) -> reminders.Agreed:
    assert plan.due_at is not None
    return reminders.Agreed(
        plan.id, plan.customer_id, plan.due_on, plan.due_at, plan.zone, plan.channel, None, plan.recorded_at
    )


def _asked(row: Reminder, who: Person) -> reminders.Asked:
    """One that comes again keeps to the clocks of where its person is."""
    zone = who.zone if row.every else row.zone
    return reminders.Asked(row.id, row.on, row.at, zone, row.every, row.made_at)
