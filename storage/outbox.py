"""What is to be said: written with its cause, sent after the commit, marked when Telegram has it.

The sender is handed fresh messages in memory and finds all others here. `now` is business time and says what is due;
`machine` (seconds since the epoch) runs the leases, and nobody can push it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, bindparam, case, func, null, or_, select, update
from sqlalchemy.orm import Session

from .hand import Rows
from .models import Mark, Outbox
from .ready import Ready

LEASE_SECONDS = 60.0
"""How long a claimed message belongs to the process that claimed it."""
SILENCE = "silent_until"


@dataclass(frozen=True)
class Settled:
    """What became of a message: `state` is sent, superseded or dead; `error` says why not sent."""

    id: int
    state: str
    chat_id: int
    attempts: int = 0
    message_id: int | None = None
    sent_at: datetime | None = None
    error: str | None = None


def add(db: Session, message: Outbox) -> Outbox:
    """Say this after the commit. Its key must be new: what may be said before is said with `once`."""
    return MESSAGES.add(db, message)


def once(db: Session, message: Outbox) -> Outbox | None:
    """Say this after the commit, unless a message with its key was said before; then None."""
    if db.scalar(select(Outbox.id).where(Outbox.key == message.key)) is not None:
        return None
    return add(db, message)


def of_key(db: Session, key: str) -> Outbox | None:
    """The message with this key."""
    return db.scalars(_OF_KEY, {"key": key}).one_or_none()


def claim(
    db: Session, now: datetime, machine: float, limit: int = 200, *, beside: Sequence[int] = ()
) -> Sequence[Outbox]:
    """Take what is due and nobody else's, replies before pushes, oldest first. `beside`: ids already in hand."""
    free = or_(Outbox.state == "waiting", and_(Outbox.state == "sending", Outbox.lease_until < machine))
    due = select(Outbox).where(free, Outbox.due_at <= now, Outbox.id.not_in(beside)).limit(limit)
    ordered = due.order_by(case((Outbox.kind == "push", 1), else_=0), Outbox.due_at, Outbox.id)
    found = db.scalars(ordered.with_for_update(skip_locked=True)).all()
    for message in found:
        message.state, message.lease_until = "sending", machine + LEASE_SECONDS
    return found


def next_due_at(db: Session) -> datetime | None:
    """When the next waiting message is due; None when none waits."""
    return db.scalar(select(Outbox.due_at).where(Outbox.state == "waiting").order_by(Outbox.due_at).limit(1))


def release(db: Session) -> int:
    """Free what a process that is gone had claimed: perhaps it was sent, so it is sent again. Says how many."""
    freed = update(Outbox).where(Outbox.state == "sending").values(state="waiting", lease_until=None)
    return _count(db.execute(freed))


def settle(db: Session, settled: Sequence[Settled]) -> None:
    """Mark what became of these messages, all at once."""
    _SETTLE.write_all(db, [{f"b_{name}": value for name, value in vars(one).items()} for one in settled])


def message_of(db: Session, outbox_id: int) -> int | None:
    """The number that Telegram gave to a message; None while it has none."""
    return db.scalar(select(Outbox.message_id).where(Outbox.id == outbox_id))


def move(db: Session, old: int, new: int) -> int:
    """A group became a supergroup: what waits for it goes to its new number. Says how many."""
    return _count(db.execute(update(Outbox).where(_open(), Outbox.chat_id == old).values(chat_id=new)))


def silence(db: Session, until: float) -> None:
    """Telegram wants nothing before this moment (machine time); the later of two counts."""
    if until > silent_until(db):
        db.merge(Mark(name=SILENCE, value=str(until)))


def silent_until(db: Session) -> float:
    """Until when (machine time) Telegram wants nothing; 0 when it never said."""
    mark = db.get(Mark, SILENCE)
    return float(mark.value) if mark else 0.0


def counts(db: Session) -> dict[str, int]:
    """How many messages there are in each state."""
    return dict(db.execute(select(Outbox.state, func.count()).group_by(Outbox.state)).all())


def forget(db: Session, before: datetime) -> int:
    """Empty the facts of what was settled before this moment. Says how many."""
    old = update(Outbox).where(~_open(), Outbox.due_at < before, Outbox.facts.is_not(None))
    return _count(db.execute(old.values(facts=null())))


def _open() -> ColumnElement[bool]:
    return Outbox.state.in_(("waiting", "sending"))


def _count(result: Any) -> int:
    return cast("CursorResult[Any]", result).rowcount


MESSAGES = Rows(Outbox)
_OF_KEY = select(Outbox).where(Outbox.key == bindparam("key"))
_SETTLE: Ready[()] = Ready(
    update(Outbox)
    .where(Outbox.id == bindparam("b_id"))
    .values(
        state=bindparam("b_state"),
        chat_id=bindparam("b_chat_id"),
        attempts=bindparam("b_attempts"),
        message_id=bindparam("b_message_id"),
        sent_at=bindparam("b_sent_at"),
        error=bindparam("b_error"),
        lease_until=None,
    )
)
