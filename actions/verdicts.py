"""The verdict on whose a customer is, with its reason: given, told to both, and looked at again on appeal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from storage import customers, people, requests
from storage.models import Customer, Doing, Person, Request
from storage.scope import scope_of, visible

from . import giving
from .records import Keeping
from .refusals import AppealTooLate, OldCard
from .requests import settle

VERDICT, APPEAL = "verdict", "appeal"
REASONS = ("first", "more", "wish")
SIDES = ("asker", "owner", "both")
STATES = {"asker": "handed", "owner": "declined", "both": "shared"}


@dataclass(frozen=True)
class VerdictAsked:
    """Theirs; because? `to`: asker, owner or both."""

    request: int
    to: str
    who: tuple[str, ...]


@dataclass(frozen=True)
class VerdictGiven:
    """To the manager: whose it is and why; both were told. `appeal_days` 0: that was the last word."""

    request: int
    customer: int
    name: str
    to: tuple[str, ...]
    reason: str
    appeal_days: int


@dataclass(frozen=True)
class VerdictTold:
    """To one of the two: whose it is now, who decided and why. `mine`: theirs alone, shared, or not; `customer` 0: they
    don't see it; `seen`: they said that they know."""

    request: int
    customer: int
    name: str
    mine: str
    to: str
    by: str
    reason: str
    appeal_days: int
    seen: bool = False


@dataclass(frozen=True)
class VerdictUndone:
    """The question is open again: to the manager, and to both (`told`)."""

    request: int
    name: str
    told: bool


@dataclass(frozen=True)
class AppealMade:
    """To whoever appeals: who looks at it now; `again`: the same manager, as nobody is above."""

    request: int
    named: str
    manager: str
    again: bool


def asked(keeping: Keeping, request: Request, to: str) -> VerdictAsked:
    """Which reason?"""
    if to not in SIDES or (to == "owner" and request.owner_id is None):
        raise OldCard
    return VerdictAsked(request.id, to, tuple(person.name for person in _for(keeping, request, to)))


def rule(keeping: Keeping, request: Request, to: str, reason: str) -> Doing:
    """Give it to one of them, or let both have it."""
    if to not in SIDES or (to == "owner" and request.owner_id is None):
        raise OldCard
    customer = keeping.db.get_one(Customer, request.customer_id)
    doing = giving.begin(keeping, VERDICT, customer.id, request=request.id, notes=[])
    asker, owner = (keeping.db.get(Person, number or 0) for number in (request.asker_id, request.owner_id))
    if to == "both":
        _both(keeping, customer, [one for one in (asker, owner) if one])
    else:
        wins, loses = (asker, owner) if to == "asker" else (owner, asker)
        _alone(keeping, customer, wins, loses)
    settle(keeping, request, STATES[to], reason)
    request.doing_id = doing.id
    return doing


def _both(keeping: Keeping, customer: Customer, sides: Sequence[Person]) -> None:
    owner = customers.owner_of(keeping.db, customer.id)
    if owner not in {one.id for one in sides}:
        giving.give(keeping, customer, sides[0])
        owner = sides[0].id
    for one in sides:
        if one.id != owner:
            giving.share(keeping, customer, one)


def _alone(keeping: Keeping, customer: Customer, wins: Person | None, loses: Person | None) -> None:
    if wins is None or wins.left_at is not None:
        raise OldCard
    if customers.owner_of(keeping.db, customer.id) != wins.id:
        giving.give(keeping, customer, wins)
    if loses is not None:
        requests.end_share(keeping.db, customer.id, loses.id, keeping.now)


def given(keeping: Keeping, request: Request) -> VerdictGiven:
    """The manager's card afterwards."""
    customer = keeping.db.get_one(Customer, request.customer_id)
    to = tuple(person.name for person in _for(keeping, request, _side(request)))
    return VerdictGiven(request.id, customer.id, customer.name, to, request.reason or "", _days(keeping, request))


def told(keeping: Keeping, request: Request, person: Person, seen: bool = False) -> VerdictTold:
    """What one of the two hears; the name is the one that they know."""
    db = keeping.db
    customer = visible(db, scope_of(db, person, keeping.now), request.customer_id)
    owner = db.get(Person, customers.owner_of(db, request.customer_id) or 0)
    mine = "yes" if owner is not None and owner.id == person.id else "shared" if customer else "no"
    knew = person.id != request.asker_id or request.kind == APPEAL
    name = db.get_one(Customer, request.customer_id).name if customer or knew else request.named
    by = people.named(db, [request.settled_by or 0]).get(request.settled_by or 0, "")
    return VerdictTold(
        request.id, customer.id if customer else 0, name, mine, owner.name if owner else "", by, request.reason or "",
        _days(keeping, request), seen,
    )  # fmt: skip


def appeal(keeping: Keeping, number: int) -> tuple[Request, AppealMade]:
    """One of the two does not agree: the next manager up looks at it; the same one where nobody is above."""
    first = keeping.db.get(Request, number)
    if first is None or keeping.who.id not in (first.asker_id, first.owner_id) or first.doing_id is None:
        raise OldCard
    if first.kind == APPEAL or first.settled_by == keeping.who.id or appealed(keeping, first):
        raise OldCard
    if keeping.now - (first.settled_at or keeping.now) > timedelta(days=_days(keeping, first)):
        raise AppealTooLate(keeping.company.owning.appeal_days)
    judge = _above(keeping, first)
    other = first.owner_id if keeping.who.id == first.asker_id else first.asker_id
    request = requests.add(keeping.db, Request(
        kind=APPEAL, customer_id=first.customer_id, asker_id=keeping.who.id, owner_id=other, judge_id=judge.id,
        named=first.named, words=None, question_id=None, asked_at=keeping.now, state="open", first_id=first.id,
        statements=first.statements, cards={},
    ))  # fmt: skip
    return request, AppealMade(request.id, request.named, judge.name, judge.id == first.settled_by)


def appealed(keeping: Keeping, request: Request) -> bool:
    """Whether somebody looks at this verdict again, or did: then it is not simply taken back."""
    again = requests.appeal_of(keeping.db, request.id)
    return again is not None and again.state != "withdrawn"


def _above(keeping: Keeping, first: Request) -> Person:
    """Who looks at it next."""
    same = keeping.db.get_one(Person, first.settled_by)
    sides = (first.asker_id, first.owner_id or 0, same.id)
    higher = giving.judges(keeping, same.id, sides)
    beside = giving.judges(keeping, first.owner_id or first.asker_id, sides)
    return next((one for one in (*higher, *beside)), same)


def _for(keeping: Keeping, request: Request, to: str) -> list[Person]:
    both = (request.asker_id, request.owner_id)
    sides: dict[str, tuple[int | None, ...]] = {"asker": both[:1], "owner": both[1:], "both": both}
    return [person for number in sides[to] if (person := keeping.db.get(Person, number or 0))]


def _side(request: Request) -> str:
    return next(side for side, state in STATES.items() if state == request.state)


def _days(keeping: Keeping, request: Request) -> int:
    return 0 if request.kind == APPEAL else keeping.company.owning.appeal_days
