"""What came from Telegram: kept before it is confirmed, receipted in the transaction that answers it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, bindparam, insert, null, select, update
from sqlalchemy.orm import Session

from .models import Inbox
from .ready import Ready

ATTEMPTS = 3
"""An update that failed so often is parked, and its chat goes on."""


def keep(db: Session, updates: Sequence[Mapping[str, Any]], now: datetime) -> list[Inbox]:
    """Keep the updates that are new and give them back in the order of their numbers; known ones change nothing."""
    by_number = {update["update_id"]: update for update in updates}
    connection = db.connection()
    known = set(connection.scalars(_KNOWN, {"numbers": list(by_number)}))
    fresh = [_row(number, dict(by_number[number]), now) for number in sorted(by_number.keys() - known)]
    if fresh:
        connection.execute(_KEEP, [_columns(row) for row in fresh])
    return fresh


def waiting(db: Session) -> Sequence[Inbox]:
    """What was kept and not answered yet, in the order of its numbers."""
    return db.scalars(select(Inbox).where(Inbox.state == "waiting").order_by(Inbox.update_id)).all()


def finish(db: Session, update_id: int, now: datetime) -> bool:
    """The receipt: false when the update was answered (or parked) before, and nothing may be written for it again."""
    return _settle(db, update_id, "done", now)


def park(db: Session, update_id: int, now: datetime) -> bool:
    """Put aside an update that keeps failing; false when it isn't waiting any more."""
    return _settle(db, update_id, "parked", now)


def failed(db: Session, update_id: int) -> int:
    """Count one failure to answer; says how many there were."""
    counted = update(Inbox).where(Inbox.update_id == update_id).values(attempts=Inbox.attempts + 1)
    db.execute(counted)
    return db.scalar(select(Inbox.attempts).where(Inbox.update_id == update_id)) or 0


def forget(db: Session, before: datetime) -> int:
    """Empty the bodies of what was done before this moment; the receipts stay. Says how many."""
    old = update(Inbox).where(Inbox.state == "done", Inbox.done_at < before, Inbox.body.is_not(None))
    return _count(db.execute(old.values(body=null())))


def chat_of(body: Mapping[str, Any]) -> int | None:
    """The chat that an update belongs to; None for the few that belong to none."""
    for value in body.values():
        if isinstance(value, Mapping):
            message = value.get("message") or value
            chat: Mapping[str, int] = message.get("chat") or value.get("from") or {}
            return chat.get("id")
    return None


def _row(update_id: int, body: dict[str, Any], now: datetime) -> Inbox:
    return Inbox(update_id=update_id, chat_id=chat_of(body), body=body, received_at=now, state="waiting", attempts=0)


def _columns(row: Inbox) -> dict[str, Any]:
    names = ("update_id", "chat_id", "body", "received_at", "state", "attempts")
    return {name: getattr(row, name) for name in names}


def _settle(db: Session, update_id: int, state: str, now: datetime) -> bool:
    return _SETTLE.write(db, number=update_id, to=state, at=now) == 1


def _count(result: Any) -> int:
    return cast("CursorResult[Any]", result).rowcount


# Built once: to build a statement costs more than to run it, and these run for every update.
_KNOWN = select(Inbox.update_id).where(Inbox.update_id.in_(bindparam("numbers", expanding=True)))
_KEEP = insert(Inbox)
_SETTLE: Ready[()] = Ready(
    update(Inbox)
    .where(Inbox.update_id == bindparam("number"), Inbox.state == "waiting")
    .values(state=bindparam("to"), done_at=bindparam("at"))
)
