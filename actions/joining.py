"""Joining: the set-up code for the first person, invitations for all others."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from storage import company as marks
from storage import invitations, people
from storage.models import Invitation, Person

from .company import Company
from .refusals import InvitationNotValid

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No sign that can be read as another."""
FOUNDER = ("admin", "manager", "salesperson")
SET_UP_CODE = "set-up code"
FAVOURITES = "favourites"
"""The stage, and the question, at which the customers that matter most are named."""


@dataclass(frozen=True)
class Account:
    """Who is at the door: a Telegram account, with the language that its phone speaks."""

    telegram_id: int
    name: str
    language: str


def set_up_code(db: Session, now: datetime) -> str | None:
    """A code for the first person, printed on the console; None when somebody is here. Only its hash is kept."""
    if people.anybody(db):
        return None
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    code = f"{signs[:4]}-{signs[4:]}"
    marks.set_mark(db, SET_UP_CODE, hashed(code))
    return code


def hashed(code: str) -> str:
    """What is kept of a set-up code, which may be typed in small letters."""
    return hashed_token(code.strip().upper())


def hashed_token(token: str) -> str:
    """What is kept of an invitation's token."""
    return base64.urlsafe_b64encode(hashlib.sha256(token.encode()).digest()).decode()


def join(db: Session, code: str, account: Account, company: Company, now: datetime) -> Person:
    """Come in by the set-up code or by an invitation.

    Raises InvitationNotValid: used, cancelled, over or never given are one and the same answer.
    """
    if _is_set_up_code(db, code):
        return _found(db, account, company, now)
    invitation = invitations.usable(db, hashed_token(code), now)
    if invitation is None:
        raise InvitationNotValid
    return _accept(db, invitation, account, company, now)


def after_language(roles: frozenset[str] | set[str]) -> str:
    """The stage that follows the choice of a language: who sells is asked for the customers that matter most."""
    return FAVOURITES if "salesperson" in roles else "ready"


def _is_set_up_code(db: Session, code: str) -> bool:
    kept = marks.mark(db, SET_UP_CODE)
    return kept is not None and not people.anybody(db) and hmac.compare_digest(kept, hashed(code))


def _found(db: Session, account: Account, company: Company, now: datetime) -> Person:
    """The first person has every role and leads the company's team, so that a company of one works."""
    marks.set_mark(db, SET_UP_CODE, None)
    person = _come_in(db, account, account.name, FOUNDER, company, now, stage="company")
    people.join(db, person, people.first_team(db, company.name).id, leads=True)
    return person


def _accept(db: Session, invitation: Invitation, account: Account, company: Company, now: datetime) -> Person:
    roles = tuple(invitation.roles.split(","))
    person = _come_in(db, account, invitation.name, roles, company, now, stage="language")
    if not invitations.use(db, invitation, person.id, now):
        raise InvitationNotValid
    team = invitation.team_id or people.first_team(db, company.name).id
    people.join(db, person, team, leads="manager" in roles)
    return person


def _come_in(
    db: Session, account: Account, name: str, roles: tuple[str, ...], company: Company, now: datetime, stage: str
) -> Person:
    """A new person with the company's habits; somebody who had left comes back as who they were."""
    person = people.of_account(db, account.telegram_id)
    if person is not None:
        person.left_at, person.stage, person.name = None, stage, name
        people.give_roles(db, person.id, roles)
        return person
    times = company.reminding
    habits = {"agenda_at": times.agenda_at, "quiet_from": times.quiet_from, "quiet_to": times.quiet_to}
    who = {"telegram_id": account.telegram_id, "language": account.language, "zone": company.zone, "stage": stage}
    return people.add(db, name, roles, now, **who, **habits)
