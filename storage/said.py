"""Questions about what was said in a chat: which cards it shows, and what waits to be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from .models import Outbox

SAID = ("sending", "sent")
OPEN = ("waiting", "sending", "sent")


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
