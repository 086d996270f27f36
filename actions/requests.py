"""A colleague asks for somebody's customer: to share it, or to take it over. The owner answers, else the manager."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

import reminders
from storage import customers, occurrences, requests
from storage.models import Audit, Customer, Person, Question, Request
from storage.scope import scope_of, visible

from . import giving
from .calendars import calendar_of
from .records import Keeping
from .refusals import OldCard
from .ringing import Ringing

KIND = "request"
"""The kind of the reminders that come when an owner's time is over."""
OUTCOMES = {"share": "shared", "take": "handed"}


@dataclass(frozen=True)
class RequestMade:
    """To the asker: who was asked, until when, who decides then. `kind`: share, take or objection; without `owner` or
    `until_on` the manager decides at once; `manager` None: nobody is above."""

    request: int
    kind: str
    named: str
    owner: str | None
    until_on: date | None
    until_at: time | None
    manager: str | None
    today: date


@dataclass(frozen=True)
class RequestHeard:
    """To the owner: a colleague's wish about a customer, and what they had to say."""

    request: int
    customer: int
    kind: str
    name: str
    by: str
    words: str | None
    until_on: date | None
    until_at: time | None
    today: date


@dataclass(frozen=True)
class RequestAnswered:
    """To the asker: shared, handed or declined, by whom; `notes` of theirs are recorded now."""

    customer: int
    name: str
    state: str
    by: str
    owner: str
    notes: int
    question: int = 0
    """Where it was declined: the question on whose card one may still say something else."""


@dataclass(frozen=True)
class RequestSettled:
    """On the owner's card: what was answered; `doing` can be undone. `state` open: it waits again."""

    request: int
    customer: int
    name: str
    by: str
    state: str
    doing: int | None


@dataclass(frozen=True)
class RequestWithdrawn:
    """To the asker: nothing is asked any more; what was typed is still kept."""

    question: int
    named: str


@dataclass(frozen=True)
class RequestGone:
    """To the owner: nobody needs an answer any more."""

    customer: int
    name: str
    by: str
    left: bool = False
    """They have left."""


@dataclass(frozen=True)
class RequestPassedOn:
    """To the asker or the owner, whose time is over: the manager decides now."""

    named: str
    owner: str
    manager: str | None
    left: bool = False
    """The owner has left."""


def ask(keeping: Keeping, question: Question, kind: str, words: str | None) -> Request:
    """Ask for the customer that this question came upon. It waits for the owner first, unless nobody is one; an
    objection goes to the manager at once."""
    number = int(question.facts.get("customer") or 0)
    customer = keeping.db.get(Customer, number)
    told = customer is not None and customer.merged_into_id is None and question.facts.get("told")
    if customer is None or not told or visible(keeping.db, keeping.scope, number):
        raise OldCard
    if known := requests.open_of(keeping.db, keeping.who.id, number):
        settle(keeping, known, "withdrawn")
    owner = keeping.db.get(Person, customers.owner_of(keeping.db, number) or 0)
    request = requests.add(keeping.db, _request(keeping, question, customer, owner, kind, words))
    if request.until_at:
        _ring_when_over(keeping, request)
    keeping.db.add(Audit(at=keeping.now, person_id=keeping.who.id, what=f"asked: {kind}", customer_id=number))
    return request


def _request(
    keeping: Keeping, question: Question, customer: Customer, owner: Person | None, kind: str, words: str | None
) -> Request:
    judges = giving.judges(keeping, owner.id if owner else keeping.who.id, (keeping.who.id,))
    answers = owner is not None and owner.left_at is None and kind != "objection"
    until_at = _deadline(keeping, owner) if owner and answers else None
    return Request(
        kind=kind, customer_id=customer.id, asker_id=keeping.who.id, owner_id=owner.id if owner else None,
        judge_id=judges[0].id if judges else None, named=question.facts["said"].get("customer") or "", words=words,
        question_id=question.id, asked_at=keeping.now, until_at=until_at,
        state="open", statements=[], cards={},
    )  # fmt: skip


def _deadline(keeping: Keeping, owner: Person) -> datetime:
    """The end of business on the last of the owner's working days for an answer."""
    today = reminders.local_date(keeping.now, owner.zone)
    days = keeping.company.owning.answer_days
    on = calendar_of(keeping.company, owner, today).after_working_days(today, days)
    return reminders.local_instant(on, keeping.company.reminding.report_at, owner.zone)


def _ring_when_over(keeping: Keeping, request: Request) -> None:
    """When the owner's time is over, all concerned hear of it."""
    assert request.until_at is not None
    for number in dict.fromkeys((request.judge_id, request.asker_id, request.owner_id)):
        person = keeping.db.get(Person, number or 0)
        if person is not None:
            on = reminders.local_date(request.until_at, person.zone)
            occurrences.ensure(keeping.db, person.id, KIND, str(request.id), on, request.until_at)


def made(keeping: Keeping, request: Request) -> RequestMade:
    """What the asker is told."""
    owner, judge = _person(keeping, request.owner_id), _person(keeping, request.judge_id)
    until = _local(request.until_at, keeping.who.zone)
    return RequestMade(
        request.id, request.kind, request.named, owner.name if owner else None, until[0], until[1],
        judge.name if judge else None, keeping.today,
    )  # fmt: skip


def heard(keeping: Keeping, request: Request) -> tuple[Person, RequestHeard] | None:
    """Whom to ask, and how; None where nobody can answer."""
    owner, customer = _person(keeping, request.owner_id), keeping.db.get_one(Customer, request.customer_id)
    if owner is None or owner.telegram_id is None or request.until_at is None:
        return None
    by, until = keeping.db.get_one(Person, request.asker_id).name, _local(request.until_at, owner.zone)
    today = reminders.local_date(keeping.now, owner.zone)
    return owner, RequestHeard(
        request.id, customer.id, request.kind, customer.name, by, request.words, until[0], until[1], today
    )


def waiting(keeping: Keeping, number: int) -> Request:
    """The request of a tapped button, if it waits for this person's answer and the customer is still theirs."""
    request = keeping.db.get(Request, number)
    if request is None or request.state != "open" or request.until_at is None:
        raise OldCard
    if request.owner_id != keeping.who.id or customers.owner_of(keeping.db, request.customer_id) != keeping.who.id:
        raise OldCard
    return request


def settle(keeping: Keeping, request: Request, state: str, reason: str | None = None) -> None:
    """It waits no more."""
    request.state, request.reason = state, reason
    request.settled_at, request.settled_by = keeping.now, keeping.who.id
    what = f"request {state}"
    keeping.db.add(Audit(at=keeping.now, person_id=keeping.who.id, what=what, customer_id=request.customer_id))


def standing(ringing: Ringing) -> Mapping[str, bool]:
    """Whether it was answered or withdrawn meanwhile."""
    request = ringing.db.get(Request, int(ringing.row.subject))
    return {"settled": request is None or request.state != "open"}


def passed_on(db: Session, reader: Person, request: Request) -> RequestPassedOn:
    """What the asker and the owner hear when the owner's time is over."""
    owner, judge = db.get(Person, request.owner_id or 0), db.get(Person, request.judge_id or 0)
    name = request.named
    if reader.id == request.owner_id:
        name = db.get_one(Customer, request.customer_id).name
    left = owner is not None and owner.left_at is not None
    return RequestPassedOn(name, owner.name if owner else "", judge.name if judge else None, left)


def answered(keeping: Keeping, request: Request, notes: int) -> RequestAnswered:
    """What the asker hears; the customer's own name only where they see it now."""
    asker, customer = keeping.db.get_one(Person, request.asker_id), keeping.db.get_one(Customer, request.customer_id)
    seen = visible(keeping.db, scope_of(keeping.db, asker, keeping.now), customer.id)
    owner = _person(keeping, customers.owner_of(keeping.db, customer.id))
    name = customer.name if seen else request.named
    question = request.question_id if request.state == "declined" else None
    return RequestAnswered(
        customer.id if seen else 0, name, request.state, keeping.who.name, owner.name if owner else "", notes,
        question or 0,
    )  # fmt: skip


def settled(keeping: Keeping, request: Request) -> RequestSettled:
    """How the owner's card stands."""
    customer, asker = keeping.db.get_one(Customer, request.customer_id), keeping.db.get_one(Person, request.asker_id)
    return RequestSettled(request.id, customer.id, customer.name, asker.name, request.state, request.doing_id)


def gone(keeping: Keeping, request: Request) -> RequestGone:
    """What the owner's card says of a wish that was withdrawn."""
    customer, asker = keeping.db.get_one(Customer, request.customer_id), keeping.db.get_one(Person, request.asker_id)
    return RequestGone(customer.id, customer.name, asker.name, asker.left_at is not None)


def concerned(keeping: Keeping, request: Request) -> Sequence[Person]:
    """The two: who asked, and whose it is."""
    found = [_person(keeping, number) for number in (request.asker_id, request.owner_id)]
    return [person for person in found if person is not None]


def _person(keeping: Keeping, number: int | None) -> Person | None:
    return keeping.db.get(Person, number or 0)


def _local(at: datetime | None, zone: str) -> tuple[date | None, time | None]:
    local = reminders.local(at, zone) if at else None
    return (local.date(), local.time()) if local else (None, None)
