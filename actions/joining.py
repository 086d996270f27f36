"""Joining: the set-up code for the first person, invitations for all others."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy.orm import Session

from storage import company, people

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No sign that can be read as another."""


def set_up_code(db: Session, now: datetime) -> str | None:
    """A code by which the first person joins, printed on the console; None when somebody is here. Only its hash is kept."""
    if people.anybody(db):
        return None
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    code = f"{signs[:4]}-{signs[4:]}"
    company.set_mark(db, "set-up code", hashed(code))
    return code


def hashed(token: str) -> str:
    """What is kept of a code or an invitation."""
    return hashlib.sha256(token.strip().upper().encode()).hexdigest()
