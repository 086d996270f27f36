"""Invitations: single use, three days, kept only as a hash; and the card that shows what became of them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import company as marks
from storage import doings, invitations, people, said
from storage.models import Invitation, Person, Question

from .joining import hashed_token
from .refusals import CannotGrant, OldCard

DAYS = 3
KIND = "invitations"
BOT = "bot"
"""The mark that holds the bot's own user name, known since it first spoke with Telegram."""
GIVES_ADMIN = "admin"


@dataclass(frozen=True)
class Wanted:
    """Somebody to invite, and as what."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Invite:
    """One line of the card. `state`: waiting, joined, cancelled or over. `link` only while it can be handed on."""

    id: int
    name: str
    roles: tuple[str, ...]
    state: str = "waiting"
    joined_at: datetime | None = None
    link: str | None = None


@dataclass(frozen=True)
class Invited:
    """The invitations of one message, as their giver sees them. `fresh` until the first of them changes."""

    batch: int
    invites: tuple[Invite, ...]
    days: int
    until: date
    fresh: bool


def invite(db: Session, who: Person, wanted: Sequence[Wanted], roles: frozenset[str], now: datetime) -> Invited:
    """Invitations for these people into the giver's team; only an admin makes admins."""
    if GIVES_ADMIN not in roles and any(GIVES_ADMIN in one.roles for one in wanted):
        raise CannotGrant(GIVES_ADMIN)
    team = people.team_of(db, who.id)
    given = [_give(db, who, one, team.id if team else None, now) for one in wanted]
    question = doings.note(db, who.telegram_id or 0, who.id, KIND, {"ids": [row.id for row, _ in given]}, now)
    links = {row.id: link_to(db, token) for row, token in given}
    return _card(question.id, [row for row, _ in given], who, now, links, fresh=True)


def renew(db: Session, who: Person, batch: Question, number: int, now: datetime) -> Invited:
    """A new link for one of them; the old one is no more."""
    row = _waiting(db, who, number)
    token = secrets.token_urlsafe(24)
    row.token_hash, row.created_at, row.expires_at, row.cancelled_at = hashed_token(token), now, _ends(now), None
    db.flush()
    return card(db, batch, who, now, {row.id: link_to(db, token)})


def cancel(db: Session, who: Person, batch: Question, numbers: Sequence[int], now: datetime) -> Invited:
    """These can't be used any more; who has joined stays."""
    for row in invitations.numbered(db, numbers, who.id):
        if row.used_at is None and row.cancelled_at is None:
            row.cancelled_at = now
    db.flush()
    return card(db, batch, who, now)


def cancel_all(db: Session, giver: Person, now: datetime) -> list[int]:
    """Whoever gave them has left: nobody comes in by them; their numbers."""
    rows = invitations.waiting_of(db, giver.id, now)
    for row in rows:
        row.cancelled_at = now
    for batch in doings.noted(db, giver.id, KIND):
        forget_links(db, batch)
    return [row.id for row in rows]


def hold_again(db: Session, giver: Person, numbers: Sequence[int]) -> None:
    """They had not left: who was invited may come in after all."""
    for row in invitations.numbered(db, numbers, giver.id):
        row.cancelled_at = None


def card(db: Session, batch: Question, who: Person, now: datetime, links: dict[int, str] | None = None) -> Invited:
    """What became of the invitations of one message."""
    rows = invitations.numbered(db, batch.facts["ids"], who.id)
    return _card(batch.id, rows, who, now, links or {}, fresh=False)


def used_by(db: Session, person_id: int) -> tuple[Person, Question] | None:
    """Who invited this person, and the message that did; None where nobody did or the message is gone."""
    row = invitations.of_person(db, person_id)
    giver = db.get(Person, row.invited_by) if row and row.invited_by else None
    if row is None or giver is None or giver.left_at is not None:
        return None
    batches = doings.noted(db, giver.id, KIND)
    batch = next((each for each in batches if row.id in each.facts["ids"]), None)
    return (giver, batch) if batch else None


def forget_links(db: Session, batch: Question) -> None:
    """Empty the messages that hold links: a link that changed hands or died is not kept."""
    if number := batch.facts.get("outbox"):
        said.empty(db, [number])


def link_to(db: Session, token: str) -> str:
    """The link that opens the bot with this invitation."""
    return f"https://t.me/{marks.mark(db, BOT) or BOT}?start={token}"


def _give(db: Session, who: Person, one: Wanted, team: int | None, now: datetime) -> tuple[Invitation, str]:
    token = secrets.token_urlsafe(24)
    row = Invitation(
        token_hash=hashed_token(token), name=one.name, roles=",".join(one.roles), team_id=team, invited_by=who.id,
        created_at=now, expires_at=_ends(now),
    )  # fmt: skip
    return invitations.add(db, row), token


def _waiting(db: Session, who: Person, number: int) -> Invitation:
    found = invitations.numbered(db, [number], who.id)
    if not found or found[0].used_at is not None:
        raise OldCard
    return found[0]


def _card(
    batch: int, rows: Sequence[Invitation], who: Person, now: datetime, links: dict[int, str], fresh: bool
) -> Invited:
    place = ZoneInfo(who.zone)
    ends = max((row.expires_at for row in rows), default=now)
    lines = tuple(_line(row, now, place, links.get(row.id)) for row in rows)
    return Invited(batch, lines, DAYS, ends.astimezone(place).date(), fresh)


def _line(row: Invitation, now: datetime, place: ZoneInfo, link: str | None) -> Invite:
    state = (
        "joined" if row.used_at else "cancelled" if row.cancelled_at else "over" if row.expires_at <= now else "waiting"
    )
    joined_at = row.used_at.astimezone(place) if row.used_at else None
    return Invite(row.id, row.name, tuple(row.roles.split(",")), state, joined_at, link)


def _ends(now: datetime) -> datetime:
    return now + timedelta(days=DAYS)
