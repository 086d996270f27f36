"""`migrate`: the database gets the schema that this version works with, after a backup."""

import shutil
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from storage import backups
from storage.backups import BackupImpossible
from storage.condition import NEWEST, Unreachable, condition, file_of, is_file
from storage.database import Database

from .opening import FAILED, hold
from .settings import settings_of
from .telling import complain, tell

FINE = 0


def main(asked: Namespace) -> int:
    """Back up, migrate, say from which to which version; 1 where it can't be done, and then nothing is changed."""
    url = settings_of(asked).database.url
    try:
        before = known_version(url)
        backup = None if before == NEWEST else _migrate(url, before)
    except (SchemaTooNew, Unreachable, BackupImpossible) as no:
        complain(no)
        return FAILED
    document = {"from": before, "to": NEWEST, "backup": str(backup) if backup else None}
    tell(asked, document, [_said(before, backup)])
    return FINE


class SchemaTooNew(Exception):
    """A newer version of Huifang has worked on this database."""


def known_version(url: str) -> str | None:
    """The schema that the database has, None if none yet; raises SchemaTooNew for one that isn't known here."""
    version = condition(url).version
    if version is not None and version > NEWEST:
        raise SchemaTooNew(f"the database has schema {version}, made by a newer version: this one knows {NEWEST}")
    return version


def brought_up(database: Database) -> None:
    """Bring a database that this process holds to the current schema, after a backup of an older one."""
    from storage.migrations import migrate

    before = known_version(database.url)
    if before is not None and before != NEWEST:
        _back_up(database.url, before)
    if before != NEWEST:
        migrate(database.url)


def _migrate(url: str, before: str | None) -> Path | None:
    from storage.migrations import migrate

    if is_file(url):
        file_of(url).parent.mkdir(parents=True, exist_ok=True)
    database = Database(url)
    try:
        hold(database)
        backup = _back_up(url, before) if before is not None else None
        migrate(url)
    finally:
        database.close()
    return backup


def _back_up(url: str, before: str) -> Path | None:
    """The backup beside the database; of a PostgreSQL database in the working directory, if pg_dump is there."""
    beside, name = (file_of(url).parent, file_of(url).stem) if is_file(url) else (Path(), "huifang")
    if not is_file(url) and shutil.which("pg_dump") is None:
        complain("no backup is made: pg_dump isn't installed here")
        return None
    to = beside / f"{name}-{before}-{datetime.now():%Y%m%d-%H%M%S}.{'db' if is_file(url) else 'dump'}"  # noqa: DTZ005 - a name for people
    backups.back_up(url, to)
    return to


def _said(before: str | None, backup: Path | None) -> str:
    if before == NEWEST:
        return f"nothing to do: the schema is {NEWEST}"
    kept = f"; as it was before it is kept in {backup}" if backup else ""
    return f"schema {before or '(none)'} -> {NEWEST}{kept}"
