"""The states of a customer against its cadence, as conditions on its standing."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_

from .models import Standing

PLANNED = ("plan", "plan_far")
"""Why a date is due that was agreed."""
STATES = ("late", "due", "planned", "covered")


def is_agreed() -> ColumnElement[bool]:
    """Due on a day that was agreed on; said without a list, so that a ready statement may ask it."""
    because = func.coalesce(Standing.due_because, "")
    return or_(*(because == one for one in PLANNED))


def states(today: date, due_on: Any = Standing.due_on, agreed: Any = None) -> dict[str, ColumnElement[bool]]:
    """State -> its condition: due before today, today, on an agreed day ahead, by its cadence ahead."""
    planned = is_agreed() if agreed is None else agreed
    found = (due_on < today, due_on == today, and_(due_on > today, planned), and_(due_on > today, not_(planned)))
    return dict(zip(STATES, found, strict=True))
