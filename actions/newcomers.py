"""Customers of a list are kept, with the day of their last touch as their only history, and judged by it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

import lookup
from storage import company as catalogue
from storage import imports
from storage.imports import Arrival
from storage.models import Audit, Contact, Customer, Interaction, Purchase, Row

from . import judging, money
from .company import Company
from .importing import INDUSTRY, REGION, Newcomer, Planned, term_ids

NOON = time(12)
FROM = {"all": "list"}


def keep(
    db: Session, planned: Planned, company: Company, now: datetime, progress: Callable[[int], None] = lambda _: None
) -> list[int]:
    """Keep everybody who comes in; gives their numbers in the order of the list.

    A touch counts at its own date, so that a status is right from the start; the first judgement is no move.
    """
    for kind, name in planned.terms:
        catalogue.add_term(db, kind, name, name)
    ids = term_ids(db)
    rows = imports.customers(db, [_arrival(one, ids, company, now) for one in planned.newcomers])
    today = company.day_of(now)
    for row, one in zip(rows, planned.newcomers, strict=True):
        db.add_all(_history(one, row.id, company, today, now))
    db.add(Audit(at=now, what="customers imported", on=today))
    db.flush()
    for count, row in enumerate(rows, 1):
        _judge(db, row, company, today, now)
        progress(count)
    return [row.id for row in rows]


def _arrival(one: Newcomer, ids: Mapping[tuple[str, str], int], company: Company, now: datetime) -> Arrival:
    """A customer as old as what is known of it."""
    each = one.listed
    first = min((day for day in (each.touched_on, each.bought_on) if day), default=None)
    columns: dict[str, Any] = {
        "phone": each.phone,
        "city": each.city,
        "region_id": ids.get((REGION, lookup.normal(each.region or ""))),
        "industry_id": ids.get((INDUSTRY, lookup.normal(each.industry or ""))),
        "fields": dict(each.own),
        "raw": each.raw,
    }
    return Arrival(each.name, one.owner_id, _at(first, company, now), columns=columns)


def _at(on: date | None, company: Company, now: datetime) -> datetime:
    return min(now, datetime.combine(on, NOON, company.place)) if on else now


def _history(one: Newcomer, customer: int, company: Company, today: date, now: datetime) -> list[Row]:
    """Everything that the list says happened."""
    each, whose = one.listed, {"customer_id": customer, "first_customer_id": customer, "author_id": one.owner_id}
    found: list[Row] = []
    if each.contact:
        found.append(Contact(customer_id=customer, name=each.contact, phone=each.phone, created_at=now))
    if each.touched_on:
        at = _at(each.touched_on, company, now)
        found.append(
            Interaction(**whose, channel="message", made_on=each.touched_on, recorded_at=at, worded=False, sources=FROM)
        )
    if each.note:
        on = each.touched_on or today
        found.append(
            Interaction(
                **whose, channel="note", made_on=on, recorded_at=_at(on, company, now), outcome=each.note,
                raw=each.note, sources=FROM,
            )
        )  # fmt: skip
    return found + _purchases(one, whose, company, now)


def _purchases(one: Newcomer, whose: dict[str, int], company: Company, now: datetime) -> list[Row]:
    each = one.listed
    on = each.bought_on or each.touched_on
    if not each.amount or on is None:
        return []
    minor, at = money.minor(each.amount, company.currency), _at(on, company, now)
    return [
        Purchase(
            **whose, made_on=on, recorded_at=at, amount_minor=minor, currency=company.currency, sources=FROM
        )
    ]  # fmt: skip


def _judge(db: Session, row: Customer, company: Company, today: date, now: datetime) -> None:
    for move in judging.refresh(db, row, company, today, now):
        db.delete(move)
