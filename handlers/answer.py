"""Answering an update: one transaction with its receipt, the records, and what will be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

import languages
from actions import company as companies
from actions.company import Company
from actions.refusals import AnotherAnswer, Refusal
from storage import doings, inbox, outbox, people
from storage.models import Outbox, Person
from storage.scope import roles_of

from . import routes
from .came import Came, came
from .turn import Turn

STRANGER = 0
"""The number of somebody who has not joined: no row has it."""


def answer(db: Session, update_id: int, body: dict[str, Any], now: datetime) -> list[Outbox]:
    """Do what this update asks, once; a second delivery finds the receipt and changes nothing."""
    turn = _turn(db, update_id, body, now)
    if turn is None:
        return []
    result = routes.handle(turn)
    if result is not None:
        turn.show(result)
    return turn.said


def look(db: Session, update_id: int, body: dict[str, Any], now: datetime) -> list[Outbox]:
    """What there is to say to a question that was put aside, on a reading connection; nothing of it is kept yet."""
    turn = _heard(db, update_id, body, now)
    if turn is None:
        return []
    turn.beside = True
    result = routes.handle(turn)
    if result is not None:
        turn.show(result)
    return turn.said


def keep(db: Session, update_id: int, body: dict[str, Any], now: datetime, said: Sequence[Outbox]) -> list[Outbox]:
    """The receipt of such a question with its answer; a second delivery finds it and changes nothing."""
    turn = _turn(db, update_id, body, now)
    if turn is None:
        return []
    if turn.came.tapped is None:
        doings.stop_listening(db, turn.came.chat_id)
    return [outbox.add(db, row) for row in said]


def refuse(db: Session, update_id: int, body: dict[str, Any], now: datetime, no: Refusal) -> list[Outbox]:
    """Say why it was not done, after everything it wrote was rolled back."""
    turn = _turn(db, update_id, body, now)
    if turn is None:
        return []
    if turn.came.tapped is None and not isinstance(no, AnotherAnswer):
        doings.stop_listening(db, turn.came.chat_id)
    turn.toast(no) if turn.came.tapped is not None else turn.say(no)
    return turn.said


def _turn(db: Session, update_id: int, body: dict[str, Any], now: datetime) -> Turn | None:
    """The turn of this update with its receipt written; None where it was answered before or says nothing to us."""
    turn = _heard(db, update_id, body, now) if inbox.finish(db, update_id, now) else None
    if turn is not None and turn.who.id != STRANGER and turn.came.private:
        turn.who.unreachable_at = now if turn.came.blocked else None
    return turn


def _heard(db: Session, update_id: int, body: dict[str, Any], now: datetime) -> Turn | None:
    """Who says what; None where it says nothing to us."""
    heard = came(body)
    if heard is None:
        return None
    company = companies.in_force(db)
    who = people.speaking(db, heard.telegram_id)
    roles = roles_of(db, who.id) if who else set()
    return Turn(db, heard, update_id, now, company, who or _stranger(heard, company), frozenset(roles))


def _stranger(heard: Came, company: Company) -> Person:
    """Somebody who has not joined: nothing is kept of them but this turn."""
    language = languages.nearest(languages.of_phone(heard.language_code, company.zone), company.languages)
    return Person(
        id=STRANGER,
        telegram_id=heard.telegram_id,
        name=heard.first_name,
        language=language,
        zone=company.zone,
        stage="stranger",
    )


@dataclass(frozen=True)
class Apology:
    """Something of ours went wrong; what was written is kept and nothing else has changed."""


def apologise(db: Session, update_id: int, body: dict[str, Any], now: datetime) -> list[Outbox]:
    """An update that was parked after failing: say so once."""
    heard = came(body)
    if heard is None:
        return []
    company = companies.in_force(db)
    who = people.speaking(db, heard.telegram_id) or _stranger(heard, company)
    turn = Turn(db, heard, update_id, now, company, who, frozenset())
    doings.stop_listening(db, heard.chat_id)
    turn.say(Apology())
    return turn.said
