"""What an export in the chat holds: the tables of each answer, in the words of who asked, within what they may see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from typing import Any

from sqlalchemy.orm import Session

from actions import coverage as covering
from actions import moves, top, trend
from actions.company import Company
from actions.exporting import own_headings, some
from actions.lists import year
from actions.money import major
from actions.periods import Period, lately, month_of, of_word
from actions.sales import year_of
from actions.tiers import show as tiers_shown
from actions.wanted import Wanted
from handlers.texts.people import masked
from sheets import Chart, Column, Table
from storage import complaints, coverage, customers, lists, people, rules, sales
from storage.models import Person
from storage.scope import Scope

from .wording import said

AT_ONCE = 400
"""Customers that are looked up together."""
EVERY = 1_000_000
OWN = {"number": "figure"}
"""What a field of the company's own holds -> the kind of its column."""


@dataclass(frozen=True)
class Asked:
    """Who asked for what, when, in which language."""

    db: Session
    who: Person
    scope: Scope
    company: Company
    what: str
    arg: str
    wanted: Wanted
    today: date
    at: datetime

    @property
    def period(self) -> Period:
        """The span of days it is about."""
        return of_word(self.arg, self.today) if self.arg.isdigit() else month_of(self.today)

    def word(self, name: str) -> str:
        """A word in the asker's language."""
        return said(name, self.who.language)

    def drawn(self, name: str) -> str:
        """The title of a chart of something."""
        return f"{self.word('chart')} {self.word(name)}"

    def money(self, minor: float) -> float:
        """A sum in major units."""
        return major(round(minor), self.company.currency)


def tables(asked: Asked, title: str) -> list[Table]:
    """The answer's own tables, then what was asked by whom and when."""
    return [*KINDS[asked.what](asked), about(asked, title)]


def about(asked: Asked, title: str) -> Table:
    """What was asked, by whom and when."""
    lines = [("asked", title), ("by", asked.who.name), ("at", f"{asked.at:%Y-%m-%d %H:%M}"),
             ("company", asked.company.name), ("currency", asked.company.currency)]  # fmt: skip
    return Table(asked.word("about"), (), (), notes=[(asked.word(name), words) for name, words in lines])


def _columns(asked: Asked, **kinds: str) -> list[Column]:
    return [Column(asked.word(name), kind) for name, kind in kinds.items()]


def _list(asked: Asked) -> list[Table]:
    columns = _columns(
        asked, customer="text", contact="text", phone="text", owner="text", region="text", city="text",
        industry="text", tier="text", status="text", score="number", touched_on="date", due_on="date", sales="money",
        created_on="date",
    )  # fmt: skip
    own = [Column(name, OWN.get(kind, kind)) for name, kind in own_headings(asked.db, asked.who.language)]
    return [Table(asked.word("customers"), [*columns, *own], _customers(asked, lambda row: True))]


def _gaps(asked: Asked) -> list[Table]:
    table = _list(asked)[0]
    lacks = lambda row: not (row[1] and row[2] and (row[4] or row[5]) and row[6])  # noqa: E731
    return [Table(asked.word("gaps"), table.columns, _customers(asked, lacks))]


def _customers(asked: Asked, wanted: Callable[[Sequence[Any]], bool]) -> Iterator[Sequence[Any]]:
    """The customers; phones in full of the asker's own, masked of all others."""
    numbers = lists.numbers(asked.db, asked.scope, asked.wanted.narrowed(asked.db, asked.today))
    for first in range(0, len(numbers), AT_ONCE):
        part = numbers[first : first + AT_ONCE]
        owners = customers.owners_of(asked.db, part)
        for number, one in zip(part, some(asked.db, part, asked.at, asked.company, asked.who.language), strict=True):
            phone = one.phone if owners.get(number) == asked.who.id else masked(one.phone)
            status = asked.word(one.status) if one.status else None
            row = (one.name, one.contact, phone, one.owner, one.region, one.city, one.industry, one.tier, status,
                   one.score, one.touched_on, one.due_on, one.sales, one.created_on, *one.own)  # fmt: skip
            if wanted(row):
                yield row


def _tiers(asked: Asked) -> list[Table]:
    shown = tiers_shown(asked.db, asked.who, asked.scope, asked.company, asked.today, asked.wanted)
    rows = [(t.tier, t.customers, t.share / 100, asked.money(t.sales), t.sales_share / 100) for t in shown.tiers]
    columns = _columns(asked, tier="text", customers="number", share="percent", sales="money", sales_share="percent")
    chart = Chart("column", asked.drawn("tiers"), 0, (1,))
    return [Table(asked.word("tiers"), columns, rows, chart), *_list(asked)]


def _top(asked: Asked) -> list[Table]:
    if asked.arg in top.BY and asked.arg != "customer":
        return [_parts(asked, asked.arg)]
    narrowed, span = asked.wanted.narrowed(asked.db, asked.today), year(asked.company, asked.today)
    bought = sales.by_customer(asked.db, asked.scope, narrowed, span)
    columns = _columns(asked, customer="text", owner="text", sales="money", share="percent", so_far="percent")
    chart = Chart("line", asked.drawn("so_far"), 0, (4,))
    return [Table(asked.word("sales"), columns, _shares(asked, bought), chart)]


def _shares(asked: Asked, bought: Sequence[tuple[int, float]]) -> Iterator[Sequence[Any]]:
    whole = sum(sold for _, sold in bought) or 1
    rows = zip(_with_names(asked, bought), accumulate(sold for _, sold in bought), strict=True)
    for (name, owner, sold), so_far in rows:
        yield name, owner, asked.money(sold), sold / whole, so_far / whole


def _parts(asked: Asked, by: str) -> Table:
    shown = top.show(asked.db, asked.who, asked.scope, asked.company, asked.wanted, asked.today, by, 0, EVERY)
    tongue = "en" if asked.who.language == "en" else "zh"
    rows = [
        (getattr(line.name, tongue) if line.name else "", asked.money(line.sales), line.share / 100)
        for line in shown.lines
    ]
    chart = Chart("bar", asked.drawn("sales"), 0, (1,))
    return Table(asked.word(by), _columns(asked, **{by: "text"}, sales="money", share="percent"), rows, chart)


def _sales(asked: Asked) -> list[Table]:
    narrowed = asked.wanted.narrowed(asked.db, asked.today)
    bought = sales.by_customer(asked.db, asked.scope, narrowed, year_of(asked.company, asked.period))
    rows = ((name, owner, asked.money(sold)) for name, owner, sold in _with_names(asked, bought))
    columns = _columns(asked, customer="text", owner="text", sales="money")
    return [Table(asked.word("sales"), columns, rows, Chart("bar", asked.drawn("sales"), 0, (2,)))]


def _with_names(asked: Asked, bought: Sequence[tuple[int, float]]) -> Iterator[tuple[str, str, float]]:
    for first in range(0, len(bought), AT_ONCE):
        part = bought[first : first + AT_ONCE]
        numbers = [number for number, _ in part]
        names, owners = rules.names(asked.db, asked.scope, numbers), customers.owners_of(asked.db, numbers)
        called = people.named(asked.db, list(owners.values()))
        for number, sold in part:
            yield names.get(number, ""), called.get(owners.get(number, 0), ""), sold


def _coverage(asked: Asked) -> list[Table]:
    narrowed, month = asked.wanted.narrowed(asked.db, asked.today), asked.today.replace(day=1)
    rows = coverage.covered(asked.db, asked.scope, narrowed, month, asked.today)
    columns = _columns(
        asked, customer="text", owner="text", tier="text", state="text", due_on="date", planned_contacts="number",
        done_contacts="number", remaining="number",
    )  # fmt: skip
    return [Table(asked.word("coverage"), columns, _covered(asked, rows))]


def _covered(asked: Asked, rows: Sequence[coverage.Covered]) -> Iterator[Sequence[Any]]:
    named = _with_names(asked, [(row.customer, 0.0) for row in rows])
    for row, (name, owner, _) in zip(rows, named, strict=True):
        its = covering.count(row, asked.company, asked.today)
        yield name, owner, row.tier, asked.word(its.state), row.due_on, its.wanted, its.done, its.remaining


def _trend(asked: Asked) -> list[Table]:
    periods = lately(asked.today, asked.arg if asked.arg in trend.UNITS else "month")
    found = trend.lines(asked.db, asked.scope, asked.company, asked.wanted, asked.today, periods)
    rows = [(one.period.first, one.period.last, one.touches, one.new, asked.money(one.sales)) for one in found]
    columns = _columns(asked, first="date", last="date", contacts="number", new_customers="number", sales="money")
    return [Table(asked.word("trend"), columns, rows, Chart("line", asked.drawn("contacts"), 0, (2,)))]


def _moves(asked: Asked) -> list[Table]:
    found = moves.net_moves(asked.db, asked.scope, asked.period, asked.wanted.narrowed(asked.db, asked.today))
    rows = [
        (one.name, one.old, one.new, one.move.moved_on, one.move.score, asked.word(f"by_{one.move.reason}"))
        for one in found
    ]
    columns = _columns(
        asked, customer="text", old="text", to="text", moved_on="date", score="number", reason="text"
    )  # fmt: skip
    return [Table(asked.word("moves"), columns, rows)]


def _complaints(asked: Asked) -> list[Table]:
    found = complaints.open_ones(asked.db, asked.scope, asked.wanted.narrowed(asked.db, asked.today), 0, None)
    called = people.named(asked.db, [owner for *_, owner in found if owner])
    rows = [
        (name, tier, called.get(owner or 0, ""), row.opened_on, (asked.today - row.opened_on).days, row.words)
        for row, name, tier, owner in found
    ]
    columns = _columns(
        asked, customer="text", tier="text", owner="text", opened_on="date", days="number", words="long"
    )  # fmt: skip
    return [Table(asked.word("complaints"), columns, rows)]


KINDS: dict[str, Callable[[Asked], list[Table]]] = {
    "list": _list, "tiers": _tiers, "top": _top, "coverage": _coverage, "trend": _trend, "sales": _sales,
    "moves": _moves, "complaints": _complaints, "gaps": _gaps,
}  # fmt: skip
