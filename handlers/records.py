"""A salesperson wrote what happened: keep it and say what was understood, or ask the one thing that is in doubt."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from actions import assigning, corrections, records
from actions.cards import Recorded
from actions.customers import claimed_by
from actions.records import NewCustomer
from actions.refusals import OldCard
from parsing import Said
from storage import customers, doings
from storage.models import Doing, Question

from . import doubts, events
from .books import book_of
from .hearing import heard
from .keeping import keeping, source
from .turn import Spoken, Turn
from .understanding import cause, record_of, said_from_facts

OFFERED = 4
KNOWN_ALREADY = ("known", "colleague")
"""Questions that were asked because a customer of that name is there: *new* means another one."""


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
    """Nobody of that name is known: create them with what is known already, or is it one of these?"""

    question: int
    words: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class NotUnderstood:
    """Kept, not understood: whose is it?"""

    doing: int
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class KeptWithoutCustomer:
    """A note that concerns no customer."""

    doing: int


def keep_all(turn: Turn, said: tuple[Said, ...], first: int = 0) -> list[object]:
    """Record every fact of a message and show each; every doubt becomes one question."""
    results = [_keep(turn, fact, n) for n, fact in enumerate(said, first)]
    for result in results:
        _show(turn, result)
    return results


def _show(turn: Turn, result: object) -> None:
    about = getattr(result, "doing", None)
    turn.show(result, about)
    if isinstance(result, Recorded):
        events.after(turn, result)


def _keep(turn: Turn, said: Said, n: int) -> object:
    if doubt := doubts.ask(turn, said, n):
        return doubt
    if said.intent == "new_customer" and said.customer:
        return create(turn, said, n)
    if len(said.customer_ids) == 1:
        return _record(turn, said, int(said.customer_ids[0]), n)
    if said.customer_ids:
        return _which(turn, said, n)
    if said.customer:
        return _propose(turn, said, n)
    return _unassigned(turn, said, n)


def ask_whose(turn: Turn, said: Said, n: int, doing: int) -> None:
    """An edited message names somebody whom nobody knows for sure; until that is said, its record stays."""
    turn.waited = Spoken(turn.came.message_id, turn.heard_at, n, doing)
    turn.say(_which(turn, said, n) if said.customer_ids else _propose(turn, said, n))
    turn.waited = None


def _record(turn: Turn, said: Said, customer: int | NewCustomer, n: int = 0) -> object:
    return records.record(keeping(turn), record_of(turn, said, customer), source(turn, n))


def create(turn: Turn, said: Said, n: int = 0) -> object:
    """A new customer, unless one of that full name or phone is there already."""
    name = said.customer or ""
    known = customers.same(turn.db, name, said.phone)
    visible = customers.by_ids(turn.db, turn.scope, [customer.id for customer in known])
    if visible:
        return _ask(turn, "known", said, NewCustomerProposed, name, visible, n)
    if known:
        return duplicate(turn, said, known[0].id, n)
    return _record(turn, said, NewCustomer(name, None if said.contact else said.phone, said.city), n)


@dataclass(frozen=True)
class ColleagueHasThem:
    """Somebody else's customer, by exact name or phone: who has them and since when; nothing else is told."""

    question: int
    words: str
    owner: str
    days: int | None


def duplicate(turn: Turn, said: Said, customer_id: int, n: int = 0) -> object:
    """What is said of a customer that a colleague has: the name as typed, the owner, the last touch."""
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "colleague", cause(turn, said, n), turn.now)
    owner, days = claimed_by(turn.db, turn.who, customer_id, turn.now, turn.today)
    return ColleagueHasThem(question.id, said.customer or "", owner, days)


def _which(turn: Turn, said: Said, n: int) -> object:
    found = customers.by_ids(turn.db, turn.scope, [int(number) for number in said.customer_ids])[:OFFERED]
    return _ask(turn, "which", said, WhichCustomer, said.contact or said.customer or "", found, n)


def _propose(turn: Turn, said: Said, n: int) -> object:
    likely = [int(found.id) for found in book_of(turn).find(said.customer or "")][:OFFERED]
    found = customers.by_ids(turn.db, turn.scope, likely)
    return _ask(turn, "new", said, NewCustomerProposed, said.customer or "", found, n)


def _ask(turn: Turn, kind: str, said: Said, form: Any, words: str, found: list[Any], n: int) -> object:
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, kind, cause(turn, said, n), turn.now)
    return form(question.id, words, tuple(Choice(customer.id, customer.name) for customer in found))


def _unassigned(turn: Turn, said: Said, n: int) -> object:
    note, meant = record_of(turn, replace(said, intent="note"), None), record_of(turn, said, None)
    kept = assigning.keep(keeping(turn), note, meant, source(turn, n))
    likely = customers.recent(turn.db, turn.scope, turn.who.id)
    return NotUnderstood(kept.doing, tuple(Choice(customer.id, customer.name) for customer in likely))


def choose(turn: Turn) -> object | None:
    """The customer that was meant, by tap: `which:question:customer`, or `which:question:new`."""
    question = asked(turn)
    said = said_from_facts(question.facts["said"])
    customer: int | NewCustomer = NewCustomer(said.customer or said.contact or "", said.phone, said.city)
    if turn.args[1] != "new":
        customer = turn.args.number(1)
    question.answered_at = turn.now
    if (
        isinstance(customer, NewCustomer)
        and question.kind not in KNOWN_ALREADY
        and (taken := _taken(turn, said, customer))
    ):
        return taken
    doing = turn.waited.doing if turn.waited else None
    kept = _say_anew(turn, owned_doing(turn, doing), said, customer) if doing else _record(turn, said, customer)
    _show(turn, kept)
    return None


def _taken(turn: Turn, said: Said, new: NewCustomer) -> object | None:
    """What is said instead of creating a customer that a colleague has already."""
    known = customers.same(turn.db, new.name, new.phone)
    if not known or customers.by_ids(turn.db, turn.scope, [customer.id for customer in known]):
        return None
    return duplicate(turn, replace(said, customer=new.name), known[0].id)


def assign(turn: Turn) -> object | None:
    """Whose a kept note is, by tap: `assign:doing:customer`, `assign:doing:new` or `assign:doing:none`."""
    doing = owned_doing(turn, turn.args.number(0))
    if turn.args[1] == "none":
        return KeptWithoutCustomer(doing.id)
    if turn.args[1] == "new":
        return _ask_name(turn, doing)
    _show(turn, assigning.assign(keeping(turn), doing, turn.args.number(1)))
    return None


@dataclass(frozen=True)
class WhatName:
    """What is the new customer called?"""

    question: int


def _ask_name(turn: Turn, doing: Doing) -> WhatName:
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "name", {"doing": doing.id}, turn.now)
    return WhatName(question.id)


def owned_doing(turn: Turn, number: int) -> Doing:
    """The doing of a tapped card, if it is this person's and not undone, and so is its customer still."""
    doing = turn.db.get(Doing, number)
    if doing is None or not stands(turn, doing):
        raise OldCard
    return doing


def stands(turn: Turn, doing: Doing) -> bool:
    """Whether a doing is this person's and not undone, about a customer whom they see."""
    seen = not doing.customer_id or customers.by_ids(turn.db, turn.scope, [doing.customer_id])
    return doing.person_id == turn.who.id and doing.undone_at is None and bool(seen)


def _say_anew(turn: Turn, doing: Doing, said: Said, customer: int | NewCustomer) -> Recorded:
    """Now it is known whom an edited message names: its record and its card say so."""
    shown = corrections.rewrite(keeping(turn), doing, record_of(turn, said, customer), source(turn))
    if card := doings.card_of(turn.db, doing.id):
        turn.edit(shown, card.message_id, doing.id, outbox_id=card.id)
    return shown


def typed_log(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The line after *log*: about that customer, unless it names another one or asks something."""
    if any(fact.customer_ids or fact.intent == "query" or _newcomer(fact) for fact in said):
        return False
    customer = int(question.facts["customer"])
    question.answered_at = turn.now
    for n, fact in enumerate(said):
        _show(turn, _record(turn, _worth_a_touch(fact), customer, n))
    return True


def _newcomer(said: Said) -> bool:
    return said.intent == "new_customer" and said.customer is not None


def _worth_a_touch(said: Said) -> Said:
    return said if said.intent != "new_customer" else replace(said, intent="note")


@dataclass(frozen=True)
class NewcomerAsked:
    """Who is the new customer?"""


def new(turn: Turn, said: Said | None = None) -> object | None:
    """/new with what is known of the customer; without anything, it is asked."""
    words = turn.text.partition(" ")[2].strip() if turn.text.startswith("/") else ""
    if words:
        keep_all(turn, _newcomers(turn, words))
        return None
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "newcomer", {}, turn.now)
    return NewcomerAsked()


def typed_newcomer(turn: Turn, question: Question) -> bool:
    """The words about a new customer."""
    question.answered_at = turn.now
    keep_all(turn, _newcomers(turn, turn.text))
    return True


def _newcomers(turn: Turn, words: str) -> tuple[Said, ...]:
    """The words as those of a new customer, whether they say so or not."""
    opened = f"新客户 {words}" if turn.who.language == "zh" else f"new customer {words}"
    return heard(turn, opened)


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
    _show(turn, assigning.assign(keeping(turn), doing, customer))
    return True


def _taken_already(turn: Turn, doing: Doing, customer_id: int) -> object:
    """A colleague has a customer of this name: what was kept waits for what is said to that."""
    note = heard(turn, doing.understood["record"]["raw"] or "")[0]
    turn.waited = Spoken(doing.message_id, turn.heard_at, doing.n, doing.id)
    return duplicate(turn, replace(note, customer=turn.text), customer_id)


def asked(turn: Turn) -> Question:
    """The question of this tap, if it is this person's, keeps what was said, and waits."""
    question = turn.db.get(Question, turn.args.number(0))
    if question is None or question.person_id != turn.who.id or question.answered_at is not None:
        raise OldCard
    if "said" not in question.facts:
        raise OldCard
    turn.waited = waited(question)
    return question


def waited(question: Question) -> Spoken:
    """The words that wait in a question."""
    kept = question.facts
    return Spoken(kept["message_id"], datetime.fromisoformat(kept["heard_at"]), kept.get("n", 0), kept.get("doing"))
