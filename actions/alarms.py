"""What the clock sets off: reminders are planned, and said when their time has come and they are still true.

The database is the schedule. Any alarm may ring twice, late, or in two processes: every reminder has a natural key
(person, kind, subject, local date), and due means past and not done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

import reminders
from reminders.pushes import Key
from storage import company as kept
from storage import customers, occurrences, outbox, records
from storage.models import Occurrence, Outbox, Person, Plan, Standing
from storage.scope import scope_of, visible

from . import agenda
from .agenda import AgendaShown
from .calendars import calendar_of
from .cards import Due
from .company import Company
from .customers import LastTime, last_time
from .facts import facts_of

KEPT = timedelta(days=7)
"""How long done updates and messages keep their contents."""

NIGHT_AT = time(0, 5)
"""When the night's work begins, in the company's zone."""


@dataclass(frozen=True)
class AgreedTime:
    """An appointment is near: who, what was last, what was promised."""

    customer: int
    name: str
    plan: int
    at: str
    channel: str | None
    contact: str | None
    phone: str | None
    last: LastTime | None
    promise: Due | None
    late: bool


def plan(db: Session, company: Company, now: datetime) -> None:
    """Write down what is to be said to whom, from yesterday's local dates to tomorrow's."""
    people = occurrences.reachable(db)
    first, last = _window(now)
    stored = occurrences.between(db, first, last)
    timed = occurrences.timed_plans(db, first, last)
    for person in people:
        mine = [row for row in stored if row.person_id == person.id and row.kind in ("agenda", "ahead")]
        _plan_for(db, person, company, mine, [plan for plan, owner in timed if owner == person.id], now)


def ring(db: Session, company: Company, now: datetime) -> list[Outbox]:
    """Say what is due and still true; the others keep the reason why not."""
    said = [_ring(db, row, company, now) for row in occurrences.due(db, now)]
    return [row for row in said if row is not None]


def next_due(db: Session, company: Company, after: datetime) -> datetime:
    """The next moment at which something may happen: a reminder or the night."""
    planned = occurrences.next_due_at(db, after)
    night = next_night(company, after)
    return min(planned, night) if planned else night


def next_night(company: Company, after: datetime) -> datetime:
    """The next time at which the night's work begins, in the company's zone."""
    today = reminders.local_date(after, company.zone)
    for days in range(3):
        at = night_begins(company, today + timedelta(days=days))
        if at > after:
            return at
    raise AssertionError("a night comes every day")


def night_begins(company: Company, on: date) -> datetime:
    """When the night's work for a date begins: a few minutes after the company's midnight."""
    return reminders.local_instant(on, NIGHT_AT, company.zone)


def reminded(company: Company, person: Person, today: date) -> reminders.Person:
    """A person as reminding knows them."""
    calendar = calendar_of(company, person, today)
    return reminders.Person(person.id, person.zone, calendar, person.agenda_at, person.quiet_from, person.quiet_to)


def _window(now: datetime) -> tuple[date, date]:
    return (now - timedelta(days=2)).astimezone(UTC).date(), (now + timedelta(days=2)).astimezone(UTC).date()


def _plan_for(
    db: Session, person: Person, company: Company, stored: list[Occurrence], plans: list[Plan], now: datetime
) -> None:
    dates = reminders.planning_dates(now, person.zone)
    who = reminded(company, person, dates[1])
    agreed = tuple(_agreed(each) for each in plans)
    since = max(person.created_at, _began(db, now))
    wanted = [
        push
        for on in dates
        for push in reminders.planned(who, on, reminders.Wanted(agreed=agreed), company.reminding)
        if push.due_at > since and push.due_at > now - timedelta(hours=company.reminding.late_hours)
    ]
    waiting = {_key(row): _push(row) for row in stored if row.state == "planned" and row.on in dates}
    done = [_key(row) for row in stored if row.state != "planned"]
    _apply(db, reminders.changes(waiting, done, wanted), {_key(row): row for row in stored})


def _began(db: Session, now: datetime) -> datetime:
    """When the alarms rang first: what lies before belongs to a time without the bot, and is never made up for."""
    began = kept.mark(db, "alarms began")
    if began is None:
        kept.set_mark(db, "alarms began", began := now.isoformat())
    return datetime.fromisoformat(began)


def _apply(db: Session, changes: reminders.Changes, rows: Mapping[Key, Occurrence]) -> None:
    for push in changes.add:
        row = Occurrence(person_id=push.person_id, kind=push.kind, subject=push.subject, on=push.on, due_at=push.due_at)
        row.facts = dict(push.facts)
        row.state = "planned"
        db.add(row)
    for push in changes.renew:
        rows[push.key].due_at, rows[push.key].facts = push.due_at, dict(push.facts)
    for key in changes.withdraw:
        rows[key].state = "superseded"
    db.flush()


def _agreed(plan: Plan) -> reminders.Agreed:
    assert plan.due_at is not None
    return reminders.Agreed(
        plan.id, plan.customer_id, plan.due_on, plan.due_at, plan.zone, plan.channel, None, plan.recorded_at
    )


def _key(row: Occurrence) -> Key:
    return (row.person_id, row.kind, row.subject, row.on)


def _push(row: Occurrence) -> reminders.Push:
    return reminders.Push(row.person_id, row.kind, row.subject, row.on, row.due_at, row.facts or {})


def _ring(db: Session, row: Occurrence, company: Company, now: datetime) -> Outbox | None:
    person = db.get_one(Person, row.person_id)
    today = reminders.local_date(now, person.zone)
    standing = reminders.Standing(now, superseded=_superseded(db, row), nothing=False)
    verdict = reminders.still_true(_push(row), reminded(company, person, today), standing, company.reminding)
    if not verdict:
        row.again_at = verdict.again_at
        row.state = "planned" if verdict.again_at else verdict.reason or "over"
        return None
    result = (
        _agenda(db, row, person, company, now, verdict.late)
        if row.kind == "agenda"
        else _ahead(db, row, person, now, verdict.late)
    )
    if result is None:
        row.state = "nothing_due"
        return None
    return _said(db, row, person, result, now, verdict.late)


def _agenda(
    db: Session, row: Occurrence, person: Person, company: Company, now: datetime, late: bool
) -> AgendaShown | None:
    top, more = agenda.choose(db, person, company, row.on, now)
    row.facts = {"top": top, "more": more, "since": now.isoformat(), "why": _why(db, [*top, *more])}
    shown = agenda.show(db, person, company, row, now)
    if not isinstance(shown, AgendaShown):
        return None
    return replace(shown, missed_at=person.agenda_at) if late else shown


def _why(db: Session, numbers: list[int]) -> dict[str, tuple[str, dict[str, str]]]:
    """Why each line is due, kept with the agenda: what settles a line must not change its reason."""
    rows = {number: db.get_one(Standing, number) for number in numbers}
    return {str(number): (row.due_because or "cadence", row.due_facts or {}) for number, row in rows.items()}


def _superseded(db: Session, row: Occurrence) -> bool:
    if row.kind != "ahead":
        return False
    plan = db.get(Plan, int(str(row.facts["plan_id"])))
    return plan is None or plan.settled_on is not None or not row.subject.endswith(f"@{plan.due_at:%H:%M}")


def _ahead(db: Session, row: Occurrence, person: Person, now: datetime, late: bool) -> AgreedTime | None:
    plan = db.get_one(Plan, int(str(row.facts["plan_id"])))
    customer = visible(db, scope_of(db, person, now), plan.customer_id)
    if customer is None:
        return None
    contact = next(iter(customers.contacts_of(db, customer.id)), None)
    words = next((p for p in records.open_plans(db, customer.id) if p.words), None)
    return AgreedTime(
        customer.id, customer.name, plan.id, f"{plan.due_at:%H:%M}", plan.channel, contact.name if contact else None,
        (contact.phone if contact else None) or customer.phone, last_time(records.last_touch(db, customer.id)),
        Due(words.due_on, words.due_at, words.words) if words else None, late,
    )  # fmt: skip


def _said(db: Session, row: Occurrence, person: Person, result: object, now: datetime, late: bool) -> Outbox:
    message = Outbox(
        key=f"o{row.id}", chat_id=person.telegram_id, person_id=person.id, language=person.language, kind="push",
        view=type(result).__name__, facts=facts_of(result), due_at=now, created_at=now, late=late, state="waiting",
    )  # fmt: skip
    outbox.add(db, message)
    row.state, row.outbox_id = "sent", message.id
    return message


def seen(db: Session, now: datetime) -> None:
    """How far the alarms have got, to the minute: what a rehearsal waits for."""
    minute = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    if kept.mark(db, "alarms") != minute:
        kept.set_mark(db, "alarms", minute)
