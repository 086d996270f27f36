"""One fact is recorded and shown, or what it says now takes the place of what it said."""

from actions import corrections, records
from actions.cards import Recorded
from actions.records import NewCustomer
from parsing import Said
from storage import doings
from storage.models import Doing

from . import events
from .keeping import keeping, source
from .turn import Turn
from .understanding import record_of


def record(turn: Turn, said: Said, customer: int | NewCustomer, n: int = 0) -> Recorded:
    """Keep it for this customer, known or new."""
    return records.record(keeping(turn), record_of(turn, said, customer), source(turn, n))


def show(turn: Turn, result: object) -> None:
    """Say it where it belongs, and what else came of it."""
    about = getattr(result, "doing", None)
    turn.show(result, about)
    if isinstance(result, Recorded):
        events.after(turn, result)


def say_anew(turn: Turn, doing: Doing, said: Said, customer: int | NewCustomer) -> Recorded:
    """Now it is known whom an edited message names: its record and its card say so."""
    shown = corrections.rewrite(keeping(turn), doing, record_of(turn, said, customer), source(turn))
    if card := doings.card_of(turn.db, doing.id):
        turn.edit(shown, card.message_id, doing.id, outbox_id=card.id)
    return shown
