"""Somebody goes: their access ends at once, and what they asked, were asked and stood in for goes on without them."""

from dataclasses import dataclass, replace
from datetime import timedelta

import reminders
from storage import colleagues, covers, customers, handover, occurrences, requests
from storage.models import Audit, Person, Request
from storage.scope import people_led_by, roles_of

from . import asking, giving, invitations
from .records import Keeping
from .refusals import LastAdmin, NotForYourRole, OldCard, UndoTooLate
from .requests import KIND, gone, passed_on, settle

LEFT, UNDO_HOURS = "left", 24


def may_close(keeping: Keeping, person: Person, roles: frozenset[str]) -> None:
    """Only whoever leads them, or an admin; nobody their own."""
    leads = "manager" in roles and person.id in people_led_by(keeping.db, keeping.who.id)
    if person.id == keeping.who.id or not (leads or "admin" in roles):
        raise NotForYourRole("handover")


@dataclass(frozen=True)
class Told:
    """A word to somebody whom their leaving concerns; `card`: the outbox row of the message that it changes."""

    person: Person
    result: object
    card: int | None = None


def close(keeping: Keeping, person: Person) -> list[Told]:
    """They are out from this moment on, and so is whom they had invited; who is to hear of it, and what."""
    if person.left_at is not None:
        raise OldCard
    db = keeping.db
    if "admin" in roles_of(db, person.id) and not colleagues.other_admins(db, person.id):
        raise LastAdmin(person.name)
    doing = giving.begin(keeping, LEFT, None, person=person.id)
    handover.close(db, person, keeping.now)
    for other in handover.covered_by(db, person.id):
        covers.end(db, other.id, keeping.now)
        other.deputy_id = None
    told = [one for request in requests.open_by_or_to(db, person.id) for one in _pass_on(keeping, request, person)]
    told += _recalled(keeping, person)
    doing.understood = {**doing.understood, "invitations": invitations.cancel_all(db, person, keeping.now)}
    customers.names_changed(db)
    db.add(Audit(at=keeping.now, person_id=person.id, what="access closed"))
    return told


def open_again(keeping: Keeping, person_id: int) -> Person:
    """It was a mistake: they are back, within a day, by who closed it. What was handed over stays where it is."""
    person = keeping.db.get(Person, person_id)
    doing = handover.closing_of(keeping.db, person_id)
    if person is None or person.left_at is None or doing is None or doing.person_id != keeping.who.id:
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    person.left_at, doing.undone_at = None, keeping.now
    invitations.hold_again(keeping.db, person, doing.understood.get("invitations", ()))
    customers.names_changed(keeping.db)
    keeping.db.add(Audit(at=keeping.now, person_id=person.id, what="access open again"))
    return person


def _pass_on(keeping: Keeping, request: Request, person: Person) -> list[Told]:
    """What they asked is withdrawn; what they were to answer goes to the manager, what they judge to another."""
    if request.asker_id == person.id:
        settle(keeping, request, "withdrawn")
        return _gone(keeping, request)
    if request.judge_id == person.id or request.judge_id is None:
        others = giving.judges(keeping, request.owner_id or request.asker_id, (person.id, request.asker_id))
        request.judge_id = others[0].id if others else None
    if request.owner_id == person.id and request.until_at is not None and request.until_at > keeping.now:
        request.until_at = keeping.now
        occurrences.drop(keeping.db, KIND, str(request.id))
    judge = keeping.db.get(Person, request.judge_id or 0)
    if judge is not None and (request.until_at is None or request.until_at <= keeping.now):
        on = reminders.local_date(keeping.now, judge.zone)
        row = occurrences.ensure(keeping.db, judge.id, KIND, str(request.id), on, keeping.now)
        row.due_at, row.state = keeping.now, "planned" if row.state == "superseded" else row.state
    return _passed_on(keeping, request) if request.owner_id == person.id else []


def _gone(keeping: Keeping, request: Request) -> list[Told]:
    """Whoever was to answer needn't: their cards say so."""
    people = {number: keeping.db.get(Person, int(number)) for number in request.cards}
    said = gone(keeping, request)
    return [Told(person, said, request.cards[number]) for number, person in people.items() if person]


def _passed_on(keeping: Keeping, request: Request) -> list[Told]:
    """The asker hears who decides now."""
    asker = keeping.db.get_one(Person, request.asker_id)
    return [Told(asker, passed_on(keeping.db, asker, request))]


def _recalled(keeping: Keeping, person: Person) -> list[Told]:
    """Owners whom they asked how a customer is needn't answer."""
    theirs = replace(keeping, who=person)
    rows = [(keeping.db.get(Person, row.person_id), row) for row in asking.withdraw_all(theirs)]
    return [Told(owner, asking.recalled(theirs, row), row.facts["card"]) for owner, row in rows if owner]
