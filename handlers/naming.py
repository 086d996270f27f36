"""The card of the customers that were named first: one of them as it should be, or not at all."""

from dataclasses import dataclass

from actions import naming, renaming
from actions.naming import FirstCustomers, NamedOne
from actions.refusals import OldCard
from storage import doings
from storage.models import Doing, Question

from .joining import important, listed
from .keeping import keeping
from .owned import owned_doing
from .turn import Turn

KIND = "named"


@dataclass(frozen=True)
class WhichNamed:
    """Which of them is to be changed?"""

    doing: int
    entries: tuple[NamedOne, ...]


@dataclass(frozen=True)
class NamedAsked:
    """How should this one be written?"""

    doing: int
    entry: NamedOne


def tap_edit(turn: Turn) -> object:
    """`named:doing`: which one? `named:doing:customer`: how should it be?"""
    doing = _doing(turn)
    shown = naming.card(turn.db, doing)
    if len(turn.args) == 1:
        return WhichNamed(doing.id, shown.entries)
    entry = _entry(shown, turn.args[1])
    facts = {"doing": doing.id, "customer": entry.customer, "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, KIND, facts, turn.now)
    return NamedAsked(doing.id, entry)


def tap_back(turn: Turn) -> FirstCustomers:
    """`named_back:doing`: the card, nothing changed."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    return naming.card(turn.db, _doing(turn))


def tap_drop(turn: Turn) -> FirstCustomers:
    """`unname:doing:customer`: not this one."""
    doings.stop_listening(turn.db, turn.came.chat_id)
    entry = _entry(naming.card(turn.db, _doing(turn)), turn.args[1])
    return renaming.drop(keeping(turn), _doing(turn), entry.customer)


def typed(turn: Turn, question: Question) -> bool:
    """The typed name, with contact, phone and city where they are said."""
    named = listed(turn)
    doing = turn.db.get(Doing, question.facts["doing"])
    if len(named) != 1 or doing is None or doing.undone_at is not None:
        return False
    question.answered_at = turn.now
    shown = renaming.rename(keeping(turn), doing, question.facts["customer"], important(turn, named[0]))
    turn.edit(shown, question.facts["card"], shown.doing)
    turn.react("👌")
    return True


def _doing(turn: Turn) -> Doing:
    doing = owned_doing(turn, turn.args.number(0))
    if doing.what != naming.NAMED:
        raise OldCard
    return doing


def _entry(shown: FirstCustomers, number: str) -> NamedOne:
    found = next((one for one in shown.entries if str(one.customer) == number), None)
    if found is None:
        raise OldCard
    return found
