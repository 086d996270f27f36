"""What the demo reads from the bot's database: who is there, what waits, what the nights did, what was lost."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from demo.telegram import LocalTelegram
from storage import company
from storage.models import Doing, Inbox, Move, Night, Occurrence, Outbox, Person, Role

HINTS = ("manager", "admin", "salesperson")
CODES = {"zh": "zh-hans", "zh_tw": "zh-hant-tw", "zh_hk": "zh-hant-hk", "en": "en"}


def people(db: Session) -> list[dict[str, Any]]:
    """Everybody who has joined, as the owners of phones."""
    roles: dict[int, list[str]] = {}
    for number, role in db.execute(select(Role.person_id, Role.role)):
        roles.setdefault(number, []).append(role)
    here = select(Person).where(Person.telegram_id.is_not(None), Person.left_at.is_(None))
    return [
        {
            "id": person.telegram_id,
            "first_name": person.name,
            "language_code": CODES[person.language],
            "hint": next(hint for hint in HINTS if hint in roles.get(person.id, ["salesperson"])),
        }
        for person in db.scalars(here.order_by(Person.id))
    ]


def waits(db: Session, until: datetime) -> bool:
    """Whether anything up to this business instant is still to be done or said."""
    until = until.astimezone(UTC)
    if (company.mark(db, "alarms") or "") < until.strftime("%Y-%m-%dT%H:%M"):
        return True
    unheard = db.scalar(select(func.count()).where(Inbox.state == "waiting"))
    unsaid = db.scalar(select(func.count()).where(Outbox.state.in_(("waiting", "sending"))))
    return bool(unheard or unsaid)


def nights_between(db: Session, since: datetime, until: datetime) -> dict[str, Any] | None:
    """What the nights between two instants did, added up."""
    done = select(Night).where(Night.finished_at.is_not(None))
    nights = db.scalars(done.where(Night.started_at > since, Night.started_at <= until)).all()
    if not nights:
        return None
    days = [night.night_on for night in nights]
    moves = select(Move.old, Move.new).where(Move.axis == "tier", Move.moved_on.in_(days))
    tiers = [(old, new) for old, new in db.execute(moves)]
    said = select(func.count()).where(Occurrence.state == "sent", Occurrence.due_at > since, Occurrence.due_at <= until)
    return {
        "nights": len(nights),
        "judged": nights[-1].judged,
        "moves": sum(night.moved for night in nights),
        "up": sum(new < old for old, new in tiers),
        "down": sum(new > old for old, new in tiers),
        "reminders": db.scalar(said) or 0,
    }


def counted(db: Session, telegram: LocalTelegram) -> dict[str, int]:
    """Updates that Telegram was told are done and that the bot doesn't have, and messages recorded twice."""
    through = telegram.updates.confirmed_through
    first = db.scalar(select(func.min(Inbox.update_id)))
    kept = db.scalar(select(func.count()).where(Inbox.update_id <= through)) or 0
    lost = (through - first + 1 - kept) if first is not None and through >= first else 0
    once = select(Doing.chat_id, Doing.message_id, Doing.n).where(Doing.message_id.is_not(None))
    twice = once.group_by(Doing.chat_id, Doing.message_id, Doing.n).having(func.count() > 1).subquery()
    doubled = db.scalar(select(func.count()).select_from(twice)) or 0
    recorded = db.scalar(select(func.count(Doing.id))) or 0
    return {"lost": max(lost, 0), "doubled": doubled, "received": kept, "recorded": recorded}
