"""What each update wrote, row by row, so that it can be undone and restored as one.

While a doing is open on a session, every journaled row that is flushed leaves an image of how it was before and
is after. Undoing walks the images backwards, restoring walks them forwards: exact for any mixture of records.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, event, insert, inspect, or_, select, tuple_
from sqlalchemy.orm import Session

from . import standings
from .hand import Rows
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
    Fall,
    Interaction,
    Later,
    NameKey,
    Occasion,
    Ownership,
    Plan,
    Protection,
    Purchase,
    Row,
)  # fmt: skip
from .ready import Ready

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
        Fall,
        Protection,
    )
}
ROWS: dict[str, Rows[Any]] = {name: Rows(model) for name, model in JOURNALED.items()}
DOINGS, CHANGES = Rows(Doing), Rows(Change)
_TO = Ready(
    CHANGES.select().where(Change.doing_id == bindparam("doing"), Change.noun == bindparam("noun")).order_by(Change.id)
)


def begin(db: Session, doing: Doing) -> Doing:
    """From here on what this session writes belongs to `doing`."""
    DOINGS.add(db, doing)
    db.info["doing"] = doing.id
    db.info.setdefault("added", {})[doing.id] = []
    return doing


def added(db: Session, doing_id: int) -> list[Row] | None:
    """All rows of a doing that began in this very transaction, in hand as they are; None for an earlier one."""
    db.flush()
    rows: list[Row] | None = db.info.get("added", {}).get(doing_id)
    return None if rows is None else [row for row in rows if inspect(row).persistent]


def keep(db: Session, rows: Iterable[Row]) -> None:
    """Write new rows, and their images where a doing is open."""
    doing = db.info.get("doing")
    new = [ROWS[row.__tablename__].add(db, row) for row in rows]
    if doing is not None:
        db.info.get("added", {}).get(doing, []).extend(new)
        _NOTE.write_all(db, [_noted(doing, row, None, _image(row)) for row in new])


def resume(db: Session, doing: Doing) -> Doing:
    """A correction belongs to what it corrects: write on in the same doing."""
    db.flush()
    db.info["doing"] = doing.id
    return doing


def changes_of(db: Session, doing_ids: Iterable[int]) -> Sequence[Change]:
    """What these doings wrote, in the order in which it was written."""
    db.flush()
    return db.scalars(select(Change).where(Change.doing_id.in_(list(doing_ids))).order_by(Change.id)).all()


def changes_to(db: Session, noun: str, doing_ids: Iterable[int]) -> list[Change]:
    """What these doings wrote to rows of one noun, doing by doing."""
    return [change for number in doing_ids for change in CHANGES.all(db, _TO, doing=number, noun=noun)]


def built_on(db: Session, doing: Doing) -> list[Doing]:
    """The later doings that wrote to the same rows, and all that wrote of a customer which this one created."""
    mine = changes_of(db, [doing.id])
    rows = {(change.noun, change.row_id) for change in mine}
    created = {change.row_id for change in mine if change.noun == "customers" and change.before is None}
    other = select(Change.doing_id).join(Doing, Doing.id == Change.doing_id)
    other = other.where(Change.doing_id != doing.id, Doing.undone_at.is_(None), Change.id > (mine[0].id if mine else 0))
    same = (Change.doing_id > doing.id) & tuple_(Change.noun, Change.row_id).in_(rows)
    about = Change.after["customer_id"].as_integer().in_(created)
    found = set(db.scalars(other.where(or_(same, about)))) if rows else set()
    return [each for number in sorted(found) if (each := db.get(Doing, number))]


def revert(db: Session, doings: Sequence[Doing], now: datetime) -> set[int]:
    """Put everything back as it was before these doings; says which customers are touched by it."""
    changes = _in_order(changes_of(db, [doing.id for doing in doings]))
    db.info.pop("doing", None)
    for change in reversed(changes):
        _put(db, change, change.after, change.before)
    for doing in doings:
        doing.undone_at = now
    return _customers_in(changes)


def restore(db: Session, doings: Sequence[Doing]) -> set[int]:
    """Write everything again that was put back; says which customers are touched by it."""
    changes = _in_order(changes_of(db, [doing.id for doing in doings]))
    db.info.pop("doing", None)
    for change in changes:
        _put(db, change, change.before, change.after)
    for doing in doings:
        doing.undone_at = None
    return _customers_in(changes)


def stands(db: Session, doings: Sequence[Doing]) -> bool:
    """Whether the customers are there of whom these doings would write again, or come with them."""
    changes = changes_of(db, [doing.id for doing in doings])
    come = {change.row_id for change in changes if change.noun == "customers"}
    return all(number in come or db.get(Customer, number) is not None for number in _customers_in(changes))


def _in_order(changes: Sequence[Change]) -> list[Change]:
    """As they were written, but customers come first, then the people there: so they go last."""
    first = {"customers": 0, "contacts": 1}
    return sorted(changes, key=lambda each: (first.get(each.noun, 2) if each.before is None else 2, each.id))


def _put(db: Session, change: Change, old: dict[str, Any] | None, new: dict[str, Any] | None) -> None:
    """Take a row from one image to the other: only what differs, so that what others changed beside it stays."""
    model = JOURNALED[change.noun]
    row = db.get(model, change.row_id)
    if new is None:
        _take_away(db, change, row)
    elif old is None and row is None:
        db.add(_revived(db, model, new))
    elif old is not None and row is not None:
        differing = {name: value for name, value in new.items() if old.get(name) != value}
        for name, value in _values(model, differing).items():
            setattr(row, name, value)
    db.flush()


def _take_away(db: Session, change: Change, row: Row | None) -> None:
    """The row goes; a person at a customer stays as long as others speak of them."""
    if isinstance(row, Contact) and (speaking := _speaking_of(db, row.id)):
        _hand_on(db, change, speaking)
    elif row is not None:
        _let_go(db, row)
        db.delete(row)


def _speaking_of(db: Session, contact_id: int) -> set[int]:
    """The doings that still recorded something with this person."""
    met = select(Interaction.doing_id).where(Interaction.contact_id == contact_id, Interaction.doing_id.is_not(None))
    return {number for number in db.scalars(met) if number is not None}


def _hand_on(db: Session, change: Change, doing_ids: set[int]) -> None:
    """Somebody was first spoken of by them now: undone in their turn, they take the person with them."""
    row = (Change.noun == change.noun) & (Change.row_id == change.row_id) & Change.doing_id.in_(doing_ids)
    known = set(db.scalars(select(Change.doing_id).where(row)))
    for number in sorted(doing_ids - known):
        db.add(Change(doing_id=number, noun=change.noun, row_id=change.row_id, before=None, after=change.after))


def _let_go(db: Session, row: Row) -> None:
    """What is computed of a customer, and who may see it meanwhile, goes before it does."""
    if isinstance(row, Customer):
        number = row.id
        db.execute(delete(NameKey).where(NameKey.customer_id == number))
        db.execute(delete(Access).where(Access.customer_id == number))
        standings.forget(db, number)


def _customers_in(changes: Sequence[Change]) -> set[int]:
    return {number for change in changes if (number := _customer_in(change))}


def _customer_in(change: Change) -> int | None:
    if change.noun == "customers":
        return change.row_id
    return (change.after or change.before or {}).get("customer_id")


def _revived(db: Session, model: type[Row], image: dict[str, Any]) -> Row:
    row = model(**_values(model, image))
    if isinstance(row, Interaction) and row.contact_id is not None and db.get(Contact, row.contact_id) is None:
        row.contact_id = None
    return row


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


def _image(row: Row) -> dict[str, Any]:
    """The row as it is."""
    return {name: _plain(getattr(row, name)) for name in _names(type(row))}


def _former(row: Row) -> dict[str, Any]:
    """The row as it was before it was changed in this session."""
    changed: dict[str, Any] = {each.key: each.history.deleted for each in inspect(row).attrs}
    return {name: _plain(changed[name][0]) if changed[name] else kept for name, kept in _image(row).items()}


@cache
def _names(model: type[Row]) -> tuple[str, ...]:
    return tuple(column.key for column in inspect(model).column_attrs)


@event.listens_for(Session, "after_flush")
def _note(db: Session, _: Any) -> None:
    """Leave the images of what was just flushed."""
    doing = db.info.get("doing")
    if doing is None:
        return
    new = [row for row in db.new if _journaled(row)]
    db.info.get("added", {}).get(doing, []).extend(new)
    rows = [_noted(doing, row, None, _image(row)) for row in new]
    rows += [_noted(doing, r, _former(r), _image(r)) for r in db.dirty if _journaled(r) and db.is_modified(r)]
    rows += [_noted(doing, row, _former(row), None) for row in db.deleted if _journaled(row)]
    _NOTE.write_all(db, rows)


def _journaled(row: object) -> bool:
    return getattr(row, "__tablename__", None) in JOURNALED


def _noted(doing: int, row: Any, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"doing_id": doing, "noun": row.__tablename__, "row_id": row.id, "before": before, "after": after}


_NOTE: Ready[()] = Ready(
    insert(Change).values({name: bindparam(name) for name in ("doing_id", "noun", "row_id", "before", "after")})
)
