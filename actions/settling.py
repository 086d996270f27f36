"""What a touch settles: the plans of before, and what waits again when it is taken back."""

from datetime import date

from sqlalchemy.orm import Session

from storage import journal, records
from storage.models import Doing, Plan


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
