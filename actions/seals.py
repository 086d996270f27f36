"""The audit log as a chain: each line sealed with all before it, so that whoever noted a seal sees what was changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256

from sqlalchemy.orm import Session

from storage import audit
from storage import company as marks
from storage.models import Audit

AT_ONCE = 500
END = "audit"
"""The mark that holds the place and the seal of the chain's end."""


@dataclass(frozen=True)
class Verified:
    """How the chain stands: so many lines `sealed`, so many `waiting` to be; `seal` of the last one.

    `broken`: the first place at which the log isn't what was sealed. `noted`: whether a seal that somebody noted
    earlier is in the chain; None where none was asked for.
    """

    sealed: int
    waiting: int
    seal: str | None
    broken: int | None
    noted: bool | None


def seal(db: Session) -> None:
    """Seal what was noted since."""
    rows = audit.unsealed(db, AT_ONCE)
    if not rows:
        return
    end = audit.last(db)
    place, before = (end.link or 0, end.seal or "") if end else (0, "")
    for row in rows:
        place, before = place + 1, sealed(before, row)
        row.link, row.seal = place, before
    marks.set_mark(db, END, _end(place, before))


def sealed(before: str, row: Audit) -> str:
    """The seal of a line after this one."""
    said = (row.at.astimezone(UTC).isoformat(timespec="microseconds"), row.id, row.person_id, row.what,
            row.customer_id, row.subject_id, row.on)  # fmt: skip
    return sha256("|".join([before, *("" if each is None else str(each) for each in said)]).encode()).hexdigest()


def verify(db: Session, noted: str | None = None) -> Verified:
    """Seal the chain once more and compare."""
    place, before, seen, broken = 0, "", False, None
    for row in _chain(db):
        if row.link != place + 1 or row.seal != sealed(before, row):
            broken = place + 1
            break
        place, before, seen = row.link, row.seal, seen or row.seal == noted
    if broken is None and (marks.mark(db, END) or _end(0, "")) != _end(place, before):
        broken = place + 1
    return Verified(place, audit.waiting(db), before or None, broken, seen if noted else None)


def _end(place: int, seal: str) -> str:
    return f"{place} {seal[:40]}"


def _chain(db: Session) -> Iterator[Audit]:
    after = 0
    while rows := audit.links(db, after, AT_ONCE):
        yield from rows
        after = rows[-1].link or 0
