"""One fact is recorded and shown; or what its card shows is changed, wherever that card stands."""

from dataclasses import dataclass

from actions import contacts, records, rewriting
from actions.cards import Recorded
from actions.contacts import PhoneChanged
from actions.records import NewCustomer
from actions.undo import Restored
from parsing import Said
from storage import said as chats
from storage.models import Doing
from storage.said import Card

from . import complaints, events, later
from .keeping import keeping, source
from .owned import name_of
from .turn import Turn
from .understanding import record_of

OUT_OF_SIGHT = 5


@dataclass(frozen=True)
class ChangedAbove:
    """The card was changed, but it is out of sight."""

    doing: int
    name: str
    restored: bool = False


@dataclass(frozen=True)
class EditedUndone:
    """What is to be changed is undone: shall it count again?"""

    doing: int
    name: str


def record(turn: Turn, said: Said, customer: int | NewCustomer, n: int = 0) -> Recorded | PhoneChanged:
    """Keep it for this customer, known or new; another number is no contact with them."""
    if said.phone_changed and said.phone and isinstance(customer, int):
        return contacts.change_phone(keeping(turn), customer, said.contact, said.phone, source(turn, n), said.text)
    return records.record(keeping(turn), record_of(turn, said, customer), source(turn, n))


def show(turn: Turn, result: object) -> None:
    """Say it where it belongs, and what else came of it."""
    about = getattr(result, "doing", None)
    turn.show(later.in_vain(turn, result) if isinstance(result, Recorded) else result, about)
    if isinstance(result, Recorded):
        events.after(turn, result)


def say_anew(turn: Turn, doing: Doing, said: Said, customer: int | NewCustomer) -> None:
    """Now it is known whom an edited message names: its record and its card say so."""
    show_changed(turn, doing, rewriting.rewrite(keeping(turn), doing, record_of(turn, said, customer), source(turn)))


def show_changed(turn: Turn, doing: Doing, shown: Restored) -> None:
    """Edit the card and put a sign on the message; one short line only where the card is out of sight."""
    card = chats.card_of(turn.db, doing.id, turn.came.chat_id)
    tapped = turn.came.message_id if turn.came.tapped is not None else None
    if card is None or (tapped is not None and card.message_id in (None, tapped)):
        turn.show(shown, doing.id)
    else:
        turn.edit(shown, card.message_id, doing.id, outbox_id=card.outbox_id)
        _point_to(turn, ChangedAbove(doing.id, name_of(turn, doing), bool(getattr(shown, "restored", False))), card)
    complaints.follow(turn, [doing.id])


def _point_to(turn: Turn, above: ChangedAbove, card: Card) -> None:
    """A sign that it was done, or a line where the card can't be seen."""
    if turn.came.tapped is not None:
        turn.show(above)
        return
    turn.react("👌")
    if chats.messages_since(turn.db, turn.came.chat_id, card.outbox_id) >= OUT_OF_SIGHT:
        turn.say(above)
