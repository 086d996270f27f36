"""What became of a customer's ownership, for its history: who had it, who shared it, what was asked and decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from storage import evidence, people, pool, requests
from storage.models import Request

RULED = {"handed": "handed", "declined": "declined", "shared": "both"}


@dataclass(frozen=True)
class Step:
    """One of them: share, take, objection, appeal, owner, shared, unshared, handed, declined, both, refused, pooled."""

    what: str
    on: date
    by: str
    words: str | None = None


def steps(db: Session, customer_id: int) -> list[Step]:
    """Everything, in no order."""
    return [*_owners(db, customer_id), *_shares(db, customer_id), *_asked(db, customer_id), *_fell(db, customer_id)]


def _owners(db: Session, customer_id: int) -> Iterator[Step]:
    """Everybody who got it from somebody else."""
    rows = evidence.ownerships(db, customer_id)
    names = people.named(db, [row.person_id for row in rows])
    for row in rows[1:]:
        yield Step("owner", row.from_at.date(), names.get(row.person_id, ""))


def _shares(db: Session, customer_id: int) -> Iterator[Step]:
    for row, name in requests.shares_of(db, customer_id):
        yield Step("shared", row.from_at.date(), name)
        if row.until_at is not None:
            yield Step("unshared", row.until_at.date(), name)


def _asked(db: Session, customer_id: int) -> Iterator[Step]:
    rows = requests.of_customer(db, customer_id)
    names = people.named(db, [n for row in rows for n in (row.asker_id, row.settled_by) if n])
    for row in rows:
        yield Step(row.kind, row.asked_at.date(), names.get(row.asker_id, ""), row.words)
        if row.settled_at is not None and row.state != "withdrawn":
            yield Step(_outcome(row), row.settled_at.date(), names.get(row.settled_by or 0, ""), row.reason)


def _fell(db: Session, customer_id: int) -> Iterator[Step]:
    """Every time that it fell into the pool, with whoever had it."""
    rows = pool.of_customer(db, customer_id)
    names = people.named(db, [row.owner_id for row in rows])
    for row in rows:
        if row.fell_at is not None:
            yield Step("pooled", row.fell_at.date(), names.get(row.owner_id, ""))


def _outcome(row: Request) -> str:
    """A verdict has a reason, an owner's answer none."""
    return RULED[row.state] if row.reason else {"declined": "refused", "handed": "owner"}.get(row.state, "shared")
