"""/company: the company's settings, changed by an admin with a tap, by typing the value, or in plain words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from actions import setup
from actions.refusals import DontUnderstandField, OldCard
from actions.setup import SettingsProposed
from languages import SPOKEN
from parsing import Said
from parsing.capacities import weekdays_of
from parsing.places import country_of, currency_of, zone_of
from parsing.wishes import languages_of, time_of
from storage import doings
from storage.models import Question

from .setup import LONGEST_NAME, STAGES, must_be_admin
from .turn import Turn

FIELDS = ("name", "currency", "zone", "country", "working_days", "agenda_at", "languages")
PLAIN = {
    "name": "名称|名字|name", "currency": "货币|貨幣|currency", "zone": "时区|時區|时间|時間|time zone|zone|time",
    "country": "节假日|節假日|holidays", "working_days": "工作日|working days|work days",
    "languages": "语言|語言|languages", "agenda_at": "提醒时间|提醒時間|reminders|agenda",
}  # fmt: skip
WORDS = {
    field: re.compile(
        rf"^(?:/company|公司|company)\s*(?:的)?(?:{words})\s*(?:[:：=]|是|改为|改成|is|to)?\s*(.+)$", re.IGNORECASE
    )
    for field, words in PLAIN.items()
}
"""A setting and its value in plain words: 公司货币 新币; company currency SGD."""


@dataclass(frozen=True)
class CompanyEdited:
    """Which of the company's settings is to be another one? `more`: its own words rather than its place and time."""

    name: str
    more: bool = False


@dataclass(frozen=True)
class CompanyFieldAsked:
    """What should this setting of the company be? Likely answers as buttons; typing works too. `languages`: those that
    are offered now."""

    field: str
    languages: tuple[str, ...]


def company(turn: Turn, *_: object) -> SettingsProposed:
    """/company, or the way back to it: the company's settings; with a setting and its value, that one changed."""
    must_be_admin(turn)
    doings.stop_listening(turn.db, turn.came.chat_id)
    if wanted := _wanted(turn):
        return _set(turn, *wanted)
    return _shown(turn)


def means(turn: Turn) -> str | None:
    """The query that plain words are when they name a setting of the company and its value."""
    return "company" if "admin" in turn.roles and _wanted(turn) else None


def tap_company(turn: Turn) -> object:
    """`company`: back; `company:edit`, `company:more`: which setting; `company:field`: what should it be?"""
    must_be_admin(turn)
    if not turn.args:
        return company(turn)
    if turn.args[0] in ("edit", "more"):
        return CompanyEdited(turn.company.name, turn.args[0] == "more")
    if turn.args[0] not in FIELDS:
        raise OldCard
    facts = {"field": turn.args[0], "card": turn.came.message_id}
    doings.ask(turn.db, turn.came.chat_id, turn.who.id, "company", facts, turn.now)
    return CompanyFieldAsked(turn.args[0], turn.company.languages)


def tap_set(turn: Turn) -> object:
    """`company_set:field:value`: a tapped answer."""
    must_be_admin(turn)
    return _set(turn, turn.args[0], turn.args[1])


def tap_back(turn: Turn) -> SettingsProposed:
    """`company_back:version:field`: that setting as this version had it."""
    must_be_admin(turn)
    number, field = turn.args.number(0), turn.args[1]
    if field not in FIELDS:
        raise OldCard
    turn.company = setup.put_back(turn.db, turn.who, turn.company, number, field, turn.now)
    return _shown(turn, field)


def typed_field(turn: Turn, question: Question, said: tuple[Said, ...]) -> bool:
    """The typed value of a setting of the company; False where the words ask for something."""
    if said[0].intent == "query" and said[0].query != "card":
        return False
    shown = _set(turn, question.facts["field"], turn.text)
    question.answered_at = turn.now
    turn.edit(shown, question.facts["card"])
    turn.react("👌")
    return True


def _wanted(turn: Turn) -> tuple[str, str] | None:
    """The setting that the words name, and its value."""
    found = ((field, words.match(turn.text)) for field, words in WORDS.items())
    return next(((field, match[1].strip()) for field, match in found if match), None)


def _set(turn: Turn, field: str, words: str) -> SettingsProposed:
    """One setting of the company by its words; they fit or are said to be unclear."""
    if field not in READERS:
        raise OldCard
    value = READERS[field](turn, words)
    if value is None:
        raise DontUnderstandField(field, words)
    before = turn.company.version
    turn.company = setup.change(turn.db, turn.who, turn.company, field, value, turn.now)
    doings.stop_listening(turn.db, turn.came.chat_id)
    return _shown(turn, field, before)


def _shown(turn: Turn, changed: str | None = None, before: int | None = None) -> SettingsProposed:
    """The card of the settings; once set-up is over with what was changed and the way back."""
    if turn.who.stage in STAGES:
        return setup.proposed(turn.company)
    return setup.proposed(turn.company, in_use=True, changed=changed, before=before)


def _name(words: str) -> str | None:
    name = " ".join(words.split())
    return name if 0 < len(name) <= LONGEST_NAME else None


def _zone(words: str) -> str | None:
    zone = zone_of(words)
    return ZoneInfo(zone).key if zone else None


def _days(words: str) -> list[int] | None:
    """Tapped as figures, Monday 1; typed as names."""
    figures = sorted({int(sign) for sign in words}) if words.isdigit() else list(weekdays_of(words) or ())
    return figures if figures and figures[0] >= 1 and figures[-1] <= 7 else None


def _languages(words: str) -> list[str] | None:
    """Tapped as codes with dots between them; typed as names: 中文和英文, English and Traditional Chinese."""
    codes = words.split(".") if all(code in SPOKEN for code in words.split(".")) else languages_of(words)
    return [each for each in SPOKEN if each in codes] or None


READERS: dict[str, Callable[[Turn, str], Any]] = {
    "name": lambda turn, words: _name(words),
    "currency": lambda turn, words: currency_of(words, turn.company.currency),
    "zone": lambda turn, words: _zone(words),
    "country": lambda turn, words: country_of(words),
    "working_days": lambda turn, words: _days(words),
    "agenda_at": lambda turn, words: time_of(words),
    "languages": lambda turn, words: _languages(words),
}
