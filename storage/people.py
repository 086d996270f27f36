"""Questions about people, and how they come in."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, delete, func, select
from sqlalchemy.orm import Session

from .hand import Rows
from .models import Audit, Membership, Ownership, Person, Role, Team
from .ready import Ready

OUT_OF_REACH = ("blocked", "gone")
DAY = timedelta(days=1)


def speaking(db: Session, telegram_id: int) -> Person | None:
    """The person behind this Telegram account, if they belong here."""
    return PEOPLE.one(db, _SPEAKING, account=telegram_id)


def add(db: Session, name: str, roles: Sequence[str], now: datetime, **columns: object) -> Person:
    """Somebody new, with their roles."""
    person = Person(name=name, created_at=now, **columns)
    db.add(person)
    db.flush()
    db.add_all(Role(person_id=person.id, role=role) for role in roles)
    db.flush()
    return person


def working() -> ColumnElement[bool]:
    """The condition on `Person` that holds for whoever is here: neither gone nor paused."""
    return Person.left_at.is_(None) & Person.paused_at.is_(None)


def anybody(db: Session) -> bool:
    """Whether anybody has joined yet."""
    return db.scalar(select(Person.id).limit(1)) is not None


def undelivered(db: Session, chat_id: int, why: str, now: datetime) -> None:
    """A message will never reach whoever this chat belongs to; noted once a day. Where they blocked the bot or are
    gone, nothing is planned for them until they write again."""
    person = speaking(db, chat_id)
    if person is None:
        return
    if why in OUT_OF_REACH:
        person.unreachable_at = now
    what = f"undelivered: {why}"
    known = select(Audit.id).where(Audit.what == what, Audit.subject_id == person.id, Audit.at > now - DAY)
    if db.scalar(known.limit(1)) is None:
        db.add(Audit(at=now, person_id=None, what=what, subject_id=person.id))


def with_role(db: Session, role: str) -> Sequence[Person]:
    """Everybody here who has this role, in the order in which they came; nobody who is paused."""
    with_it = select(Role.person_id).where(Role.role == role)
    return db.scalars(select(Person).where(Person.id.in_(with_it), working()).order_by(Person.id)).all()


def first_team(db: Session, name: str) -> Team:
    """The company's team; made when there is none."""
    team = db.scalars(select(Team).order_by(Team.id).limit(1)).one_or_none()
    if team is None:
        team = Team(name=name)
        db.add(team)
        db.flush()
    return team


def join(db: Session, person: Person, team_id: int, leads: bool) -> None:
    """Make somebody a member of a team, or its leader."""
    db.merge(Membership(team_id=team_id, person_id=person.id, leads=leads))
    db.flush()


def leaders_of(db: Session, person_id: int) -> Sequence[Person]:
    """Who leads the teams this person is in, themselves not counted."""
    teams = select(Membership.team_id).where(Membership.person_id == person_id)
    leading = select(Membership.person_id).where(Membership.team_id.in_(teams), Membership.leads)
    found = select(Person).where(Person.id.in_(leading), Person.id != person_id, working())
    return db.scalars(found.order_by(Person.id)).all()


def named(db: Session, numbers: Sequence[int]) -> dict[int, str]:
    """The names of these people."""
    rows = db.execute(select(Person.id, Person.name).where(Person.id.in_(numbers)))
    return {row.id: row.name for row in rows}


def owned_count(db: Session, person_id: int) -> int:
    """How many customers somebody is responsible for."""
    mine = select(func.count()).where(Ownership.person_id == person_id, Ownership.until_at.is_(None))
    return db.scalar(mine) or 0


def of_account(db: Session, telegram_id: int) -> Person | None:
    """The person behind this Telegram account, also one who has left."""
    return db.scalars(select(Person).where(Person.telegram_id == telegram_id)).one_or_none()


def give_roles(db: Session, person_id: int, roles: Sequence[str]) -> None:
    """Exactly these roles from now on."""
    db.execute(delete(Role).where(Role.person_id == person_id))
    db.add_all(Role(person_id=person_id, role=role) for role in roles)
    db.flush()


def team_of(db: Session, person_id: int) -> Team | None:
    """The team that somebody leads, else one they are in."""
    mine = select(Team).join(Membership, Membership.team_id == Team.id).where(Membership.person_id == person_id)
    return db.scalars(mine.order_by(Membership.leads.desc(), Team.id).limit(1)).one_or_none()


def roles_include(db: Session, person_id: int, role: str) -> bool:
    """Whether somebody has a role."""
    return db.get(Role, (person_id, role)) is not None


def members(db: Session, team_id: int) -> Sequence[int]:
    """Everybody in a team and in those below it."""
    teams = teams_below(db, {team_id})
    return db.scalars(select(Membership.person_id).where(Membership.team_id.in_(teams)).distinct()).all()


def teams_below(db: Session, teams: set[int]) -> set[int]:
    """These teams and all that are part of one of them."""
    found = below = set(teams)
    while below:
        below = set(db.scalars(select(Team.id).where(Team.parent_id.in_(below)))) - found
        found |= below
    return found


def team_names(db: Session, numbers: Collection[int]) -> dict[int, str]:
    """The names of these teams; one that has none isn't there."""
    rows = db.execute(select(Team.id, Team.name).where(Team.id.in_(numbers), Team.name != ""))
    return {number: name for number, name in rows}  # noqa: C416 - rows aren't pairs to the type checker


def teams_led_by(db: Session, person_id: int) -> set[int]:
    """The teams that somebody leads, nested ones included."""
    mine = select(Membership.team_id).where(Membership.person_id == person_id, Membership.leads)
    return teams_below(db, set(db.scalars(mine)))


def here(db: Session) -> Sequence[Person]:
    """Everybody who talks with the bot."""
    talking = select(Person).where(Person.telegram_id.is_not(None), Person.left_at.is_(None))
    return db.scalars(talking.order_by(Person.id)).all()


PEOPLE = Rows(Person)
_SPEAKING = Ready(PEOPLE.select().where(Person.telegram_id == bindparam("account"), Person.left_at.is_(None)))
"""Every update asks it."""
