"""A colleague's request is agreed to: shared or handed over, and taken back as one, with what was recorded for it."""

from storage import customers, journal, requests
from storage.models import Customer, Doing, Person, Request

from . import giving, judging
from .records import Keeping
from .refusals import HasRecords, OldCard, UndoTooLate
from .requests import settle

CONSENT, UNDO_HOURS = "consent", 24


def agree(keeping: Keeping, request: Request, state: str) -> Doing:
    """Share it or hand it over."""
    customer = keeping.db.get_one(Customer, request.customer_id)
    asker = keeping.db.get_one(Person, request.asker_id)
    if asker.left_at is not None:
        raise OldCard
    doing = giving.begin(keeping, CONSENT, customer.id, request=request.id, notes=[])
    giving.share(keeping, customer, asker) if state == "shared" else giving.give(keeping, customer, asker)
    settle(keeping, request, state)
    request.doing_id = doing.id
    return doing


def take_back(keeping: Keeping, doing: Doing) -> Request:
    """As if it had not been agreed to: it waits again. Not once something was built on it, or it is too long ago."""
    request = keeping.db.get(Request, int(doing.understood.get("request") or 0))
    if request is None or doing.person_id != keeping.who.id or doing.undone_at is not None:
        raise OldCard
    if (keeping.now - doing.done_at).total_seconds() > UNDO_HOURS * 3600:
        raise UndoTooLate(UNDO_HOURS)
    _revert(keeping, doing)
    request.state, request.reason, request.settled_at, request.doing_id = "open", None, None, None
    return request


def _revert(keeping: Keeping, doing: Doing) -> None:
    notes = [keeping.db.get_one(Doing, number) for number in doing.understood["notes"]]
    own = {doing.id, *(note.id for note in notes)}
    later = [each for one in (doing, *notes) for each in journal.built_on(keeping.db, one) if each.id not in own]
    customer = keeping.db.get_one(Customer, doing.customer_id)
    if later:
        raise HasRecords(customer.name)
    journal.revert(keeping.db, [doing, *(note for note in notes if note.undone_at is None)], keeping.now)
    for question in keeping.db.scalars(requests.recorded_by(doing.id)):
        question.facts = {**question.facts, "recorded": None}
    judging.refresh(keeping.db, customer, keeping.company, keeping.today, keeping.now)
    customers.names_changed(keeping.db)
