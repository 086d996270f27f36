"""What concerns a salesperson's own dealings: records and their corrections, customers, what is sent along, undo."""

from collections.abc import Callable

from parsing import Said, smalltalk
from storage.models import Question

from . import (
    attachments,
    complaints,
    corrections,
    customers,
    doubts,
    fields,
    handover,
    instead,
    records,
    unassigned,
    undo,
)
from . import help as helping
from .turn import Turn

NODS = frozenset({"好", "行", "对", "是", "是的", "对的", "yes", "yep", "yeah", "right"})
"""Words that agree with nothing in particular."""

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "which": records.choose,
    "assign": unassigned.assign,
    "change": fields.ask_field,
    "set": fields.set_field,
    "card": fields.back,
    "correct": corrections.tap_correct,
    "moved": instead.tap_moved,
    "undo": undo.tap_undo,
    "undo_with": undo.tap_undo_with,
    "redo": undo.tap_redo,
    "customer": customers.tap_card,
    "history": customers.tap_history,
    "back": customers.tap_back,
    "log": customers.tap_log,
    "next": customers.tap_next,
    "at": corrections.tap_at,
    "close": complaints.tap_close,
    "amount": doubts.tap_amount,
    "day": doubts.tap_day,
    "attach": attachments.tap_assign,
    "person": attachments.tap_contact,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "card": customers.card,
    "last_touch": customers.card,
    "undo": undo.last,
    "redo": undo.redo_last,
    "delete": undo.delete,
    "hello": helping.chat,
    "new": records.new,
}

LISTENERS: dict[str, Callable[[Turn, Question, tuple[Said, ...]], bool]] = {
    "field": fields.typed_answer,
    "log": records.typed_log,
    "next": lambda turn, question, said: customers.typed_next(turn, question),
    "day": lambda turn, question, said: doubts.typed_day(turn, question),
    "newcomer": lambda turn, question, said: records.typed_newcomer(turn, question),
    "name": unassigned.typed_name,
}


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they only greet, or take something back or bring it back."""
    nods = turn.text.strip(" .。!！~").lower() in NODS
    return "hello" if nods or smalltalk(turn.text) else undo.asked(turn) or handover.meant(turn)
