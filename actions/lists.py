"""Lists of customers: narrowed by tier, status, owner, days without contact, city, region, industry; by pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from storage import counts, pages, people, silence
from storage.lists import Listed, Year
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .customers import for_now
from .money import digits
from .wanted import Named, Wanted, is_own, named, person_of

PAGE = 5
STATUSES = ("new", "active", "silent", "at_risk")
STATES = ("late", "due", "planned", "covered")
"""Lists by their dates: against the cadence."""
SILENCE = {"silent": "at_risk", "at_risk": "silent"}
"""The two lists of those who were not heard of, each with the other."""


@dataclass(frozen=True)
class ListLine:
    """A customer of a list. `days` since the last touch, `usual` ones; `kept_tier`: whose reminders it keeps."""

    n: int
    customer: int
    name: str
    tier: str
    kept_tier: str | None
    provisional: bool
    status: str
    days: int | None
    usual: int
    owner: str | None
    due_on: date | None


@dataclass(frozen=True)
class CustomersListed:
    """Customers by their sales of 12 months; those in a state against their cadence by their dates.

    `mine`: they are the asker's own, so owners need no saying; `among`: what they are narrowed to.
    """

    where: str
    tier: str | None
    status: str | None
    among: tuple[Named, ...]
    person: str | None
    mine: bool
    count: int
    page: int
    lines: tuple[ListLine, ...]


@dataclass(frozen=True)
class SilentListed:
    """Those who were not heard of for too long: `silent` or `at_risk`, or no contact for so many `days`.

    `count` includes those who dropped by their own silence and stay here until touched: `dropped`, of them
    `dropped_now` this month. `other` is how many stand on the other list. `due`: where nobody is silent, how
    many are to be followed up by today all the same.
    """

    where: str
    tier: str | None
    status: str | None
    days: int | None
    among: tuple[Named, ...]
    person: str | None
    mine: bool
    count: int
    dropped: int
    dropped_now: int
    other: int
    other_where: str
    due: int
    page: int
    lines: tuple[ListLine, ...]


@dataclass(frozen=True)
class PersonCount:
    """Somebody, and how many of the listed customers are theirs."""

    n: int
    name: str
    customers: int
    where: str


@dataclass(frozen=True)
class ListedByPerson:
    """Whose the customers of a list are, who has most of them first."""

    where: str
    tier: str | None
    status: str | None
    days: int | None
    among: tuple[Named, ...]
    count: int
    page: int
    more: bool
    lines: tuple[PersonCount, ...]


def by_sales(
    db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date, page: int = 0
) -> CustomersListed:
    """Who bought most first; in a state against the cadence, who is due first."""
    narrowed = wanted.narrowed(db, today)
    if wanted.status in STATES:
        rows = pages.by_due(db, scope, narrowed, page * PAGE, PAGE)
    else:
        rows = pages.by_sales(db, scope, narrowed, page * PAGE, PAGE)
    return CustomersListed(
        wanted.where, wanted.tier, wanted.status, named(db, wanted), person_of(db, scope, wanted.owner),
        is_own(who, scope), counts.count(db, scope, narrowed), page, _lines(db, rows, today, page),
    )  # fmt: skip


def by_silence(db: Session, who: Person, scope: Scope, wanted: Wanted, today: date, page: int = 0) -> SilentListed:
    """The better tier first, in it who was silent longest."""
    narrowed, other = wanted.narrowed(db, today), _other(wanted)
    fell = (0, 0) if wanted.status != "silent" else (
        counts.dropped(db, scope, narrowed), counts.dropped(db, scope, narrowed, today.replace(day=1))
    )  # fmt: skip
    rows, count = silence.by_silence(db, scope, narrowed, page * PAGE, PAGE), counts.count(db, scope, narrowed)
    due = 0 if count else counts.due(db, scope, replace(narrowed, status=None), today)
    return SilentListed(
        wanted.where, wanted.tier, wanted.status, wanted.days, named(db, wanted), person_of(db, scope, wanted.owner),
        is_own(who, scope), count, *fell,
        counts.count(db, scope, other.narrowed(db, today)) if other else 0, other.where if other else "",
        due, page, _lines(db, rows, today, page),
    )  # fmt: skip


@dataclass(frozen=True)
class FilterOffered:
    """How many are on a list, and what may narrow it further: tier -> list, status -> list; one twice takes it off."""

    tier: str | None
    status: str | None
    among: tuple[Named, ...]
    person: str | None
    count: int
    tiers: dict[str, str]
    statuses: dict[str, str]
    where: str


def filters(db: Session, scope: Scope, wanted: Wanted, today: date) -> FilterOffered:
    """The same list, and its neighbours."""
    tiers = {one: replace(wanted, tier=None if wanted.tier == one else one).where for one in "ABC"}
    statuses = {one: replace(wanted, status=None if wanted.status == one else one).where for one in STATUSES}
    count = counts.count(db, scope, wanted.narrowed(db, today))
    return FilterOffered(
        wanted.tier, wanted.status, named(db, wanted), person_of(db, scope, wanted.owner), count, tiers, statuses,
        wanted.where,
    )  # fmt: skip


def by_person(db: Session, scope: Scope, wanted: Wanted, today: date, page: int = 0) -> ListedByPerson:
    """Whose they are."""
    rows = counts.per_owner(db, scope, wanted.narrowed(db, today))
    shown = rows[page * PAGE : (page + 1) * PAGE]
    names = people.named(db, [who for who, _ in shown])
    lines = tuple(
        PersonCount(n, names[who], count, replace(wanted, owner=who).where)
        for n, (who, count) in enumerate(shown, page * PAGE + 1)
    )
    total = sum(count for _, count in rows)
    more = len(rows) > (page + 1) * PAGE
    return ListedByPerson(
        wanted.where, wanted.tier, wanted.status, wanted.days, named(db, wanted), total, page, more, lines
    )  # fmt: skip


def year(company: Company, today: date) -> Year:
    """The 12 months up to today, and what a minor unit of each currency is worth in the company's."""
    own = digits(company.currency)
    worth = {
        currency: tuple((day, rate * 10.0 ** (own - digits(currency))) for day, rate in steps)
        for currency, steps in company.rates.items()
    }
    return Year(today - timedelta(days=365), today, worth)


def _other(wanted: Wanted) -> Wanted | None:
    other = SILENCE.get(wanted.status or "")
    return replace(wanted, status=other) if other else None


def _lines(db: Session, rows: Iterable[Listed], today: date, page: int) -> tuple[ListLine, ...]:
    found = list(rows)
    names = people.named(db, [row.owner for row in found if row.owner])
    return tuple(_line(row, names, today, n) for n, row in enumerate(found, page * PAGE + 1))


def _line(row: Listed, names: dict[int, str], today: date, n: int) -> ListLine:
    kept = row.standing
    days = (today - kept.last_touch_on).days if kept.last_touch_on else None
    owner = names.get(row.owner) if row.owner else None
    return ListLine(
        n,
        row.customer,
        row.name,
        kept.tier,
        kept.kept_tier,
        for_now(kept),
        kept.status,
        days,
        round(kept.rhythm),
        owner,
        kept.due_on,
    )
