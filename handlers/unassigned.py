"""What was said of nobody: kept as a note until it is known whose it is."""

from dataclasses import dataclass, replace

from actions import assigning
from actions.records import NewCustomer
from parsing import Said
from storage import customers, doings
from storage.models import Doing, Question

from .hearing import heard
from .keeping import keeping, source
from .names import bare_name
from .newcomers import duplicate
from .owned import owned_doing, stands
from .recording import show
from .turn import Spoken, Turn
from .understanding import cause, record_of
from .whose import Choice


@dataclass(frozen=True)
class NotUnderstood:
    """Kept, not understood: whose is it?"""

    doing: int
    choices: tuple[Choice, ...] = ()
    understood: bool = False
    """Only the customer is missing."""


@dataclass(frozen=True)
class NameUnknown:
    """Nobody here is called so, or nobody who is theirs: the same answer. `choices`: their own of a like name."""

    question: int
    words: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class KeptWithoutCustomer:
    """A note that concerns no customer."""

    doing: int


@dataclass(frozen=True)
class WhatName:
    """What is the new customer called?"""

    question: int


def unknown(turn: Turn, said: Said, n: int) -> NameUnknown | None:
    """A name that nobody here has, and nothing else: that is no record."""
    new = bare_name(turn, said) if n == 0 else None
    return _unknown(turn, new, n) if new else None


def unlike(turn: Turn, said: Said) -> NameUnknown:
    """A name that is only like one of theirs."""
    found = customers.by_ids(turn.db, turn.scope, [int(number) for number in said.customer_ids])
    new = replace(said, intent="new_customer", customer=said.customer or said.text, customer_ids=(), doubts=())
    return _unknown(turn, new, 0, tuple(Choice(one.id, one.name) for one in found[:2]))


def _unknown(turn: Turn, new: Said, n: int, choices: tuple[Choice, ...] = ()) -> NameUnknown:
    question = doings.note(turn.db, turn.came.chat_id, turn.who.id, "bare", cause(turn, new, n), turn.now)
    return NameUnknown(question.id, new.customer or "", choices)


def keep(turn: Turn, said: Said, n: int) -> NotUnderstood:
    """Keep it, and ask whose it is."""
    note, meant = record_of(turn, replace(said, intent="note"), None), record_of(turn, said, None)
    kept = assigning.keep(keeping(turn), note, meant, source(turn, n))
    likely = customers.recent(turn.db, turn.scope, turn.who.id)
    choices = tuple(Choice(customer.id, customer.name) for customer in likely)
    return NotUnderstood(kept.doing, choices, said.intent in ("visit", "call", "purchase", "complaint"))


def assign(turn: Turn) -> object | None:
    """Whose a kept note is, by tap: `assign:doing:customer`, `assign:doing:new` or `assign:doing:none`."""
    doing = owned_doing(turn, turn.args.number(0))
    if turn.args[1] == "none":
        return KeptWithoutCustomer(doing.id)
    if turn.args[1] == "new":
        return _ask_name(turn, doing)
    show(turn, assigning.assign(keeping(turn), doing, turn.args.number(1)))
    return None


def _ask_name(turn: Turn, doing: Doing) -> WhatName:
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "name", {"doing": doing.id}, turn.now)
    return WhatName(question.id)


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The name of a new customer for a note that was kept; False where the words say something else."""
    doing, first = turn.db.get_one(Doing, int(question.facts["doing"])), said[0]
    if not stands(turn, doing) or (first.intent == "query" and first.query != "card"):
        return False
    question.answered_at = turn.now
    known = customers.same(turn.db, turn.text, None)
    seen = customers.by_ids(turn.db, turn.scope, [each.id for each in known])
    if known and not seen:
        turn.show(_taken_already(turn, doing, known[0].id))
        return True
    customer = seen[0].id if seen else NewCustomer(turn.text)
    shown = assigning.assign(keeping(turn), doing, customer)
    doing.understood = {**doing.understood, "named_by": turn.came.message_id}
    show(turn, shown)
    return True


def _taken_already(turn: Turn, doing: Doing, customer_id: int) -> object:
    """A colleague has a customer of this name: what was kept waits for what is said to that."""
    note = heard(turn, doing.understood["record"]["raw"] or "")[0]
    turn.waited = Spoken(doing.message_id, turn.heard_at, doing.n, doing.id)
    return duplicate(turn, replace(note, customer=turn.text), customer_id)
