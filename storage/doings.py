"""Questions about doings: which update wrote what, which card shows it, what waits for an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from .hand import Rows
from .models import Change, Doing, Outbox, Question
from .ready import Ready


def of_message(db: Session, chat_id: int, message_id: int) -> list[Doing]:
    """What was recorded from one message."""
    mine = select(Doing).where(Doing.chat_id == chat_id, Doing.message_id == message_id)
    return list(db.scalars(mine.order_by(Doing.id)))


def latest(db: Session, person_id: int) -> Doing | None:
    """The last thing this person recorded that is not undone."""
    mine = select(Doing).where(Doing.person_id == person_id, Doing.undone_at.is_(None))
    return db.scalars(mine.order_by(Doing.id.desc()).limit(1)).one_or_none()


def latest_record(db: Session, person_id: int) -> Doing | None:
    """The last thing that happened with a customer, as this person recorded it: what a photo belongs to."""
    kinds = ("visit", "meeting", "call", "message", "note", "purchase", "complaint", "new_customer")
    mine = select(Doing).where(Doing.person_id == person_id, Doing.undone_at.is_(None), Doing.what.in_(kinds))
    return db.scalars(mine.where(Doing.customer_id.is_not(None)).order_by(Doing.id.desc()).limit(1)).one_or_none()


def since(db: Session, person_id: int, at: datetime, kinds: Sequence[str]) -> list[Doing]:
    """What of these kinds this person recorded of a customer since a moment, latest first."""
    mine = select(Doing).where(Doing.person_id == person_id, Doing.undone_at.is_(None), Doing.what.in_(kinds))
    mine = mine.where(Doing.done_at >= at, Doing.customer_id.is_not(None))
    return list(db.scalars(mine.order_by(Doing.id.desc()).limit(20)))


def named_by(db: Session, chat_id: int, message_id: int, person_id: int) -> Doing | None:
    """What was recorded of somebody new whose name this message gave."""
    mine = select(Doing).where(Doing.person_id == person_id, Doing.chat_id == chat_id)
    gave = Doing.understood["named_by"].as_integer() == message_id
    return db.scalars(mine.where(gave).order_by(Doing.id.desc()).limit(1)).one_or_none()


def last_about(db: Session, person_id: int, customer_id: int) -> int | None:
    """The last thing that this person recorded of a customer."""
    mine = select(Doing.id).where(Doing.person_id == person_id, Doing.undone_at.is_(None))
    return db.scalar(mine.where(Doing.customer_id == customer_id).order_by(Doing.id.desc()).limit(1))


def last_undone(db: Session, person_id: int) -> Doing | None:
    """What this person undid last: what *redo* without a card means."""
    mine = select(Doing).where(Doing.person_id == person_id, Doing.undone_at.is_not(None))
    return db.scalars(mine.order_by(Doing.undone_at.desc(), Doing.id).limit(1)).one_or_none()


def last_changed(db: Session, person_id: int) -> Doing | None:
    """The last thing this person recorded or undid: what *undo* without a card means."""
    wrote = Doing.id.in_(select(Change.doing_id)) | (Doing.what == "held")
    mine = select(Doing).where(Doing.person_id == person_id, Doing.undone_at.is_(None), wrote)
    return db.scalars(mine.order_by(Doing.id.desc()).limit(1)).one_or_none()


def ask(db: Session, chat_id: int, person_id: int, kind: str, facts: dict[str, Any], now: datetime) -> Question:
    """Write down a question with its cause, and listen for its answer instead of an earlier one's."""
    stop_listening(db, chat_id)
    question = Question(chat_id=chat_id, person_id=person_id, kind=kind, facts=facts, asked_at=now)
    db.add(question)
    db.flush()
    return question


def listening(db: Session, chat_id: int) -> Question | None:
    """The question whose answer may be typed next in this chat."""
    return QUESTIONS.one(db, _LISTENING, chat=chat_id)


def stop_listening(db: Session, chat_id: int) -> None:
    """The next words are no answer; buttons of waiting questions go on working."""
    db.execute(update(Question).where(Question.chat_id == chat_id, Question.listening).values(listening=False))


def withdraw(db: Session, chat_id: int, message_id: int, now: datetime) -> bool:
    """The questions that a message raised wait no more, since it says something else now; whether there were any."""
    mine = select(Question).where(Question.chat_id == chat_id, Question.answered_at.is_(None))
    found = [row for row in db.scalars(mine.order_by(Question.id.desc()).limit(50)) if _raised_by(row, message_id)]
    for row in found:
        row.answered_at, row.listening = now, False
    return bool(found)


def _raised_by(question: Question, message_id: int) -> bool:
    return "said" in question.facts and question.facts.get("message_id") == message_id


def shown_by(db: Session, chat_id: int, message_id: int) -> int | None:
    """The doing that a message shows, be it the bot's card or the person's own words."""
    card = select(Outbox.about).where(
        Outbox.chat_id == chat_id, Outbox.message_id == message_id, Outbox.about.is_not(None)
    )
    words = select(Doing.id).where(Doing.chat_id == chat_id, Doing.message_id == message_id)
    return db.scalar(card.limit(1)) or db.scalar(words.order_by(Doing.id).limit(1))


def note(db: Session, chat_id: int, person_id: int, kind: str, facts: dict[str, Any], now: datetime) -> Question:
    """Write down something whose buttons wait, without listening for typed words."""
    noted = Question(chat_id=chat_id, person_id=person_id, kind=kind, facts=facts, asked_at=now, listening=False)
    db.add(noted)
    db.flush()
    return noted


def noted(db: Session, person_id: int, kind: str) -> list[Question]:
    """What of this kind waits for somebody, latest first."""
    mine = select(Question).where(Question.person_id == person_id, Question.kind == kind)
    return list(db.scalars(mine.order_by(Question.id.desc())))


QUESTIONS = Rows(Question)
_LISTENING = Ready(
    QUESTIONS.select()
    .where(Question.chat_id == bindparam("chat"), Question.listening, Question.answered_at.is_(None))
    .order_by(Question.id.desc())
    .limit(1)
)
"""Every message asks it."""
