"""What somebody said of a colleague's customer waited in a question; on consent it is recorded, as theirs."""

from dataclasses import replace

from actions import records
from actions.records import Source
from parsing import Said
from storage import requests
from storage.models import Doing, Person, Question
from storage.scope import roles_of

from .keeping import keeping
from .owned import waited
from .turn import Turn
from .understanding import record_of, said_from_facts


def record(turn: Turn, consent: Doing, customer_id: int, author: Person) -> int:
    """Record everything that this colleague said of the customer, under their name and on its own day; how many."""
    found = requests.kept_words(turn.db, author.id, customer_id)
    notes = [_recorded(_as(turn, author, question), question, customer_id) for question in found if _tells(question)]
    for question in found:
        question.facts = {**question.facts, "recorded": consent.id}
        question.answered_at, question.listening = question.answered_at or turn.now, False
    consent.understood = {**consent.understood, "notes": notes}
    turn.db.flush()
    return len(notes)


def words_of(question: Question) -> str | None:
    """What was said beside the name, as it was understood or as it was typed."""
    said = said_from_facts(question.facts["said"])
    if not _says_more(said):
        return None
    beside = said.contact and said.summary and said.contact not in said.summary
    return f"{said.contact}{_space(said.summary)}{said.summary}" if beside else said.summary or said.text


def _recorded(turn: Turn, question: Question, customer_id: int) -> int:
    said = said_from_facts(question.facts["said"])
    told = replace(said, intent="note") if said.intent == "new_customer" else said
    spoken = turn.spoken()
    source = Source(turn.who.telegram_id or 0, spoken.message_id, spoken.n)
    return records.record(keeping(turn), record_of(turn, told, customer_id), source).doing


def _as(turn: Turn, author: Person, question: Question) -> Turn:
    """The turn in which its author would have recorded it."""
    return replace(turn, who=author, roles=frozenset(roles_of(turn.db, author.id)), waited=waited(question))


def _tells(question: Question) -> bool:
    return _says_more(said_from_facts(question.facts["said"]))


def _says_more(said: Said) -> bool:
    """More than a name."""
    told = (said.contact, said.phone, said.amounts, said.followup, said.promise, said.need, said.summary)
    return said.intent != "new_customer" or any(told)


def _space(words: str | None) -> str:
    """What stands between a name and what follows it: Chinese needs nothing."""
    return "" if words and words[0] > "\u2e80" else " "
