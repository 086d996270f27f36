"""Colleagues, as an admin sees and changes them: roles, pause, name. What is changed is noted for everybody to see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import audit, colleagues, people, teams
from storage.models import Invitation, Person

from .awaited import waits
from .refusals import ColleagueUnknown, LastAdmin, LastRole, OldCard, OwnAccount

ROLES = ("salesperson", "manager", "admin")
PAGE = 5
SHOWN = ("here", "invited", "left")


@dataclass(frozen=True)
class ColleagueLine:
    """One colleague of a list. `state`: here, unreachable, paused, left, waiting (invited) or over (invited, too late);
    `on`: since when they are gone, or until when they may come."""

    id: int
    name: str
    roles: tuple[str, ...]
    team: str | None
    state: str
    on: date | None


@dataclass(frozen=True)
class ColleaguesShown:
    """Who is here, who is invited and hasn't come, or who left: a page of them, and how many there are of each."""

    shown: str
    lines: tuple[ColleagueLine, ...]
    page: int
    more: bool
    here: int
    paused: int
    invited: int
    left: int


@dataclass(frozen=True)
class ColleagueShown:
    """One colleague: roles, team, what they lead, since when. `changed`: what just was; `undo`: the way back."""

    id: int
    name: str
    me: bool
    roles: tuple[str, ...]
    team: str | None
    leads: tuple[str, ...]
    state: str
    since: date
    until: date | None
    customers: int
    changed: str | None = None
    undo: str | None = None
    more: bool = False
    """What is rarely done instead of roles, team and pause."""


@dataclass(frozen=True)
class OwnAdminAsked:
    """Your own admin role: take it away? Only another admin can give it back."""

    id: int


@dataclass(frozen=True)
class AdminGivenUp:
    """You are an admin no more; these can make you one again."""

    admins: tuple[str, ...]


def show_all(db: Session, shown: str, page: int, place: ZoneInfo, now: datetime) -> ColleaguesShown:
    """A page of those who are here, are invited, or left."""
    if shown not in SHOWN:
        raise OldCard
    here, left, invited = colleagues.here(db), colleagues.gone(db), colleagues.invited(db)
    kinds: dict[str, Sequence[Person | Invitation]] = {"here": here, "invited": invited, "left": left}
    rows = kinds[shown]
    part = rows[page * PAGE : page * PAGE + PAGE]
    paused = sum(one.paused_at is not None for one in here)
    lines = tuple(_lines(db, part, place, now))
    more = len(rows) > (page + 1) * PAGE
    return ColleaguesShown(shown, lines, page, more, len(here), paused, len(invited), len(left))


def show(
    db: Session, person: Person, who: Person, now: datetime, changed: str | None = None, undo: str | None = None
) -> ColleagueShown:
    """One colleague's card."""
    place = ZoneInfo(who.zone)
    home, leads = _teams(db, [person.id]).get(person.id, (None, ()))
    out = person.left_at or person.paused_at
    return ColleagueShown(
        person.id, person.name, person.id == who.id, _in_order(colleagues.roles(db, [person.id])[person.id]), home,
        leads, _state(person), person.created_at.astimezone(place).date(),
        out.astimezone(place).date() if out else None, people.owned_count(db, person.id), changed, undo,
    )  # fmt: skip


def one(db: Session, number: int) -> Person:
    """The colleague of this number, gone or here."""
    found = db.get(Person, number)
    if found is None:
        raise OldCard
    return found


def named(db: Session, name: str) -> Person:
    """The only colleague of this name who belongs here, else the only one who left."""
    plain = name.casefold().strip()
    for rows in (colleagues.here(db), colleagues.gone(db)):
        found = [each for each in rows if each.name.casefold() == plain]
        if len(found) == 1:
            return found[0]
        if found:
            break
    raise ColleagueUnknown(name)


def is_one(db: Session, name: str) -> bool:
    """Whether somebody who is here or left is called that."""
    plain = name.casefold().strip()
    return any(each.casefold() == plain for each in names(db))


def names(db: Session) -> list[str]:
    """What everybody is called who is here or left."""
    return [each.name for each in (*colleagues.here(db), *colleagues.gone(db))]


def set_role(db: Session, who: Person, person: Person, role: str, given: bool, now: datetime) -> bool:
    """Give or take a role; whether that changed anything. Somebody keeps at least one, the company an admin."""
    _must_belong(person)
    held = colleagues.roles(db, [person.id])[person.id]
    if role not in ROLES:
        raise OldCard
    if given == (role in held):
        return False
    if not given and role == "admin" and not colleagues.other_admins(db, person.id):
        raise LastAdmin(person.name)
    if not given and len(held) == 1:
        raise LastRole(person.name)
    colleagues.set_role(db, person.id, role, given)
    audit.note(db, who.id, f"role {'given' if given else 'taken'}: {role}", now, subject=person.id)
    return True


def pause(db: Session, who: Person, person: Person, now: datetime) -> None:
    """Keep somebody out until further notice: no access, nothing said to them, nothing lost."""
    _must_belong(person)
    if person.id == who.id:
        raise OwnAccount
    if person.paused_at is None:
        colleagues.pause(db, person, now)
        audit.note(db, who.id, "paused", now, subject=person.id)


def resume(db: Session, who: Person, person: Person, now: datetime) -> None:
    """Let somebody in again."""
    _must_belong(person)
    if person.paused_at is not None:
        colleagues.resume(db, person)
        audit.note(db, who.id, "resumed", now, subject=person.id)


def rename(db: Session, who: Person, person: Person, name: str, now: datetime) -> str:
    """Call somebody this from now on; what they were called."""
    _must_belong(person)
    old, person.name = person.name, name
    audit.note(db, who.id, "renamed", now, subject=person.id)
    return old


def others_who_manage(db: Session, person: Person) -> tuple[str, ...]:
    """The names of the other admins."""
    return tuple(each.name for each in people.with_role(db, "admin") if each.id != person.id)


def _must_belong(person: Person) -> None:
    if person.left_at is not None:
        raise OldCard


def _lines(db: Session, rows: Sequence[Person | Invitation], place: ZoneInfo, now: datetime) -> list[ColleagueLine]:
    """One line each, from what they are."""
    numbers = [row.id for row in rows if isinstance(row, Person)]
    roles, in_teams = colleagues.roles(db, numbers), _teams(db, numbers)
    found = []
    for row in rows:
        if isinstance(row, Invitation):
            until = row.expires_at.astimezone(place).date()
            found.append(ColleagueLine(row.id, row.name, tuple(row.roles.split(",")), None, waits(row, now), until))
            continue
        home, leads = in_teams.get(row.id, (None, ()))
        on = row.left_at.astimezone(place).date() if row.left_at else None
        held = _in_order(roles[row.id])
        found.append(ColleagueLine(row.id, row.name, held, leads[0] if leads else home, _state(row), on))
    return found


def _teams(db: Session, numbers: Sequence[int]) -> dict[int, tuple[str | None, tuple[str, ...]]]:
    """Person -> the team they are in (the one they lead where they are in no other), and those they lead."""
    rows = [
        (each.person_id, each.team_id, each.leads) for each, _ in teams.memberships(db) if each.person_id in numbers
    ]
    called = teams.names(db, [team for _, team, _ in rows])
    found: dict[int, tuple[str | None, tuple[str, ...]]] = {}
    for number in numbers:
        led = tuple(called[team] for person, team, leads in rows if person == number and leads and called[team])
        home = [called[team] for person, team, leads in rows if person == number and not leads and called[team]]
        found[number] = (next(iter([*home, *led]), None), led)
    return found


def _in_order(held: set[str]) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role in held)


def _state(person: Person) -> str:
    if person.left_at or person.paused_at:
        return "left" if person.left_at else "paused"
    return "unreachable" if person.unreachable_at else "here"
