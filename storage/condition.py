"""What condition a database is in, told without loading what works with it: reading one row says enough."""

import fcntl
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

FILE_URL = "sqlite:///"
NEWEST = max(path.stem for path in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py"))
"""The version of the schema that this program works with."""
SAFE_SQLITE = (3, 51, 3)
"""Older ones can corrupt a database in WAL mode when two connections write at once."""

SCHEMA = "select version_num from alembic_version"
LATELY = timedelta(days=7)
LATEST = "select received_at from inbox order by update_id desc limit 1"


class Unreachable(Exception):
    """There is no answer from the database; the words say why, without its password."""


@dataclass(frozen=True)
class Condition:
    """What was found: `version` of the schema, None where there is none yet; when the latest message came."""

    version: str | None
    latest_at: datetime | None = None
    undelivered: int = 0
    """Messages of the last days that will never arrive; to so many people."""
    unreached: int = 0


def condition(url: str) -> Condition:
    """Look at a database; raises Unreachable."""
    return _of_file(file_of(url)) if is_file(url) else _of_server(url)


def is_file(url: str) -> bool:
    """Whether this is the address of a SQLite file."""
    return url.startswith("sqlite")


def file_of(url: str) -> Path:
    """The file behind a SQLite address."""
    return Path(url.removeprefix(FILE_URL).partition("?")[0])


def read_only(file: Path) -> sqlite3.Connection:
    """A connection to a SQLite file that can't change it."""
    connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True, timeout=30)
    connection.execute("pragma query_only=on")
    return connection


def holder(file: Path) -> int | None:
    """The process that writes to a SQLite file, if any."""
    lock = file.with_suffix(".lock")
    if not lock.exists():
        return None
    with lock.open() as held:
        written = held.read().strip()
        return int(written) if written.isdigit() and _is_running(int(written)) and _is_locked(held.fileno()) else None


def _of_file(file: Path) -> Condition:
    if not file.exists() or not file.stat().st_size:
        return Condition(None)
    try:
        with closing(read_only(file)) as connection:
            known = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
            version = connection.execute(SCHEMA).fetchone() if "alembic_version" in known else None
            latest = connection.execute(LATEST).fetchone() if "inbox" in known else None
            dead = connection.execute(_dead()).fetchone() if "outbox" in known else None
    except sqlite3.Error as wrong:
        raise Unreachable(str(wrong)) from None
    return Condition(version[0] if version else None, _instant(latest), *(dead or (0, 0)))


def _of_server(url: str) -> Condition:
    import psycopg

    try:
        with psycopg.connect(url.replace("postgresql+psycopg", "postgresql", 1), connect_timeout=5) as connection:
            known = connection.execute(
                "select to_regclass('alembic_version'), to_regclass('inbox'), to_regclass('outbox')"
            ).fetchone()
            version = connection.execute(SCHEMA).fetchone() if known and known[0] else None
            latest = connection.execute(LATEST).fetchone() if known and known[1] else None
            dead = connection.execute(_dead()).fetchone() if known and known[2] else None
    except psycopg.Error as wrong:
        raise Unreachable(str(wrong).strip().splitlines()[-1] if str(wrong) else type(wrong).__name__) from None
    return Condition(version[0] if version else None, _instant(latest), *(dead or (0, 0)))


def _dead() -> str:
    """How many messages will never arrive, of the last days, and to how many people."""
    since = f"{datetime.now(UTC) - LATELY:%Y-%m-%d %H:%M:%S}"
    counted = "select count(*), count(distinct person_id) from outbox"
    return f"{counted} where state = 'dead' and created_at > '{since}'"


def _instant(row: tuple[object] | None) -> datetime | None:
    if not row or row[0] is None:
        return None
    return datetime.fromisoformat(str(row[0])).replace(tzinfo=UTC)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_locked(number: int) -> bool:
    """Whether somebody holds the lock; asked only about a process that is running, so that no start is disturbed."""
    try:
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    fcntl.flock(number, fcntl.LOCK_UN)
    return False
