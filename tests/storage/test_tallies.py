"""What is counted of customers: the same as a plain model counts of what everybody sees, whatever happened before."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import counts, customers, moves, silence, standings, tallies, tiers
from storage.database import Database
from storage.lists import EVERYBODY, Narrowed
from storage.models import Access, Customer, Move, Ownership, Person, Standing, Tally
from storage.scope import Scope, scope_of
from tests.storage.worlds import DAY, NOW, World, build

TODAY = date(2026, 11, 18)
STATUSES = ("new", "active", "silent", "at_risk", "lost")


def judged(chance: Random, row: Standing) -> None:
    """Anything that a judgement may come to."""
    row.tier, row.kept_tier = chance.choice("ABC"), chance.choice([None, None, "A", "B"])
    row.status, row.provisional = chance.choice(STATUSES), chance.random() < 0.3
    row.manual_reason = chance.choice([None, None, "named", "deal"])
    row.last_touch_on = chance.choice([None, TODAY - timedelta(days=chance.randint(0, 9))])
    row.due_on = chance.choice([None, TODAY + timedelta(days=chance.randint(-2, 2))])
    row.due_because = chance.choice([None, "plan", "plan_far", "cadence"])
    row.revenue_minor, row.tier_since = chance.randint(0, 99), TODAY - timedelta(days=chance.randint(0, 30))


def standing(chance: Random, number: int) -> Standing:
    """A customer's first standing."""
    day = TODAY - timedelta(days=chance.randint(10, 20))
    row = Standing(customer_id=number, as_of=day, created_on=day, judged_on=day, tier_since=day, status_since=day)
    judged(chance, row)
    return row


def seen(world: World, who: int, rows: dict[int, Standing]) -> list[Standing]:
    """The standings of what somebody sees."""
    return [rows[number] for number in sorted(world.sees(who)) if number in rows]


def is_silent(row: Standing) -> bool:
    """Whether it stands on the list of the silent."""
    return row.status == "silent" or (row.kept_tier is not None and row.status != "lost")


def in_order(mine: list[Standing]) -> list[int]:
    """The list of those who were not heard of."""

    def place(row: Standing) -> tuple[str, bool, date, int]:
        began = row.last_touch_on or row.created_on
        return row.kept_tier or row.tier, row.kept_tier is not None, began, row.customer_id

    return [row.customer_id for row in sorted(mine, key=place)]


def compare(db: Session, world: World, who: int, rows: dict[int, Standing]) -> None:
    """Every question about somebody's customers against the model."""
    scope, mine = scope_of(db, db.get_one(Person, who), NOW), seen(world, who, rows)
    of_tiers = {one.tier: (one.customers, one.for_now, one.sales) for one in tiers.counts(db, scope)}
    assert of_tiers == {
        tier: (
            len(theirs := [row for row in mine if row.tier == tier]),
            sum(row.provisional or row.manual_reason == "named" for row in theirs),
            sum(row.revenue_minor for row in theirs),
        )
        for tier in {row.tier for row in mine}
    }
    assert tiers.statuses(db, scope) == Counter(row.status for row in mine)
    for status in ("silent", "at_risk"):
        listed = [row for row in mine if (is_silent(row) if status == "silent" else row.status == status)]
        narrowed = Narrowed(status=status)
        assert counts.count(db, scope, narrowed) == len(listed)
        told = [one.customer for one in silence.by_silence(db, scope, narrowed, 1, 3)]
        assert told == in_order(listed)[1:4]
        owners = Counter(world.owner[row.customer_id] for row in listed if row.customer_id in world.owner)
        assert dict(counts.per_owner(db, scope, narrowed)) == owners
    fell = [row for row in mine if row.kept_tier and row.status != "lost"]
    since = TODAY - timedelta(days=15)
    assert counts.dropped(db, scope, Narrowed(status="silent")) == len(fell)
    assert counts.dropped(db, scope, Narrowed(status="silent"), since) == sum(row.tier_since >= since for row in fell)
    days = [(row.due_on, row.due_because in ("plan", "plan_far")) for row in mine if row.due_on is not None]
    assert counts.by_state(db, scope, EVERYBODY, TODAY) == {
        "late": sum(on < TODAY for on, _ in days),
        "due": sum(on == TODAY for on, _ in days),
        "planned": sum(on > TODAY and agreed for on, agreed in days),
        "covered": sum(on > TODAY and not agreed for on, agreed in days),
    }
    quiet = Narrowed(tier="A", quiet_since=TODAY - timedelta(days=5))
    silent = [row for row in mine if (row.last_touch_on or row.created_on) <= TODAY - timedelta(days=5)]
    silent = [row for row in silent if (row.kept_tier or row.tier) == "A"]
    assert counts.count(db, scope, quiet) == len(silent)
    assert [one.customer for one in silence.by_silence(db, scope, quiet, 0, 9)] == in_order(silent)[:9]


def of_database(db: Session) -> dict[int, Standing]:
    """All standings as they are."""
    return {row.customer_id: row for row in db.scalars(select(Standing).execution_options(populate_existing=True))}


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_those_of_what_everybody_sees(database: Database, seed: int) -> None:
    world, chance = World(Random(seed)), Random(seed)
    build(database, world)
    with database.transaction() as db:
        db.add_all(standing(chance, number) for number in world.owner if chance.random() < 0.9)
    with database.reading() as db:
        rows = of_database(db)
        for who in world.roles:
            compare(db, world, who, rows)


def rejudge(db: Session, world: World, number: int) -> None:
    """Another standing, as the night or a record writes it."""
    row = standings.held(db, number)
    if row is None:
        db.add(standing(world.chance, number))
    else:
        judged(world.chance, row)
        standings.keep(db, row)


def change(db: Session, world: World, number: int) -> None:
    """The standing is changed where it is."""
    row = db.get(Standing, number)
    if row is not None:
        judged(world.chance, row)


def forget(db: Session, _: World, number: int) -> None:
    """Nothing is computed of it any more."""
    standings.forget(db, number)


def hand_over(db: Session, world: World, number: int) -> None:
    """Somebody else's from now on, or nobody's."""
    customers.end_ownership(db, number, NOW)
    world.owner.pop(number, None)
    if world.chance.random() < 0.8:
        world.owner[number] = world.chance.choice(sorted(world.roles))
        db.add(Ownership(customer_id=number, person_id=world.owner[number], from_at=NOW))


def share(db: Session, world: World, number: int) -> None:
    """Somebody else sees it too."""
    person = world.chance.choice(sorted(world.roles))
    db.add(Access(customer_id=number, person_id=person, kind="shared", from_at=NOW, until_at=None))
    world.shared.append((number, person, NOW, None))


def come_or_go(db: Session, world: World, number: int) -> None:
    """Erased, or merged into another, or there again."""
    row = db.get_one(Customer, number)
    if number in world.gone:
        row.erased_at = row.merged_into_id = None
        world.gone.discard(number)
    else:
        other = world.chance.choice(sorted(world.owner.keys() | {number}))
        row.erased_at, row.merged_into_id = (NOW, None) if other == number else (None, other)
        world.gone.add(number)


DEEDS: tuple[Callable[[Session, World, int], None], ...] = (
    rejudge, rejudge, change, change, forget, hand_over, hand_over, share, come_or_go,
)  # fmt: skip


class Refused(Exception):
    """What happened is taken back, as a refusal takes it back."""


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_tallies_are_what_a_recount_finds(database: Database, seed: int) -> None:
    """Many small transactions, some of them taken back, some with a question in the middle."""
    world = World(Random(seed))
    build(database, world)
    everybody = sorted(world.owner)
    for _ in range(7):
        before = (dict(world.owner), list(world.shared), set(world.gone))
        try:
            with database.transaction() as db:
                for _ in range(world.chance.randint(1, 6)):
                    world.chance.choice(DEEDS)(db, world, world.chance.choice(everybody))
                    if world.chance.random() < 0.2:
                        compare(db, world, world.chance.choice(sorted(world.roles)), of_database(db))
                if world.chance.random() < 0.2:
                    raise Refused
        except Refused:
            world.owner, world.shared, world.gone = before
        with database.reading() as db:
            assert tallies.differing(db) == []
            compare(db, world, world.chance.choice(sorted(world.roles)), of_database(db))
    with database.transaction() as db:
        kept = set(db.execute(select(*Tally.__table__.c).where(Tally.customers > 0)).all())
        tallies.sweep(db)
        tallies.rebuild(db)
        assert set(db.execute(select(*Tally.__table__.c)).all()) == {tuple(row) for row in kept}


@pytest.mark.parametrize("seed", range(3))
def test_those_who_moved_once_and_several_times_are_all_moves(database: Database, seed: int) -> None:
    world = World(chance := Random(seed))
    build(database, world)
    with database.transaction() as db:
        db.add_all(standing(chance, number) for number in world.owner)
        for n in range(30):
            db.add(
                Move(
                    customer_id=chance.choice(sorted(world.owner)), axis=chance.choice(["tier", "tier", "status"]),
                    old=chance.choice("ABC"), new=chance.choice("ABC"), reason="automatic", score=chance.random(),
                    points={}, rules_version=1, moved_on=TODAY - timedelta(days=n % 4), recorded_at=NOW - n * DAY,
                )
            )  # fmt: skip
    with database.reading() as db:
        for who in world.roles:
            scope: Scope = scope_of(db, db.get_one(Person, who), NOW)
            span = (TODAY - timedelta(days=2), TODAY)
            found = moves.of_tiers(db, scope, *span)
            often = Counter(one.customer_id for one in found)
            assert {one.customer_id for one in found} <= world.sees(who)
            again = [one for one in found if often[one.customer_id] > 1]
            once = [one for one in found if often[one.customer_id] == 1 and one.old != one.new]
            assert moves.repeated(db, scope, *span) == again
            assert moves.steps(db, scope, *span) == Counter((one.old, one.new) for one in once)
            ranked = sorted(once, key=lambda one: (one.new < one.old, one.old, -one.score))
            assert moves.foremost(db, scope, *span, EVERYBODY, 4) == ranked[:4]
