"""Somebody new: created, unless one of that name or phone is there already, here or with a colleague."""

from dataclasses import dataclass, replace

from actions.customers import claimed_by
from actions.records import NewCustomer
from parsing import Said
from storage import customers, doings

from .hearing import heard
from .recording import record
from .turn import Turn
from .understanding import cause
from .whose import NewCustomerProposed, ask

KNOWN_ALREADY = ("known", "colleague")
"""Questions that were asked because a customer of that name is there: *new* means another one."""


@dataclass(frozen=True)
class ColleagueHasThem:
    """Somebody else's customer, by exact name or phone: who has them and since when; nothing else is told."""

    question: int
    words: str
    owner: str
    days: int | None


@dataclass(frozen=True)
class NewcomerAsked:
    """Who is the new customer?"""


def create(turn: Turn, said: Said, n: int = 0) -> object:
    """A new customer, unless one of that full name or phone is there already."""
    name = said.customer or ""
    known = customers.same(turn.db, name, said.phone)
    visible = customers.by_ids(turn.db, turn.scope, [customer.id for customer in known])
    if visible:
        return ask(turn, "known", said, NewCustomerProposed, name, visible, n)
    if known:
        return duplicate(turn, said, known[0].id, n)
    return record(turn, said, NewCustomer(name, None if said.contact else said.phone, said.city), n)


def duplicate(turn: Turn, said: Said, customer_id: int, n: int = 0) -> object:
    """What is said of a customer that a colleague has: the name as typed, the owner, the last touch."""
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, "colleague", cause(turn, said, n), turn.now)
    owner, days = claimed_by(turn.db, turn.who, customer_id, turn.now, turn.today)
    return ColleagueHasThem(question.id, said.customer or "", owner, days)


def taken(turn: Turn, said: Said, new: NewCustomer) -> object | None:
    """What is said instead of creating a customer that a colleague has already."""
    known = customers.same(turn.db, new.name, new.phone)
    if not known or customers.by_ids(turn.db, turn.scope, [customer.id for customer in known]):
        return None
    return duplicate(turn, replace(said, customer=new.name), known[0].id)


def introduced(turn: Turn, words: str) -> tuple[Said, ...]:
    """The words as those of a new customer, whether they say so or not."""
    opened = f"新客户 {words}" if turn.who.language == "zh" else f"new customer {words}"
    return heard(turn, opened)
