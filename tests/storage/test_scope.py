"""Who sees which customers: the same as a plain model says, on any company; and nobody asks around the scope."""

import ast
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from storage import customers, people
from storage.database import Database
from storage.models import Access, Customer, Membership, Ownership, Person, Team
from storage.scope import Scope, customers_within, scope_of, visible

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
DAY = timedelta(days=1)
STORAGE = Path(__file__).parents[2] / "storage"


@dataclass
class World:
    """A company by itself, and what each of its people may see by the rules in words."""

    chance: Random
    teams: dict[int, int | None] = field(default_factory=dict)
    members: list[tuple[int, int, bool]] = field(default_factory=list)
    roles: dict[int, set[str]] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    owner: dict[int, int] = field(default_factory=dict)
    shared: list[tuple[int, int, datetime, datetime | None]] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)

    def below(self, team: int) -> set[int]:
        """This team and all teams in it."""
        return {team}.union(*(self.below(other) for other, above in self.teams.items() if above == team))

    def sees(self, who: int) -> set[int]:
        """Their own, those of the people they lead, and what is shared with them today."""
        if who in self.left or not self.roles[who] & {"salesperson", "manager"}:
            whose = set()
        else:
            whose = {who}
            if "manager" in self.roles[who]:
                led = {
                    team for mine, person, leads in self.members if person == who and leads for team in self.below(mine)
                }
                whose |= {person for team, person, _ in self.members if team in led}
        shared = {
            one for one, person, since, until in self.shared if person == who and since <= NOW < (until or NOW + DAY)
        }
        return ({one for one, person in self.owner.items() if person in whose} | shared) - self.gone


def build(database: Database, world: World) -> None:
    """The same company in a database."""
    chance = world.chance
    with database.transaction() as db:
        for n in range(chance.randint(1, 5)):
            team = Team(name=f"Team {n}", parent_id=chance.choice([None, *world.teams]))
            db.add(team)
            db.flush()
            world.teams[team.id] = team.parent_id
        for n in range(chance.randint(2, 7)):
            roles = set(chance.sample(["salesperson", "manager", "admin"], chance.randint(1, 3)))
            person = people.add(db, f"Person {n}", sorted(roles), NOW)
            world.roles[person.id] = roles
            if chance.random() < 0.2:
                person.left_at = NOW
                world.left.add(person.id)
            for team_id in chance.sample(sorted(world.teams), chance.randint(0, len(world.teams))):
                leads = chance.random() < 0.4
                db.add(Membership(team_id=team_id, person_id=person.id, leads=leads))
                world.members.append((team_id, person.id, leads))
        for n in range(chance.randint(1, 12)):
            customer_of(world, db, n)


def customer_of(world: World, db: object, n: int) -> None:
    """A customer with a history of owners, perhaps shared, perhaps gone."""
    chance, everybody = world.chance, sorted(world.roles)
    row = customers.add(db, f"Customer {n}", chance.choice(everybody), NOW - 9 * DAY, fields={})  # type: ignore[arg-type]
    first = db.scalars(select(Ownership).where(Ownership.customer_id == row.id)).one()  # type: ignore[attr-defined]
    world.owner[row.id] = first.person_id
    if chance.random() < 0.4:
        first.until_at, after = NOW - DAY, chance.choice(everybody)
        db.add(Ownership(customer_id=row.id, person_id=after, from_at=NOW - DAY))  # type: ignore[attr-defined]
        world.owner[row.id] = after
    for person in chance.sample(everybody, chance.randint(0, 2)):
        since = NOW + chance.choice([-2, -1, 0, 1]) * DAY
        until = chance.choice([None, NOW - DAY / 2, NOW, NOW + DAY])
        db.add(Access(customer_id=row.id, person_id=person, kind="shared", from_at=since, until_at=until))  # type: ignore[attr-defined]
        world.shared.append((row.id, person, since, until))
    if chance.random() < 0.15:
        row.erased_at = NOW
        world.gone.add(row.id)


@pytest.mark.parametrize("seed", range(12))
def test_everybody_sees_what_the_rules_say(database: Database, seed: int) -> None:
    world = World(Random(seed))
    build(database, world)
    with database.reading() as db:
        for number in world.roles:
            scope = scope_of(db, db.get_one(Person, number), NOW)
            assert {one.id for one in db.scalars(customers_within(scope))} == world.sees(number)
            seen = {one for one in world.owner if visible(db, scope, one) is not None}
            assert seen == world.sees(number)
        everything = Scope.everything("a test", NOW)
        assert {one.id for one in db.scalars(customers_within(everything))} == world.owner.keys() - world.gone


ASIDE = {
    "customers.same": "asked before creating; the answer reveals a name only when it was typed exactly",
    "nights.standing_and_customer": "the night judges everybody",
    "records.of_day": "a person's own records of a day",
    "records.created_on_day": "a count of a person's own",
    "records.promised_on_day": "what a person promised that day",
    "records.closed_on_day": "a person's own customers",
    "late.late": "the alarm that tells owners and their managers of their own",
    "moves.maker": "who did something, by its own number",
}
"""Questions that name customers without a scope, each with its reason."""


def test_no_question_about_customers_goes_around_the_scope() -> None:
    around = {name for file in sorted(STORAGE.glob("*.py")) for name in _around(file) if file.stem != "scope"}
    assert around - ASIDE.keys() == set()


def test_nobody_but_storage_writes_queries() -> None:
    rooms = [Path(__file__).parents[2] / room for room in ("actions", "handlers", "reminders", "scoring", "commands")]
    wrong = [file.name for room in rooms for file in room.rglob("*.py") if "import select" in file.read_text("utf-8")]
    assert wrong == []


def _around(file: Path) -> set[str]:
    """The functions of a file that select customers and mention no scope."""
    functions = [node for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return {f"{file.stem}.{one.name}" for one in functions if _selects_customers(one) and not _scoped(one)}


def _selects_customers(function: ast.FunctionDef) -> bool:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    asked = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in ("select", "join")]
    return any(Customer.__name__ in _names(argument) for call in asked for argument in call.args)


def _scoped(function: ast.FunctionDef) -> bool:
    return bool(_names(function) & {"within", "customers_within", "condition", "Scope"})


def _names(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
