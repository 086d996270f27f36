"""Questions about teams: how they nest, who is in them, who leads them."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from .models import Invitation, Membership, Person, Team


def every(db: Session) -> Sequence[Team]:
    """All teams, in the order in which they were made."""
    return db.scalars(select(Team).order_by(Team.id)).all()


def called(db: Session, name: str) -> Team | None:
    """The team of this name."""
    same = func.lower(Team.name) == name.lower()
    return db.scalars(select(Team).where(same).order_by(Team.id).limit(1)).one_or_none()


def add(db: Session, name: str, parent_id: int | None) -> Team:
    """A new team, perhaps part of another."""
    team = Team(name=name, parent_id=parent_id)
    db.add(team)
    db.flush()
    return team


def rename(db: Session, old: str, new: str) -> None:
    """The company's first team goes by the company's name: it follows it."""
    first = db.scalars(select(Team).order_by(Team.id).limit(1)).one_or_none()
    if first is not None and first.name == old:
        first.name = new
        db.flush()


def remove(db: Session, team: Team) -> None:
    """A team that nobody is in; invitations into it lead into the company's first team."""
    for row in db.scalars(select(Invitation).where(Invitation.team_id == team.id)):
        row.team_id = None
    db.flush()
    db.delete(team)
    db.flush()


def memberships(db: Session) -> Sequence[tuple[Membership, Person]]:
    """Who of those who belong here is in which team, and leads it."""
    rows = select(Membership, Person).join(Person, Person.id == Membership.person_id)
    return [(each, person) for each, person in db.execute(rows.where(Person.left_at.is_(None)).order_by(Person.id))]


def in_use(db: Session, team_id: int) -> bool:
    """Whether anybody, gone or here, is in a team, or another team is part of it."""
    member = db.scalar(select(Membership.person_id).where(Membership.team_id == team_id).limit(1))
    return member is not None or db.scalar(select(Team.id).where(Team.parent_id == team_id).limit(1)) is not None


def below(db: Session, team_id: int) -> set[int]:
    """A team and all teams that are part of it, however deep."""
    found = around = {team_id}
    while around:
        around = set(db.scalars(select(Team.id).where(Team.parent_id.in_(around)))) - found
        found = found | around
    return found


def place(db: Session, person_id: int, team_id: int) -> None:
    """Somebody is a member of this team and of no other; what they lead they go on leading."""
    mine = Membership.person_id == person_id
    db.execute(delete(Membership).where(mine, Membership.leads.is_(False), Membership.team_id != team_id))
    if db.get(Membership, (team_id, person_id)) is None:
        db.add(Membership(team_id=team_id, person_id=person_id, leads=False))
    db.flush()


def lead(db: Session, person_id: int, team_id: int, leads: bool) -> None:
    """Somebody leads a team, or no longer: whoever is in no other team stays in it as a member."""
    row = db.get(Membership, (team_id, person_id))
    if row is None:
        row = Membership(team_id=team_id, person_id=person_id)
        db.add(row)
    row.leads = leads
    db.flush()
    if not leads and len(_teams_of(db, person_id)) > 1:
        db.delete(row)
        db.flush()


def names(db: Session, numbers: Collection[int]) -> dict[int, str]:
    """What these teams are called, the company's first one included."""
    rows = db.execute(select(Team.id, Team.name).where(Team.id.in_(numbers)))
    return {number: name for number, name in rows}  # noqa: C416 - rows aren't pairs to the type checker


def _teams_of(db: Session, person_id: int) -> Sequence[int]:
    return db.scalars(select(Membership.team_id).where(Membership.person_id == person_id)).all()
