"""What a record settles: the plans of before, a complaint; and what waits again when it is taken back."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from storage import journal, records
from storage.models import Complaint, Doing, Plan

BY_CONTACT = frozenset({*records.TOUCHES, "purchase"})
"""What settles a plan without anybody having said so."""


@dataclass(frozen=True)
class TakenAsKept:
    """A promise that a contact settled: its plan, its words, the day for which it was given."""

    plan: int
    words: str
    on: date


def move(plan: Plan, on: date, at: time | None = None) -> None:
    """Another day for what is planned; a promise remembers the day for which it was given."""
    if plan.words and on != plan.due_on:
        plan.promised_on = plan.promised_on or plan.due_on
    plan.due_on, plan.due_at = on, at


def as_kept(plan: Plan) -> TakenAsKept:
    """A promise as what settled it says it."""
    return TakenAsKept(plan.id, plan.words or "", plan.promised_on or plan.due_on)


def taken_as_kept(db: Session, doing: Doing) -> tuple[TakenAsKept, ...]:
    """The promises that this doing took as kept, as far as they still are."""
    touched = {one.row_id: one.after or {} for one in journal.changes_to(db, "plans", [doing.id]) if one.before}
    plans = [(db.get(Plan, number), after) for number, after in touched.items()]
    return tuple(as_kept(plan) for plan, after in plans if plan and plan.words and _settled_so(plan, after))


def _settled_so(plan: Plan, after: dict[str, Any]) -> bool:
    """Is it a contact that settled it, and the one that left this image?"""
    on = plan.settled_on.isoformat() if plan.settled_on else None
    return plan.settled_by in BY_CONTACT and (on, plan.settled_by) == (after.get("settled_on"), after.get("settled_by"))


def settle_plans(db: Session, customer_id: int, on: date, by: str, doing: Doing) -> None:
    """A touch settles the plans dated up to its day that were there before it, never later ones."""
    for plan in records.open_plans(db, customer_id):
        if plan.due_on <= on and (plan.doing_id is None or plan.doing_id < doing.id):
            plan.settled_on, plan.settled_by = on, by


def unsettle_plans(db: Session, doing: Doing) -> None:
    """What this doing settled waits again, unless something else settled it since."""
    for change in journal.changes_of(db, [doing.id]):
        before, after = change.before or {}, change.after or {}
        plan = db.get(Plan, change.row_id) if change.noun == "plans" else None
        if plan is None or plan.settled_on is None or before.get("settled_on") is not None:
            continue
        if (plan.settled_on.isoformat(), plan.settled_by) == (after.get("settled_on"), after.get("settled_by")):
            plan.settled_on = plan.settled_by = None


CLOSED = "closed"
"""Under this a doing remembers how many days the complaint was open that it closed; None where none was."""


def close_complaint(db: Session, customer_id: int, on: date, doing: Doing) -> Complaint | None:
    """The oldest complaint that is open is over."""
    complaint = records.open_complaint(db, customer_id)
    if complaint is not None:
        complaint.closed_on = max(on, complaint.opened_on)
    days = (complaint.closed_on - complaint.opened_on).days if complaint and complaint.closed_on else None
    doing.understood = {**doing.understood, CLOSED: days}
    return complaint


def reopen_complaint(db: Session, doing: Doing) -> None:
    """The complaint that this doing closed is open again, unless something else closed it since."""
    for change in journal.changes_of(db, [doing.id]):
        before, after = change.before or {}, change.after or {}
        complaint = db.get(Complaint, change.row_id) if change.noun == "complaints" and before else None
        if complaint is None or complaint.closed_on is None or before.get("closed_on") is not None:
            continue
        if complaint.closed_on.isoformat() == after.get("closed_on"):
            complaint.closed_on = None
    doing.understood = {name: value for name, value in doing.understood.items() if name != CLOSED}


def settle_next(db: Session, customer_id: int, on: date, doing: Doing, planned: Plan | None = None) -> None:
    """The next follow-up that is no promise makes place for the one that this doing has planned; that one is to be of
    the same kind, unless it says otherwise."""
    others = [plan for plan in records.open_plans(db, customer_id) if plan.doing_id != doing.id and not plan.words]
    for plan in others[:1]:
        plan.settled_on, plan.settled_by = on, "moved"
        if planned is not None:
            planned.channel = planned.channel or plan.channel
