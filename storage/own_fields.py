"""Questions about the fields that a company keeps of its customers beside the usual ones."""

from collections.abc import Sequence
from itertools import chain, count
from typing import Any

from sqlalchemy.orm import Session

from .hand import Rows
from .models import Field
from .ready import Ready


def every(db: Session) -> Sequence[Field]:
    """All of them, in the order in which they were made."""
    return FIELDS.all(db, _EVERY)


def add(
    db: Session, zh: str, en: str, kind: str, key: str | None = None, zh_tw: str | None = None, zh_hk: str | None = None
) -> Field:
    """A new one. `key`: under which customers keep its values, where it was there before."""
    row = Field(name=key or _key(every(db), en), zh=zh, en=en, kind=kind, zh_tw=zh_tw, zh_hk=zh_hk)
    db.add(row)
    db.flush()
    return row


def remove(db: Session, row: Field) -> None:
    """It is asked and shown no more; the customers keep its values."""
    db.delete(row)
    db.flush()


def _key(rows: Sequence[Field], en: str) -> str:
    """A key that no other field has."""
    taken = {row.name for row in rows}
    plain = "_".join(en.casefold().split())
    return next(key for key in chain([plain], (f"{plain}_{n}" for n in count(2))) if key not in taken)


FIELDS = Rows(Field)
_EVERY: Ready[*tuple[Any, ...]] = Ready(FIELDS.select().order_by(Field.id))
"""Every message asks it."""
