"""Questions whose answer is plain columns, asked past the object mapper: several times cheaper on every message."""

from collections.abc import Mapping
from typing import Any, TypeVarTuple

from sqlalchemy import Result, Select
from sqlalchemy.orm import Session

Columns = TypeVarTuple("Columns")


def columns(db: Session, statement: Select[*Columns], asked: Mapping[str, Any] | None = None) -> Result[*Columns]:
    """The rows of a statement that was built once, `asked` being its parameters. What waits to be written is seen."""
    if db.autoflush:
        db.flush()
    return db.connection().execute(statement, asked)
