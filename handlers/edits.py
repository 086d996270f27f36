"""An edited message: its records say what it says now, and what it says no more is undone."""

from actions import contacts, naming, renaming, rewriting, whose
from actions.own_fields import OWN
from actions.records import NewCustomer
from parsing import Said
from storage import doings
from storage.models import Doing

from . import own_values, records, undo
from .joining import important, listed, say_taken
from .keeping import keeping, source
from .newcomers import introduced, newcomer_of, taken
from .owned import name_of
from .recording import EditedUndone, show_changed
from .turn import Turn
from .understanding import record_of
from .whose import ask_whose

RECORDED = ("visit", "call", "meeting", "message", "note", "purchase", "complaint", "new_customer")
"""What an edited message corrects; all else has buttons of its own."""


def edited(turn: Turn, said: tuple[Said, ...]) -> bool:
    """An edited message corrects its records, each by its place; of something undone it asks.

    What it says now for the first time, or was only asked about, is recorded; what it says no more is undone. False
    where it said nothing that was to be recorded.
    """
    chat_id, message_id = turn.came.chat_id, turn.came.message_id or 0
    recorded = {doing.n: doing for doing in doings.of_message(turn.db, chat_id, message_id)}
    if _names_again(turn, recorded.get(0)):
        return True
    waited = doings.withdraw(turn.db, chat_id, message_id, turn.now)
    for n, fact in enumerate(said if recorded or waited else ()):
        _edit(turn, recorded[n], fact) if n in recorded else records.keep_all(turn, (fact,), n)
    for n, doing in recorded.items():
        if n >= len(said) and doing.undone_at is None:
            undo.withdraw(turn, doing.id)
    return bool(recorded or waited)


def _names_again(turn: Turn, doing: Doing | None) -> bool:
    """The customers that matter most, or the name of a new one, are written otherwise now."""
    if doing is None:
        doing = doings.named_by(turn.db, turn.came.chat_id, turn.came.message_id or 0, turn.who.id)
        if doing is None or doing.undone_at is not None:
            return False
        show_changed(turn, doing, whose.rename(keeping(turn), doing, NewCustomer(turn.text)))
        return True
    if doing.what != naming.NAMED or doing.undone_at is not None:
        return False
    shown = renaming.reword(keeping(turn), doing, [important(turn, one) for one in listed(turn)], turn.text)
    say_taken(turn, shown.doing)
    show_changed(turn, doing, shown)
    return True


def _edit(turn: Turn, doing: Doing, said: Said) -> None:
    if doing.undone_at is not None:
        turn.say(EditedUndone(doing.id, name_of(turn, doing)), doing.id)
    elif doing.what == contacts.PHONE and said.phone:
        show_changed(turn, doing, contacts.correct(keeping(turn), doing, said.phone))
    elif doing.what == OWN and (shown := own_values.anew(turn, doing)):
        show_changed(turn, doing, shown)
    elif doing.what in RECORDED and _names_another(doing, said):
        ask_whose(turn, said, doing.n, doing.id)
    elif doing.what in RECORDED:
        _say_anew(turn, doing, said)


def _say_anew(turn: Turn, doing: Doing, said: Said) -> None:
    name = name_of(turn, doing)
    if doing.what == "new_customer" and said.intent != "new_customer":
        said = introduced(turn, turn.text)[0]
    customer: int | NewCustomer | None = int(said.customer_ids[0]) if len(said.customer_ids) == 1 else None
    if doing.understood.get("created") and not said.customer_ids and said.customer and said.customer != name:
        customer = newcomer_of(said)
        if told := taken(turn, said, customer, doing.customer_id):
            turn.say(told)
            return
    shown = rewriting.rewrite(keeping(turn), doing, record_of(turn, said, customer), source(turn))
    show_changed(turn, doing, shown)


def _names_another(doing: Doing, said: Said) -> bool:
    """Whether an edit names a customer who isn't known for sure, and isn't whom the message named before."""
    before = (doing.understood.get("record") or {}).get("raw") or ""
    if doing.understood.get("created") or not said.customer or said.customer in before:
        return False
    unsure = len(said.customer_ids) != 1 or "fuzzy_customer" in said.doubts
    return unsure and doing.customer_id not in said.customer_ids
