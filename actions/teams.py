"""Teams, as an admin makes them: named, nested, led. Who leads a team sees what it and the teams below it own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from storage import audit, colleagues, teams
from storage.models import Membership, Person, Team

from .company import Company
from .refusals import NameTaken, NotAManager, OldCard, TeamInUse, TeamsInACircle

PAGE = 5


@dataclass(frozen=True)
class TeamRow:
    """One team of the list: how deep it lies, who leads it, how many are in it and below."""

    id: int
    name: str
    depth: int
    leaders: tuple[str, ...]
    people: int


@dataclass(frozen=True)
class TeamsShown:
    """All teams, each below the one that it is part of; a page of them."""

    lines: tuple[TeamRow, ...]
    page: int
    more: bool
    removed: str | None = None
    """The one that just went; `parent` is where it was."""
    parent: int = 0


@dataclass(frozen=True)
class TeamCard:
    """One team: part of which, led by whom, with whom in it, and the teams below. `changed`: what just was; `undo`: the
    way back from it."""

    id: int
    name: str
    parent: str | None
    leaders: tuple[str, ...]
    members: tuple[str, ...]
    below: tuple[str, ...]
    in_use: bool
    changed: str | None = None
    undo: str | None = None


@dataclass(frozen=True)
class Candidate:
    """A team, or a person, that a button names."""

    id: int
    name: str


@dataclass(frozen=True)
class LeaderAsked:
    """Who leads this team? Managers, those who do marked; there may be none."""

    team: int
    name: str
    managers: tuple[Candidate, ...]
    leading: tuple[int, ...]


@dataclass(frozen=True)
class ParentAsked:
    """Which team is this one part of? `nested`: it is part of one now."""

    team: int
    name: str
    teams: tuple[Candidate, ...]
    nested: bool


OFFERED = 5


def show_all(db: Session, company: Company, page: int = 0, gone: tuple[str, int] | None = None) -> TeamsShown:
    """The teams as a tree; `gone`: the one that just went, and what it was part of."""
    lines = _tree(db, company)
    part = tuple(lines[page * PAGE : page * PAGE + PAGE])
    return TeamsShown(part, page, len(lines) > (page + 1) * PAGE, *(gone or (None, 0)))


def show(db: Session, company: Company, team: Team, changed: str | None = None, undo: str | None = None) -> TeamCard:
    """One team's card."""
    mine = [(row, person) for row, person in teams.memberships(db) if row.team_id == team.id]
    every = {each.id: each for each in teams.every(db)}
    parent = every.get(team.parent_id or 0)
    return TeamCard(
        team.id, called(team, company), called(parent, company) if parent else None,
        tuple(person.name for row, person in mine if row.leads),
        tuple(person.name for row, person in mine if not row.leads),
        tuple(called(each, company) for each in every.values() if each.parent_id == team.id),
        teams.in_use(db, team.id), changed, undo,
    )  # fmt: skip


def called(team: Team, company: Company) -> str:
    """A team's name; the company's first team goes by the company's."""
    return team.name or company.name


def named(db: Session, company: Company, name: str) -> Team | None:
    """The team of this name, if there is one; the company's own name means its first."""
    plain = name.casefold().strip()
    return next((each for each in teams.every(db) if called(each, company).casefold() == plain), None)


def one(db: Session, number: int) -> Team:
    """The team of this number."""
    found = db.get(Team, number)
    if found is None:
        raise OldCard
    return found


def make(db: Session, who: Person, name: str, parent: Team | None, now: datetime) -> Team:
    """A new team, part of another where one is named."""
    _must_be_free(db, name, None)
    team = teams.add(db, name, parent.id if parent else None)
    audit.note(db, who.id, "team made", now)
    return team


def rename(db: Session, who: Person, team: Team, name: str, now: datetime) -> str:
    """Call a team this; what it was called."""
    _must_be_free(db, name, team.id)
    old, team.name = team.name, name
    audit.note(db, who.id, "team renamed", now)
    return old


def nest(db: Session, who: Person, team: Team, parent: Team | None, now: datetime) -> None:
    """A team is part of another from now on, or of none; never of itself or of one below it."""
    if parent is not None and parent.id in teams.below(db, team.id):
        raise TeamsInACircle(team.name)
    team.parent_id = parent.id if parent else None
    db.flush()
    audit.note(db, who.id, "team nested", now)


def remove(db: Session, who: Person, team: Team, now: datetime) -> None:
    """A team that nobody is in and nothing lies below."""
    if teams.in_use(db, team.id):
        raise TeamInUse(team.name)
    teams.remove(db, team)
    audit.note(db, who.id, "team removed", now)


def lead(db: Session, who: Person, team: Team, person: Person, leads: bool, now: datetime) -> None:
    """Somebody leads a team, or no longer. Only a manager leads."""
    if person.left_at is not None:
        raise OldCard
    if leads and "manager" not in colleagues.roles(db, [person.id])[person.id]:
        raise NotAManager(person.name, person.id)
    if not leads and not _leads(db, team, person):
        return
    teams.lead(db, person.id, team.id, leads)
    audit.note(db, who.id, "leads a team" if leads else "leads a team no more", now, subject=person.id)


def place(db: Session, who: Person, person: Person, team: Team, now: datetime) -> int | None:
    """Somebody is in this team from now on; the team they were in, if any. What they lead they go on leading."""
    if person.left_at is not None:
        raise OldCard
    old = home_of(db, person)
    if old != team.id:
        teams.place(db, person.id, team.id)
        audit.note(db, who.id, "team changed", now, subject=person.id)
    return old


def home_of(db: Session, person: Person) -> int | None:
    """The team somebody is in: not as its leader where there is such a one."""
    mine = [row for row, each in teams.memberships(db) if each.id == person.id]
    return next((row.team_id for row in sorted(mine, key=lambda row: row.leads)), None)


def leaders_asked(db: Session, company: Company, team: Team, managers: Sequence[Person]) -> LeaderAsked:
    """Who could lead a team."""
    leading = tuple(row.person_id for row, _ in teams.memberships(db) if row.team_id == team.id and row.leads)
    offered = sorted(managers, key=lambda one: one.id not in leading)[:OFFERED]
    return LeaderAsked(team.id, called(team, company), tuple(Candidate(one.id, one.name) for one in offered), leading)


def parents_asked(db: Session, company: Company, team: Team) -> ParentAsked:
    """What a team could be part of."""
    fits = teams.below(db, team.id)
    found = [Candidate(each.id, called(each, company)) for each in teams.every(db) if each.id not in fits]
    return ParentAsked(team.id, called(team, company), tuple(found[:OFFERED]), team.parent_id is not None)


def choices(db: Session, company: Company) -> tuple[Candidate, ...]:
    """Teams that somebody may be put into."""
    return tuple(Candidate(each.id, called(each, company)) for each in teams.every(db))


def _leads(db: Session, team: Team, person: Person) -> bool:
    row = db.get(Membership, (team.id, person.id))
    return row is not None and row.leads


def _must_be_free(db: Session, name: str, number: int | None) -> None:
    other = teams.called(db, name)
    if other is not None and other.id != number:
        raise NameTaken(name)


def _tree(db: Session, company: Company) -> list[TeamRow]:
    """Every team after the one it is part of."""
    every, rows = teams.every(db), teams.memberships(db)
    found: list[TeamRow] = []

    def below(parent: int | None, depth: int) -> None:
        for team in every:
            if team.parent_id == parent:
                leaders = tuple(person.name for row, person in rows if row.team_id == team.id and row.leads)
                within = teams.below(db, team.id)
                count = len({row.person_id for row, _ in rows if row.team_id in within})
                found.append(TeamRow(team.id, called(team, company), depth, leaders, count))
                below(team.id, depth + 1)

    below(None, 0)
    return found
