"""The complaints that are open, oldest first, and how many came and were closed this month."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from storage import complaints, people
from storage.models import Person
from storage.scope import Scope

from .wanted import Named, Wanted, is_own, named, person_of

PAGE = 4


@dataclass(frozen=True)
class ComplaintLine:
    """One that is open, for how many days, in its words."""

    n: int
    customer: int
    name: str
    tier: str
    days: int
    words: str
    owner: str | None


@dataclass(frozen=True)
class ComplaintsShown:
    """Open complaints; `opened` and `closed` this month."""

    today: date
    mine: bool
    person: str | None
    among: tuple[Named, ...]
    count: int
    opened: int
    closed: int
    page: int
    lines: tuple[ComplaintLine, ...]
    where: str


def show(db: Session, who: Person, scope: Scope, wanted: Wanted, today: date, page: int = 0) -> ComplaintsShown:
    """A page of them."""
    narrowed = wanted.narrowed(db, today)
    rows = complaints.open_ones(db, scope, narrowed, page * PAGE, PAGE)
    names = people.named(db, [owner for *_, owner in rows if owner])
    lines = tuple(
        ComplaintLine(n, row.customer_id, name, tier, (today - row.opened_on).days, row.words, names.get(owner or 0))
        for n, (row, name, tier, owner) in enumerate(rows, page * PAGE + 1)
    )
    opened, closed = complaints.counted(db, scope, narrowed, today.replace(day=1), today)
    return ComplaintsShown(
        today, is_own(who, scope), person_of(db, scope, wanted.owner), named(db, wanted),
        complaints.count_open(db, scope, narrowed), opened, closed, page, lines, wanted.where,
    )  # fmt: skip
