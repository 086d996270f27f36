"""Customers of a manager's people that stay late: the list, and one of them with its owner's answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from storage import asking, customers, occurrences, people, records
from storage.models import Customer, Occurrence, Person, Standing
from storage.scope import scope_of

from .calendars import calendar_of
from .company import Company
from .customers import LastTime, last_time
from .refusals import CustomerUnknown, OldCard
from .silence import silence, tried

SHOWN = 4


@dataclass(frozen=True)
class LateLine:
    """One customer that stays late; `asked`: its owner was asked and has not answered."""

    n: int
    customer: int
    name: str
    tier: str
    days: int | None
    owner: str
    asked: bool
    tried: LastTime | None = None
    """The last try in vain since then."""
    done: bool = False
    """Somebody was in contact since the list was made."""


@dataclass(frozen=True)
class TeamLate:
    """To the manager: what stays late and its owners know of, all in one; `told`: whose owners were just asked."""

    occurrence: int
    lines: tuple[LateLine, ...]
    more: int
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class LateCard:
    """One of them: how late, what was last, what its owner answered; `reassign`: the manager may give it away."""

    occurrence: int
    customer: int
    name: str
    tier: str
    today: date
    days: int | None
    usual: int
    late: int
    owner: str
    last: LastTime | None
    asked: bool
    answer: str | None
    reason: str | None
    reassign: bool
    leave: int = 0
    """Days of the owner's leave that are taken out of the days."""


def owned(db: Session, who: Person, number: int) -> Occurrence:
    """The list of a tapped button, if it is this person's."""
    row = db.get(Occurrence, number)
    if row is None or row.person_id != who.id or row.kind != "escalation":
        raise OldCard
    return row


def numbers_of(row: Occurrence) -> list[int]:
    """The customers that a list was made of."""
    return [int(number) for number in row.facts.get("customer_ids", ())]


def shown(
    db: Session, who: Person, company: Company, row: Occurrence, numbers: Sequence[int], now: datetime
) -> TeamLate:
    """These customers as far as the manager may see them, the longest silent first."""
    found = occurrences.of_customers(db, scope_of(db, who, now), numbers)
    owners = customers.owners_of(db, list(found))
    names = people.named(db, list(owners.values()))
    waiting = asking.waiting(db, who.id, owners, now)
    lines = [
        LateLine(
            0, number, customer.name, standing.tier,
            silence(standing, company, db.get(Person, owners.get(number, 0)), row.on)[0],
            names.get(owners.get(number, 0), ""), number in waiting, tried(db, standing),
            standing.last_touch_on is not None and standing.last_touch_on >= row.on,
        )
        for number, (standing, customer) in found.items()
    ]  # fmt: skip
    lines.sort(key=lambda line: (line.days is not None, -(line.days or 0), line.customer))
    top = tuple(replace(line, n=n) for n, line in enumerate(lines[:SHOWN], 1))
    return TeamLate(row.id, top, max(len(lines) - SHOWN, 0))


def with_told(team: TeamLate, told: Sequence[str]) -> TeamLate:
    """The same list, saying who was just asked."""
    return replace(team, told=tuple(told))


def card(db: Session, who: Person, company: Company, row: Occurrence, customer_id: int, now: datetime) -> LateCard:
    """One of them opened."""
    found = occurrences.of_customers(db, scope_of(db, who, now), [customer_id]).get(customer_id)
    owner = db.get(Person, customers.owner_of(db, customer_id) or 0)
    if found is None or owner is None:
        raise CustomerUnknown
    standing, customer = found
    days, away = silence(standing, company, owner, row.on)
    asked = asking.last(db, who.id, customer_id)
    return LateCard(
        row.id, customer_id, customer.name, standing.tier, row.on, days, round(standing.rhythm),
        working_days_late(standing, company, owner, row.on), owner.name, _last(db, customer),
        asked is not None and asked.answered_at is None, asked.facts.get("answer") if asked else None,
        asked.facts.get("reason") if asked else None, customer_id in row.facts.get("reassign_ids", ()), away,
    )  # fmt: skip


def working_days_late(standing: Standing, company: Company, owner: Person, today: date) -> int:
    """How late a customer is by the calendar of its owner: leave doesn't count."""
    if standing.due_on is None:
        return 0
    return calendar_of(company, owner, today).working_days_between(standing.due_on, today)


def _last(db: Session, customer: Customer) -> LastTime | None:
    return last_time(records.last_interaction(db, customer.id))
