"""Undo and redo, by tap or by the word."""

from actions import undo
from actions.undo import Undone, UndoWith
from storage import doings

from .keeping import keeping
from .turn import Turn


def tap_undo(turn: Turn) -> object:
    """`undo:doing`: put back everything that message wrote."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    return undo.undo(keeping(turn), _number(turn))


def tap_undo_with(turn: Turn) -> object:
    """`undo_with:doing`: and the later ones that were built on it."""
    return undo.undo(keeping(turn), _number(turn), with_later=True)


def tap_redo(turn: Turn) -> object:
    """`redo:doing`: as it was before the undo."""
    return undo.redo(keeping(turn), _number(turn))


def last(turn: Turn, *_: object) -> None:
    """/undo, or just the word: the last thing that was recorded; its own card says so."""
    _show(turn, undo.undo_last(keeping(turn)))


def withdraw(turn: Turn, doing: int) -> None:
    """An edited message says this no more."""
    _show(turn, undo.undo(keeping(turn), doing))


def _show(turn: Turn, result: Undone | UndoWith) -> None:
    card = doings.card_of(turn.db, result.doing)
    if card is None or isinstance(result, UndoWith):
        turn.say(result, result.doing)
        return
    turn.edit(result, card.message_id, result.doing, outbox_id=card.id)
    turn.say(result) if _out_of_sight(turn, card.id) else turn.react("👌")


def _out_of_sight(turn: Turn, card_id: int) -> bool:
    return doings.messages_since(turn.db, turn.came.chat_id, card_id) >= 5


def _number(turn: Turn) -> int:
    return turn.args.number(0)
