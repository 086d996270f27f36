"""A record is said anew: its message was edited, or it is known now whose it is. It stays the same record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from itertools import zip_longest
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from storage import journal, records
from storage.models import Customer, Doing, Plan, Row
from storage.scope import visible

from . import along, judging
from .cards import Recorded, card
from .facts import plain
from .records import Ahead, Keeping, NewCustomer, Record, Source, created, renamed, settle
from .refusals import CustomerUnknown
from .rows import rows_of
from .settling import reopen_complaint, unsettle_plans

STAYS = ("id", "recorded_at", "settled_on", "settled_by", "closed_on")
"""What an edited message leaves alone: when its rows were recorded, and what became of them since."""


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
    along.written_otherwise(keeping, doing, customer, meant.contact)
    _say_instead(db, records.of_doing(db, doing.id), rows_of(keeping, meant, customer, source))
    unsettle_plans(db, doing)
    reopen_complaint(db, doing)
    if customer:
        settle(keeping, meant, customer)
        previous = along.come(keeping, doing, previous, customer)
    judge_again(keeping, doing, previous, customer)
    return card(db, doing, keeping.today)


def _customer_of(
    keeping: Keeping, request: Record, before: dict[str, Any], previous: Customer | None
) -> Customer | None:
    """The customer stays the one of the card, unless the edit names another."""
    if isinstance(request.customer, NewCustomer):
        if previous is not None and keeping.doing.understood.get("created"):
            previous.phone = None if request.contact_phone else previous.phone
            return renamed(keeping, previous, request.customer)
        keeping.doing.understood = {**keeping.doing.understood, "created": True}
        return created(keeping, request.customer, request.raw)
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


def judge_again(keeping: Keeping, doing: Doing, *customers: Customer | None) -> None:
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


def _revived(name: str, value: Any) -> Any:
    if name == "on":
        return date.fromisoformat(value)
    if name == "ahead":
        return tuple(Ahead(date.fromisoformat(p["on"]), _clock(p["at"]), p["words"], p["channel"]) for p in value)
    return value


def _clock(iso: str | None) -> time | None:
    return time.fromisoformat(iso) if iso else None
