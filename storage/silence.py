"""The list of those who were not heard of, page by page: read in its order, so that nobody is looked at in vain."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .lists import Listed, Narrowed, found, in_place
from .models import Standing
from .scope import Scope
from .tallies import settle

TIERS = ("A", "B", "C")
STATUSES = ("new", "active", "silent", "at_risk", "lost")


def by_silence(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> list[Listed]:
    """The better tier first, in it who was silent longest; who dropped already comes after those who did not."""
    settle(db)
    return found(db, scope, list(islice(_in_order(db, scope, narrowed, first + limit), first, first + limit)))


def _in_order(db: Session, scope: Scope, narrowed: Narrowed, most: int) -> Iterator[int]:
    """Their numbers, at least so many as there are; a part of the list is asked for when the one before it is over."""
    for tier in (narrowed.tier,) if narrowed.tier else TIERS:
        for part in (_stayed(narrowed, tier), _fell(narrowed, tier)):
            rows = sorted(row for one in part for row in db.execute(_first(one, scope, narrowed, most)).all())
            yield from [number for _, number in rows[:most]]


def _stayed(narrowed: Narrowed, tier: str) -> list[Any]:
    """Those who are of this tier, each status by itself: in the order of an index."""
    mine = select(Standing.began_on, Standing.customer_id).where(Standing.tier == tier, Standing.kept_tier.is_(None))
    return [mine.where(Standing.status == one) for one in ((narrowed.status,) if narrowed.status else STATUSES)]


def _fell(narrowed: Narrowed, tier: str) -> list[Any]:
    """Those who keep the reminders of this tier; on the list of the silent all of them until they are lost."""
    mine = select(Standing.began_on, Standing.customer_id).where(Standing.kept_tier == tier)
    if narrowed.status == "silent":
        return [mine.where(Standing.status != "lost")]
    return [mine.where(Standing.status == narrowed.status) if narrowed.status else mine]


def _first(rows: Any, scope: Scope, narrowed: Narrowed, most: int) -> Any:
    """The first of a part whom the asker may see."""
    rows = in_place(rows, scope, narrowed)
    return rows.order_by(Standing.began_on, Standing.customer_id).limit(most)
