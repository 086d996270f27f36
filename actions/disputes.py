"""Whose is it? The file that the manager decides by, with its evidence in order, and what the two have to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from storage import people, requests
from storage.models import Customer, Person, Request
from storage.scope import visible

from . import evidence
from .evidence import Evidence
from .records import Keeping
from .refusals import OldCard
from .requests import RequestPassedOn, passed_on
from .ringing import Ringing
from .verdicts import APPEAL

PAGE = 5


@dataclass(frozen=True)
class SoldBy:
    """How many sales somebody has with the customer."""

    who: str
    sales: int


@dataclass(frozen=True)
class OwnershipFile:
    """To the manager who decides: what the two did, in order. `bare`: whoever entered it had no contact, and its
    protection is over; `protected_until`: it still holds. `first`: whose contact was first, asker or owner."""

    request: int
    customer: int
    kind: str
    name: str
    asker: str
    owner: str | None
    lines: tuple[Evidence, ...]
    bare: bool
    protected_until: date | None
    sales: tuple[SoldBy, ...]
    first: str | None
    today: date
    asked: bool = False


@dataclass(frozen=True)
class OwnershipStory:
    """Everything that is known of it, oldest first, a page at a time."""

    request: int
    name: str
    entries: tuple[Evidence, ...]
    page: int
    more: bool


@dataclass(frozen=True)
class OpenLine:
    """A question of ownership that waits for the manager."""

    n: int
    request: int
    name: str
    asker: str
    owner: str


@dataclass(frozen=True)
class DisputesShown:
    """What waits for this manager's verdict, oldest first."""

    lines: tuple[OpenLine, ...]
    more: int


def to_judge(keeping: Keeping, number: int) -> Request:
    """The request of a tapped button, if this manager is the one to decide it now."""
    request = keeping.db.get(Request, number)
    if request is None or request.state != "open" or request.judge_id != keeping.who.id:
        raise OldCard
    if visible(keeping.db, keeping.scope, request.customer_id) is None or _waits_for_owner(keeping, request):
        raise OldCard
    return request


def say(ringing: Ringing) -> OwnershipFile | RequestPassedOn | None:
    """The owner's time is over: the manager gets the file, the two hear that it is with the manager."""
    request = ringing.db.get_one(Request, int(ringing.row.subject))
    keeping = Keeping(ringing.db, ringing.who, ringing.company, ringing.scope, ringing.now, ringing.today)
    if ringing.who.id != request.judge_id:
        return passed_on(ringing.db, ringing.who, request)
    return file(keeping, request) if visible(ringing.db, ringing.scope, request.customer_id) else None


def mine(keeping: Keeping) -> list[Request]:
    """What waits for this manager, or for any manager who sees the customer where nobody was above."""
    found = requests.waiting_for_judges(keeping.db, keeping.who.id, keeping.now)
    seen = [one for one in found if visible(keeping.db, keeping.scope, one.customer_id)]
    for one in seen:
        one.judge_id = keeping.who.id
    return [one for one in seen if keeping.who.id not in (one.asker_id, one.owner_id)]


def shown(keeping: Keeping) -> DisputesShown:
    """The list of what waits."""
    found = mine(keeping)
    names = people.named(keeping.db, [n for one in found for n in (one.asker_id, one.owner_id) if n])
    lines = [
        OpenLine(
            n, one.id, keeping.db.get_one(Customer, one.customer_id).name, names[one.asker_id],
            names.get(one.owner_id or 0, ""),
        )
        for n, one in enumerate(found[:PAGE], 1)
    ]  # fmt: skip
    return DisputesShown(tuple(lines), max(len(found) - PAGE, 0))


def file(keeping: Keeping, request: Request, asked: bool = False) -> OwnershipFile:
    """The manager's card."""
    customer = keeping.db.get_one(Customer, request.customer_id)
    found, sides = evidence.of(keeping.db, request, keeping.company), [request.asker_id, request.owner_id or 0]
    names = people.named(keeping.db, sides)
    entered = next((one.author for one in found if one.kind == evidence.ADDED), 0)
    until = evidence.protected_until(found, entered, keeping.company)
    sold = [
        SoldBy(names.get(side, ""), sum(e.kind == evidence.SALE and e.author == side for e in found)) for side in sides
    ]
    return OwnershipFile(
        request.id, customer.id, request.kind, customer.name, names[request.asker_id], names.get(request.owner_id or 0),
        evidence.telling(found, sides), until is not None and until < keeping.today,
        until if until is not None and until >= keeping.today else None, tuple(one for one in sold if one.sales),
        _first(found, sides), keeping.today, asked,
    )  # fmt: skip


def story(keeping: Keeping, request: Request, page: int) -> OwnershipStory:
    """Everything, a page at a time."""
    found = evidence.of(keeping.db, request, keeping.company)
    name, first = keeping.db.get_one(Customer, request.customer_id).name, page * PAGE
    return OwnershipStory(request.id, name, found[first : first + PAGE], page, len(found) > first + PAGE)


def say_more(keeping: Keeping, number: int, words: str) -> Request:
    """One of the two tells their side: it belongs to the file."""
    request = owned(keeping, number)
    one = {"person": keeping.who.id, "at": keeping.now.isoformat(), "words": words}
    request.statements = [*request.statements, one]
    return request


def owned(keeping: Keeping, number: int) -> Request:
    """The open request of a tapped button, if this person is one of the two."""
    request = keeping.db.get(Request, number)
    if request is None or request.state != "open" or keeping.who.id not in (request.asker_id, request.owner_id):
        raise OldCard
    return request


def name_for(request: Request, customer: Customer, person: Person) -> str:
    """What somebody may read of it: its name, or what they typed."""
    return request.named if person.id == request.asker_id and request.kind != APPEAL else customer.name


def _first(found: Sequence[Evidence], sides: Sequence[int]) -> str | None:
    days = {side: evidence.first_touch(found, number) for side, number in zip(("asker", "owner"), sides, strict=True)}
    met = {side: on for side, on in days.items() if on}
    return min(met, key=lambda side: met[side]) if met else None


def _waits_for_owner(keeping: Keeping, request: Request) -> bool:
    """Whether its owner may still answer alone."""
    return request.until_at is not None and request.until_at > keeping.now
