"""What each update wrote, row by row, so that it can be undone and restored as one.

While a doing is open on a session, every journaled row that is flushed leaves an image of how it was before and
is after. Undoing walks the images backwards, restoring walks them forwards: exact for any mixture of records.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import delete, event, insert, inspect, select
from sqlalchemy.orm import Session

from . import standings
from .models import (
    Access,
    Alias,
    Attachment,
    Change,
    Complaint,
    Contact,
    Customer,
    Doing,
    Fact,
    Interaction,
    Later,
    NameKey,
    Occasion,
    Ownership,
    Plan,
    Purchase,
    Row,
)  # fmt: skip

JOURNALED: dict[str, type[Row]] = {
    model.__tablename__: model
    for model in (
        Customer,
        Alias,
        Contact,
        Ownership,
        Access,
        Interaction,
        Purchase,
        Complaint,
        Fact,
        Plan,
        Later,
        Occasion,
        Attachment,
    )
}


def begin(db: Session, doing: Doing) -> Doing:
    """From here on what this session writes belongs to `doing`."""
    db.add(doing)
    db.flush()
    db.info["doing"] = doing.id
    db.info.setdefault("added", {})[doing.id] = []
    return doing


def added(db: Session, doing_id: int) -> list[Row] | None:
    """All rows of a doing that began in this very transaction, in hand as they are; None for an earlier one."""
    db.flush()
    rows: list[Row] | None = db.info.get("added", {}).get(doing_id)
    return None if rows is None else [row for row in rows if inspect(row).persistent]


def resume(db: Session, doing: Doing) -> Doing:
    """A correction belongs to what it corrects: write on in the same doing."""
    db.flush()
    db.info["doing"] = doing.id
    return doing


def changes_of(db: Session, doing_ids: Iterable[int]) -> Sequence[Change]:
    """What these doings wrote, in the order in which it was written."""
    db.flush()
    return db.scalars(select(Change).where(Change.doing_id.in_(list(doing_ids))).order_by(Change.id)).all()


def built_on(db: Session, doing: Doing) -> list[Doing]:
    """The later doings that wrote to the same rows, or to a customer that this one created."""
    rows = {(change.noun, change.row_id) for change in changes_of(db, [doing.id])}
    created = {
        change.row_id for change in changes_of(db, [doing.id]) if change.noun == "customers" and change.before is None
    }
    later = select(Change).join(Doing, Doing.id == Change.doing_id)
    later = later.where(Change.doing_id > doing.id, Doing.undone_at.is_(None)).order_by(Change.id)
    if doing.customer_id is not None:
        later = later.where((Doing.customer_id == doing.customer_id) | Doing.customer_id.is_(None))
    found = {c.doing_id for c in db.scalars(later) if (c.noun, c.row_id) in rows or _customer_in(c) in created}
    return [d for number in sorted(found) if (d := db.get(Doing, number))]


def revert(db: Session, doings: Sequence[Doing], now: datetime) -> set[int]:
    """Put everything back as it was before these doings; says which customers are touched by it."""
    changes = changes_of(db, [doing.id for doing in doings])
    db.info.pop("doing", None)
    for change in reversed(changes):
        _put(db, change, change.before)
    for doing in doings:
        doing.undone_at = now
    return _customers_in(changes)


def restore(db: Session, doings: Sequence[Doing]) -> set[int]:
    """Write everything again that was put back; says which customers are touched by it."""
    changes = changes_of(db, [doing.id for doing in doings])
    db.info.pop("doing", None)
    for change in changes:
        _put(db, change, change.after)
    for doing in doings:
        doing.undone_at = None
    return _customers_in(changes)


def _put(db: Session, change: Change, image: dict[str, Any] | None) -> None:
    model = JOURNALED[change.noun]
    row = db.get(model, change.row_id)
    if image is None:
        if row is not None:
            _let_go(db, row)
            db.delete(row)
    elif row is None:
        db.add(_revived(model, image))
    else:
        for name, value in _values(model, image).items():
            setattr(row, name, value)
    db.flush()


def _let_go(db: Session, row: Row) -> None:
    """What is computed of a customer goes before it does."""
    if isinstance(row, Customer):
        number = row.id
        db.execute(delete(NameKey).where(NameKey.customer_id == number))
        standings.forget(db, number)


def _customers_in(changes: Sequence[Change]) -> set[int]:
    return {number for change in changes if (number := _customer_in(change))}


def _customer_in(change: Change) -> int | None:
    if change.noun == "customers":
        return change.row_id
    return (change.after or change.before or {}).get("customer_id")


def _revived(model: type[Row], image: dict[str, Any]) -> Row:
    return model(**_values(model, image))


def _values(model: type[Row], image: dict[str, Any]) -> dict[str, Any]:
    return {
        column.key: _from_plain(column.columns[0].type.python_type, image.get(column.key))
        for column in inspect(model).column_attrs
        if column.key in image
    }


def _from_plain(kind: type, value: Any) -> Any:
    if value is None or not isinstance(value, str) or kind not in (date, datetime, time):
        return value
    return kind.fromisoformat(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def _image(row: Row, before: bool = False) -> dict[str, Any]:
    state = inspect(row)
    image = {}
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        value = history.deleted[0] if before and history.deleted else getattr(row, column.key)
        image[column.key] = _plain(value)
    return image


@event.listens_for(Session, "after_flush")
def _note(db: Session, _: Any) -> None:
    """Leave the images of what was just flushed."""
    doing = db.info.get("doing")
    if doing is None:
        return
    new = [row for row in db.new if _journaled(row)]
    db.info.get("added", {}).get(doing, []).extend(new)
    rows = [_noted(doing, row, None, _image(row)) for row in new]
    rows += [
        _noted(doing, r, _image(r, before=True), _image(r)) for r in db.dirty if _journaled(r) and db.is_modified(r)
    ]
    rows += [_noted(doing, row, _image(row, before=True), None) for row in db.deleted if _journaled(row)]
    if rows:
        db.connection().execute(insert(Change), rows)


def _journaled(row: object) -> bool:
    return getattr(row, "__tablename__", None) in JOURNALED


def _noted(doing: int, row: Any, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"doing_id": doing, "noun": row.__tablename__, "row_id": row.id, "before": before, "after": after}
