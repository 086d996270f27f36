"""Somebody new: created, unless one of that name or phone is there already, here or with a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from actions import customers as cards
from actions.customers import Claim, claimed_by
from actions.records import NewCustomer
from languages import tongue
from parsing import Said
from storage import customers, doings, pool
from storage.models import Customer, Person
from storage.requests import COLLEAGUE

from .hearing import heard
from .recording import record
from .turn import Turn
from .understanding import cause
from .whose import NewCustomerProposed, ask

KNOWN_ALREADY = ("known", COLLEAGUE)
"""Questions that were asked because a customer of that name is there: *new* means another one."""


@dataclass(frozen=True)
class ColleagueHasThem:
    """Somebody else's customer, by exact name or phone: who has them and since when; nothing else is told.

    `owner` is None when that was told too often today. `fall`: it waits in the pool and may be taken from there.
    """

    question: int
    words: str
    owner: str | None
    days: int | None
    fall: int | None = None


@dataclass(frozen=True)
class DuplicateAsked:
    """For the owner: a colleague was about to create this customer."""

    customer: int
    name: str
    by: str


@dataclass(frozen=True)
class NewcomerAsked:
    """Who is the new customer?"""


def create(turn: Turn, said: Said, n: int = 0) -> object:
    """A new customer, unless one of that full name or phone is there already."""
    name = said.customer or ""
    known = customers.same(turn.db, name, said.phone)
    mine = customers.by_ids(turn.db, turn.scope, [customer.id for customer in known])
    if mine:
        return _mine(turn, said, mine, n)
    if known:
        return duplicate(turn, said, known[0].id, n)
    return record(turn, said, newcomer_of(said), n)


def newcomer_of(said: Said) -> NewCustomer:
    """The new customer that the words introduce."""
    return NewCustomer(said.customer or said.contact or "", None if said.contact else said.phone, said.city)


def _mine(turn: Turn, said: Said, mine: Sequence[Customer], n: int) -> object:
    """Their own: its card, where nothing else was said; otherwise whether it is the same."""
    tells = said.contact or said.phone or said.amounts or said.followup or said.promise or said.need or said.summary
    if tells:
        return ask(turn, "known", said, partial(NewCustomerProposed, known=True), said.customer or "", mine, n)
    return replace(cards.show(turn.db, turn.who, turn.scope, mine[0].id, turn.now, turn.today), already=True)


def duplicate(turn: Turn, said: Said, customer_id: int, n: int = 0) -> object:
    """What is said of a customer that a colleague has: the name as typed, the owner, the last touch."""
    claim = claimed_by(turn.db, turn.who, customer_id, turn.now, turn.heard_at)
    tell_owner(turn, claim)
    return theirs(turn, said, claim, n)


def theirs(turn: Turn, said: Said, claim: Claim, n: int = 0) -> ColleagueHasThem:
    """What was said waits for what becomes of it; a customer in the pool may be taken by who sells."""
    question = doings.ask(turn.db, turn.came.chat_id, turn.who.id, COLLEAGUE, cause(turn, said, n), turn.now)
    question.facts = {**question.facts, "customer": claim.customer, "told": claim.owner is not None}
    fall = pool.fallen(turn.db, claim.customer) if claim.owner == "" and "salesperson" in turn.roles else None
    return ColleagueHasThem(question.id, said.customer or "", claim.owner, claim.days, fall.id if fall else None)


def tell_owner(turn: Turn, claim: Claim) -> None:
    """Whoever has the customer sees who asked."""
    owner = turn.db.get(Person, claim.tell) if claim.tell else None
    if owner is not None and owner.telegram_id is not None:
        turn.say(DuplicateAsked(claim.customer, claim.name, turn.who.name), to=owner)


def taken(turn: Turn, said: Said, new: NewCustomer, but: int | None = None) -> object | None:
    """What is said instead of creating a customer that somebody has already: its card, or that a colleague has it."""
    known = [one for one in customers.same(turn.db, new.name, new.phone) if one.id != but]
    mine = customers.by_ids(turn.db, turn.scope, [customer.id for customer in known])
    if mine and but:
        return replace(cards.show(turn.db, turn.who, turn.scope, mine[0].id, turn.now, turn.today), already=True)
    return duplicate(turn, replace(said, customer=new.name), known[0].id) if known and not mine else None


def own(turn: Turn, new: NewCustomer) -> int | NewCustomer:
    """Their own customer of exactly this name, if there is one: it isn't made twice."""
    same = customers.same(turn.db, new.name, None)
    mine = customers.by_ids(turn.db, turn.scope, [customer.id for customer in same])
    return mine[0].id if mine else new


def introduced(turn: Turn, words: str) -> tuple[Said, ...]:
    """The words as those of a new customer, whether they say so or not."""
    opened = f"新客户 {words}" if tongue(turn.who.language) == "zh" else f"new customer {words}"
    return heard(turn, opened)
