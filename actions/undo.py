"""Undo and redo: of everything that one update wrote, within the hours that the company allows."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from storage import customers, doings, journal
from storage.models import Customer, Doing
from storage.scope import visible

from . import contacts, holding, judging, naming, occasions, own_fields
from .cards import Recorded, card
from .contacts import PhoneChanged
from .holding import TierHeld
from .naming import FirstCustomers
from .occasions import OccasionKept
from .own_fields import ValueKept
from .records import Keeping
from .refusals import HasRecords, NothingToUndo, OldCard, UndoTooLate

Restored = Recorded | FirstCustomers | TierHeld | OccasionKept | PhoneChanged | ValueKept
UNDO_HOURS = 24
TOGETHER = "undone with it"
"""Under this a doing remembers the later ones that were undone in one stroke with it."""


@dataclass(frozen=True)
class Undone:
    """As if never said; it can be restored for a day."""

    doing: int
    customer: str
    kind: str
    number: int
    hours: int
    also: int = 0
    """How many later records were undone with it."""


@dataclass(frozen=True)
class UndoWith:
    """Later records were built on it: undo them too?"""

    doing: int
    customer: str
    after: int


def undo(keeping: Keeping, doing_id: int, with_later: bool = False) -> Undone | UndoWith:
    """Put back everything that this doing wrote; asks when later records were built on it."""
    doing = _mine(keeping, doing_id)
    if doing.undone_at is not None:
        raise OldCard
    later = journal.built_on(keeping.db, doing)
    if any(each.person_id != keeping.who.id for each in later):
        raise HasRecords(_name(keeping.db, doing))
    if later and not with_later:
        return UndoWith(doing.id, _name(keeping.db, doing), len(later))
    shown = card(keeping.db, doing, keeping.today)
    touched = journal.revert(keeping.db, [doing, *later], keeping.now)
    doing.understood = {**doing.understood, TOGETHER: [each.id for each in later]}
    _judge_again(keeping, touched, doing)
    if doing.what == naming.NAMED:
        naming.release(keeping, doing)
    if doing.what == holding.HELD:
        holding.release(keeping, doing)
    number = next((item.number for item in shown.entries if item.kind == doing.what), 0)
    kind = "closing" if doing.what == "note" and shown.closed is not None else doing.what
    return Undone(doing.id, shown.name, kind, number, UNDO_HOURS, len(later))


def undo_last(keeping: Keeping) -> Undone | UndoWith:
    """Undo without a card: the last thing this person recorded."""
    doing = doings.last_changed(keeping.db, keeping.who.id)
    if doing is None:
        raise NothingToUndo
    return undo(keeping, doing.id)


def redo(keeping: Keeping, doing_id: int) -> Restored:
    """Write again what was undone, and what was undone together with it."""
    doing = _mine(keeping, doing_id)
    doings = [doing, *_undone_with(keeping.db, doing)]
    if doing.undone_at is None or not journal.stands(keeping.db, doings):
        raise OldCard
    touched = journal.restore(keeping.db, doings)
    _judge_again(keeping, touched, doing)
    if doing.what == holding.HELD:
        return holding.again(keeping, doing)
    if doing.what == naming.NAMED:
        naming.hold(keeping, doing)
        return naming.card(keeping.db, doing, restored=True)
    if doing.what == own_fields.OWN:
        return own_fields.card(keeping.db, doing, keeping.today, restored=True)
    if doing.what == contacts.PHONE:
        return contacts.card(keeping.db, doing, restored=True)
    if doing.what == occasions.OCCASION:
        return occasions.card(keeping, doing)
    return card(keeping.db, doing, keeping.today, restored=True)


def _undone_with(db: Session, doing: Doing) -> list[Doing]:
    """The later doings that were undone in one stroke with this one, as far as they still are."""
    found = [db.get_one(Doing, number) for number in doing.understood.get(TOGETHER, ())]
    return [each for each in found if each.undone_at is not None and each.undone_at == doing.undone_at]


def _mine(keeping: Keeping, doing_id: int) -> Doing:
    """The doing, if it is this person's and recent enough; somebody else's is an old card like any other.

    So is one about a customer that somebody else has by now.
    """
    doing = keeping.db.get(Doing, doing_id)
    if doing is None or doing.person_id != keeping.who.id or not _still_theirs(keeping, doing):
        raise OldCard
    if keeping.now - doing.done_at > timedelta(hours=UNDO_HOURS):
        raise UndoTooLate(UNDO_HOURS)
    return doing


def _still_theirs(keeping: Keeping, doing: Doing) -> bool:
    customer = keeping.db.get(Customer, doing.customer_id) if doing.customer_id else None
    return customer is None or visible(keeping.db, keeping.scope, customer.id) is not None


def _judge_again(keeping: Keeping, touched: set[int], doing: Doing) -> None:
    for number in sorted(touched):
        customer = keeping.db.get(Customer, number)
        if customer is None:
            judging.forget(keeping.db, number)
            customers.forget_keys(keeping.db, number)
        else:
            customers.index(keeping.db, customer)
            judging.refresh(
                keeping.db, customer, keeping.company, keeping.today, keeping.now, doing=doing, corrected=doing
            )


def _name(db: Session, doing: Doing) -> str:
    customer = db.get(Customer, doing.customer_id) if doing.customer_id else None
    return customer.name if customer else ""
