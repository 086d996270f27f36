"""What the bot says by itself: what is planned for a person's day, and whether it still holds when its time comes.

Planning is a function of what is known, and may run any number of times: every push has a natural key
(person, kind, subject, local date), so that `changes` adds each only once.

Kinds and subjects:

- `agenda`       ""                     the morning list, on working days
- `report`       ""                     the day report, for those who want it
- `preview`      ""                     the coming week, on Sunday evenings, for those who want it
- `summary`      ""                     last week, on the first working day of a week, for managers who want it
- `review`       ""                     the month behind, on the first working day of a month, for the same
- `ahead`        "PLAN@HH:MM"           an agreed time; planned anew when the time is moved
- `after`        "PLAN@HH:MM"           an agreed time has passed and nothing says what became of it
- `nag`          "BECAUSE:CUSTOMER"     a customer who is silent or due, but on no agenda
- `escalation`   "owner:CUSTOMER"       the owner is asked again, before the manager hears of it
- `escalation`   "manager"              the late customers of a manager's people, all in one
- `occasion`     "OCCASION"             a date of a customer, on the day and as many days ahead as was said
- `asked`        "REMINDER@HH:MM"       what the person asked to be reminded of at that time
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from .calendar import ONE_DAY
from .rules import Rules
from .times import local_date, local_instant, next_allowed, quiet
from .wanted import Agreed, Person, Wanted

SUNDAY = 6
CALLS = frozenset({"call", "message"})

Key = tuple[int | str, str, str, date]


@dataclass(frozen=True)
class Push:
    """One thing to be said to one person, once for its local date, not before `due_at` (UTC). The facts are
    plain JSON values, dates and instants in ISO 8601."""

    person_id: int | str
    kind: str
    subject: str
    on: date
    due_at: datetime
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What makes it the same push, however often it is planned."""
        return (self.person_id, self.kind, self.subject, self.on)

    @property
    def begins_at(self) -> datetime | None:
        """When the agreed time itself is, of an `ahead`."""
        begins_at = self.facts.get("begins_at")
        return datetime.fromisoformat(begins_at) if isinstance(begins_at, str) else None


def planning_dates(now: datetime, zone: str) -> tuple[date, date, date]:
    """The local dates to plan at this instant: today, yesterday for what was missed, tomorrow for what
    rings before midnight."""
    today = local_date(now, zone)
    return (today - ONE_DAY, today, today + ONE_DAY)


def planned(person: Person, on: date, wanted: Wanted, rules: Rules) -> tuple[Push, ...]:
    """Everything to be said to this person for this local date, by time. Nags and stages are those of that
    date: for yesterday and tomorrow there are none."""
    pushes = [*_routine(person, on, rules), *_ahead(person, on, wanted.agreed, rules)]
    pushes += [*_after(person, on, wanted.agreed, rules)]
    pushes += [*_marked(person, on, wanted), *_asked(person, on, wanted)]
    if person.calendar.works(on):
        pushes += [*_escalations(person, on, wanted), *_nags(person, on, wanted, rules)]
    return tuple(sorted(pushes, key=lambda push: (push.due_at, push.kind, push.subject)))


def _routine(person: Person, on: date, rules: Rules) -> Iterator[Push]:
    """The agenda, the day report, the preview of the week; a manager's summary of the week and review of the month."""
    off_because = person.calendar.off_because(on)
    wishes = {
        "agenda": (person.agenda_at, off_because is None and person.wants_agenda),
        "report": (person.report_at, off_because is None and person.wants_report),
        "summary": (person.agenda_at, person.wants_summary and _first_of(person, on, on - on.weekday() * ONE_DAY)),
        "review": (person.agenda_at, person.wants_review and _first_of(person, on, on.replace(day=1))),
        "preview": (rules.preview_at, on.weekday() == SUNDAY and off_because != "leave" and person.wants_preview),
    }
    for kind, (at, wanted) in wishes.items():
        if wanted:
            yield Push(person.id, kind, "", on, local_instant(on, at, person.zone))


def _first_of(person: Person, on: date, first: date) -> bool:
    """Is it the person's first working day from a date on?"""
    days = ((on - first).days + 1) if on >= first else 0
    return person.calendar.works(on) and not any(person.calendar.works(first + n * ONE_DAY) for n in range(days - 1))


def _ahead(person: Person, on: date, agreed: Iterable[Agreed], rules: Rules) -> Iterator[Push]:
    """The agreed times of that date: a while ahead of each, whatever the hour, day off or not."""
    for each in agreed:
        begins_at = local_instant(each.on, each.at, each.zone)
        rings_at = _rings_at(each, begins_at, rules)
        if each.on == on and rings_at is not None:
            facts = {"plan_id": each.plan_id, "customer_id": each.customer_id, "begins_at": begins_at.isoformat()}
            yield Push(person.id, "ahead", subject_of(each), on, rings_at, facts)


def _after(person: Person, on: date, agreed: Iterable[Agreed], rules: Rules) -> Iterator[Push]:
    """Whether it took place, on the day itself and before the quiet hours: the next agenda has it anyway."""
    for each in agreed:
        minutes = rules.call_after_minutes if each.kind in CALLS else rules.visit_after_minutes
        begins_at = local_instant(each.on, each.at, each.zone)
        asks_at = begins_at + timedelta(minutes=minutes)
        if each.on == on and (each.made_at is None or begins_at > each.made_at):
            facts = {"plan_id": each.plan_id, "customer_id": each.customer_id}
            if not quiet(asks_at, person.zone, person.quiet_from, person.quiet_to):
                yield Push(person.id, "after", subject_of(each), on, asks_at, facts)


def subject_of(agreed: Agreed) -> str:
    """The subject of an agreed time: another time of the same plan is another push."""
    return f"{agreed.plan_id}@{agreed.at:%H:%M}"


def _rings_at(agreed: Agreed, begins_at: datetime, rules: Rules) -> datetime | None:
    """The usual while ahead; where it was agreed later than that, shortly before or at the time itself."""
    usual = rules.call_ahead_minutes if agreed.kind in CALLS else rules.visit_ahead_minutes
    minutes = (usual if agreed.ahead is None else agreed.ahead, rules.call_ahead_minutes, 0)
    rings = (begins_at - timedelta(minutes=ahead) for ahead in minutes)
    return next((at for at in rings if agreed.made_at is None or at > agreed.made_at), None)


def _marked(person: Person, on: date, wanted: Wanted) -> Iterator[Push]:
    """The dates of customers, with the agenda, day off or not."""
    for each in wanted.marked:
        if (days := each.days_to(on)) is not None:
            facts = {"occasion_id": each.occasion_id, "customer_id": each.customer_id, "days": days}
            push = _nag(person, "occasion", str(each.occasion_id), on, person.agenda_at, facts)
            if each.made_at is None or push.due_at > each.made_at:
                yield push


def _asked(person: Person, on: date, wanted: Wanted) -> Iterator[Push]:
    """What the person asked for, at the very time, whatever the hour."""
    for each in wanted.asked:
        rings_at = local_instant(on, each.at, each.zone)
        if each.falls_on(on, person.calendar) and (each.made_at is None or rings_at > each.made_at):
            subject = f"{each.reminder_id}@{each.at:%H:%M}"
            yield Push(person.id, "asked", subject, on, rings_at, {"reminder_id": each.reminder_id})


def _escalations(person: Person, on: date, wanted: Wanted) -> Iterator[Push]:
    """The owner's late customers one by one, a manager's all in one, with the agenda."""
    for stage in wanted.own:
        if stage.code == "owner":
            manager_on = stage.manager_on.isoformat() if stage.manager_on else None
            facts = {"customer_id": stage.customer_id, "late": stage.late, "manager_on": manager_on}
            yield _nag(person, "escalation", f"owner:{stage.customer_id}", on, person.agenda_at, facts)
    if seen := [stage for stage in wanted.team if stage.code != "owner"]:
        reassign = [stage.customer_id for stage in seen if stage.code == "reassign"]
        late = {"customer_ids": [stage.customer_id for stage in seen], "reassign_ids": reassign}
        yield _nag(person, "escalation", "manager", on, person.agenda_at, late)


def _nags(person: Person, on: date, wanted: Wanted, rules: Rules) -> Iterator[Push]:
    """The nags that matter most, as many as the day's budget leaves, none that still rests."""
    awake = [nag for nag in wanted.nags if not resting(nag.last_on, on, rules)]
    escalated = sum(stage.code == "owner" for stage in wanted.own)
    places = max(rules.nags_per_day - wanted.nagged - escalated, 0)
    for nag in sorted(awake, key=lambda nag: (-nag.rank, str(nag.customer_id), nag.because))[:places]:
        facts = {"customer_id": nag.customer_id, "because": nag.because}
        yield _nag(person, "nag", f"{nag.because}:{nag.customer_id}", on, rules.nags_at, facts)


def resting(last_on: date | None, on: date, rules: Rules) -> bool:
    """Was the same nag heard less than `rest_days` days ago?"""
    return last_on is not None and (on - last_on).days < rules.rest_days


def _nag(person: Person, kind: str, subject: str, on: date, at: time, facts: Mapping[str, object]) -> Push:
    """A push that nobody asked for: after the quiet hours, if its time lies in them."""
    due_at = next_allowed(local_instant(on, at, person.zone), person.zone, person.quiet_from, person.quiet_to)
    return Push(person.id, kind, subject, on, due_at, facts)


@dataclass(frozen=True)
class Changes:
    """What planning changes: pushes to add, pushes waiting that got another time or other facts, and keys
    of pushes waiting that nothing asks for any more."""

    add: tuple[Push, ...]
    renew: tuple[Push, ...]
    withdraw: tuple[Key, ...]


def changes(waiting: Mapping[Key, Push], done: Iterable[Key], wanted: Iterable[Push]) -> Changes:
    """How to get from what is stored for a person and dates to what is planned now.

    `waiting` are stored and not sent, `done` those that were sent or explained: they are never planned again.
    """
    finished = set(done)
    new = {push.key: push for push in wanted if push.key not in finished}
    return Changes(
        add=tuple(push for key, push in new.items() if key not in waiting),
        renew=tuple(push for key, push in new.items() if key in waiting and waiting[key] != push),
        withdraw=tuple(key for key in waiting if key not in new),
    )
