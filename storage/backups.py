"""Backups of a SQLite database: whole, verified, and made while the bot goes on writing.

PostgreSQL has tools of its own; `dump` calls pg_dump where it is installed.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from .condition import NEWEST, file_of, is_file, read_only

BESIDE = ("-wal", "-shm")
"""What SQLite keeps next to a database file."""


class BackupImpossible(Exception):
    """No backup was made, or none restored; the words say why, and nothing was changed."""


def back_up(url: str, to: Path) -> int:
    """Copy a database as it is at this moment to a new file; gives its size in bytes."""
    if to.exists():
        raise BackupImpossible(f"{to} exists already, and nothing is ever overwritten: choose another name")
    with _whole(to) as unfinished:
        _copy(file_of(url), unfinished) if is_file(url) else dump(url, unfinished)
    return to.stat().st_size


def put_back(backup: Path, url: str, now: datetime) -> Path | None:
    """Replace a SQLite database by a backup of it; gives the file in which the replaced one is kept.

    The caller holds the database. The backup itself stays as it is.
    """
    found = sound(backup)
    if found > NEWEST:
        raise BackupImpossible(f"{backup} has schema {found} of a newer version; this one knows {NEWEST}")
    file = file_of(url)
    file.parent.mkdir(parents=True, exist_ok=True)
    with _whole(file.with_name(f"{file.name}.restoring"), replace=True) as unfinished:
        _copy(backup, unfinished)
    kept = _put_aside(file, now) if file.exists() else None
    file.with_name(f"{file.name}.restoring").replace(file)
    _settle(file.parent)
    return kept


def sound(backup: Path) -> str:
    """The schema version of a backup that is whole; raises BackupImpossible for anything else."""
    if not backup.is_file():
        raise BackupImpossible(f"{backup} isn't there")
    try:
        with closing(read_only(backup)) as connection:
            _must_be_whole(connection, backup)
            found = connection.execute("select version_num from alembic_version").fetchone()
    except sqlite3.Error as wrong:
        raise BackupImpossible(f"{backup} isn't a backup of Huifang ({wrong})") from None
    return str(found[0]) if found else ""


def nightly(url: str, on: date, keep: int) -> Path | None:
    """The backup of a day, in `backups` beside a SQLite database; only the latest `keep` stay, 0 makes none."""
    if not keep or not is_file(url):
        return None
    folder = file_of(url).parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    todays = folder / f"{file_of(url).stem}-{on:%Y-%m-%d}.db"
    if not todays.exists():
        back_up(url, todays)
    for old in sorted(folder.glob(f"{file_of(url).stem}-????-??-??.db"))[:-keep]:
        old.unlink()
    return todays


def dump(url: str, to: Path) -> None:
    """Let pg_dump write a PostgreSQL database to a file, in its custom format."""
    program = shutil.which("pg_dump")
    if program is None:
        raise BackupImpossible("a PostgreSQL database is backed up by pg_dump, which isn't installed here")
    asked = [program, "--format=custom", f"--file={to}", url.replace("postgresql+psycopg", "postgresql", 1)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BackupImpossible(f"pg_dump failed: {done.stderr.strip().splitlines()[-1] if done.stderr else '?'}")


@contextmanager
def _whole(to: Path, *, replace: bool = False) -> Iterator[Path]:
    """A file beside `to` that takes its name once it is complete; nothing stays of one that isn't."""
    unfinished = to.with_name(f".{to.name}.{os.getpid()}")
    try:
        unfinished.touch(mode=0o600)
        yield unfinished
        unfinished.replace(to) if replace else os.link(unfinished, to)
        _settle(to.parent)
    except (OSError, sqlite3.Error) as no:
        raise BackupImpossible(f"{to} can't be written: {getattr(no, 'strerror', None) or no}") from None
    finally:
        for ending in ("", *BESIDE, "-journal"):
            Path(f"{unfinished}{ending}").unlink(missing_ok=True)


def _copy(file: Path, to: Path) -> None:
    if not file.is_file():
        raise BackupImpossible(f"there is no database at {file}")
    with closing(read_only(file)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("pragma journal_mode=delete")  # one file, with nothing beside it
        _must_be_whole(target, file)
    with to.open("rb") as written:
        os.fsync(written.fileno())


def _must_be_whole(connection: sqlite3.Connection, file: Path) -> None:
    found = connection.execute("pragma integrity_check").fetchone()[0]
    if found != "ok":
        raise BackupImpossible(f"{file} is damaged: {found}")


def _put_aside(file: Path, now: datetime) -> Path:
    """Give a database another name, with what SQLite keeps beside it."""
    kept = file.with_name(f"{file.stem}-replaced-{now:%Y%m%d-%H%M%S}{file.suffix}")
    for ending in ("", *BESIDE):
        if Path(f"{file}{ending}").exists():
            Path(f"{file}{ending}").rename(f"{kept}{ending}")
    return kept


def _settle(folder: Path) -> None:
    """Have the disk keep what was renamed in a folder."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
