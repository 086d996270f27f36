"""/company: the company's settings, changed by an admin with a tap or typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from actions import setup
from actions.refusals import DontUnderstandField, OldCard
from actions.setup import SettingsProposed
from parsing import Said
from parsing.capacities import weekdays_of
from parsing.places import country_of, currency_of, zone_of
from parsing.wishes import time_of
from storage import doings
from storage.models import Question

from .setup import STAGES, must_be_admin
from .turn import Turn

FIELDS = ("currency", "zone", "country", "working_days", "agenda_at")


@dataclass(frozen=True)
class CompanyEdited:
    """Which of the company's settings is to be another one?"""

    name: str


@dataclass(frozen=True)
class CompanyFieldAsked:
    """What should this setting of the company be? Likely answers as buttons; typing works too."""

    field: str


def company(turn: Turn, *_: object) -> SettingsProposed:
    """/company, or the way back to it: the company's settings."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return setup.proposed(turn.company, in_use=turn.who.stage not in STAGES)


def tap_company(turn: Turn) -> object:
    """`company`: back; `company:edit`: which setting; `company:field`: what should it be?"""
    must_be_admin(turn)
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
    must_be_admin(turn)
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
