"""The database: one writer and read-only readers on SQLite, a pool on PostgreSQL, one code path for both.

SQLite before 3.51.3 can corrupt a WAL database when two connections write or checkpoint at once, so exactly one
connection writes here, and a lock file beside the database keeps a second writing process out.
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from .tallies import settle
from .turns import Turn

READERS = 4
POSTGRESQL_THREADS = 8


class DatabaseHeld(Exception):
    """Another process writes to this database; the message says which."""


class Database:
    """Where everything is kept. `url` is a SQLAlchemy URL: `sqlite:///file` or `postgresql+psycopg://...`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.sqlite = url.startswith("sqlite")
        self.threads = 1 if self.sqlite else POSTGRESQL_THREADS
        self._writer = (
            _sqlite_writer(url)
            if self.sqlite
            else create_engine(url, pool_size=POSTGRESQL_THREADS, hide_parameters=True)
        )
        self._reader = _sqlite_reader(url) if self.sqlite else self._writer
        self._turn = threading.Lock() if self.sqlite else None
        self._held: IO[str] | None = None
        self.turn = None if self.sqlite else Turn(self._writer)
        """Whose turn it is to talk, where several processes may use this database."""

    @property
    def path(self) -> Path:
        """The file of a SQLite database."""
        return sqlite_path(self.url)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Everything inside is kept together, or none of it."""
        with self._one_at_a_time(), Session(self._writer, expire_on_commit=False) as db, db.begin():
            yield db
            settle(db)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view on what is kept; writing through it fails on SQLite and is rolled back on PostgreSQL."""
        with Session(self._reader, expire_on_commit=False, autoflush=False) as db:
            yield db

    def hold(self) -> None:
        """Become the one process that writes; raises DatabaseHeld naming the process that does. SQLite only."""
        if self.sqlite and self._held is None:
            self._held = _locked(self.path.with_suffix(".lock"))

    def close(self) -> None:
        """Let go of connections and of the lock."""
        if self.turn is not None:
            self.turn.close()
        self._writer.dispose()
        self._reader.dispose()
        if self._held:
            self._held.close()
            self._held = None

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        with self._turn:
            yield


def sqlite_path(url: str) -> Path:
    """The file behind a SQLite URL."""
    return Path(make_url(url).database or "huifang.db")


def _sqlite_writer(url: str) -> Engine:
    sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": 30},
        hide_parameters=True,  # what people wrote stays out of tracebacks
    )
    event.listen(engine, "connect", _prepare_writer)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _sqlite_reader(url: str) -> Engine:
    file = sqlite_path(url).absolute()
    engine = create_engine(
        f"sqlite:///file:{file}?mode=ro&uri=true",
        poolclass=QueuePool,
        pool_size=READERS,
        connect_args={"check_same_thread": False, "timeout": 30},
        hide_parameters=True,  # what people wrote stays out of tracebacks
    )
    event.listen(engine, "connect", _prepare_reader)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _prepare_writer(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours, not the driver's
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")  # NORMAL lost acknowledged rows in power cuts
    connection.execute("PRAGMA foreign_keys=ON")
    Path(_file_of(connection)).chmod(0o600)


def _prepare_reader(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")


def _file_of(connection: Any) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def _locked(path: Path) -> IO[str]:
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        with file:
            file.seek(0)
            holder = file.read().strip() or "unknown"
        raise DatabaseHeld(f"process {holder} already writes to {path.with_suffix('.db').name}") from None
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
    return file
