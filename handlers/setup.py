"""Set-up by the first person: the company's name, then four taps; later the company's settings, by an admin."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from actions import company as companies
from actions import setup
from actions.refusals import DontUnderstandField, NotForYourRole, OldCard
from actions.setup import CadencesProposed, SettingsProposed
from parsing import Said
from parsing.capacities import capacity_of, weekdays_of
from parsing.places import country_of, currency_of, zone_of
from parsing.wishes import time_of
from storage import doings
from storage.models import Question

from .turn import Turn

STAGES = ("company", "terms", "letters", "capacity")
"""The steps of set-up that a person may stand at, in their order."""
FIELDS = ("currency", "zone", "country", "working_days", "agenda_at")
LONGEST_NAME = 40


@dataclass(frozen=True)
class CompanyAsked:
    """The first person is in, with all roles; what is the company called?"""

    name: str


@dataclass(frozen=True)
class CompanyEdited:
    """Which of the company's settings is to be another one?"""

    name: str


@dataclass(frozen=True)
class CompanyFieldAsked:
    """What should this setting of the company be? Likely answers as buttons; typing works too."""

    field: str


@dataclass(frozen=True)
class LettersAsked:
    """What do A, B and C mean in this team? `chosen` once it is answered."""

    chosen: str | None = None


@dataclass(frozen=True)
class CapacityAsked:
    """How many customers does a person have, and how many do they reach a day? `typing`: type it."""

    typing: bool = False
    chosen: tuple[int, int] | None = None


@dataclass(frozen=True)
class SetUpDone:
    """The company is set up: how colleagues come in; then a language, unless it is `chosen`, and work."""

    chosen: bool = False


def step(turn: Turn) -> object:
    """The question at which set-up stands."""
    stage = turn.who.stage
    if stage == "company":
        doings.ask(turn.db, turn.came.chat_id, turn.who.id, "company name", {}, turn.now)
        return CompanyAsked(turn.who.name)
    if stage == "terms":
        return setup.proposed(turn.company)
    return LettersAsked() if stage == "letters" else _ask_capacity(turn)


def typed_name(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """What the company is called; False where the words ask for something."""
    name = " ".join(turn.text.split())
    if (said[0].intent == "query" and said[0].query != "card") or len(name) > LONGEST_NAME:
        question.listening = True
        return False
    question.answered_at = turn.now
    turn.company = companies.change(turn.db, "company", {"name": name}, turn.now, turn.who.id)
    turn.who.stage = "terms"
    turn.say(setup.proposed(turn.company))
    return True


def company(turn: Turn, *_: object) -> SettingsProposed:
    """/company, or the way back to it: the company's settings."""
    _must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return setup.proposed(turn.company, in_use=turn.who.stage not in STAGES)


def tap_fine(turn: Turn) -> None:
    """`fine`: these settings it is; then the letters."""
    _must_be_admin(turn)
    turn.show(setup.proposed(turn.company, settled=True))
    if turn.who.stage == "terms":
        turn.who.stage = "letters"
        turn.say(step(turn))


def tap_company(turn: Turn) -> object:
    """`company`: back; `company:edit`: which setting; `company:field`: what should it be?"""
    _must_be_admin(turn)
    if not turn.args:
        return company(turn)
    if turn.args[0] == "edit":
        return CompanyEdited(turn.company.name)
    if turn.args[0] not in FIELDS:
        raise OldCard
    facts = {"field": turn.args[0], "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "company", facts, turn.now)
    return CompanyFieldAsked(turn.args[0])


def tap_set(turn: Turn) -> object:
    """`company_set:field:value`: a tapped answer."""
    _must_be_admin(turn)
    return _set(turn, turn.args[0], turn.args[1])


def typed_field(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed value of a setting of the company; False where the words ask for something."""
    if said[0].intent == "query" and said[0].query != "card":
        return False
    shown = _set(turn, question.facts["field"], turn.text)
    question.answered_at = turn.now
    turn.edit(shown, question.facts["card"])
    turn.react("👌")
    return True


def tap_letters(turn: Turn) -> None:
    """`letters:meaning`: what the letters mean; then how much a person can do."""
    _must_be_admin(turn)
    if turn.args[0] not in setup.LETTERS:
        raise OldCard
    turn.company = setup.decide_letters(turn.db, turn.who, turn.args[0], turn.now)
    turn.show(LettersAsked(turn.args[0]))
    if turn.who.stage == "letters":
        turn.who.stage = "capacity"
        turn.say(step(turn))


def tap_capacity(turn: Turn) -> object | None:
    """`capacity:customers:a day`, or `capacity:type`."""
    _must_be_admin(turn)
    if turn.args == ("type",):
        doings.ask(turn.db, turn.came.chat_id, turn.who.id, "capacity", {}, turn.now)
        return CapacityAsked(typing=True)
    customers, a_day = _numbers(turn, 2)
    turn.show(CapacityAsked(chosen=(customers, a_day)))
    turn.say(setup.propose(turn.company, customers, a_day))
    return None


def typed_capacity(turn: Turn, question: Question) -> bool:
    """Two typed numbers; anything else is something else, unless it has figures."""
    found = capacity_of(turn.text)
    if found is None and any(sign.isdigit() for sign in turn.text):
        raise DontUnderstandField("capacity", turn.text)
    if found is None:
        return False
    question.answered_at = turn.now
    turn.say(setup.propose(turn.company, *found))
    return True


def tap_cadence(turn: Turn) -> CadencesProposed:
    """`cadence:customers:a day:step`: looser or tighter ones, on the same card."""
    _must_be_admin(turn)
    customers, a_day, ladder = _numbers(turn, 3)
    return setup.propose(turn.company, customers, a_day, ladder)


def tap_adopt(turn: Turn) -> None:
    """`adopt:customers:a day:step`: these it is; then the person's own language and customers."""
    _must_be_admin(turn)
    customers, a_day, ladder = _numbers(turn, 3)
    chosen = setup.propose(turn.company, customers, a_day, ladder)
    turn.company = setup.adopt(turn.db, turn.who, chosen, turn.now)
    turn.show(replace(chosen, settled=True))
    if turn.who.stage in STAGES:
        turn.who.stage = "language"
        turn.say(SetUpDone())


def _ask_capacity(turn: Turn) -> CapacityAsked:
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "capacity", {}, turn.now)
    return CapacityAsked()


def _set(turn: Turn, field: str, words: str) -> SettingsProposed:
    """One setting of the company by its words; they fit or are said to be unclear."""
    if field not in READERS:
        raise OldCard
    value = READERS[field](turn, words)
    if value is None:
        raise DontUnderstandField(field, words)
    turn.company = setup.change(turn.db, turn.who, turn.company, field, value, turn.now)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return setup.proposed(turn.company, in_use=turn.who.stage not in STAGES)


def _zone(words: str) -> str | None:
    zone = zone_of(words)
    return ZoneInfo(zone).key if zone else None


def _days(words: str) -> list[int] | None:
    """Tapped as figures, Monday 1; typed as names."""
    figures = sorted({int(sign) for sign in words}) if words.isdigit() else list(weekdays_of(words) or ())
    return figures if figures and figures[0] >= 1 and figures[-1] <= 7 else None


READERS: dict[str, Callable[[Turn, str], Any]] = {
    "currency": lambda turn, words: currency_of(words, turn.company.currency),
    "zone": lambda turn, words: _zone(words),
    "country": lambda turn, words: country_of(words),
    "working_days": lambda turn, words: _days(words),
    "agenda_at": lambda turn, words: time_of(words),
}


def _numbers(turn: Turn, count: int) -> tuple[int, ...]:
    found = tuple(turn.args.number(place) for place in range(count))
    if len(turn.args) != count or not all(found[:2]):
        raise OldCard
    return found


def _must_be_admin(turn: Turn) -> None:
    if "admin" not in turn.roles:
        raise NotForYourRole("company")
