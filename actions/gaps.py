"""What records don't say: nobody to speak to, no phone, no place, no industry; of how many, and whose they are."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from storage import people, team
from storage.models import Person
from storage.scope import Scope

from .wanted import Wanted, is_own

PAGE = 3


@dataclass(frozen=True)
class GapsLine:
    """One person, and how complete their records are, in percent."""

    n: int
    name: str
    customers: int
    complete: int
    where: str


@dataclass(frozen=True)
class GapsShown:
    """How complete the records are: what is missing of how many customers, and per person, most missing first."""

    mine: bool
    customers: int
    complete: int
    contacts: int
    phones: int
    places: int
    industries: int
    page: int
    more: bool
    lines: tuple[GapsLine, ...]
    where: str


def show(db: Session, who: Person, scope: Scope, wanted: Wanted, today: date, page: int = 0) -> GapsShown:
    """A page of the people."""
    rows = team.known(db, scope, wanted.narrowed(db, today))
    count = sum(each.customers for each in rows.values())
    whole = [sum(part) for part in zip(*(each.known for each in rows.values()), strict=True)] or [0, 0, 0, 0]
    ranked = sorted(rows.items(), key=lambda row: (_percent(sum(row[1].known), row[1].customers), row[0] or 0))
    shown = ranked[page * PAGE : (page + 1) * PAGE]
    names = people.named(db, [number for number, _ in shown if number])
    lines = tuple(
        GapsLine(n, names.get(number or 0, ""), each.customers, _percent(sum(each.known), each.customers),
                 replace(wanted, owner=number).where)
        for n, (number, each) in enumerate(shown, page * PAGE + 1)
    )  # fmt: skip
    missing = [count - known for known in whole]
    return GapsShown(
        is_own(who, scope), count, _percent(sum(whole), count), missing[0], missing[1], missing[2], missing[3],
        page, len(ranked) > (page + 1) * PAGE, lines, wanted.where,
    )  # fmt: skip


def _percent(known: int, customers: int) -> int:
    return round(100 * known / (4 * customers)) if customers else 0
