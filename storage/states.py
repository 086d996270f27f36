"""The states of a customer against its cadence, as conditions on its standing."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from .models import Standing

PLANNED = ("plan", "plan_far")
"""Why a date is due that was agreed."""
STATES = ("late", "due", "planned", "covered")


def states(today: date) -> dict[str, ColumnElement[bool]]:
    """State -> its condition: due before today, today, on an agreed day ahead, by its cadence ahead."""
    ahead, agreed = Standing.due_on > today, Standing.due_because.in_(PLANNED)
    by_cadence = or_(Standing.due_because.is_(None), ~agreed)
    found = (Standing.due_on < today, Standing.due_on == today, and_(ahead, agreed), and_(ahead, by_cadence))
    return dict(zip(STATES, found, strict=True))
