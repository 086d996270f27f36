"""A name is asked for, heard as it is typed, and the old one put back: colleagues, teams, own fields, the catalogue.

What was asked waits as a question of its kind; what a change is taken back by is noted beside it, for one tap.
"""

from typing import Any

from actions.refusals import OldCard
from parsing import Said
from storage import doings
from storage.models import Question

from .turn import Turn

LONGEST_NAME = 24


def ask(turn: Turn, kind: str, facts: dict[str, Any]) -> Question:
    """Ask whoever tapped; the next words in this chat may be the answer."""
    return doings.ask(turn.db, turn.came.chat_id, turn.who.id, kind, facts, turn.now)


def asks(said: tuple[Said, ...]) -> bool:
    """Whether typed words ask for something, so that they are no answer; a customer's name alone may be one."""
    return said[0].intent == "query" and said[0].query != "card"


def name_in(turn: Turn, said: tuple[Said, ...]) -> str | None:
    """Typed words as a name: short, on one line, and no question."""
    name = " ".join(turn.text.split())
    return None if asks(said) or not 0 < len(name) <= LONGEST_NAME else name


def note(turn: Turn, kind: str, facts: dict[str, Any]) -> int:
    """Keep what a change is taken back by: the number that its button carries."""
    return doings.note(turn.db, turn.came.chat_id, turn.who.id, kind, facts, turn.now).id


def taken_back(turn: Turn, kind: str) -> dict[str, Any]:
    """What was noted with the number of the tapped button, once; OldCard where it is somebody else's or spent."""
    question = turn.db.get(Question, turn.args.number(0))
    mine = question is not None and question.kind == kind and question.person_id == turn.who.id
    if question is None or not mine or question.answered_at is not None:
        raise OldCard
    question.answered_at = turn.now
    return question.facts
