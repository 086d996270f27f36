"""Questions about what was said in a chat: which cards it shows, and what waits to be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from .models import Outbox

SAID = ("sending", "sent")
OPEN = ("waiting", "sending", "sent")
NEW = ("reply", "push", "photo")
"""Kinds that are messages of their own."""
LOOKED_THROUGH = 20
"""So many of the last messages say whom a chat is about."""


@dataclass(frozen=True)
class Shown:
    """A message of the bot as the chat shows it: its first row, and the result that it shows by now."""

    outbox_id: int
    message_id: int | None
    view: str
    facts: dict[str, Any]
    about: int | None


def cards(db: Session, chat_id: int, since: datetime, limit: int) -> list[Shown]:
    """The latest messages of a chat with words of their own, newest first, each with what it shows by now."""
    mine = select(Outbox).where(Outbox.chat_id == chat_id, Outbox.created_at >= since)
    said = mine.where(Outbox.kind.in_(("reply", "push")), Outbox.state.in_(SAID), Outbox.view != "")
    first = db.scalars(said.order_by(Outbox.id.desc()).limit(limit)).all()
    edits = db.scalars(mine.where(Outbox.kind == "edit", Outbox.state.in_(OPEN)).order_by(Outbox.id)).all()
    shown = [_shown(row, edits) for row in first]
    return [each for each in shown if each is not None]


@dataclass(frozen=True)
class Card:
    """Where a doing is shown: the message's number, once it has one, and its row."""

    message_id: int | None
    outbox_id: int


def card_of(db: Session, doing_id: int, chat_id: int) -> Card | None:
    """The message of this chat that shows a doing: the one that was first said of it, or that became its card."""
    mine = select(Outbox).where(Outbox.about == doing_id, Outbox.chat_id == chat_id, Outbox.kind.in_((*NEW, "edit")))
    row = db.scalars(mine.order_by(Outbox.id).limit(1)).one_or_none()
    if row is None or row.kind != "edit":
        return Card(row.message_id, row.id) if row else None
    its = Outbox.id == row.edits_outbox_id if row.edits_outbox_id else Outbox.message_id == row.edits_message_id
    first = db.scalar(select(func.min(Outbox.id)).where(Outbox.chat_id == chat_id, its, Outbox.kind.in_(NEW)))
    return Card(row.edits_message_id, first or row.id)


def messages_since(db: Session, chat_id: int, outbox_id: int) -> int:
    """How many messages the bot said in this chat after that one: five up, a card is out of sight."""
    since = select(func.count()).where(Outbox.chat_id == chat_id, Outbox.id > outbox_id, Outbox.kind.in_(NEW))
    return db.scalar(since) or 0


def last_card(db: Session, chat_id: int) -> int | None:
    """The doing that the last card in this chat shows."""
    mine = select(Outbox.about).where(Outbox.chat_id == chat_id, Outbox.about.is_not(None), Outbox.kind != "toast")
    return db.scalar(mine.order_by(Outbox.id.desc()).limit(1))


def last_question(db: Session, chat_id: int) -> int | None:
    """The question that the last message in this chat asks, unless a card was shown since."""
    mine = select(Outbox.about, Outbox.facts).where(Outbox.chat_id == chat_id, Outbox.kind != "toast")
    for about, facts in db.execute(mine.order_by(Outbox.id.desc()).limit(LOOKED_THROUGH)):
        if about is not None or isinstance((facts or {}).get("question"), int):
            return None if about is not None else int(facts["question"])
    return None


def last_customer(db: Session, chat_id: int) -> int | None:
    """The customer whom the last card or list line in this chat is about."""
    mine = select(Outbox.facts).where(Outbox.chat_id == chat_id, Outbox.facts.is_not(None), Outbox.kind != "toast")
    latest = db.scalars(mine.order_by(Outbox.id.desc()).limit(LOOKED_THROUGH))
    numbers = ((facts or {}).get("customer") for facts in latest)
    return next((number for number in numbers if isinstance(number, int) and number), None)


def told(db: Session, doing_id: int, but: int) -> Sequence[Outbox]:
    """What others than this chat were told of a doing."""
    others = select(Outbox).where(Outbox.about == doing_id, Outbox.chat_id != but, Outbox.kind == "push")
    return db.scalars(others.order_by(Outbox.id)).all()


def facts_by_now(db: Session, row: Outbox) -> dict[str, Any] | None:
    """The facts that a message shows after all its changes."""
    mine = select(Outbox.facts).where(Outbox.edits_outbox_id == row.id, Outbox.kind == "edit")
    return db.scalar(mine.order_by(Outbox.id.desc()).limit(1)) or row.facts


def in_language(db: Session, person_id: int, language: str) -> None:
    """What waits for this person is said in this language."""
    waiting = update(Outbox).where(Outbox.person_id == person_id, Outbox.state == "waiting")
    db.execute(waiting.values(language=language))


def empty(db: Session, outbox_ids: Sequence[int]) -> None:
    """Forget the facts of these messages and of their changes that were sent."""
    rows = update(Outbox).where(Outbox.id.in_(outbox_ids) | Outbox.edits_outbox_id.in_(outbox_ids))
    db.execute(rows.where(Outbox.state == "sent").values(facts=None))


def _shown(row: Outbox, edits: Sequence[Outbox]) -> Shown | None:
    latest = next((edit for edit in reversed(edits) if _changes(edit, row)), row)
    if latest.facts is None or not latest.view:
        return None
    return Shown(row.id, row.message_id, latest.view, latest.facts, row.about)


def _changes(edit: Outbox, row: Outbox) -> bool:
    if edit.edits_outbox_id is not None:
        return edit.edits_outbox_id == row.id
    return row.message_id is not None and edit.edits_message_id == row.message_id
