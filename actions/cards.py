"""The card of a record: everything that was understood and kept, read back from what is kept.

The same card is shown after recording, after each change, and after restoring: it has one maker.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from reminders import Choice
from storage import customers, records
from storage.models import Complaint, Customer, Doing, Interaction, Plan, Purchase, Standing

from .clashes import Clash, clash
from .settling import CLOSED, TakenAsKept, taken_as_kept

WEEK = timedelta(days=7)
NEXT = re.compile(r"下|\bnext\b|7|七|\bweek\b", re.IGNORECASE)
WEEKDAY = re.compile(r"周|週|星期|礼拜|禮拜|day\b", re.IGNORECASE)
"""What names another week, and what names a day of the week."""


@dataclass(frozen=True)
class Sum:
    """Money on a card: exact minor units, and what they are (paid, budget, quote ...)."""

    minor: int
    currency: str
    role: str | None = None


@dataclass(frozen=True)
class Due:
    """Something with a date ahead: a follow-up, or with words a promise."""

    on: date
    at: time | None = None
    words: str | None = None
    channel: str | None = None
    first: date | None = None
    """The day for which it was promised, where it has another one by now."""


@dataclass(frozen=True)
class Item:
    """One thing that was recorded: visit, call, meeting, message, note, purchase or complaint."""

    kind: str
    on: date
    number: int = 0
    contact: str | None = None
    gist: str | None = None
    sum: Sum | None = None
    product: str | None = None
    quantity: str | None = None
    answered: bool = True
    late: bool = False
    closed: bool = False
    """Of a complaint: it is over."""


@dataclass(frozen=True)
class Again:
    """After so many tries in vain: when again?"""

    tries: int
    afternoon: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Changed:
    """What a correction changed, old to new."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Recorded:
    """What one message recorded, as its card shows it."""

    doing: int
    customer: int | None
    name: str
    today: date
    entries: tuple[Item, ...]
    phone: str | None = None
    city: str | None = None
    contact: str | None = None
    created: bool = False
    potential: str | None = None
    need: str | None = None
    satisfaction: str | None = None
    promise: Due | None = None
    next: Due | None = None
    kept: tuple[TakenAsKept, ...] = ()
    """Promises that this contact took as kept."""
    tier: str | None = None
    provisional: bool = False
    silent_days: int | None = None
    usual_days: int | None = None
    complaint_open: bool = False
    told: tuple[str, ...] = ()
    """Who was told about a complaint."""
    solves: bool = False
    """It tells that a complaint is over: `closed` after so many days, None where none was open."""
    closed: int | None = None
    clash: Clash | None = None
    """Something else is agreed for the same time."""
    again: Again | None = None
    """It tells of a try in vain."""
    today_too: bool = False
    """What is due on the same weekday of next week may have been meant for today."""
    changed: Changed | None = None
    restored: bool = False


def card(db: Session, doing: Doing, today: date, **more: Any) -> Recorded:
    """The card of a doing as of now."""
    wrote = records.of_doing(db, doing.id)
    customer = db.get(Customer, doing.customer_id) if doing.customer_id else None
    plain = Recorded(
        doing.id, customer.id if customer else None, customer.name if customer else "", today, _items(db, wrote)
    )
    plain = replace(
        plain,
        **_facts(wrote, plain.entries),
        **_dues(wrote["plans"]),
        kept=taken_as_kept(db, doing),
        clash=clash(db, doing, wrote["plans"]),
        today_too=_today_too(doing, wrote["plans"], today),
        told=tuple(doing.understood.get("told", ())),
        solves=CLOSED in doing.understood,
        closed=doing.understood.get(CLOSED),
        **more,
    )
    return _with_customer(db, plain, customer, doing) if customer else plain


def _with_customer(db: Session, plain: Recorded, customer: Customer, doing: Doing) -> Recorded:
    standing = db.get(Standing, customer.id)
    new = bool(doing.understood.get("created"))
    people = customers.contacts_of(db, customer.id) if new else ()
    return replace(
        plain,
        created=new,
        phone=(customer.phone or next((p.phone for p in people if p.phone), None)) if new else None,
        contact=people[0].name if new and people else None,
        city=customer.city if new else None,
        tier=standing.tier if standing else None,
        provisional=bool(standing and (standing.provisional or standing.manual_reason == "named")),
        silent_days=_silent(standing, plain.today),
        usual_days=round(standing.rhythm) if standing else None,
        complaint_open=bool(standing and standing.complaint_on),
    )


def _silent(standing: Standing | None, today: date) -> int | None:
    return (today - standing.last_touch_on).days if standing and standing.last_touch_on else None


def _items(db: Session, wrote: dict[str, list[Any]]) -> tuple[Item, ...]:
    met = [_met(db, row) for row in wrote["interactions"]]
    bought = [_bought(row) for row in wrote["purchases"]]
    complained = [_complained(row) for row in wrote["complaints"]]
    return (*met, *bought, *complained)


def _met(db: Session, row: Interaction) -> Item:
    contact = records.contact_of(db, row)
    return Item(
        kind=row.channel,
        on=row.made_on,
        number=records.visit_number(db, row) if row.channel == "visit" and row.answered else 0,
        contact=contact.name if contact else None,
        gist=row.outcome,
        sum=Sum(row.amount_minor, row.currency or "", row.amount_role) if row.amount_minor is not None else None,
        answered=row.answered,
        late=row.made_on < row.recorded_at.date() and (row.recorded_at.date() - row.made_on).days > 1,
    )


def _bought(row: Purchase) -> Item:
    money = Sum(row.amount_minor, row.currency, "paid") if row.amount_minor else None
    return Item("purchase", row.made_on, sum=money, product=row.product, quantity=row.quantity)


def _complained(row: Complaint) -> Item:
    return Item("complaint", row.opened_on, gist=row.words, closed=row.closed_on is not None)


def _facts(wrote: dict[str, list[Any]], entries: tuple[Item, ...]) -> dict[str, Any]:
    """The dated judgements, as far as the gist doesn't say the same words already."""
    said = " ".join(item.gist or "" for item in entries).lower()
    kinds = ("potential", "need", "satisfaction")
    return {row.kind: row.value for row in wrote["facts"] if row.kind in kinds and row.value.lower() not in said}


def _today_too(doing: Doing, plans: list[Plan], today: date) -> bool:
    """Friday, said on a Friday without *next*."""
    raw = str((doing.understood.get("record") or {}).get("raw") or "")
    in_a_week = [plan for plan in plans if plan.due_on == today + WEEK and plan.settled_on is None]
    return bool(in_a_week) and NEXT.search(raw) is None and WEEKDAY.search(raw) is not None


def _dues(plans: list[Plan]) -> dict[str, Any]:
    promised = next((plan for plan in plans if plan.words), None)
    following = next((plan for plan in plans if not plan.words), None)
    return {"promise": _due(promised), "next": _due(following)}


def _due(plan: Plan | None) -> Due | None:
    return due_of(plan) if plan else None


def due_of(plan: Plan) -> Due:
    """What is planned, as a card says it."""
    return Due(plan.due_on, plan.due_at, plan.words, plan.channel, plan.promised_on)
