"""The value of a company's own field: said in words by whoever has the customer, or by which of several it is."""

from dataclasses import dataclass

from actions import own_fields
from actions.own_fields import ValueKept
from actions.refusals import CustomerUnknown, DontUnderstandField, OldCard
from languages import all_words
from parsing import moment
from parsing.own_fields import FieldSaid, number_of, own_field
from storage import customers, doings
from storage import own_fields as kept
from storage.models import Doing, Field, Question

from .books import book_of
from .hearing import region_of
from .keeping import keeping, source
from .turn import Turn
from .whose import Choice

WHOSE = "whose field"
OFFERED = 5
SURE = ("exact", "alias", "core", "contact")


@dataclass(frozen=True)
class WhoseFieldAsked:
    """Several customers fit: whose field is it?"""

    question: int
    words: str
    choices: tuple[Choice, ...]


def means(turn: Turn) -> bool:
    """Whether the words set a field of a customer whom they surely name."""
    said = _said(turn)
    return said is not None and bool(_customers(turn, said[1].customer))


def keep(turn: Turn, *_: object) -> object | None:
    """The value of a customer's field, in words; asks where several customers fit."""
    said = _said(turn)
    if said is None:
        raise CustomerUnknown
    row, words = said
    value = _value(turn, row, words.value)
    found = customers.by_ids(turn.db, turn.scope, _customers(turn, words.customer))
    if not found:
        raise CustomerUnknown(words.customer)
    if len(found) == 1:
        _keep(turn, found[0].id, row, value)
        return None
    facts = {"field": row.id, "value": value, "customers": [each.id for each in found]}
    question = doings.note(turn.db, turn.came.chat_id, turn.who.id, WHOSE, facts, turn.now)
    return WhoseFieldAsked(question.id, words.customer, tuple(Choice(each.id, each.name) for each in found))


def anew(turn: Turn, doing: Doing) -> ValueKept | None:
    """An edited message that says another value of the same field."""
    said = _said(turn)
    if said is None or said[0].id != doing.understood["field"]:
        return None
    return own_fields.correct(keeping(turn), doing, _value(turn, said[0], said[1].value))


def tap_whose(turn: Turn) -> None:
    """`own_field:question:customer`: this one's."""
    question = turn.db.get(Question, turn.args.number(0))
    if question is None or question.kind != WHOSE or question.person_id != turn.who.id or question.answered_at:
        raise OldCard
    if turn.args.number(1) not in question.facts["customers"]:
        raise OldCard
    question.answered_at = turn.now
    _keep(turn, turn.args.number(1), own_fields.one(turn.db, question.facts["field"]), question.facts["value"])


def _keep(turn: Turn, customer: int, row: Field, value: str | None) -> None:
    shown: ValueKept = own_fields.keep(keeping(turn), customer, row, value, source(turn))
    turn.show(shown, shown.doing)


def _said(turn: Turn) -> tuple[Field, FieldSaid] | None:
    """The field that the words set, and how."""
    rows = kept.every(turn.db)
    said = own_field(turn.text, [all_words(row) for row in rows]) if rows else None
    return (rows[said.field], said) if said is not None else None


def _customers(turn: Turn, words: str) -> list[int]:
    """Whom the words before the field surely name, and nothing else beside them."""
    return [int(one.id) for one in book_of(turn).find(words) if one.how in SURE][:OFFERED]


def _value(turn: Turn, row: Field, words: str | None) -> str | None:
    """The value as it is kept, if it is one of the field's kind."""
    if words is None or row.kind == "text":
        return words
    day = moment(words, turn.heard_at, region_of(turn)) if row.kind == "date" else None
    value = number_of(words) if row.kind == "number" else day.on.isoformat() if day is not None else None
    if value is None:
        raise DontUnderstandField(row.kind, words)
    return value
