"""The owners of a whole list asked at once, the longest silent first, a few customers each."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

import reminders
from storage import complaints, sales, silence
from storage.scope import visible

from . import asking
from .askable import to_ask
from .asking import Asked
from .lists import year
from .records import Keeping
from .refusals import CustomerUnknown, OldCard
from .top import few
from .wanted import Wanted

EACH = 3
"""So many customers of one list a person is asked about at once."""
LOOKED_AT = 200
"""So far down a list owners are looked for."""
NAMED = 3


@dataclass(frozen=True)
class OwnerAsked:
    """Somebody, and about how many customers they were asked."""

    name: str
    customers: int


@dataclass(frozen=True)
class OwnersAsked:
    """Who was just asked, and when the answers come: `on` at `at`.

    `name`: the only customer asked about. `already`: about so many the owners were asked before and have not
    answered; `left`: so many more are theirs. `first`: what takes it back. `listed`: on which of `LISTED` they stood.
    """

    listed: str
    where: str | None
    name: str | None
    owners: tuple[OwnerAsked, ...]
    more: int
    already: int
    left: int
    today: date
    on: date
    at: time
    first: int | None


def ask_listed(keeping: Keeping, listed: str, wanted: Wanted, today: date) -> tuple[OwnersAsked, list[Asked]]:
    """Ask the owners of one of the lists, in its order."""
    if listed not in LISTED:
        raise OldCard
    told, asked = _ask(keeping, LISTED[listed](keeping, wanted, today), listed)
    return replace(told, where=wanted.where), asked


def ask_one(keeping: Keeping, customer_id: int) -> tuple[OwnersAsked, list[Asked]]:
    """Ask the owner of one customer."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    told, asked = _ask(keeping, [customer.id], "list")
    return replace(told, name=customer.name), asked


def _silent(keeping: Keeping, wanted: Wanted, today: date) -> list[int]:
    """Customers narrowed in words, the longest silent first."""
    rows = silence.by_silence(keeping.db, keeping.scope, wanted.narrowed(keeping.db, today), 0, LOOKED_AT)
    return [row.customer for row in rows]


def _complaining(keeping: Keeping, wanted: Wanted, today: date) -> list[int]:
    """Those with an open complaint, the oldest first."""
    rows = complaints.open_ones(keeping.db, keeping.scope, wanted.narrowed(keeping.db, today), 0, LOOKED_AT)
    return list(dict.fromkeys(row.customer_id for row, *_ in rows))


def _buying(keeping: Keeping, wanted: Wanted, today: date) -> list[int]:
    """Those who bring most of the sales, as the list of them says."""
    span = year(keeping.company, today)
    bought = sales.by_customer(keeping.db, keeping.scope, wanted.narrowed(keeping.db, today), span)
    return [number for number, _ in bought[: min(few([sold for _, sold in bought]), LOOKED_AT)]]


LISTED: dict[str, Callable[[Keeping, Wanted, date], list[int]]] = {
    "list": _silent,
    "complaints": _complaining,
    "top": _buying,
}
"""The lists whose owners can be asked, by the verb of the button that shows them."""


def _ask(keeping: Keeping, numbers: Sequence[int], listed: str) -> tuple[OwnersAsked, list[Asked]]:
    owners = to_ask(keeping.db, keeping.who, keeping.scope, numbers)
    waiting = asking.waiting(keeping, owners)
    left: Counter[int] = Counter()
    chosen = []
    for number in (number for number in numbers if number in owners and number not in waiting):
        left[owners[number].id] += 1
        if left[owners[number].id] <= EACH:
            chosen.append(number)
    asked = asking.ask(keeping, chosen)
    return _told(keeping, listed, asked, len(waiting), left.total() - len(chosen)), asked


def _told(keeping: Keeping, listed: str, asked: Sequence[Asked], already: int, left: int) -> OwnersAsked:
    per_owner = Counter(one.owner.id for one in asked)
    names = {one.owner.id: one.owner.name for one in asked}
    told = tuple(OwnerAsked(names[number], count) for number, count in per_owner.most_common())
    on = asking.summary_on(keeping.db, keeping.company, keeping.who, keeping.now)
    first = _together(asked, listed)
    today = reminders.local_date(keeping.now, keeping.who.zone)
    at = keeping.company.reminding.report_at
    return OwnersAsked(listed, None, None, told[:NAMED], max(len(told) - NAMED, 0), already, left, today, on, at, first)


def _together(asked: Sequence[Asked], listed: str) -> int | None:
    """One tap asked them: they can be taken back as one."""
    first = asked[0].question.id if asked else None
    for one in asked:
        one.question.facts = {**one.question.facts, "first": first, "listed": listed}
    return first
