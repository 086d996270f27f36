"""Who brings the sales: of 12 months or a span, by customer, person, team, region, industry or product."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from languages import all_words
from storage import company as catalogue
from storage import counts, people, rules, sales
from storage import customers as owned
from storage.models import Person
from storage.scope import Scope

from .company import Company
from .lists import year
from .wanted import Named, Wanted, is_own, name_of, named, person_of

PAGE = 4
MOST = 0.8
"""The part of the sales that few customers bring."""
BY = ("customer", "person", "team", "region", "industry", "product")
STEPS = 21
"""Points of the curve: how much the first so many percent of the customers bring."""


@dataclass(frozen=True)
class TopLine:
    """One of those who bring the sales; `share` of all sales in percent; `where`: the list of its customers."""

    n: int
    customer: int | None
    name: Named | None
    sales: int
    share: int
    owner: str | None
    where: str | None


@dataclass(frozen=True)
class TopShown:
    """Sales of 12 months in minor units, most first.

    `buyers` customers bought; the first `few` of them bring 80 %, which is `few_share` percent of all `customers`.
    """

    part: str
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    currency: str
    sales: int
    customers: int
    buyers: int
    few: int
    few_share: int
    page: int
    count: int
    lines: tuple[TopLine, ...]
    where: str


@dataclass(frozen=True)
class TopPicture(TopShown):
    """The same as a picture: `curve` is the part of the sales that each twentieth of the buyers brings, in percent."""

    picture: ClassVar[bool] = True
    curve: tuple[int, ...] = ()
    today: date = date.min


def show(
    db: Session,
    who: Person,
    scope: Scope,
    company: Company,
    wanted: Wanted,
    today: date,
    by: str,
    page: int = 0,
    size: int = PAGE,
) -> TopShown:
    """A page of so many of them."""
    return TopShown(**_facts(db, who, scope, company, wanted, today, by, page, size)[0])


def picture(db: Session, who: Person, scope: Scope, company: Company, wanted: Wanted, today: date) -> TopPicture:
    """The first customers and the curve."""
    facts, sums = _facts(db, who, scope, company, wanted, today, "customer", 0)
    return TopPicture(**facts, curve=curve(sums), today=today)


def few(sums: Sequence[float]) -> int:
    """How many of the largest make 80 % of the whole."""
    whole = sum(sums) * MOST
    return next((n for n, so_far in enumerate(accumulate(sums), 1) if so_far >= whole - 1e-9), 0) if whole else 0


def curve(sums: Sequence[float]) -> tuple[int, ...]:
    """What the first 0, 5, 10 ... 100 percent of the buyers bring, in percent."""
    so_far, whole = [0.0, *accumulate(sums)], sum(sums)
    if not whole:
        return ()
    places = (divmod(n * len(sums), STEPS - 1) for n in range(STEPS))
    ends = ((so_far[at], so_far[min(at + 1, len(sums))], rest / (STEPS - 1)) for at, rest in places)
    return tuple(round(100 * (low + (high - low) * part) / whole) for low, high, part in ends)


def _facts(
    db: Session,
    who: Person,
    scope: Scope,
    company: Company,
    wanted: Wanted,
    today: date,
    by: str,
    page: int,
    size: int = PAGE,
) -> tuple[dict[str, Any], list[float]]:
    narrowed, span = wanted.narrowed(db, today), year(company, today)
    bought = sales.by_customer(db, scope, narrowed, span)
    sums, customers = [sold for _, sold in bought], counts.count(db, scope, narrowed)
    whole = sum(sums)
    if by == "customer":
        count, lines = len(bought), _customers(db, scope, bought[page * size : (page + 1) * size], whole, page)
    else:
        parts = [row for row in sales.by_part(db, scope, narrowed, span, by) if row[1] > 0]
        count, lines = len(parts), _parts(db, parts[page * size : (page + 1) * size], whole, page, by, wanted)
    first = few(sums)
    facts = {
        "part": by, "mine": is_own(who, scope), "person": person_of(db, scope, wanted.owner),
        "among": named(db, wanted), "currency": company.currency, "sales": round(whole), "customers": customers,
        "buyers": len(bought), "few": first, "few_share": round(100 * first / customers) if customers else 0,
        "page": page, "count": count, "lines": lines, "where": wanted.where,
    }  # fmt: skip
    return facts, sums


def _customers(
    db: Session, scope: Scope, rows: Sequence[tuple[int, float]], whole: float, page: int
) -> tuple[TopLine, ...]:
    numbers = [number for number, _ in rows]
    names, owners = rules.names(db, scope, numbers), owned.owners_of(db, numbers)
    people_named = people.named(db, list(owners.values()))
    return tuple(
        TopLine(n, number, _same(names.get(number)), round(sold), _share(sold, whole),
                people_named.get(owners.get(number, 0)), None)
        for n, (number, sold) in enumerate(rows, page * PAGE + 1)
    )  # fmt: skip


def _parts(
    db: Session, rows: Sequence[tuple[Any, float, int]], whole: float, page: int, by: str, wanted: Wanted
) -> tuple[TopLine, ...]:
    found = _NAMES[by](db, [which for which, *_ in rows if which is not None])
    lines = []
    for n, (which, sold, _) in enumerate(rows, page * PAGE + 1):
        name, where = found.get(which, (None, None))
        to = replace(wanted, **where).where if where else None
        lines.append(TopLine(n, None, name, round(sold), _share(sold, whole), None, to))
    return tuple(lines)


Found = dict[Any, tuple[Named | None, dict[str, Any] | None]]
"""Which -> its name, and what narrows a list to it."""


def _people(db: Session, numbers: list[Any]) -> Found:
    return {number: (_same(name), {"owner": number}) for number, name in people.named(db, numbers).items()}


def _teams(db: Session, numbers: list[Any]) -> Found:
    names = people.team_names(db, numbers)
    return {number: (_same(names.get(number)), {"team": number}) for number in numbers}


def _regions(db: Session, numbers: list[Any]) -> Found:
    return {term.id: (name_of(term), {"region": term.id}) for term in catalogue.terms_by_ids(db, numbers)}


def _industries(db: Session, numbers: list[Any]) -> Found:
    return {term.id: (name_of(term), {"industry": term.id}) for term in catalogue.terms_by_ids(db, numbers)}


def _products(db: Session, words: list[Any]) -> Found:
    known = {name: term for term in catalogue.terms(db, "product") for name in all_words(term)}
    return {
        word: (name_of(known[word]), {"product": known[word].id}) if word in known
        else (_same(word), None)
        for word in words
    }  # fmt: skip


_NAMES = {"person": _people, "team": _teams, "region": _regions, "industry": _industries, "product": _products}


def _same(name: str | None) -> Named | None:
    return Named(name, name) if name else None


def _share(part: float, whole: float) -> int:
    return round(100 * part / whole) if whole > 0 else 0
