"""A customer's card and history, by name or by tap."""

from collections.abc import Callable
from dataclasses import dataclass

from actions import customers as actions
from actions.records import Ahead, Record, record
from actions.refusals import CustomerUnknown
from parsing import Said
from storage import customers, doings
from storage.models import Customer, Question

from . import deeds, unassigned
from .books import book_of
from .hearing import day_of
from .keeping import keeping, source
from .turn import Turn
from .whose import Choice

OFFERED = 5


@dataclass(frozen=True)
class WhichCard:
    """Several customers fit a bare name."""

    words: str
    choices: tuple[Choice, ...]
    then: str


@dataclass(frozen=True)
class LogAsked:
    """What happened with this customer? The next line is about them."""

    customer: int
    name: str


@dataclass(frozen=True)
class NextAsked:
    """When is the next follow-up with this customer?"""

    customer: int
    name: str


@dataclass(frozen=True)
class NameNeeded:
    """A command that wants a customer's name, with how to write it."""

    command: str
    choices: tuple[Choice, ...]


def card(turn: Turn, said: Said | None = None) -> object:
    """A bare name shows the customer's card; one that is only like it is asked."""
    if said and "fuzzy_customer" in said.doubts and said.query == "card":
        return unassigned.unlike(turn, said)
    return for_one(turn, said, "customer", lambda number: deeds.wanted(turn, said, number) or _card(turn, number))


def tap_card(turn: Turn) -> object:
    """`customer:id`: the card, as a new message where the tapped one shows a list."""
    turn.say(_card(turn, number(turn)))
    return None


def tap_history(turn: Turn) -> object:
    """`history:id:page`: what happened, latest first."""
    page = turn.args.number(1) if len(turn.args) > 1 else 0
    return actions.history(turn.db, turn.scope, number(turn), turn.today, page)


def tap_back(turn: Turn) -> object:
    """`back:id`: from the history to the card."""
    return _card(turn, number(turn))


def tap_log(turn: Turn) -> object:
    """`log:id`: the next line that is written is about this customer."""
    customer = _visible(turn)
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "log", {"customer": customer.id}, turn.now)
    turn.say(LogAsked(customer.id, customer.name))
    return None


def tap_next(turn: Turn) -> object:
    """`next:id`: the date of the next follow-up."""
    customer = _visible(turn)
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "next", {"customer": customer.id}, turn.now)
    turn.say(NextAsked(customer.id, customer.name))
    return None


def typed_next(turn: Turn, question: Question) -> bool:
    """The typed date of the next follow-up; False where it is none."""
    when = day_of(turn)
    if when is None:
        return False
    ahead = (Ahead(when.on, when.at),)
    shown = record(
        keeping(turn),
        Record("plan", int(question.facts["customer"]), turn.today, ahead=ahead, instead=True),
        source(turn),
    )
    question.answered_at = turn.now
    turn.say(shown, shown.doing)
    return True


def name_needed(turn: Turn, command: str) -> NameNeeded:
    """A command without a name: how to write it, and the likely names as buttons."""
    likely = customers.recent(turn.db, turn.scope, turn.who.id, OFFERED - 2)
    return NameNeeded(command, tuple(Choice(one.id, one.name) for one in likely))


def for_one(turn: Turn, said: Said | None, verb: str, show: Callable[[int], object]) -> object:
    """Show something about the one customer that is named; ask where several fit."""
    words = (said.customer or said.text) if said else turn.text
    numbers = [int(number) for number in said.customer_ids] if said and said.customer_ids else _found(turn, words)
    seen = customers.by_ids(turn.db, turn.scope, numbers)
    if not seen:
        raise CustomerUnknown(words)
    if len(seen) == 1:
        return show(seen[0].id)
    return WhichCard(words, tuple(Choice(one.id, one.name) for one in seen[:OFFERED]), verb)


def _found(turn: Turn, words: str) -> list[int]:
    found = book_of(turn).find(words)
    best = found[0].certainty if found else 0
    return [int(one.id) for one in found if one.certainty >= best - 0.02][:OFFERED]


def _card(turn: Turn, number: int) -> object:
    return actions.show(turn.db, turn.who, turn.scope, number, turn.now, turn.today)


def _visible(turn: Turn) -> Customer:
    found = customers.by_ids(turn.db, turn.scope, [number(turn)])
    if not found:
        raise CustomerUnknown
    return found[0]


def number(turn: Turn) -> int:
    """The customer's number that a button carries."""
    return turn.args.number(0)
