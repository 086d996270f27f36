"""Somebody goes: their access ends at once, and what they asked, were asked and stood in for goes on without them."""

from datetime import timedelta

import reminders
from storage import colleagues, covers, customers, handover, occurrences, requests
from storage.models import Audit, Doing, Person, Request
from storage.scope import people_led_by, roles_of

from . import giving
from .records import Keeping
from .refusals import LastAdmin, NotForYourRole, OldCard, UndoTooLate
from .requests import KIND, settle

LEFT, UNDO_HOURS = "left", 24


def may_close(keeping: Keeping, person: Person, roles: frozenset[str]) -> None:
    """Only whoever leads them, or an admin; nobody their own."""
    leads = "manager" in roles and person.id in people_led_by(keeping.db, keeping.who.id)
    if person.id == keeping.who.id or not (leads or "admin" in roles):
        raise NotForYourRole("handover")


def close(keeping: Keeping, person: Person) -> Doing:
    """They are out from this moment on."""
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
    for request in requests.open_by_or_to(db, person.id):
        _pass_on(keeping, request, person)
    customers.names_changed(db)
    db.add(Audit(at=keeping.now, person_id=person.id, what="access closed"))
    return doing


def open_again(keeping: Keeping, person_id: int) -> Person:
    """It was a mistake: they are back, within a day, by who closed it. What was handed over stays where it is."""
    person = keeping.db.get(Person, person_id)
    doing = handover.closing_of(keeping.db, person_id)
    if person is None or person.left_at is None or doing is None or doing.person_id != keeping.who.id:
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    person.left_at, doing.undone_at = None, keeping.now
    customers.names_changed(keeping.db)
    keeping.db.add(Audit(at=keeping.now, person_id=person.id, what="access open again"))
    return person


def _pass_on(keeping: Keeping, request: Request, person: Person) -> None:
    """What they asked is withdrawn; what they were to answer goes to the manager, what they judge to another."""
    if request.asker_id == person.id:
        settle(keeping, request, "withdrawn")
        return
    if request.judge_id == person.id or request.judge_id is None:
        others = giving.judges(keeping, request.owner_id or request.asker_id, (person.id, request.asker_id))
        request.judge_id = others[0].id if others else None
    if request.owner_id == person.id and request.until_at is not None and request.until_at > keeping.now:
        request.until_at = keeping.now
    judge = keeping.db.get(Person, request.judge_id or 0)
    if judge is not None and (request.until_at is None or request.until_at <= keeping.now):
        on = reminders.local_date(keeping.now, judge.zone)
        row = occurrences.ensure(keeping.db, judge.id, KIND, str(request.id), on, keeping.now)
        row.due_at = keeping.now
