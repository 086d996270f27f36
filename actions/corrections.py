"""Corrections: a field changed by tap or by reply, a word added, a message edited. The record stays the same one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import zip_longest
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from storage import journal, records
from storage.models import Correction, Customer, Doing, Interaction, Plan, Purchase, Row
from storage.scope import visible

from . import judging
from .cards import Changed, Recorded, Sum, card
from .facts import plain
from .records import Ahead, Keeping, NewCustomer, Record, Source, created, settle
from .refusals import CustomerUnknown, OldCard
from .rows import rows_of
from .settling import settle_plans, unsettle_plans

SETTLING = ("customer", "on", "kind")
"""The fields that decide which plans a record settles."""
STAYS = ("id", "recorded_at", "settled_on", "settled_by", "closed_on")
"""What an edited message leaves alone: when its rows were recorded, and what became of them since."""


def change_amount(keeping: Keeping, doing: Doing, amount_minor: int, currency: str, by: str) -> Recorded:
    """Another amount; its role stays."""

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        row = next(iter([*rows["purchases"], *rows["interactions"]]), None)
        if row is None:
            raise OldCard
        role = "paid" if isinstance(row, Purchase) else row.amount_role
        old = Sum(row.amount_minor, row.currency or currency, role) if row.amount_minor is not None else None
        row.amount_minor, row.currency = amount_minor, currency
        _source(row, "amount", by)
        return old, Sum(amount_minor, currency, role)

    return _changed(keeping, doing, "amount", alter)


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

    return _changed(keeping, doing, "date", alter)


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

    return _changed(keeping, doing, "on", alter)


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

    return _changed(keeping, doing, "kind", alter)


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

    return replace(_changed(keeping, doing, "note", alter), changed=None)


def change_customer(keeping: Keeping, doing: Doing, customer_id: int, by: str) -> Recorded:
    """It was about another customer: every row of the record moves there, both are judged anew."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    before = keeping.db.get(Customer, doing.customer_id) if doing.customer_id else None

    def alter(rows: dict[str, list[Any]]) -> tuple[Any, Any]:
        for row in [each for noun in rows.values() for each in noun]:
            row.customer_id = row.first_customer_id = customer.id
            if isinstance(row, Interaction):
                row.contact_id = None
        doing.customer_id = customer.id
        return before.name if before else None, customer.name

    shown = _changed(keeping, doing, "customer", alter)
    _judge(keeping, doing, before)
    return shown


def rewrite(keeping: Keeping, doing: Doing, request: Record, source: Source) -> Recorded:
    """The message was edited: its records say what it says now.

    A field that was changed by tap or reply stays, unless the edit changes what that very field is parsed to.
    """
    db, before = keeping.db, doing.understood.get("record", {})
    keeping.doing = journal.resume(db, doing)
    previous = db.get(Customer, doing.customer_id) if doing.customer_id else None
    customer = _customer_of(keeping, request, before, previous)
    doing.understood = {**doing.understood, "record": plain(request)}
    meant = _with_fixed(doing, request, before)
    doing.what, doing.customer_id = meant.kind, customer.id if customer else None
    _say_instead(db, records.of_doing(db, doing.id), rows_of(keeping, meant, customer, source))
    unsettle_plans(db, doing)
    if customer:
        settle(keeping, meant, customer)
    _judge(keeping, doing, previous, customer)
    return card(db, doing, keeping.today)


def _customer_of(
    keeping: Keeping, request: Record, before: dict[str, Any], previous: Customer | None
) -> Customer | None:
    """The customer stays the one of the card, unless the edit names another."""
    if isinstance(request.customer, NewCustomer):
        keeping.doing.understood = {**keeping.doing.understood, "created": True}
        return created(keeping, request, request.customer)
    named = request.customer
    if named is None or named == before.get("customer") or (previous and named == previous.id):
        return previous
    found = visible(keeping.db, keeping.scope, named)
    if found is None:
        raise CustomerUnknown
    return found


def _say_instead(db: Session, old: dict[str, list[Any]], written: Sequence[Row]) -> None:
    """The rows of before say what is written now: they stay the same rows, so that what became of them since stays."""
    for noun, model in records.NOUNS.items():
        for was, now in zip_longest(old[noun], [row for row in written if isinstance(row, model)]):
            if now is None:
                db.delete(was)
            elif was is None:
                db.add(now)
            else:
                _copy(now, was)
    db.flush()


def _copy(now: Row, was: Row) -> None:
    if isinstance(was, Plan) and isinstance(now, Plan) and was.due_on != now.due_on:
        was.settled_on = was.settled_by = None
    for column in inspect(type(now)).column_attrs:
        if column.key not in STAYS:
            setattr(was, column.key, getattr(now, column.key))


def _judge(keeping: Keeping, doing: Doing, *customers: Customer | None) -> None:
    """Whoever the record was or is about is judged anew; what came of it before is taken back."""
    for customer in dict.fromkeys(each for each in customers if each):
        judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing, corrected=doing)


def _with_fixed(doing: Doing, request: Record, before: dict[str, Any]) -> Record:
    """The request with what was tapped or replied, as far as the edit left those very fields alone."""
    after = plain(request)
    fixed = {
        name: value for name, value in doing.understood.get("fixed", {}).items() if before.get(name) == after.get(name)
    }
    doing.understood = {**doing.understood, "fixed": fixed}
    return replace(request, **{name: _revived(name, value) for name, value in fixed.items()})


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


def _revived(name: str, value: Any) -> Any:
    if name == "on":
        return date.fromisoformat(value)
    if name == "ahead":
        return tuple(Ahead(date.fromisoformat(p["on"]), _clock(p["at"]), p["words"], p["channel"]) for p in value)
    return value


def _clock(iso: str | None) -> time | None:
    return time.fromisoformat(iso) if iso else None


def _changed(
    keeping: Keeping, doing: Doing, field: str, alter: Callable[[dict[str, list[Any]]], tuple[Any, Any]]
) -> Recorded:
    db = keeping.db
    keeping.doing = journal.resume(db, doing)
    old, new = alter(records.of_doing(db, doing.id))
    db.flush()
    if field in SETTLING:
        _settle_again(db, doing)
    fixed = _fixed(field, records.of_doing(db, doing.id))
    doing.understood = {**doing.understood, "fixed": {**doing.understood.get("fixed", {}), **fixed}}
    _note_correction(db, keeping, doing, field, old, new)
    _judge(keeping, doing, db.get(Customer, doing.customer_id) if doing.customer_id else None)
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
