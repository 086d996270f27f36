"""What a successor is told of the customers that came: the list, the most urgent first, and a brief on each."""

from dataclasses import dataclass, replace
from datetime import date

from storage import customers, people, records, standings
from storage.models import Doing
from storage.scope import visible

from .cards import Due
from .customers import Entry, entries, shown_phone
from .handover import HANDOVER
from .records import Keeping
from .refusals import CustomerUnknown, OldCard

PAGE = 5
HAPPENED = ("visit", "meeting", "call", "message", "note", "purchase", "complaint")


@dataclass(frozen=True)
class BriefLine:
    """One of the customers that came."""

    n: int
    customer: int
    name: str
    tier: str
    days: int | None
    promise: str | None


@dataclass(frozen=True)
class HandoverReceived:
    """To the successor: whose customers came, the most urgent first; a brief on each behind its number."""

    doing: int
    old: str
    by: str
    count: int
    lines: tuple[BriefLine, ...]
    page: int
    more: int


@dataclass(frozen=True)
class HandoverBrief:
    """One customer for its new owner: who it is, whom to ask for, what was last, what is agreed."""

    doing: int
    customer: int
    name: str
    tier: str
    today: date
    days: int | None
    usual: int
    contact: str | None
    phone: str | None
    old: str
    last: tuple[Entry, ...]
    promise: Due | None
    next: Due | None


def received(keeping: Keeping, doing: Doing, page: int = 0) -> HandoverReceived:
    """What the successor sees of it now, the longest silent A first."""
    found = [found for number in doing.understood["customers"] if (found := _brief_line(keeping, number))]
    ranked = sorted(found, key=lambda line: (line.promise is None, line.tier, -(line.days or 0), line.customer))
    first = page * PAGE
    lines = [replace(line, n=n) for n, line in enumerate(ranked[first : first + PAGE], first + 1)]
    names = people.named(keeping.db, [doing.understood["old"], doing.person_id or 0])
    return HandoverReceived(
        doing.id, names.get(doing.understood["old"], ""), names.get(doing.person_id or 0, ""), len(ranked),
        tuple(lines), page, max(len(ranked) - first - PAGE, 0),
    )  # fmt: skip


def brief(keeping: Keeping, doing: Doing, customer_id: int) -> HandoverBrief:
    """One of them."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None or customer_id not in doing.understood["customers"]:
        raise CustomerUnknown
    row = standings.of(keeping.db, customer.id)
    if row is None:
        raise CustomerUnknown
    contact = next(iter(customers.contacts_of(keeping.db, customer.id)), None)
    plans = records.open_plans(keeping.db, customer.id)
    due = [Due(plan.due_on, plan.due_at, plan.words) for plan in plans]
    last = tuple(one for one in entries(keeping.db, customer.id) if one.kind in HAPPENED)
    days = (keeping.today - row.last_touch_on).days if row.last_touch_on else None
    return HandoverBrief(
        doing.id, customer.id, customer.name, row.tier, keeping.today, days, round(row.rhythm),
        contact.name if contact else None, shown_phone(keeping.db, keeping.who, customer, contact, keeping.now),
        people.named(keeping.db, [doing.understood["old"]]).get(doing.understood["old"], ""),
        last[:2], next((one for one in due if one.words), None),
        next((one for one in due if not one.words), None),
    )  # fmt: skip


def of_successor(keeping: Keeping, number: int) -> Doing:
    """The hand-over of a tapped button, if it came to this person."""
    doing = keeping.db.get(Doing, number)
    if doing is None or doing.what != HANDOVER or doing.undone_at is not None:
        raise OldCard
    if doing.understood["new"] != keeping.who.id:
        raise OldCard
    return doing


def _brief_line(keeping: Keeping, number: int) -> BriefLine | None:
    customer = visible(keeping.db, keeping.scope, number)
    row = standings.of(keeping.db, customer.id) if customer else None
    if customer is None or row is None:
        return None
    promise = next((plan.words for plan in records.open_plans(keeping.db, customer.id) if plan.words), None)
    days = (keeping.today - row.last_touch_on).days if row.last_touch_on else None
    return BriefLine(0, customer.id, customer.name, row.tier, days, promise)
