"""What was said waits in a question, and the next words put it right: they are about that, not about an older card."""

from dataclasses import replace

from parsing import Correction, Said
from storage import said as chats
from storage.models import Question

from .instead import sure_of
from .owned import waited
from .recording import record, show
from .turn import Turn
from .understanding import said_as_facts, said_from_facts

KINDS = ("which", "new", "known")
"""Questions that ask whose it is."""


def put_right(turn: Turn, meant: Correction) -> bool:
    """Whether a question waits below the last card, whose words these put right: another customer, sum or day."""
    question = _waiting(turn)
    if question is None:
        return False
    said = _said(said_from_facts(question.facts["said"]), meant)
    if meant.customer is None:
        question.facts = {**question.facts, "said": said_as_facts(said)}
        turn.react("👌")
        return True
    number = sure_of(turn, meant.customer)
    if number is None:
        return False
    turn.waited, question.answered_at, question.listening = waited(question), turn.now, False
    show(turn, record(turn, said, number))
    return True


def _waiting(turn: Turn) -> Question | None:
    """The question about a customer that was asked after the last card was shown."""
    question = turn.db.get(Question, chats.last_question(turn.db, turn.came.chat_id) or 0)
    waits = question is not None and question.kind in KINDS and question.answered_at is None
    return question if waits else None


def _said(said: Said, meant: Correction) -> Said:
    """The words that wait, with what is put right in its place."""
    if meant.amount is not None:
        said = replace(said, amount=meant.amount, amounts=(meant.amount,), currency=meant.currency or said.currency)
    return said if meant.moment is None else replace(said, followup=meant.moment)
