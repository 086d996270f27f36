"""Lists by sales and by date: the same as a plain model's, read in order or customer by customer."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from storage import lists, pages
from storage.database import Database
from storage.lists import EVERYBODY, Narrowed
from storage.models import Person, Standing
from storage.scope import scope_of
from tests.storage.test_tallies import TODAY, of_database, seen, standing
from tests.storage.worlds import NOW, World, build


def by_sales(mine: list[Standing]) -> list[int]:
    """Who bought most first; of equals, who has more points."""
    ordered = sorted(mine, key=lambda row: (-row.revenue_minor, -row.score, row.customer_id))
    return [row.customer_id for row in ordered]


def by_due(mine: list[Standing]) -> list[int]:
    """Who is late, the earliest first; of equals, the better tier."""
    late = [row for row in mine if row.due_on is not None and row.due_on < TODAY]
    ordered = sorted(late, key=lambda row: (row.due_on or TODAY, row.kept_tier or row.tier, row.customer_id))
    return [row.customer_id for row in ordered]


NARROWED: dict[str, tuple[Narrowed, Callable[[Standing], bool]]] = {
    "everybody": (EVERYBODY, lambda _: True),
    "a tier": (Narrowed(tier="B"), lambda row: row.tier == "B"),
    "a status": (Narrowed(status="active"), lambda row: row.status == "active"),
    "both": (Narrowed(tier="C", status="new"), lambda row: (row.tier, row.status) == ("C", "new")),
    "lost of a tier": (
        Narrowed(tier="A", status="lost"),
        lambda row: ((row.kept_tier or row.tier), row.status) == ("A", "lost"),
    ),
    "the quiet": (
        Narrowed(quiet_since=TODAY - timedelta(days=5)),
        lambda row: (row.last_touch_on or row.created_on) <= TODAY - timedelta(days=5),
    ),
}


@pytest.mark.parametrize("few", [0, 99], ids=["in order", "one by one"])
@pytest.mark.parametrize("seed", range(3))
def test_lists_are_those_of_what_everybody_sees(
    database: Database, seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "FEW", few)
    world, chance = World(Random(seed)), Random(seed)
    build(database, world)
    with database.transaction() as db:
        for number in world.owner:
            row = standing(chance, number)
            row.revenue_minor, row.score = chance.randint(0, 3), float(chance.randint(0, 2))
            db.add(row)
    with database.reading() as db:
        rows = of_database(db)
        for who in world.roles:
            scope, mine = scope_of(db, db.get_one(Person, who), NOW), seen(world, who, rows)
            for what, (narrowed, fits) in NARROWED.items():
                told = [one.customer for one in pages.by_sales(db, scope, narrowed, 1, 4)]
                assert told == by_sales([row for row in mine if fits(row)])[1:5], what
            late = pages.by_due(db, scope, Narrowed(status="late", today=TODAY), 0, 9)
            assert [one.customer for one in late] == by_due(mine)[:9]
            for owner in sorted(set(world.owner.values()))[:3]:
                theirs = [row for row in mine if world.owner[row.customer_id] == owner]
                told = [one.customer for one in pages.by_sales(db, scope, Narrowed(owners=(owner,)), 0, 9)]
                assert told == by_sales(theirs)[:9]
