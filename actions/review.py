"""The month behind: figures, moves, and what became of the customers that people were reminded of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from storage import complaints, counts, customers, people, reviews, rules
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .moves import Step, between
from .periods import Period, last_month
from .ringing import Ringing
from .trend import lines
from .wanted import EVERYBODY, is_own

PAGE = 4


@dataclass(frozen=True)
class ReviewShown:
    """A month beside the one before, its moves, and of how many that were reminded of there was a contact."""

    name: str
    period: Period
    before: Period
    currency: str
    touches: int
    touches_before: int
    new: int
    sales: int
    sales_before: int
    up: int
    down: int
    steps: tuple[Step, ...]
    opened: int
    closed: int
    reminded: int
    touched: int
    span: str
    missed_at: time | None = None


@dataclass(frozen=True)
class NothingLine:
    """A customer that agendas showed so often, and nothing was recorded."""

    n: int
    customer: int
    name: str
    times: int
    owner: str | None


@dataclass(frozen=True)
class HappenedShown:
    """What became of the customers that agendas showed in a span: touched, put off, or nothing; these by name."""

    period: Period
    reminded: int
    touched: int
    put_off: int
    nothing: int
    page: int
    lines: tuple[NothingLine, ...]
    span: str


def say(ringing: Ringing) -> ReviewShown | None:
    """To whoever leads others, once the month is over."""
    scope = ringing.scope
    if is_own(ringing.who, scope) or not people.roles_include(ringing.db, ringing.who.id, "manager"):
        return None
    period, missed_at = last_month(ringing.row.on), ringing.who.agenda_at if ringing.late else None
    return show(ringing.db, ringing.who, scope, ringing.company, period, missed_at)


def show(
    db: Session, who: Person, scope: Scope, company: Company, period: Period, missed_at: time | None = None
) -> ReviewShown | None:
    """The figures of a month; None where there is nobody to speak of."""
    everybody = EVERYBODY.narrowed(db, period.today)
    if not counts.count(db, scope, everybody):
        return None
    now, before = lines(db, scope, company, EVERYBODY, period.today, [period, period.before])
    moved = between(db, scope, period)
    opened, closed = complaints.counted(db, scope, everybody, period.first, period.last)
    told, touched, _ = _happened(db, scope, company, period)
    return ReviewShown(
        who.name, period, period.before, company.currency, now.touches, before.touches, now.new, now.sales,
        before.sales, moved.up, moved.down, moved.steps, opened, closed, len(told), len(touched), period.word,
        missed_at,
    )  # fmt: skip


def happened(db: Session, scope: Scope, company: Company, period: Period, page: int = 0) -> HappenedShown:
    """A page of those of whom nothing was recorded, whom agendas showed most often first."""
    told, touched, later = _happened(db, scope, company, period)
    nothing = sorted(set(told) - touched - later, key=lambda number: (-told[number][1], number))
    shown = nothing[page * PAGE : (page + 1) * PAGE]
    return HappenedShown(
        period, len(told), len(touched), len(later - touched), len(nothing), page,
        _lines(db, scope, shown, told, page), period.word,
    )  # fmt: skip


def _happened(
    db: Session, scope: Scope, company: Company, period: Period
) -> tuple[dict[int, tuple[date, int]], set[int], set[int]]:
    """Whom agendas showed (first day, how often), who was touched from that day on, who was put off."""
    told = reviews.reminded(db, scope.people or (), period.first, period.last)
    seen = rules.names(db, scope, list(told))
    told = {number: shown for number, shown in told.items() if number in seen}
    days = reviews.touched(db, list(told), period.first, period.last)
    touched = {number for number, on in days.items() if on >= told[number][0]}
    since = datetime.combine(period.first, time.min, company.place)
    later = reviews.put_off(db, list(told), since, since + timedelta(days=period.days))
    return told, touched, later


def _lines(
    db: Session, scope: Scope, numbers: Sequence[int], told: dict[int, tuple[date, int]], page: int
) -> tuple[NothingLine, ...]:
    names, owners = rules.names(db, scope, numbers), customers.owners_of(db, numbers)
    called = people.named(db, list(owners.values()))
    return tuple(
        NothingLine(n, number, names.get(number, ""), told[number][1], called.get(owners.get(number, 0)))
        for n, number in enumerate(numbers, page * PAGE + 1)
    )
