"""The list of those who were not heard of, page by page: read in its order, so that nobody is looked at in vain."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .lists import Listed, Narrowed, narrow
from .models import Customer, Standing
from .scope import Scope, judged_within
from .tallies import settle

TIERS = ("A", "B", "C")
STATUSES = ("new", "active", "silent", "at_risk", "lost")


def by_silence(db: Session, scope: Scope, narrowed: Narrowed, first: int, limit: int) -> list[Listed]:
    """The better tier first, in it who was silent longest; who dropped already comes after those who did not."""
    settle(db)
    numbers = list(islice(_in_order(db, scope, narrowed, first + limit), first, first + limit))
    columns = select(Customer.id, Customer.name, Standing, Standing.owner_id).select_from(Standing)
    these = columns.join(Customer, Customer.id == Standing.customer_id).where(Standing.customer_id.in_(numbers))
    found = {row[0]: Listed(*row) for row in db.execute(these.where(judged_within(scope)))}
    return [found[number] for number in numbers]


def _in_order(db: Session, scope: Scope, narrowed: Narrowed, most: int) -> Iterator[int]:
    """Their numbers, at least so many as there are; a part of the list is asked for when the one before it is over."""
    for tier in (narrowed.tier,) if narrowed.tier else TIERS:
        for part in (_stayed(narrowed, tier), _fell(narrowed, tier)):
            found = sorted(row for one in part for row in db.execute(_first(one, scope, narrowed, most)).all())
            yield from [number for _, number in found[:most]]


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
    rows = rows.where(judged_within(scope))
    if narrowed.owners is not None:
        rows = rows.where(Standing.owner_id.in_(narrowed.owners))
    if narrowed.quiet_since is not None:
        rows = rows.where(Standing.began_on <= narrowed.quiet_since)
    if narrowed.looks_at_customers:
        rows = rows.join(Customer, Customer.id == Standing.customer_id)
    rows = narrow(rows, replace(narrowed, owners=None))
    return rows.order_by(Standing.began_on, Standing.customer_id).limit(most)
