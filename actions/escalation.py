"""An A customer that stays late: its owner is told first, then the manager, who after a while may reassign it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import customers, late, nagging, occurrences, people
from storage.models import Occurrence, Person, Standing

from .calendars import calendar_of
from .company import Company
from .customers import LastTime
from .late import TeamLate, numbers_of, shown, working_days_late
from .ringing import Ringing
from .silence import silence, tried

AGENDAS_DAYS = 30
"""How far back it is counted how many agendas showed a line."""


@dataclass(frozen=True)
class Stages:
    """What one person is to hear: as the owner, and as the manager of owners."""

    own: tuple[reminders.Stage, ...] = ()
    team: tuple[reminders.Stage, ...] = ()


@dataclass(frozen=True)
class StillLate:
    """To the owner: still nothing; on that day the manager (none: nobody is above) will see it."""

    customer: int
    name: str
    tier: str
    days: int | None
    today: date
    manager: str | None
    manager_on: date | None
    leave: int = 0
    """Days of leave that are taken out of the days."""
    tried: LastTime | None = None
    """The last try in vain since then."""


@dataclass(frozen=True)
class LateCounted:
    """To the admin of a team without a manager: how many stay late, and nothing about them."""

    count: int


def stages(db: Session, company: Company, here: Mapping[int, Person], now: datetime) -> dict[int, Stages]:
    """Person -> what they are to hear today of customers that stay late."""
    rules = company.reminding
    by = (now + timedelta(days=1)).date() - timedelta(days=rules.escalate_owner_days)
    rows = [(row, here[owner]) for row, owner in late.due_by(db, rules.escalate_tiers, by) if owner in here]
    found: dict[int, tuple[list[reminders.Stage], list[reminders.Stage]]] = {}
    for owner, stage in _next_stages(db, company, rows, now) if rows else ():
        own = stage.code == "owner"
        for listener in [owner.id] if own else _listeners(db, owner, here):
            found.setdefault(listener, ([], []))[not own].append(stage)
    return {listener: Stages(tuple(own), tuple(team)) for listener, (own, team) in found.items()}


def standing(ringing: Ringing) -> Mapping[str, Any]:
    """Whether it was touched, planned, put off or handed over meanwhile."""
    if ringing.row.subject == reminders.TO_A_MANAGER:
        return {"nothing": not _still(ringing)}
    db, who, customer = ringing.db, ringing.who, ringing.number("customer_id")
    least = ringing.company.reminding.escalate_owner_days
    return {
        "superseded": customers.owner_of(db, customer) != who.id,
        "settled": not _stays_late(ringing, customer, who, least),
        "nagged": occurrences.nagged(db, who.id, ringing.row.on),
        "last_on": nagging.heard_since(db, [who.id], ringing.row.on - timedelta(days=AGENDAS_DAYS)).get(
            (who.id, customer)
        ),
    }


def say(ringing: Ringing) -> StillLate | TeamLate | LateCounted | None:
    """What the owner, the manager or the admin is told."""
    if ringing.row.subject != reminders.TO_A_MANAGER:
        return _to_the_owner(ringing)
    numbers = _still(ringing)
    team = shown(ringing.db, ringing.who, ringing.company, ringing.row, numbers, ringing.now)
    return team if team.lines else LateCounted(len(numbers))


def _next_stages(
    db: Session, company: Company, rows: Sequence[tuple[Standing, Person]], now: datetime
) -> Iterator[tuple[Person, reminders.Stage]]:
    since = min(row.due_on for row, _ in rows if row.due_on)
    told = late.told_since(db, since)
    recently = max(since, now.date() - timedelta(days=AGENDAS_DAYS))
    agendas = late.agendas_since(db, {owner.id for _, owner in rows}, recently)
    for row, owner in rows:
        today = reminders.local_date(now, owner.zone)
        state = _late(row, owner, company, told, agendas, today)
        stage = reminders.stage(state, calendar_of(company, owner, today), today, company.reminding)
        if stage is not None:
            yield owner, stage


def _late(
    row: Standing,
    owner: Person,
    company: Company,
    told: Sequence[Occurrence],
    agendas: Sequence[Occurrence],
    today: date,
) -> reminders.Late:
    """How late it is, how often it was shown before today, and who was told since it is due."""
    number, due_on = row.customer_id, row.due_on or today
    own = [each.on for each in told if each.on > due_on and each.subject == f"owner:{number}"]
    team = [each for each in told if each.on > due_on and number in numbers_of(each)]
    last = [each.on for each in team if number in each.facts.get("reassign_ids", ())]
    seen = [each for each in agendas if each.person_id == owner.id and due_on <= each.on < today]
    return reminders.Late(
        number, row.tier, working_days_late(row, company, owner, today),
        sum(number in each.facts.get("top", ()) for each in seen),
        owner_told_on=min(own, default=None),
        manager_told_on=min((each.on for each in team), default=None),
        reassign_told_on=min(last, default=None),
    )  # fmt: skip


def _listeners(db: Session, owner: Person, here: Mapping[int, Person]) -> list[int]:
    managers = [number for number in late.above(db, owner.id) if number in here]
    admins = [admin.id for admin in people.with_role(db, "admin") if admin.id in here]
    return [int(each.person_id) for each in reminders.listeners(owner.id, managers, admins)]


def _still(ringing: Ringing) -> list[int]:
    """The customers of a manager's list that stay late at this moment."""
    owners = customers.owners_of(ringing.db, numbers := numbers_of(ringing.row))
    here = {number: ringing.db.get(Person, owner) for number, owner in owners.items()}
    least = ringing.company.reminding.escalate_manager_days
    return [number for number in numbers if (owner := here.get(number)) and _stays_late(ringing, number, owner, least)]


def _stays_late(ringing: Ringing, customer: int, owner: Person, least: int) -> bool:
    row = ringing.db.get(Standing, customer)
    return row is not None and working_days_late(row, ringing.company, owner, ringing.today) >= least


def _to_the_owner(ringing: Ringing) -> StillLate | None:
    number = ringing.number("customer_id")
    found = occurrences.of_customers(ringing.db, ringing.scope, [number]).get(number)
    if found is None:
        return None
    row, customer = found
    days, away = silence(row, ringing.company, ringing.who, ringing.today)
    above = late.above(ringing.db, ringing.who.id)
    manager = ringing.db.get_one(Person, above[0]).name if above else None
    on = ringing.row.facts.get("manager_on")
    return StillLate(
        number, customer.name, row.tier, days, ringing.today, manager, date.fromisoformat(str(on)) if on else None,
        away, tried(ringing.db, row),
    )  # fmt: skip
