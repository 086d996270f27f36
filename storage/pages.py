"""Lists by sales and by date: of few people all customers are looked at, of many the list is read in its order."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .lists import SILENCES, Listed, Narrowed, found, in_place, kind, listed, of_few
from .models import Standing
from .scope import Scope
from .states import STATES, states
from .tallies import settle

TIERS = ("A", "B", "C")


def by_sales(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> Sequence[Listed]:
    """Who bought most in 12 months comes first; of equals, who has more points."""
    settle(db)
    order = (Standing.revenue_minor.desc(), Standing.score.desc(), Standing.customer_id)
    columns = select(Standing.customer_id, -Standing.revenue_minor, -Standing.score)
    if of_few(scope, narrowed):
        rows = list(db.execute(listed(columns, scope, narrowed).order_by(*order).limit(first + limit)))
    else:
        parts = (in_place(columns.where(one, *kind(Standing, narrowed)), scope, narrowed) for one in _tiers(narrowed))
        rows = [row for part in parts for row in db.execute(part.order_by(*order).limit(first + limit))]
    ordered = sorted(rows, key=lambda row: (row[1], row[2], row[0]))
    return found(db, scope, [row[0] for row in ordered[first : first + limit]])


def by_due(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> Sequence[Listed]:
    """Who is due first; of equals, the better tier."""
    settle(db)
    rows = select(Standing.customer_id)
    if of_few(scope, narrowed):
        rows = listed(rows, scope, narrowed)
    else:
        rows = in_place(rows.where(*kind(Standing, narrowed), *_state(narrowed)), scope, narrowed)
    ordered = rows.order_by(Standing.due_on, func.coalesce(Standing.kept_tier, Standing.tier), Standing.customer_id)
    return found(db, scope, list(db.scalars(ordered.offset(first).limit(limit))))


def _tiers(narrowed: Narrowed) -> list[Any]:
    """Each tier by itself: in the order of an index."""
    alone = narrowed.tier is not None and narrowed.status not in SILENCES and narrowed.quiet_since is None
    return [Standing.tier == one for one in ((narrowed.tier,) if alone else TIERS)]


def _state(narrowed: Narrowed) -> list[Any]:
    wanted = narrowed.today is not None and narrowed.status in STATES
    return [states(narrowed.today)[narrowed.status]] if wanted else []  # type: ignore[arg-type,index]
