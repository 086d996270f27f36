"""The company's own fields: made by an admin; a customer's value set by anybody who may see it, in words."""

import re
from dataclasses import dataclass, replace

from actions import own_fields
from actions.own_fields import FieldShown, FieldsShown
from actions.own_words import Called, called, names_of
from actions.refusals import DontUnderstandField
from parsing import Said
from parsing.pairs import own_words
from storage import doings
from storage.models import Field, Question

from .setup import must_be_admin
from .turn import Turn
from .typed_names import ask, asks, note, taken_back

NEW, NAMES, CHANGED = "new field", "field name", "fields changed"
PLAIN = re.compile(
    r"^(?:新增?|加|添加)(?:自定义|自訂)?(?:字段|欄位|项|項)\s*[:：]?\s*(?P<names>.+)$"
    r"|^(?:new|add) field:? (?P<names2>.+)$",
    re.IGNORECASE,
)
"""A new field in plain words: 新字段 合同号 / contract number."""


@dataclass(frozen=True)
class OwnFieldAsked:
    """What is the new field called, or this one (`name`)? Typed, in one language or both."""

    field: int | None = None
    name: str | None = None


def means(turn: Turn) -> bool:
    """Whether an admin's words make a new field."""
    return "admin" in turn.roles and PLAIN.match(turn.text) is not None


def asked(turn: Turn, *_: object) -> FieldsShown:
    """/fields: all of them; in plain words a new one."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    found = PLAIN.match(turn.text)
    return _add(turn, found["names"] or found["names2"]) if found else own_fields.show_all(turn.db)


def tap_all(turn: Turn) -> FieldsShown:
    """`fields`: all of them."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return own_fields.show_all(turn.db)


def tap_one(turn: Turn) -> FieldShown:
    """`a_field:id`; `a_field:id:kind`: what it holds."""
    must_be_admin(turn)
    row = _field(turn)
    if len(turn.args) > 1:
        own_fields.hold(turn.db, turn.who, row, turn.args[1], turn.now)
    return FieldShown(own_fields.line(row))


def tap_add(turn: Turn) -> OwnFieldAsked:
    """`add_field`: what is it called?"""
    must_be_admin(turn)
    ask(turn, NEW, {})
    return OwnFieldAsked()


def tap_name(turn: Turn) -> OwnFieldAsked:
    """`name_field:id`: what is it called?"""
    must_be_admin(turn)
    row = _field(turn)
    ask(turn, NAMES, {"field": row.id})
    return OwnFieldAsked(row.id, row.zh)


def tap_remove(turn: Turn) -> FieldsShown:
    """`end_field:id`: it is no more."""
    must_be_admin(turn)
    row = _field(turn)
    zh, question = row.zh, note(turn, CHANGED, {"removed": [row.name, row.kind, *names_of(row)]})
    own_fields.remove(turn.db, turn.who, row, turn.now)
    return replace(own_fields.show_all(turn.db), removed=zh, question=question)


def tap_back(turn: Turn) -> FieldsShown:
    """`fields_back:question`: as it was before that change."""
    must_be_admin(turn)
    facts = taken_back(turn, CHANGED)
    if "removed" in facts:
        key, kind, *names = facts["removed"]
        own_fields.add(turn.db, turn.who, Called(*names), kind, turn.now, key)
    elif "old" in facts:
        own_fields.rename(turn.db, turn.who, own_fields.one(turn.db, facts["field"]), Called(*facts["old"]), turn.now)
    else:
        own_fields.remove(turn.db, turn.who, own_fields.one(turn.db, facts["field"]), turn.now)
    return own_fields.show_all(turn.db)


def typed_new(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of a new field; False where the words ask for something."""
    if asks(said):
        return False
    question.answered_at = turn.now
    turn.show(_add(turn, turn.text))
    return True


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed name of a field; False where the words ask for something."""
    if asks(said):
        return False
    row = own_fields.one(turn.db, question.facts["field"])
    old = own_fields.rename(turn.db, turn.who, row, _names(turn.text, names_of(row)), turn.now)
    question.answered_at = turn.now
    back = note(turn, CHANGED, {"field": row.id, "old": list(old)})
    turn.show(FieldShown(own_fields.line(row), renamed=True, question=back))
    return True


def _add(turn: Turn, words: str) -> FieldsShown:
    row = own_fields.add(turn.db, turn.who, _names(words), "text", turn.now)
    question = note(turn, CHANGED, {"field": row.id})
    return replace(own_fields.show_all(turn.db), added=own_fields.line(row), question=question)


def _names(text: str, old: Called | None = None) -> Called:
    """What is said in one language counts for both. DontUnderstandField for anything else."""
    names = called(own_words(text), old)
    if names is None:
        raise DontUnderstandField("names", text)
    return names


def _field(turn: Turn) -> Field:
    return own_fields.one(turn.db, turn.args.number(0))
