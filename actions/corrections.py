"""Corrections: a field changed by tap or by reply, a word added. The record stays the same one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from storage import customers, journal, records
from storage.models import Contact, Correction, Customer, Doing, Interaction, Plan, Purchase

from .cards import Changed, Recorded, Sum, card
from .facts import plain
from .records import Ahead, Keeping
from .refusals import OldCard
from .rewriting import judge_again
from .settling import settle_plans, unsettle_plans

SETTLING = ("customer", "on", "kind")
"""The fields that decide which plans a record settles."""


def change_amount(keeping: Keeping, doing: Doing, amount_minor: int, currency: str, by: str) -> Recorded:
    """Another amount; its role stays."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        row = next(iter([*rows["purchases"], *rows["interactions"]]), None)
        if row is None:
            raise OldCard
        role = "paid" if isinstance(row, Purchase) else row.amount_role
        minor = _same_way(row, amount_minor)
        old = Sum(row.amount_minor, row.currency or currency, role) if row.amount_minor else None
        row.amount_minor, row.currency = minor, currency
        _source(row, "amount", by)
        return old, Sum(minor, currency, role)

    return changed(keeping, doing, "amount", alter)


def _same_way(row: Any, amount_minor: int) -> int:
    """What went back to the customer stays below zero."""
    back = isinstance(row, Purchase) and row.amount_minor < 0
    return -abs(amount_minor) if back else amount_minor


def change_next(keeping: Keeping, doing: Doing, on: date, at: time | None, by: str) -> Recorded:
    """Another date for the follow-up, or a first one."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        plan = next((row for row in rows["plans"] if not row.words), None) or next(iter(rows["plans"]), None)
        old = plan.due_on if plan else None
        if plan is None:
            plan = _new_plan(keeping, doing, on)
            keeping.db.add(plan)
        plan.due_on, plan.due_at, plan.settled_on, plan.settled_by = on, at, None, None
        _source(plan, "date", by)
        return old, on

    return changed(keeping, doing, "date", alter)


def change_day(keeping: Keeping, doing: Doing, on: date, by: str) -> Recorded:
    """It happened on another day."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        old = None
        for row in [*rows["interactions"], *rows["purchases"]]:
            old, row.made_on = row.made_on, on
            _source(row, "on", by)
        for row in rows["complaints"]:
            old, row.opened_on = row.opened_on, on
        return old, on

    return changed(keeping, doing, "on", alter)


def change_kind(keeping: Keeping, doing: Doing, kind: str, by: str) -> Recorded:
    """It was a call, not a visit."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        row = next(iter(rows["interactions"]), None)
        if row is None:
            raise OldCard
        old, row.channel = row.channel, kind
        doing.what = kind
        _source(row, "kind", by)
        return old, kind

    return changed(keeping, doing, "kind", alter)


def change_contact(keeping: Keeping, doing: Doing, name: str, by: str) -> Recorded:
    """It was somebody else there."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        row = next(iter(rows["interactions"]), None)
        if row is None or row.customer_id is None:
            raise OldCard
        before = keeping.db.get(Contact, row.contact_id) if row.contact_id else None
        known = customers.contact(keeping.db, row.customer_id, name)
        known = known or customers.add_contact(keeping.db, row.customer_id, name, None, keeping.now)
        row.contact_id = known.id
        _source(row, "contact", by)
        return before.name if before else None, known.name

    return changed(keeping, doing, "contact", alter)


def add_note(keeping: Keeping, doing: Doing, words: str, by: str) -> Recorded:
    """A line more about it."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        row = next(iter(rows["interactions"]), None)
        if row is None:
            keeping.db.add(_note(keeping, doing, words))
            return None, words
        row.outcome = f"{row.outcome} · {words}" if row.outcome else words
        row.raw = f"{row.raw}\n{words}" if row.raw else words
        row.worded = True
        _source(row, "note", by)
        return None, words

    return replace(changed(keeping, doing, "note", alter), changed=None)


def _fixed(field: str, rows: dict[str, list[Any]]) -> dict[str, Any]:
    """The values of a field that a person set, under the names that a request has for them."""
    row = next(iter([*rows["purchases"], *rows["interactions"]]), None)
    if field == "date":
        return {"ahead": plain([Ahead(plan.due_on, plan.due_at, plan.words, plan.channel) for plan in rows["plans"]])}
    if row is None:
        return {}
    values = {
        "amount": {"amount_minor": row.amount_minor, "currency": row.currency},
        "on": {"on": plain(row.made_on)},
        "kind": {"kind": getattr(row, "channel", None)},
        "note": {"gist": getattr(row, "outcome", None)},
    }
    return values.get(field, {})


def changed(
    keeping: Keeping, doing: Doing, field: str, alter: Callable[[dict[str, list[Any]]], tuple[Any, Any]]
) -> Recorded:
    """A field of a record is another one: `alter` changes its rows and says what was and what is."""
    db = keeping.db
    keeping.doing = journal.resume(db, doing)
    old, new = alter(records.of_doing(db, doing.id))
    db.flush()
    if field in SETTLING:
        _settle_again(db, doing)
    fixed = _fixed(field, records.of_doing(db, doing.id))
    doing.understood = {**doing.understood, "fixed": {**doing.understood.get("fixed", {}), **fixed}}
    _note_correction(db, keeping, doing, field, old, new)
    judge_again(keeping, doing, db.get(Customer, doing.customer_id) if doing.customer_id else None)
    return card(db, doing, keeping.today, changed=Changed(field, old, new))


def _settle_again(db: Session, doing: Doing) -> None:
    """What was planned is settled by what happened as it is told now."""
    unsettle_plans(db, doing)
    wrote = records.of_doing(db, doing.id)
    met = [row for row in wrote["interactions"] if row.answered and row.channel != "note"]
    for row in [*met, *wrote["purchases"]]:
        if row.customer_id is not None:
            settle_plans(db, row.customer_id, row.made_on, getattr(row, "channel", "purchase"), doing)
    db.flush()


def _note_correction(db: Session, keeping: Keeping, doing: Doing, field: str, old: Any, new: Any) -> None:
    """What people correct is kept, so that the grammar can grow from use."""
    raw = doing.understood.get("record", {}).get("raw")
    values = {"understood": str(plain(old)), "meant": str(plain(new))}
    db.add(Correction(person_id=keeping.who.id, raw=raw, field=field, corrected_at=keeping.now, **values))


def _source(row: Any, field: str, by: str) -> None:
    row.sources = {**(row.sources or {}), field: by}


def _new_plan(keeping: Keeping, doing: Doing, on: date) -> Plan:
    if doing.customer_id is None:
        raise OldCard
    return Plan(
        doing_id=doing.id, customer_id=doing.customer_id, first_customer_id=doing.customer_id, author_id=keeping.who.id,
        due_on=on, zone=keeping.who.zone, recorded_at=keeping.now, sources={},
    )  # fmt: skip


def _note(keeping: Keeping, doing: Doing, words: str) -> Interaction:
    whose = {"customer_id": doing.customer_id, "first_customer_id": doing.customer_id, "author_id": keeping.who.id}
    row = Interaction(doing_id=doing.id, **whose, channel="note", made_on=keeping.today, recorded_at=keeping.now)
    row.outcome, row.raw, row.sources = words, words, {"all": "reply"}
    return row
