"""Coverage of the cadence: due, planned, covered, late; and how many contacts of this month's are still to come."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy.orm import Session

import scoring
from storage import coverage, people, rules, team
from storage.coverage import Covered
from storage.models import Person
from storage.scope import Scope
from storage.states import PLANNED

from .company import Company
from .periods import month_end
from .wanted import Named, Wanted, is_own, named, person_of

PAGE = 3
WEEKS = 8
MOST_DRAWN = 14
"""So many people fit on a picture that can be read on a phone."""


@dataclass(frozen=True)
class CoverageLine:
    """A person, or a customer of one: contacts that this month wants by the cadence, days on which there was one, and
    how many are left: `max(planned - done, 0)` of each customer, summed."""

    n: int
    customer: int | None
    name: str
    wanted: int
    done: int
    remaining: int
    late: int
    state: str | None
    where: str | None


Lines = tuple[CoverageLine, ...]


@dataclass(frozen=True)
class CoverageShown:
    """The customers with reminders by their state today, and this month's contacts, per person or per customer."""

    today: date
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    customers: int
    due: int
    planned: int
    covered: int
    late: int
    wanted: int
    done: int
    remaining: int
    page: int
    count: int
    lines: tuple[CoverageLine, ...]
    where: str
    late_where: str
    due_where: str


@dataclass(frozen=True)
class WeekTouched:
    """One person's contacts week by week."""

    name: str
    weeks: tuple[int, ...]


@dataclass(frozen=True)
class CoveragePicture:
    """Contacts by person and week, oldest week first, to be drawn."""

    picture: ClassVar[bool] = True
    today: date
    mondays: tuple[date, ...]
    people: int
    lines: tuple[WeekTouched, ...]


def show(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date, page: int = 0
) -> CoverageShown:
    """Per person; of one person, or of one's own customers, per customer."""
    month = today.replace(day=1)
    rows = coverage.covered(db, scope, wanted.narrowed(db, today), month, today)
    counts = [count(row, company, today) for row in rows]
    alone = is_own(who, scope) or wanted.owner is not None
    lines = _by_customer(db, scope, rows, counts, page) if alone else _by_person(db, rows, counts, wanted, page)
    states = [each.state for each in counts]
    return CoverageShown(
        today, is_own(who, scope), person_of(db, scope, wanted.owner), named(db, wanted), len(rows),
        states.count("due"), states.count("planned"), states.count("covered"), states.count("late"),
        sum(each.wanted for each in counts), sum(each.done for each in counts), sum(each.remaining for each in counts),
        page, len(rows) if alone else len({row.owner for row in rows}), lines, wanted.where,
        replace(wanted, status="late").where, replace(wanted, status="due").where,
    )  # fmt: skip


def picture(db: Session, scope: Scope, wanted: Wanted, today: date) -> CoveragePicture:
    """The team's contacts of the last weeks, who has most of them first."""
    members = [one for one in team.members(db, scope.people or ()) if wanted.owner in (None, one.id)]
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=n) for n in range(WEEKS)][::-1]
    touched = team.touches(db, [one.id for one in members], mondays[0], today)
    weeks: dict[int, list[int]] = {one.id: [0] * WEEKS for one in members}
    for (person, on), n in touched.items():
        weeks[person][(on - mondays[0]).days // 7] += n
    lines = sorted((WeekTouched(one.name, tuple(weeks[one.id])) for one in members), key=lambda line: -sum(line.weeks))
    return CoveragePicture(today, tuple(mondays), len(lines), tuple(lines[:MOST_DRAWN]))


@dataclass(frozen=True)
class Count:
    """One customer's month."""

    wanted: int
    done: int
    state: str

    @property
    def remaining(self) -> int:
        """What is still to come."""
        return max(self.wanted - self.done, 0)


def count(row: Covered, company: Company, today: date) -> Count:
    """What this month wants of a customer by its cadence since it is there, what was done, how it stands today."""
    first = max(today.replace(day=1), row.created_on)
    days = (month_end(today) - first).days + 1
    wanted = round(days / max(company.rules.cadence(_tier(row.tier)), 1))
    return Count(wanted, row.days, _state(row, today))


def _tier(letter: str) -> scoring.Tier:
    return scoring.TIERS[scoring.TIERS.index(letter)]


def _state(row: Covered, today: date) -> str:
    if row.due_on is None or row.due_on < today:
        return "late"
    if row.due_on == today:
        return "due"
    return "planned" if row.because in PLANNED else "covered"


def _by_person(db: Session, rows: Sequence[Covered], counts: Sequence[Count], wanted: Wanted, page: int) -> Lines:
    grouped: dict[int | None, list[Count]] = defaultdict(list)
    for row, each in zip(rows, counts, strict=True):
        grouped[row.owner].append(each)
    ranked = sorted(grouped.items(), key=lambda item: (-sum(each.remaining for each in item[1]), item[0] or 0))
    names = people.named(db, [owner for owner in grouped if owner])
    return _page(
        ranked, page,
        lambda n, owner, its: _line(n, None, names.get(owner or 0, ""), its, None,
                                    replace(wanted, owner=owner).where if owner else None),
    )  # fmt: skip


def _by_customer(db: Session, scope: Scope, rows: Sequence[Covered], counts: Sequence[Count], page: int) -> Lines:
    pairs = zip(rows, counts, strict=True)
    ranked = sorted(((row.customer, [each]) for row, each in pairs), key=lambda pair: (-pair[1][0].remaining, pair[0]))
    names = rules.names(db, scope, [number for number, _ in ranked[page * PAGE : (page + 1) * PAGE]])
    return _page(
        ranked, page, lambda n, number, its: _line(n, number, names.get(number, ""), its, its[0].state, None)
    )  # fmt: skip


def _page(ranked: Sequence[tuple[Any, list[Count]]], page: int, line: Callable[..., CoverageLine]) -> Lines:
    shown = ranked[page * PAGE : (page + 1) * PAGE]
    return tuple(line(n, who, its) for n, (who, its) in enumerate(shown, page * PAGE + 1))


def _line(
    n: int, customer: int | None, name: str, its: Iterable[Count], state: str | None, where: str | None
) -> CoverageLine:
    found = list(its)
    late = sum(each.state == "late" for each in found)
    return CoverageLine(
        n, customer, name, sum(each.wanted for each in found), sum(each.done for each in found),
        sum(each.remaining for each in found), late, state, where,
    )  # fmt: skip
