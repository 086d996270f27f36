"""Companies by themselves: their people, teams and customers, and what everybody may see by the rules in words."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import select

from storage import customers, people
from storage.database import Database
from storage.models import Access, Membership, Ownership, Team

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
DAY = timedelta(days=1)


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
