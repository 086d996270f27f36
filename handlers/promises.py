"""A promise that a contact took as kept, by tap: not yet."""

from actions import promises
from actions.cards import card
from storage.models import Doing

from . import agenda
from .keeping import keeping
from .turn import Turn

ITSELF = 0
"""In a button: the card that was tapped turns into the answer."""


def tap_unkept(turn: Turn) -> None:
    """`unkept:plan` on a list, `unkept:plan:doing` on the card of what settled it, `unkept:plan:0` elsewhere."""
    opened = promises.reopen(keeping(turn), turn.args.number(0))
    number = turn.args.number(1) if len(turn.args) > 1 else None
    doing = turn.db.get(Doing, number) if number else None
    if doing is not None and doing.person_id == turn.who.id:
        turn.show(card(turn.db, doing, turn.today), doing.id)
    if number == ITSELF:
        turn.show(opened, opened.doing)
    else:
        turn.say(opened, opened.doing)
    agenda.changed(turn, opened.customer)
