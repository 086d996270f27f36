"""A salesperson wrote what happened: keep it and say what was understood, or ask the one thing that is in doubt."""

from dataclasses import replace

from actions.records import NewCustomer
from parsing import Said
from storage import doings
from storage.models import Question

from . import doubts, unassigned
from .newcomers import KNOWN_ALREADY, NewcomerAsked, create, introduced, own, taken
from .owned import asked, owned_doing
from .recording import record, say_anew, show
from .turn import Turn
from .understanding import said_from_facts
from .whose import propose, which


def keep_all(turn: Turn, said: tuple[Said, ...], first: int = 0) -> list[object]:
    """Record every fact of a message and show each; every doubt becomes one question."""
    results = [_keep(turn, fact, n) for n, fact in enumerate(said, first)]
    for result in results:
        show(turn, result)
    return results


def _keep(turn: Turn, said: Said, n: int) -> object:
    if doubt := doubts.ask(turn, said, n):
        return doubt
    if said.intent == "new_customer" and said.customer:
        return create(turn, said, n)
    if "fuzzy_customer" in said.doubts:
        return propose(turn, said, n)
    if len(said.customer_ids) == 1:
        return record(turn, said, int(said.customer_ids[0]), n)
    if said.customer_ids:
        return which(turn, said, n)
    if (name := unassigned.unknown(turn, said, n)) is not None:
        return name
    if said.customer:
        return propose(turn, said, n)
    return unassigned.keep(turn, said, n)


def choose(turn: Turn) -> object | None:
    """The customer that was meant, by tap: `which:question:customer`, or `which:question:new`."""
    question = asked(turn)
    said = said_from_facts(question.facts["said"])
    customer: int | NewCustomer = NewCustomer(said.customer or said.contact or "", said.phone, said.city)
    if turn.args[1] != "new":
        customer = turn.args.number(1)
    question.answered_at = turn.now
    if isinstance(customer, NewCustomer) and question.kind not in KNOWN_ALREADY:
        if told := taken(turn, said, customer):
            return told
        customer = own(turn, customer)
    if turn.waited and turn.waited.doing:
        say_anew(turn, owned_doing(turn, turn.waited.doing), said, customer)
    else:
        show(turn, record(turn, said, customer))
    return None


def typed_log(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The line after *log*: about that customer, unless it names another one or asks something."""
    if any(fact.customer_ids or fact.intent == "query" or _newcomer(fact) for fact in said):
        return False
    customer = int(question.facts["customer"])
    question.answered_at = turn.now
    for n, fact in enumerate(said):
        show(turn, record(turn, _worth_a_touch(fact), customer, n))
    return True


def _newcomer(said: Said) -> bool:
    return said.intent == "new_customer" and said.customer is not None


def _worth_a_touch(said: Said) -> Said:
    return said if said.intent != "new_customer" else replace(said, intent="note")


def new(turn: Turn, said: Said | None = None) -> object | None:
    """/new with what is known of the customer; without anything, it is asked."""
    words = turn.text.partition(" ")[2].strip() if turn.text.startswith("/") else ""
    if words:
        keep_all(turn, introduced(turn, words))
        return None
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "newcomer", {}, turn.now)
    return NewcomerAsked()


def typed_newcomer(turn: Turn, question: Question) -> bool:
    """The words about a new customer."""
    question.answered_at = turn.now
    keep_all(turn, introduced(turn, turn.text))
    return True
