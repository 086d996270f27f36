"""What a tapped button may touch: a doing or a question that is this person's, and still waits or stands."""

from datetime import datetime

from actions.refusals import OldCard
from storage import customers
from storage.models import Doing, Question

from .turn import Spoken, Turn


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


def answered(turn: Turn, kind: str) -> Question:
    """The question of this tap, if it is this person's and of this kind; from here on it is answered."""
    question = turn.db.get(Question, turn.args.number(0))
    if question is None or question.person_id != turn.who.id or question.answered_at is not None:
        raise OldCard
    if question.kind != kind:
        raise OldCard
    question.answered_at, question.listening = turn.now, False
    return question


def name_of(turn: Turn, doing: Doing) -> str:
    """The customer of a doing, as far as there is one; OldCard where it is somebody else's by now."""
    found = customers.by_ids(turn.db, turn.scope, [doing.customer_id]) if doing.customer_id else []
    if doing.customer_id and not found:
        raise OldCard
    return found[0].name if found else ""
