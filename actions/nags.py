"""A silent customer worth a word although today's agenda has no place for it: said later in the morning, one a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

import reminders
from storage import customers, late, nagging, occurrences, records
from storage.models import Occurrence, Person, Standing
from storage.scope import visible

from . import agenda
from .calendars import calendar_of
from .company import Company
from .cover import covering
from .customers import LastTime, last_time, shown_phone
from .ringing import Ringing

SILENT = ("silent", "at_risk")
BECAUSE = "silent"


@dataclass(frozen=True)
class SilentCustomer:
    """To whoever covers it: not heard of for longer than usual; what to do, by tap."""

    customer: int
    name: str
    tier: str
    today: date
    days: int | None
    usual: int
    contact: str | None
    phone: str | None
    last: LastTime | None


def wanted(db: Session, company: Company, here: Mapping[int, Person], now: datetime) -> dict[int, list[reminders.Nag]]:
    """Person -> the customers worth a word today: who matters most of those that the agenda, once it is out, lacks.

    What is planned already stays; after its hour nothing is added."""
    found = {number: _planned(rows) for number, rows in nagging.waiting(db, here).items()}
    open_to_more = {number: who for number, who in here.items() if _between(who, company, now)}
    if open_to_more:
        found |= _chosen(db, company, open_to_more, here, now)
    return found


def standing(ringing: Ringing) -> Mapping[str, Any]:
    """Whether it was touched, planned, put off, handed over or put on the agenda meanwhile."""
    db, who, number, on = ringing.db, ringing.who, ringing.number("customer_id"), ringing.row.on
    row, owner = db.get(Standing, number), db.get(Person, customers.owner_of(db, number) or 0)
    heard = nagging.heard_since(db, [who.id], on - timedelta(days=ringing.company.reminding.rest_days))
    return {
        "superseded": owner is None or covering(owner, on) != who.id or number in (_on_the_agenda(db, who, on) or ()),
        "settled": row is None or not _is_silent(row, on),
        "nagged": occurrences.nagged(db, who.id, on),
        "last_on": heard.get((who.id, number)),
    }


def say(ringing: Ringing) -> SilentCustomer | None:
    """Who it is, and how to reach them."""
    db, number = ringing.db, ringing.number("customer_id")
    customer = visible(db, ringing.scope, number)
    if customer is None:
        return None
    row, contact = db.get_one(Standing, number), customers.to_call(db, number)
    days = (ringing.today - row.last_touch_on).days if row.last_touch_on else None
    return SilentCustomer(
        number, customer.name, row.tier, ringing.today, days, round(row.rhythm), contact.name if contact else None,
        shown_phone(db, ringing.who, customer, contact, ringing.now), last_time(records.last_interaction(db, number)),
    )  # fmt: skip


def _chosen(
    db: Session, company: Company, open_to_more: Mapping[int, Person], here: Mapping[int, Person], now: datetime
) -> dict[int, list[reminders.Nag]]:
    rules = company.reminding
    first = (now - timedelta(days=rules.rest_days + 1)).date()
    heard = nagging.heard_since(db, open_to_more, first)
    chosen: dict[int, list[reminders.Nag]] = {number: [] for number in open_to_more}
    for row, owner in late.due_by(db, rules.escalate_tiers, (now + timedelta(days=1)).date()):
        who = open_to_more.get(_listener(here.get(owner), now))
        if who is not None and _is_silent(row, reminders.local_date(now, who.zone)):
            chosen[who.id].append(_nag(row, who, company, heard.get((who.id, row.customer_id)), now))
    return {number: _of_today(db, here[number], nags, heard, company, now) for number, nags in chosen.items()}


def _listener(owner: Person | None, now: datetime) -> int:
    return covering(owner, reminders.local_date(now, owner.zone)) if owner else 0


def _of_today(
    db: Session,
    who: Person,
    nags: Sequence[reminders.Nag],
    heard: Mapping[tuple[int, int], date],
    company: Company,
    now: datetime,
) -> list[reminders.Nag]:
    """Who matters most of those that aren't on the agenda and weren't spoken of lately."""
    rules, today = company.reminding, reminders.local_date(now, who.zone)
    shown = _on_the_agenda(db, who, today) if nags else None
    if shown is None:
        return []
    rested = [each for each in nags if each.last_on is None or (today - each.last_on).days >= rules.rest_days]
    free = [each for each in rested if each.customer_id not in shown]
    said = sum(on == today for (number, _), on in heard.items() if number == who.id)
    return sorted(free, key=lambda each: (-each.rank, str(each.customer_id)))[: max(rules.silent_per_day - said, 0)]


def _nag(row: Standing, who: Person, company: Company, last_on: date | None, now: datetime) -> reminders.Nag:
    today = reminders.local_date(now, who.zone)
    line = agenda.ranked(row, calendar_of(company, who, today), company, today, None)
    return reminders.Nag(row.customer_id, BECAUSE, line.rank, last_on)


def _is_silent(row: Standing, on: date) -> bool:
    """Silent and due, without anything agreed."""
    return row.status in SILENT and row.due_because != agenda.PLAN and row.due_on is not None and row.due_on <= on


def _planned(rows: Sequence[Occurrence]) -> list[reminders.Nag]:
    return [reminders.Nag(int(row.facts["customer_id"]), BECAUSE) for row in rows]


def _between(who: Person, company: Company, now: datetime) -> bool:
    """Is the agenda due, and the hour of nags still to come?"""
    return who.agenda_at <= reminders.local(now, who.zone).time() < company.reminding.nags_at


def _on_the_agenda(db: Session, who: Person, on: date) -> set[int] | None:
    """The customers that the agenda names; None as long as it isn't out."""
    row = occurrences.shown_to(db, who.id, on)
    return set(row.facts["top"]) if row else None
