"""Whose turn it is to talk: of several processes on one PostgreSQL database one does, the others stand by.

A lock of the server's own, held by a connection that does nothing else: it is free again the moment its process dies.
"""

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from .condition import Unreachable

NUMBER = 0x48756966616E67
"""The lock's number within the database: "Huifang" in ASCII."""


class Turn:
    """One process's claim to be the one that talks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Whether it is this process's turn, from now on; raises Unreachable."""
        try:
            if self._connection is None:
                self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            return bool(self._connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": NUMBER}))
        except DBAPIError as wrong:
            raise Unreachable(str(wrong.orig).strip().rpartition("\n")[2]) from None

    def lost(self) -> bool:
        """Whether the server let go of this process, so that another may be talking by now."""
        try:
            return self._connection is None or self._connection.scalar(text("SELECT 1")) != 1
        except SQLAlchemyError:
            return True

    def close(self) -> None:
        """Let another one talk."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
