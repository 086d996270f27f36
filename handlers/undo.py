"""Undo and redo, by tap or by the word. One thing, one card: what is shown elsewhere only points to it."""

import re
from dataclasses import replace

from actions import cards, undo
from actions.refusals import NothingToRedo
from actions.undo import TOGETHER, Undone, UndoWith
from parsing import Said
from storage import doings
from storage import said as chats
from storage.models import Doing

from . import complaints
from .books import book_of
from .keeping import keeping
from .recording import OUT_OF_SIGHT, show_changed
from .turn import Turn

DELETE = re.compile(
    r"""^(?:请|帮我|麻烦)?(?:把)?(?:刚才|刚刚|上面|最后|上|这|那)?(?:的)?(?:那|这|上|最后)?(?:一)?(?:条|个|次)?(?:记录|消息)?
    (?:删除?掉?|删了|取消|撤销|撤回|作废)(?:了|掉|吧)?(?:刚才|刚刚|上面|最后|上|这|那)?(?:的)?(?:那|这|上|最后)?(?:一)?(?:条|个|次)?(?:记录|消息)?$
    |^(?:please\ )?(?:delete|remove|cancel|scrap|discard)(?:\ (?:that|this|it|the\ last(?:\ (?:one|record|entry))?
    |last(?:\ (?:one|record|entry))?|my\ last(?:\ (?:one|record|entry))?))?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The last record is to go, whatever it is about."""
DELETE_OF = re.compile(
    r"^(?:请|帮我)?(?:删除|删掉)\s*(?P<zh>.+)$|^(?:please )?(?:delete|remove) (?P<en>.+)$", re.IGNORECASE
)
REDO = frozenset({"恢复", "重做", "恢复刚才的", "redo", "restore", "restore that", "undo the undo", "bring it back"})


def tap_undo(turn: Turn) -> None:
    """`undo:doing`: put back everything that message wrote."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    _show(turn, undo.undo(keeping(turn), _number(turn)))


def tap_undo_with(turn: Turn) -> None:
    """`undo_with:doing`: and the later ones that were built on it."""
    _show(turn, undo.undo(keeping(turn), _number(turn), with_later=True))


def tap_redo(turn: Turn) -> None:
    """`redo:doing`: as it was before the undo."""
    _restore(turn, _number(turn))


def last(turn: Turn, *_: object) -> None:
    """/undo, or just the word: the last thing that was recorded; its own card says so."""
    _show(turn, undo.undo_last(keeping(turn)))


def redo_last(turn: Turn, *_: object) -> None:
    """/redo, or just the word: what was undone last."""
    doing = doings.last_undone(turn.db, turn.who.id)
    if doing is None:
        raise NothingToRedo
    _restore(turn, doing.id)


def asked(turn: Turn) -> str | None:
    """The query that plain words are when they take something back or bring it back."""
    words = turn.text.strip(" .。!！~").lower()
    if words in REDO:
        return "redo"
    return "delete" if DELETE.match(words) or _named(turn) is not None else None


def delete(turn: Turn, said: Said | None = None) -> None:
    """Delete that: the last record; with a customer's name, the last one about them."""
    named = _named(turn)
    if named is None:
        last(turn)
    else:
        _show(turn, undo.undo(keeping(turn), named))


def withdraw(turn: Turn, doing: int) -> None:
    """An edited message says this no more."""
    _show(turn, undo.undo(keeping(turn), doing))


def _named(turn: Turn) -> int | None:
    """The last record about the customer that is to be deleted from."""
    found = DELETE_OF.match(turn.text.strip())
    if found is None:
        return None
    spots = book_of(turn).spot(found["zh"] or found["en"])
    ids = {int(number) for spot in spots for number in spot.ids} if len(spots) == 1 else set()
    return doings.last_about(turn.db, turn.who.id, ids.pop()) if len(ids) == 1 else None


def _restore(turn: Turn, number: int) -> None:
    shown = undo.redo(keeping(turn), number)
    doing = turn.db.get_one(Doing, number)
    show_changed(turn, doing, shown)
    for other in _together(turn, doing):
        _edit(turn, other.id, cards.card(turn.db, other, turn.today, restored=True))


def _show(turn: Turn, result: Undone | UndoWith) -> None:
    card = chats.card_of(turn.db, result.doing, turn.came.chat_id)
    tapped = turn.came.message_id if turn.came.tapped is not None else None
    here = tapped is not None and (card is None or card.message_id in (None, tapped))
    if card is None or here or isinstance(result, UndoWith):
        turn.show(result, result.doing)
    else:
        turn.edit(result, card.message_id, result.doing, outbox_id=card.outbox_id)
        _point_to(turn, result, card.outbox_id, tapped)
    if isinstance(result, Undone):
        together = _together(turn, turn.db.get_one(Doing, result.doing))
        for other in together:
            _edit(turn, other.id, replace(result, kind=other.what, number=0, also=0))
        complaints.follow(turn, [result.doing, *(other.id for other in together)])


def _together(turn: Turn, doing: Doing) -> list[Doing]:
    """The later doings that were undone in one stroke with this one."""
    return [turn.db.get_one(Doing, number) for number in doing.understood.get(TOGETHER, ())]


def _edit(turn: Turn, number: int, result: object) -> None:
    """The card of a doing, if there is one, shows this."""
    if card := chats.card_of(turn.db, number, turn.came.chat_id):
        turn.edit(result, card.message_id, number, outbox_id=card.outbox_id)


def _point_to(turn: Turn, result: Undone, card: int, tapped: int | None) -> None:
    """Where it was tapped, or where the card is out of sight, it is said as well."""
    if tapped is not None or chats.messages_since(turn.db, turn.came.chat_id, card) >= OUT_OF_SIGHT:
        turn.show(result, result.doing)
    else:
        turn.react("👌")


def _number(turn: Turn) -> int:
    return turn.args.number(0)
