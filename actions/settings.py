"""A person's own settings: language, zone, agenda time, day report, quiet hours, leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

import languages
import reminders
from storage import said
from storage.models import Person
from storage.said import Shown

from . import judging, leave
from .company import in_force
from .leave import DeputyFree, Falls
from .refusals import OldCard

COMES = ("preview", "summary", "review")
"""What comes by itself or not."""
LOOKED_THROUGH = 40
CARDS = 10
"""So many cards of today follow their reader into another language; pictures stay as they are."""


@dataclass(frozen=True)
class SettingsShown:
    """A person's settings; `changed` names the one that was just changed. `deputy`: who covers the leave."""

    language: str
    zone: str
    agenda_at: time
    report_at: time | None
    preview: bool
    summary: bool
    review: bool
    quiet_from: time
    quiet_to: time
    away_from: date | None
    away_until: date | None
    deputy: str | None
    today: date
    changed: str | None = None
    falls: tuple[Falls, ...] = ()
    """Of a leave that was just set: what is agreed for its days."""


def shown(db: Session, who: Person, today: date, changed: str | None = None) -> SettingsShown:
    """The settings as their card shows them; a leave that is over isn't shown."""
    until = date.fromisoformat(who.away_until) if who.away_until else None
    away = until is not None and until >= today
    begins = date.fromisoformat(who.away_from) if who.away_from and away else None
    deputy = db.get(Person, who.deputy_id) if who.deputy_id and away else None
    return SettingsShown(
        who.language, who.zone, who.agenda_at, who.report_at, who.wants_preview, who.wants_summary,
        who.wants_review, who.quiet_from, who.quiet_to, begins,
        until if away else None, deputy.name if deputy else None, today, changed,
        leave.falls_in(db, who) if away and changed in ("away", "deputy") else (),
    )  # fmt: skip


Told = list[tuple[Person, object]]
"""Somebody else, and what they are told."""


def change(db: Session, who: Person, field: str, values: Sequence[str], now: datetime) -> Told:
    """Another value for one setting, and what others are told of it; what fits none comes from a button no more."""
    try:
        if field == "back" and leave.lies_ahead(who, reminders.local_date(now, who.zone)):
            return []
        if field in ("away", "back", "deputy"):
            return _leave(db, who, field, tuple(values), now)
        _change(db, who, field, tuple(values))
    except (ValueError, KeyError, IndexError):
        raise OldCard from None
    return []


def cards(db: Session, who: Person, chat_id: int, now: datetime) -> list[Shown]:
    """The messages of today that this person still sees, newest first."""
    today = now.astimezone(ZoneInfo(who.zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    return said.cards(db, chat_id, today, LOOKED_THROUGH)


def _change(db: Session, who: Person, field: str, values: tuple[str, ...]) -> None:
    if field == "language":
        _speak(db, who, values[0])
    elif field == "zone":
        who.zone = ZoneInfo(values[0]).key
    elif field == "agenda":
        who.agenda_at = time.fromisoformat(values[0])
    elif field == "quiet":
        who.quiet_from, who.quiet_to = (time.fromisoformat(each) for each in values)
    elif field == "report":
        who.report_at = time.fromisoformat(values[0]) if values else None
    elif field in COMES:
        setattr(who, f"wants_{field}", bool(values))
    else:
        raise KeyError(field)


def _speak(db: Session, who: Person, language: str) -> None:
    """Everything from now on in this language, also what waits already."""
    who.language = languages.chosen(language, who.zone)
    said.in_language(db, who.id, who.language)


def _leave(db: Session, who: Person, field: str, values: tuple[str, ...], now: datetime) -> Told:
    """Days away and who stands in: two days, perhaps a name, or the number of a colleague for the leave that is set; no
    days end it."""
    spans = leave.span(who)
    if field == "deputy":
        told = _covered(db, who, db.get_one(Person, int(values[0])), now)
        _plan_around(db, who, spans, now)
        return told
    deputy = leave.named(db, who, values[2]) if len(values) > 2 else None
    before = leave.end(db, who, now)
    told = [(before, DeputyFree(who.name))] if before is not None and before is not deputy else []
    if values:
        leave.take(who, date.fromisoformat(values[0]), date.fromisoformat(values[1]))
    told += _covered(db, who, deputy, now) if deputy else []
    _plan_around(db, who, [*spans, *leave.span(who)], now)
    return told


def _plan_around(db: Session, who: Person, spans: Sequence[reminders.Span], now: datetime) -> None:
    company = in_force(db)
    judging.plan_around(db, who, spans, company, company.day_of(now))


def _covered(db: Session, who: Person, deputy: Person, now: datetime) -> Told:
    if deputy not in leave.colleagues(db, who):
        raise OldCard
    return [(deputy, leave.cover(db, who, deputy, now))]
