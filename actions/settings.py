"""A person's own settings: language, zone, agenda time, quiet hours, leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import said
from storage.models import Person
from storage.said import Shown

from .refusals import OldCard

LANGUAGES = ("zh", "en")
CARDS_DAYS = 7
CARDS = 60
"""So many messages of the last days follow their reader into another language."""


@dataclass(frozen=True)
class SettingsShown:
    """A person's settings; `changed` names the one that was just changed."""

    language: str
    zone: str
    agenda_at: time
    quiet_from: time
    quiet_to: time
    away_from: date | None
    away_until: date | None
    today: date
    changed: str | None = None


def shown(who: Person, today: date, changed: str | None = None) -> SettingsShown:
    """The settings as their card shows them; a leave that is over isn't shown."""
    until = date.fromisoformat(who.away_until) if who.away_until else None
    away = until is not None and until >= today
    begins = date.fromisoformat(who.away_from) if who.away_from and away else None
    return SettingsShown(
        who.language, who.zone, who.agenda_at, who.quiet_from, who.quiet_to, begins, until if away else None, today,
        changed,
    )  # fmt: skip


def change(db: Session, who: Person, field: str, values: Sequence[str]) -> None:
    """Another value for one setting; what fits no setting comes from a button that is no more."""
    try:
        _change(db, who, field, tuple(values))
    except (ValueError, KeyError, IndexError):
        raise OldCard from None


def cards(db: Session, who: Person, chat_id: int, now: datetime) -> list[Shown]:
    """The messages of the last days that this person still sees, newest first."""
    return said.cards(db, chat_id, now - timedelta(days=CARDS_DAYS), CARDS)


def _change(db: Session, who: Person, field: str, values: tuple[str, ...]) -> None:
    if field == "language":
        _speak(db, who, values[0])
    elif field == "zone":
        who.zone = ZoneInfo(values[0]).key
    elif field == "agenda":
        who.agenda_at = time.fromisoformat(values[0])
    elif field == "quiet":
        who.quiet_from, who.quiet_to = (time.fromisoformat(each) for each in values)
    elif field == "away":
        _leave(who, values)
    else:
        raise KeyError(field)


def _speak(db: Session, who: Person, language: str) -> None:
    """Everything from now on in this language, also what waits already."""
    if language not in LANGUAGES:
        raise KeyError(language)
    who.language = language
    said.in_language(db, who.id, language)


def _leave(who: Person, values: tuple[str, ...]) -> None:
    if not values:
        who.away_from = who.away_until = None
        return
    first, last = (date.fromisoformat(each) for each in values)
    who.away_from, who.away_until = first.isoformat(), last.isoformat()
