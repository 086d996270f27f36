"""The company's products, regions and industries, kept by an admin with taps and typed names."""

import re
from dataclasses import dataclass, replace

from actions import catalogue
from actions.catalogue import CatalogueShown, TermShown
from actions.own_words import Called, called, names_of
from actions.refusals import DontUnderstandField, OldCard
from parsing import Said
from parsing.pairs import own_words
from storage import doings
from storage.models import Question, Term

from .setup import must_be_admin
from .turn import Turn
from .typed_names import ask, asks, note, taken_back

NEW, NAMES, CHANGED = "new terms", "term name", "terms changed"
WORDS = {
    "产品": "product",
    "產品": "product",
    "地区": "region",
    "地區": "region",
    "行业": "industry",
    "行業": "industry",
}
PLAIN = re.compile(
    rf"^(?:新增?|加|添加)(?P<zh>{'|'.join(WORDS)})\s*[:：]?\s*(?P<names>.+)$"
    r"|^(?:new|add) (?P<en>product|region|industry)s?:? (?P<names2>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""New entries in plain words: 新产品 滤芯 / Filters; new region East China."""


@dataclass(frozen=True)
class TermAsked:
    """What are the new products, regions or industries called, or this one (`name`)? In both languages, one a line."""

    kind: str
    term: int | None = None
    name: str | None = None


def means(turn: Turn) -> bool:
    """Whether an admin's words name something new for the catalogue."""
    return "admin" in turn.roles and PLAIN.match(turn.text) is not None


def asked(turn: Turn, *_: object) -> CatalogueShown:
    """/catalogue: the products; with something new in plain words, that added."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    found = PLAIN.match(turn.text)
    if found is None:
        return catalogue.show_all(turn.db, "product")
    kind = WORDS.get(found["zh"] or "") or str(found["en"]).lower()
    return _add(turn, kind, found["names"] or found["names2"])


def tap_all(turn: Turn) -> CatalogueShown:
    """`catalogue:kind:page`."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return catalogue.show_all(turn.db, turn.args[0], turn.args.number(1) if len(turn.args) > 1 else 0)


def tap_one(turn: Turn) -> TermShown:
    """`term:id`."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return catalogue.show(turn.db, _term(turn))


def tap_add(turn: Turn) -> TermAsked:
    """`add_term:kind`: what are they called?"""
    must_be_admin(turn)
    kind = turn.args[0]
    if kind not in catalogue.KINDS:
        raise OldCard
    ask(turn, NEW, {"kind": kind})
    return TermAsked(kind)


def tap_name(turn: Turn) -> TermAsked:
    """`name_term:id`: what is it called?"""
    must_be_admin(turn)
    term = _term(turn)
    ask(turn, NAMES, {"term": term.id})
    return TermAsked(term.kind, term.id, term.zh)


def tap_remove(turn: Turn) -> CatalogueShown:
    """`end_term:id`: it is no more."""
    must_be_admin(turn)
    term = _term(turn)
    kind, names = term.kind, names_of(term)
    catalogue.remove(turn.db, turn.who, term, turn.now)
    question = note(turn, CHANGED, {"kind": kind, "removed": list(names)})
    return replace(catalogue.show_all(turn.db, kind), removed=names.zh, question=question)


def tap_back(turn: Turn) -> CatalogueShown | TermShown:
    """`terms_back:question`: as it was before that change."""
    must_be_admin(turn)
    facts = taken_back(turn, CHANGED)
    if "renamed" in facts:
        term = catalogue.one(turn.db, facts["renamed"])
        catalogue.rename(turn.db, turn.who, term, Called(*facts["old"]), turn.now)
        return catalogue.show(turn.db, term)
    if "removed" in facts:
        catalogue.add(turn.db, turn.who, facts["kind"], [Called(*facts["removed"])], turn.now)
    for number in facts.get("added", ()):
        catalogue.remove(turn.db, turn.who, catalogue.one(turn.db, number), turn.now)
    return catalogue.show_all(turn.db, facts["kind"])


def typed_new(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed names of new entries; False where the words ask for something."""
    if asks(said):
        return False
    question.answered_at = turn.now
    turn.show(_add(turn, question.facts["kind"], turn.text))
    return True


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed names of an entry; False where the words ask for something."""
    if asks(said):
        return False
    term = catalogue.one(turn.db, question.facts["term"])
    (names,) = _names(turn.text, 1, names_of(term))
    old = catalogue.rename(turn.db, turn.who, term, names, turn.now)
    question.answered_at = turn.now
    back = note(turn, CHANGED, {"renamed": term.id, "old": list(old)})
    turn.show(replace(catalogue.show(turn.db, term), renamed=True, question=back))
    return True


def _add(turn: Turn, kind: str, text: str) -> CatalogueShown:
    made = catalogue.add(turn.db, turn.who, kind, _names(text, 20), turn.now)
    question = note(turn, CHANGED, {"kind": kind, "added": [term.id for term in made]})
    last = (catalogue.show_all(turn.db, kind).count - 1) // catalogue.PAGE
    return replace(catalogue.show_all(turn.db, kind, last), added=len(made), question=question)


def _names(text: str, most: int, old: Called | None = None) -> list[Called]:
    """The names of an entry a line; one language counts for both. DontUnderstandField for anything else."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = [names for line in lines if (names := called(own_words(line), old))]
    if not found or len(found) > most or len(found) < len(lines):
        raise DontUnderstandField("names", text)
    return found


def _term(turn: Turn) -> Term:
    return catalogue.one(turn.db, turn.args.number(0))
