"""The lines of a list: each customer with the reason why it is there, and what became of it since."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

import reminders
from storage import occurrences, settled
from storage.models import Complaint, Customer, Interaction, Later, Occurrence, Person, Plan, Standing
from storage.scope import scope_of

from .cover import covered_by
from .settling import BY_CONTACT, TakenAsKept, as_kept

Rows = Mapping[int, tuple[Standing, Customer]]
LATELY = timedelta(days=7)
"""So long a try in vain is named."""
TOLD = ("plan_id", "promise", "plan_on", "at", "days", "kind", "put_off", "promised_on", "counts_from")
"""The facts of a reason that a line is worded with."""
MISSED, CLOSED, COMPLAINT = "missed", "closed", "complaint"


@dataclass(frozen=True)
class Settled:
    """What became of a line: visit, call, meeting, message, purchase, missed, later, or closed (its complaint)."""

    how: str
    at: time | None = None
    until: date | None = None


@dataclass(frozen=True)
class OpenComplaint:
    """A complaint that waits: on which day of it we are, and its words."""

    days: int
    words: str | None


@dataclass(frozen=True)
class Tried:
    """A try in vain: when, and how."""

    on: date
    kind: str


@dataclass(frozen=True)
class AgendaLine:
    """One customer of a list, with the reason and what became of it."""

    n: int
    customer: int
    name: str
    tier: str
    because: str
    facts: dict[str, Any]
    days: int | None
    usual: int
    settled: Settled | None = None
    kept: TakenAsKept | None = None
    """The promise that what settled it took as kept."""
    complaint: OpenComplaint | None = None
    tried: Tried | None = None
    """The last try in vain, after which nobody was reached."""

    @property
    def open(self) -> bool:
        """Whether something is still to be done: a try without an answer settles nothing."""
        return self.settled is None or self.settled.how == MISSED


def agreed(db: Session, who: Person, on: date, owners: Collection[int] | None = None) -> dict[int, Plan]:
    """What is agreed for a date with the customers that somebody covers then, or of these owners: of each the one that
    says most."""
    covered = owners or covered_by(who, occurrences.deputies(db), on)
    found: dict[int, Plan] = {}
    for plan in occurrences.agreed_on(db, covered, on):
        if _is_plain(found.setdefault(plan.customer_id, plan)):
            found[plan.customer_id] = plan
    return found


def _is_plain(plan: Plan) -> bool:
    """A day alone, without a time or words: of these the latest counts."""
    return plan.due_at is None and not plan.words


def lines(
    db: Session,
    who: Person,
    row: Occurrence,
    numbers: Sequence[int],
    now: datetime,
    of_today: Mapping[int, Plan],
    fresh: bool = False,
    found: Rows | None = None,
) -> list[AgendaLine]:
    """These customers as far as the person may see them; `of_today` is what is agreed for the list's date. On a `fresh`
    list nothing has become of anybody yet; `found` are their rows where these were just read."""
    if not numbers:
        return []
    found = found or occurrences.of_customers(db, scope_of(db, who, now), numbers)
    since = datetime.fromisoformat(row.facts["since"])
    became = {} if fresh else _settled(db, found, of_today, since, row.on, ZoneInfo(who.zone))
    became = _over(db, row, found, of_today) | became
    seen = [number for number in numbers if number in found]
    agreed = _of_plans(db, {number: of_today[number] for number in seen if number in of_today}, row.on)
    shown = [_line(n, *found[number], row, agreed.get(number), became) for n, number in enumerate(seen, 1)]
    kept = settled.promises_kept(db, [line.customer for line in shown if line.settled], row.on, BY_CONTACT)
    open_ones = settled.complaining(db, [number for number in seen if found[number][0].complaint_on])
    tries = settled.tried_since(db, [line.customer for line in shown], row.on - LATELY)
    told = settled.told_of(db, [number for line in shown if (number := _plan_of(line, of_today))])
    return [
        _with(line, kept.get(line.customer), open_ones.get(line.customer), tries.get(line.customer),
              told.get(_plan_of(line, of_today)), row.on)
        for line in shown
    ]  # fmt: skip


def why(db: Session, numbers: Iterable[int]) -> dict[str, tuple[str, dict[str, str]]]:
    """Why each line is due, kept with the agenda: what settles a line must not change its reason."""
    rows = {number: db.get_one(Standing, number) for number in numbers}
    return {
        str(number): (COMPLAINT if row.complaint_on else row.due_because or "cadence", row.due_facts or {})
        for number, row in rows.items()
    }


def _line(
    n: int,
    standing: Standing,
    customer: Customer,
    row: Occurrence,
    agreed: dict[str, Any] | None,
    settled: dict[int, Settled],
) -> AgendaLine:
    because, facts = _why(row, standing)
    became = settled.get(customer.id)
    if agreed is not None and became is None:
        because, facts = "plan", agreed
    days = (row.on - standing.last_touch_on).days if standing.last_touch_on else None
    told = {name: facts.get(name) for name in TOLD}
    return AgendaLine(n, customer.id, customer.name, standing.tier, because, told, days, round(standing.rhythm), became)


def _with(
    line: AgendaLine,
    kept: Plan | None,
    complaint: Complaint | None,
    tried: Interaction | None,
    told: tuple[str | None, bool] | None,
    on: date,
) -> AgendaLine:
    """The line with the promise that was taken as kept, the complaint that is open, the last try, and what was said
    when it was planned."""
    waits = OpenComplaint((on - complaint.opened_on).days + 1, complaint.words) if complaint else None
    facts = line.facts | ({"about": told[0], "tapped": told[1]} if told else {})
    in_vain = Tried(tried.made_on, tried.channel) if tried else None
    return replace(line, kept=as_kept(kept) if kept else None, complaint=waits, facts=facts, tried=in_vain)


def _plan_of(line: AgendaLine, of_today: Mapping[int, Plan]) -> int:
    """The plan that a line is there for, where it says no more than a day; 0 where it is none."""
    plan, number = of_today.get(line.customer), line.facts.get("plan_id")
    if line.because not in ("plan", "plan_far") or line.facts.get("promise") or line.facts.get("at"):
        return 0
    return plan.id if plan is not None and line.facts.get("plan_on") == plan.due_on.isoformat() else int(number or 0)


def _why(row: Occurrence, standing: Standing) -> tuple[str, dict[str, Any]]:
    """The reason as it was when the list was made."""
    kept = row.facts.get("why", {}).get(str(standing.customer_id))
    return kept or (standing.due_because or "cadence", standing.due_facts or {})


def _over(db: Session, row: Occurrence, found: Rows, of_today: Mapping[int, Plan]) -> dict[int, Settled]:
    """Lines that stood there for a complaint which is closed by now."""
    of_complaints = {number for number, (standing, _) in found.items() if _why(row, standing)[0] == COMPLAINT}
    over = of_complaints - of_today.keys() - settled.complaining(db, of_complaints).keys()
    return dict.fromkeys(over, Settled(CLOSED))


def _of_plans(db: Session, plans: Mapping[int, Plan], on: date) -> dict[int, dict[str, Any]]:
    """What is agreed for that day, in the facts of a reason; what was put off to it says so."""
    put_off = settled.put_off_to(db, plans.keys(), on)
    return {number: _of_plan(plan, put_off.get(number)) for number, plan in plans.items()}


def _of_plan(plan: Plan, later: Later | None) -> dict[str, Any]:
    at = plan.due_at.isoformat() if plan.due_at else None
    put_off = later is not None and later.recorded_at >= plan.recorded_at
    return {
        "promise": plan.words, "plan_on": plan.due_on.isoformat(), "at": at, "kind": plan.channel, "put_off": put_off,
        "promised_on": plan.promised_on.isoformat() if plan.promised_on else None,
    }  # fmt: skip


def _settled(
    db: Session, numbers: Collection[int], of_today: Mapping[int, Plan], since: datetime, on: date, zone: ZoneInfo
) -> dict[int, Settled]:
    """What became of each since a moment; what is agreed for later than that waits again."""
    became: dict[int, tuple[Settled, datetime]] = {}
    for number, later in settled.put_off_since(db, numbers, since).items():
        became[number] = Settled("later", until=later.until_on), later.recorded_at
    for number, sold in settled.bought_since(db, numbers, since).items():
        became[number] = Settled("purchase", _clock(sold.recorded_at, zone)), sold.recorded_at
    for number, met in settled.touched_since(db, numbers, since).items():
        if met.answered and met.made_on >= on:
            became[number] = Settled(met.channel, _clock(met.recorded_at, zone)), met.recorded_at
        elif not met.answered and number not in became:
            became[number] = Settled(MISSED, _clock(met.recorded_at, zone)), met.recorded_at
    return {number: how for number, (how, at) in became.items() if not _comes_later(of_today.get(number), how, at)}


def _comes_later(plan: Plan | None, settled: Settled, at: datetime) -> bool:
    """Is there something agreed for today after what happened: at a later time, or agreed since?"""
    if plan is None:
        return False
    if plan.due_at is not None and settled.at is not None:
        return plan.due_at > settled.at
    return plan.recorded_at >= at


def _clock(at: datetime, zone: ZoneInfo) -> time:
    return reminders.local(at, zone.key).time().replace(microsecond=0)
