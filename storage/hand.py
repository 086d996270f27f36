"""Rows at hand: taken up and written without the object mapper's ceremony, for those that every message needs.

They are rows of the session like all others: what is changed of them is flushed, and nothing of them is read twice.
"""

from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Column, Select, bindparam, insert, inspect, select, update
from sqlalchemy.orm import Session, make_transient, make_transient_to_detached

from .models import Row
from .ready import Ready

R = TypeVar("R", bound=Row)
HELD = "at hand"


class Rows(Generic[R]):
    """The rows of one model whose key is one number."""

    def __init__(self, model: type[R]) -> None:
        self.model = model
        self._mapper: Any = inspect(model)
        self._columns: tuple[Column[Any], ...] = tuple(model.__table__.c)  # type: ignore[arg-type]
        (self._key,) = self._mapper.primary_key
        self._given = tuple(each for each in self._columns if each is not self._key and each.computed is None)
        values = {column: bindparam(column.name, type_=column.type) for column in self._given}
        self._add: Ready[int] = Ready(insert(model).values(values).returning(self._key))
        self._save: Ready[()] = Ready(update(model).where(self._key == bindparam("_key")).values(values))

    def select(self) -> Select[*tuple[Any, ...]]:
        """Where a question begins whose answer is taken up."""
        return select(*self._columns)

    def all(self, db: Session, ready: "Ready[*tuple[Any, ...]]", **asked: Any) -> list[R]:
        """The rows that answer a question, as the session has them already or as they are read."""
        return [self._known(db, row) or self._take_up(db, row) for row in ready.rows(db, **asked)]

    def one(self, db: Session, ready: "Ready[*tuple[Any, ...]]", **asked: Any) -> R | None:
        """The first of them."""
        return next(iter(self.all(db, ready, **asked)), None)

    def anew(self, db: Session, ready: "Ready[*tuple[Any, ...]]", **asked: Any) -> R | None:
        """The first of them as it is in the database now, whatever was read before."""
        row = ready.first(db, **asked)
        if row is None:
            return None
        known = self._known(db, row)
        if known is not None:
            vars(known).update(self._named(row))
        return known or self._take_up(db, row)

    def add(self, db: Session, row: R) -> R:
        """Write a new row, and know its number."""
        db.flush()
        given = vars(row)
        for column in self._given:
            if column.name not in given:
                given[column.name] = _usual(column)
        given[self._key.name] = self._add.value(db, **{column.name: given[column.name] for column in self._given})
        return _known_to(db, row)

    def save(self, db: Session, row: R) -> None:
        """Write a row that was taken up before as it is now, whole."""
        given = vars(row)
        values = {column.name: given[column.name] for column in self._given}
        self._save.write(db, _key=given[self._key.name], **values)
        make_transient(row)
        _known_to(db, row)

    def _known(self, db: Session, row: tuple[Any, ...]) -> R | None:
        key = self._mapper.identity_key_from_primary_key((row[self._columns.index(self._key)],))
        return cast("R | None", db.identity_map.get(key))

    def _take_up(self, db: Session, row: tuple[Any, ...]) -> R:
        taken = self.model()
        vars(taken).update(self._named(row))
        return _known_to(db, taken)

    def _named(self, row: tuple[Any, ...]) -> dict[str, Any]:
        return {column.name: value for column, value in zip(self._columns, row, strict=True)}


def _known_to(db: Session, row: R) -> R:
    """From here on the session knows this row as it is in the database, and holds it as long as it lives itself."""
    make_transient_to_detached(row)
    db.add(row)
    db.info.setdefault(HELD, []).append(row)
    return row


def _usual(column: Column[Any]) -> Any:
    """What a column holds where nothing was given."""
    usual: Any = column.default
    if usual is None:
        return None
    return usual.arg(None) if usual.is_callable else usual.arg
