"""Whose is it? Several customers fit, or none of that name is known: one question, the likely ones as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from parsing import Said
from storage import customers, doings

from .books import book_of
from .turn import Spoken, Turn
from .understanding import cause

OFFERED = 4


@dataclass(frozen=True)
class Choice:
    """A customer that may be meant."""

    id: int
    name: str


@dataclass(frozen=True)
class WhichCustomer:
    """Several fit: one question, the likely answers as buttons."""

    question: int
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class NewCustomerProposed:
    """Create them with what is known already, or is it one of these? `known`: one of them is called just that."""

    question: int
    words: str
    choices: tuple[Choice, ...] = ()
    known: bool = False


def ask_whose(turn: Turn, said: Said, n: int, doing: int) -> None:
    """An edited message names somebody whom nobody knows for sure; until that is said, its record stays."""
    turn.waited = Spoken(turn.came.message_id, turn.heard_at, n, doing)
    turn.say(which(turn, said, n) if len(said.customer_ids) > 1 else propose(turn, said, n))
    turn.waited = None


def which(turn: Turn, said: Said, n: int) -> object:
    """Several are named by these words."""
    found = customers.by_ids(turn.db, turn.scope, [int(number) for number in said.customer_ids])[:OFFERED]
    return ask(turn, "which", said, WhichCustomer, said.contact or said.customer or "", found, n)


def propose(turn: Turn, said: Said, n: int) -> object:
    """Nobody is, for sure: somebody new, or one that is like it."""
    likely = [int(one) for one in said.customer_ids] or [int(one.id) for one in book_of(turn).find(said.customer or "")]
    found = customers.by_ids(turn.db, turn.scope, likely[:OFFERED])
    known = any(customer.name == said.customer for customer in found)
    return ask(turn, "new", said, partial(NewCustomerProposed, known=known), said.customer or "", found, n)


def ask(turn: Turn, kind: str, said: Said, form: Any, words: str, found: Sequence[Any], n: int) -> object:
    """The question in this form, with what was said waiting in it."""
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, kind, cause(turn, said, n), turn.now)
    return form(question.id, words, tuple(Choice(customer.id, customer.name) for customer in found))
