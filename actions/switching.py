"""The pool switched on or off in one step, after a look at what that does."""

from dataclasses import dataclass
from datetime import date

from storage import pool

from . import company as companies
from . import exempting
from . import pool as falling
from .records import Keeping

SECTION = "ownership"


@dataclass(frozen=True)
class PoolProposed:
    """What switching it on would do: how many are announced at once, and when the first would fall."""

    count: int
    tiers: tuple[str, ...]
    first_on: date | None
    waiting: int
    cadences: int
    notice_days: int
    today: date


@dataclass(frozen=True)
class PoolSwitched:
    """It is on or off; clocks are the last contacts and go on by themselves."""

    on: bool
    running: int


def proposed(keeping: Keeping) -> PoolProposed:
    """What would happen; nothing is changed."""
    today = keeping.company.day_of(keeping.now)
    found = falling.about_to(keeping.db, keeping.company, today)
    counts = [(tier, sum(one.standing.tier == tier for one, _ in found)) for tier in ("B", "C")]
    rules = keeping.company.owning
    return PoolProposed(
        len(found), tuple(f"{tier} {count}" for tier, count in counts if count),
        min((on for _, on in found), default=None),
        len(exempting.those(keeping)), rules.pool_cadences, rules.pool_notice_days, today,
    )  # fmt: skip


def switch(keeping: Keeping, on: bool) -> PoolSwitched:
    """From now on customers fall into the pool, or none does; what runs keeps its clock."""
    company = companies.change(keeping.db, SECTION, {"pool": on}, keeping.now, keeping.who.id)
    if on:
        falling.resume(keeping.db, company, keeping.now)
        falling.keep(keeping.db, company, keeping.now)
    return PoolSwitched(on, len(pool.announced(keeping.db)))
