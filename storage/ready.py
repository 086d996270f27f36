"""Statements that run for every message: compiled once for each kind of database, then run by its driver itself.

To run a statement SQLAlchemy's own way costs several times what the database takes to answer it. Nothing else is left
out: it is the session's connection and transaction, values are translated by the types of their columns, and what goes
wrong is raised as it always is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVarTuple

from sqlalchemy import Connection, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

Columns = TypeVarTuple("Columns")
Translate = Callable[[Any], Any] | None


class Ready(Generic[*Columns]):
    """One statement with named parameters. A list cannot be one of them (`IN`)."""

    def __init__(self, statement: Select[*Columns] | Insert | Update) -> None:
        self._statement = statement
        self._forms: dict[str, Form] = {}

    def rows(self, db: Session, **asked: Any) -> list[tuple[*Columns]]:
        """All rows that answer it; what waits to be written is seen."""
        if db.autoflush:
            db.flush()
        form, connection = self._form(db)
        return form.translated(form.run(connection, asked))

    def first(self, db: Session, **asked: Any) -> tuple[*Columns] | None:
        """The first row, if there is one."""
        return next(iter(self.rows(db, **asked)), None)

    def value(self, db: Session, **asked: Any) -> Any:
        """The first column of the first row; None where there is no row."""
        row: Any = self.first(db, **asked)
        return row[0] if row else None

    def write(self, db: Session, **values: Any) -> int:
        """Write it; says how many rows it changed."""
        form, connection = self._form(db)
        count: int = form.run(connection, values).rowcount
        return count

    def write_many(self, db: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write it for each of these rows in one go of the driver's; each names all parameters."""
        if rows:
            form, connection = self._form(db)
            form.run_many(connection, rows)

    def write_all(self, db: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write it once for each of these rows."""
        form, connection = self._form(db)
        for values in rows:
            form.run(connection, values)

    def _form(self, db: Session) -> tuple["Form", Connection]:
        connection = db.connection()
        name = connection.dialect.name
        if name not in self._forms:
            self._forms[name] = Form(self._statement, connection.dialect)
        return self._forms[name], connection


class Form:
    """A statement as one kind of database has it: its words, and how values go in and come out."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self._words: str = compiled.string
        self._dialect = dialect
        self._fixed: dict[str, Any] = dict(compiled.params)
        binds = {name: _into(bound.type, dialect) for bound, name in compiled.bind_names.items()}
        self._by_place = compiled.positiontup is not None
        self._in = [(name, binds[name]) for name in compiled.positiontup or binds]
        self._types = [column.type for column in compiled.statement.exported_columns]
        self._out: list[Translate] | None = None

    def run(self, connection: Connection, asked: Mapping[str, Any]) -> Any:
        """The driver's cursor after the statement ran with these parameters."""
        cursor = connection.connection.cursor()
        with self._explained():
            cursor.execute(self._words, self._filled({**self._fixed, **asked}))
        return cursor

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of these rows."""
        with self._explained():
            connection.connection.cursor().executemany(self._words, [self._filled(row) for row in rows])

    def translated(self, cursor: Any) -> list[Any]:
        """All rows of a cursor, with values as Python has them."""
        found: list[Any] = cursor.fetchall()
        if not found:
            return []
        if self._out is None:  # in which form values come, the driver says with its first answer
            self._out = [_out_of(*each, self._dialect) for each in zip(self._types, cursor.description, strict=True)]
        if not any(self._out):
            return found
        ways = self._out
        return [tuple([out(value) if out else value for out, value in zip(ways, row, strict=True)]) for row in found]

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What goes wrong is raised as SQLAlchemy raises it, without what was written."""
        broken: type[Exception] = self._dialect.loaded_dbapi.Error
        try:
            yield
        except broken as error:
            raise DBAPIError.instance(self._words, None, error, broken, hide_parameters=True) from error

    def _filled(self, given: Mapping[str, Any]) -> Any:
        if self._by_place:
            return [into(given[name]) if into else given[name] for name, into in self._in]
        return {name: into(given[name]) if into else given[name] for name, into in self._in}


def _into(kind: Any, dialect: Dialect) -> Translate:
    """How a value of this type goes to the driver."""
    way: Translate = kind.dialect_impl(dialect).bind_processor(dialect)
    return way


def _out_of(kind: Any, described: Sequence[Any], dialect: Dialect) -> Translate:
    """How a value of this type comes from the driver, which calls its own type as `described`."""
    way: Translate = kind.dialect_impl(dialect).result_processor(dialect, described[1])
    return way
