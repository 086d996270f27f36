"""The team: what everybody did today and this week, and what waits for them."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from storage import team
from storage.models import Person
from storage.scope import Scope
from storage.team import Waiting

from .lists import PAGE, Wanted


@dataclass(frozen=True)
class TeamLine:
    """One person: touches of today and of this week, customers due today and late."""

    n: int
    name: str
    customers: int
    today: int
    week: int
    due: int
    late: int
    where: str
    """The list of this person's customers."""


@dataclass(frozen=True)
class TeamShown:
    """Everybody whose customers the asker sees; the counts are those of all of them together."""

    today: date
    people: int
    touches_today: int
    touches_week: int
    due: int
    late: int
    planned: int
    covered: int
    page: int
    more: bool
    lines: tuple[TeamLine, ...]


def show(db: Session, scope: Scope, today: date, page: int = 0) -> TeamShown:
    """The team as of now, in the order in which its people came."""
    members = team.members(db, scope.people or ())
    waits = team.waiting(db, scope, today)
    monday = today - timedelta(days=today.weekday())
    touches = team.touches(db, [one.id for one in members], monday, today)
    now = {one.id: touches[one.id, today] for one in members}
    week = {one.id: sum(n for (who, _), n in touches.items() if who == one.id) for one in members}
    lines = [_line(one, now[one.id], week[one.id], waits.get(one.id, Waiting()), n) for n, one in enumerate(members, 1)]
    all_of_them = waits.values()
    return TeamShown(
        today, len(members), sum(now.values()), sum(week.values()),
        sum(one.due for one in all_of_them), sum(one.late for one in all_of_them),
        sum(one.planned for one in all_of_them), sum(one.covered for one in all_of_them),
        page, len(lines) > (page + 1) * PAGE, tuple(lines[page * PAGE : (page + 1) * PAGE]),
    )  # fmt: skip


def _line(who: Person, today: int, week: int, waits: Waiting, n: int) -> TeamLine:
    return TeamLine(n, who.name, waits.owned, today, week, waits.due, waits.late, Wanted(owner=who.id).where)
