"""The team: what everybody did today and this week, what waits for them, how complete their records are."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from storage import counts, rules, sales, team, tiers
from storage.models import Person
from storage.scope import Scope
from storage.team import Waiting

from .company import Company
from .periods import month_of, week_of
from .sales import year_of
from .wanted import EVERYBODY, Wanted, person_of

PAGE = 4
COUNTED = 50_000
"""With more customers, how complete their records are is only said of one person."""


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
    """This person alone."""


@dataclass(frozen=True)
class TeamShown:
    """Everybody whose customers the asker sees; the counts are those of all of them together.

    `week_before`: touches up to the same day of the week before; `complete`: of what records could say, in percent.
    """

    today: date
    people: int
    touches_today: int
    touches_week: int
    week_before: int
    complete: int | None
    due: int
    late: int
    planned: int
    covered: int
    page: int
    more: bool
    lines: tuple[TeamLine, ...]


@dataclass(frozen=True)
class PersonShown:
    """One person of the team: customers, contacts, this month's sales beside last month's same days, what waits."""

    name: str
    today: date
    currency: str
    customers: int
    tiers: dict[str, int]
    touches_today: int
    touches_week: int
    week_before: int
    sales: int
    sales_before: int
    due: int
    late: int
    planned: int
    covered: int
    silent: int
    complete: int | None
    where: str
    silent_where: str
    late_where: str


def show(db: Session, scope: Scope, today: date, page: int = 0) -> TeamShown:
    """The team as of now, in the order in which its people came."""
    members = team.members(db, scope.people or ())
    waits = team.waiting(db, scope, today)
    now, week, before = _touches(db, [one.id for one in members], today)
    lines = [_line(one, now[one.id], week[one.id], waits.get(one.id, Waiting()), n) for n, one in enumerate(members, 1)]
    all_of_them = waits.values()
    complete = _complete(db, scope, EVERYBODY, today) if not rules.many(db, COUNTED) else None
    return TeamShown(
        today, len(members), sum(now.values()), sum(week.values()), sum(before.values()), complete,
        sum(one.due for one in all_of_them), sum(one.late for one in all_of_them),
        sum(one.planned for one in all_of_them), sum(one.covered for one in all_of_them),
        page, len(lines) > (page + 1) * PAGE, tuple(lines[page * PAGE : (page + 1) * PAGE]),
    )  # fmt: skip


def one(db: Session, scope: Scope, company: Company, wanted: Wanted, today: date) -> PersonShown | None:
    """One person, if their customers are the asker's business."""
    name = person_of(db, scope, wanted.owner)
    if name is None or wanted.owner is None:
        return None
    mine = replace(EVERYBODY, owner=wanted.owner)
    silent, late = replace(mine, status="silent"), replace(mine, status="late")
    narrowed, month = mine.narrowed(db, today), month_of(today)
    now, week, before = _touches(db, [wanted.owner], today)
    waits = team.waiting(db, scope, today).get(wanted.owner, Waiting())
    counted = {tier.tier: tier.customers for tier in tiers.counts(db, scope, narrowed)}
    sold = [sales.total(db, scope, narrowed, year_of(company, span)).sales for span in (month, month.before)]
    return PersonShown(
        name, today, company.currency, sum(counted.values()), {tier: counted.get(tier, 0) for tier in "ABC"},
        now[wanted.owner], week[wanted.owner], before[wanted.owner], round(sold[0]), round(sold[1]),
        waits.due, waits.late, waits.planned, waits.covered, counts.count(db, scope, silent.narrowed(db, today)),
        _complete(db, scope, mine, today), mine.where, silent.where, late.where,
    )  # fmt: skip


def _touches(db: Session, people: Collection[int], today: date) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Touches by person: of today, of this week, and of the same days of the week before."""
    week = week_of(today)
    now: Counter[int] = Counter()
    this: Counter[int] = Counter()
    last: Counter[int] = Counter()
    for (who, on), n in team.touches(db, people, week.before.first, today).items():
        now[who] += n if on == today else 0
        this[who] += n if on >= week.first else 0
        last[who] += n if on <= week.before.last else 0
    return now, this, last


def _complete(db: Session, scope: Scope, wanted: Wanted, today: date) -> int | None:
    """How complete the records are, in percent."""
    found = team.known(db, scope, wanted.narrowed(db, today)).values()
    could = sum(4 * each.customers for each in found)
    return round(100 * sum(sum(each.known) for each in found) / could) if could else None


def _line(who: Person, today: int, week: int, waits: Waiting, n: int) -> TeamLine:
    return TeamLine(
        n, who.name, waits.owned, today, week, waits.due, waits.late, replace(EVERYBODY, owner=who.id).where
    )
