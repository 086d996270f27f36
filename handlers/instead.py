"""A record is about somebody else than it was understood to be: at once where the name is sure, else it is asked."""

from dataclasses import dataclass

from actions import whose
from actions.records import NewCustomer
from storage import customers, doings
from storage.models import Doing

from .books import book_of
from .keeping import keeping
from .names import is_name
from .newcomers import duplicate
from .owned import answered, name_of, owned_doing
from .recording import show_changed
from .turn import Turn
from .understanding import said_again
from .whose import Choice

SURE = ("exact", "alias", "core")
"""How a name is recognised without a question."""
OFFERED = 3


@dataclass(frozen=True)
class WhoInstead:
    """A record is about somebody else, whose name is not known for sure. `renames`: its new customer is called so."""

    question: int
    name: str
    words: str
    choices: tuple[Choice, ...]
    renames: bool


def tap_moved(turn: Turn) -> object | None:
    """`moved:question:customer`, or `moved:question:new`: whom a record is about instead."""
    question = answered(turn, "field")
    doing = owned_doing(turn, int(question.facts["doing"]))
    if turn.args[1] == "new":
        return _new(turn, doing, str(question.facts["words"]))
    shown = whose.change_customer(keeping(turn), doing, turn.args.number(1), "tap")
    show_changed(turn, doing, shown)
    return None


def sure_of(turn: Turn, words: str) -> int | None:
    """The one customer that these words surely name."""
    found = book_of(turn).find(words)
    sure = [one for one in found if one.how in SURE and one.certainty >= found[0].certainty]
    return int(sure[0].id) if len(sure) == 1 else None


def another_customer(turn: Turn, doing: Doing, words: str) -> object | None:
    """It was about this one; asked where the name is not known for sure."""
    if (sure := sure_of(turn, words)) is not None:
        return whose.change_customer(keeping(turn), doing, sure, "reply")
    found = book_of(turn).find(words)
    if not found and not is_name(words):
        return None
    facts = {"doing": doing.id, "field": "customer", "words": words}
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "field", facts, turn.now)
    likely = customers.by_ids(turn.db, turn.scope, [int(one.id) for one in found[:OFFERED]])
    others = tuple(Choice(one.id, one.name) for one in likely if one.id != doing.customer_id)
    return WhoInstead(question.id, name_of(turn, doing), words, others, bool(doing.understood.get("created")))


def _new(turn: Turn, doing: Doing, words: str) -> object | None:
    """Somebody new of this name; who is there already is not made twice."""
    same = customers.same(turn.db, words, None)
    mine = customers.by_ids(turn.db, turn.scope, [one.id for one in same])
    if same and not mine:
        return duplicate(turn, said_again(doing, words), same[0].id, doing.n)
    if doing.understood.get("created") and not mine:
        shown = whose.rename(keeping(turn), doing, NewCustomer(words))
    else:
        shown = whose.change_customer(keeping(turn), doing, mine[0].id if mine else NewCustomer(words), "tap")
    show_changed(turn, doing, shown)
    return None
