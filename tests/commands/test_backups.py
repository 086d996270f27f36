"""Backups are whole, made while somebody writes, never overwrite anything, and come back."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage import backups, company
from storage.backups import BackupImpossible
from storage.database import Database
from tests.commands.conftest import Machine
from tests.needs import missing

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def mark(database: Database, value: str) -> None:
    """Leave something to recognise a database by."""
    with database.transaction() as db:
        company.set_mark(db, "colour", value)


def colour(file: Path) -> str:
    """What it is recognised by."""
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("select value from marks where name = 'colour'").fetchone()[0])


@on_sqlite
def test_a_backup_is_made_while_the_bot_writes(staffed: Machine, database: Database) -> None:
    database.hold()
    mark(database, "green")
    with database.transaction() as db:
        company.set_mark(db, "colour", "not yet")
        db.flush()
        assert staffed.type("backup", "copy.db") == 0
    assert colour(staffed.folder / "copy.db") == "green"
    assert (staffed.folder / "copy.db").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in staffed.folder.glob("*copy*")) == ["copy.db"]


@on_sqlite
def test_a_backup_overwrites_nothing(staffed: Machine) -> None:
    file = staffed.file("copy.db", "precious")
    assert staffed.type("backup", file) == 1
    assert file.read_text() == "precious"


@on_sqlite
def test_a_backup_into_a_folder_that_is_not_there_says_so(staffed: Machine) -> None:
    assert staffed.type("backup", Path("nowhere/copy.db")) == 1
    assert "No such file" in staffed.err


@on_sqlite
def test_a_restored_database_is_the_backup_and_the_old_one_is_kept(staffed: Machine, database: Database) -> None:
    mark(database, "green")
    staffed.type("backup", "copy.db")
    mark(database, "red")
    database.close()
    told = staffed.document("restore", "copy.db")
    assert colour(staffed.folder / "huifang.db") == "green"
    assert colour(Path(told["replaced"])) == "red"
    mark(database, "blue")
    assert colour(staffed.folder / "copy.db") == "green"


@on_sqlite
def test_nothing_is_restored_while_the_bot_writes(staffed: Machine, database: Database) -> None:
    mark(database, "green")
    staffed.type("backup", "copy.db")
    mark(database, "red")
    database.hold()
    assert staffed.type("restore", "copy.db") == 1
    assert str(os.getpid()) in staffed.err
    assert colour(staffed.folder / "huifang.db") == "red"


@on_sqlite
@pytest.mark.parametrize("spoilt", ["text", "empty", "cut", "damaged", "foreign", "newer", "missing"])
def test_what_is_no_backup_is_not_restored(staffed: Machine, database: Database, spoilt: str) -> None:
    mark(database, "red")
    staffed.type("backup", "copy.db")
    spoil(staffed.folder / "copy.db", spoilt)
    assert staffed.type("restore", "copy.db") == 1
    assert "copy.db" in staffed.err
    assert colour(staffed.folder / "huifang.db") == "red"


def spoil(file: Path, how: str) -> None:
    """Make something of a backup that is none."""
    content = file.read_bytes()
    file.unlink()
    if how in ("foreign", "newer"):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(
                "create table alembic_version (version_num text)" if how == "newer" else "create table x (y)"
            )
            if how == "newer":
                connection.execute("insert into alembic_version values ('9999')")
            connection.commit()
    elif how != "missing":
        half = len(content) // 2
        file.write_bytes({"text": b"text", "empty": b"", "cut": content[:half]}.get(how) or damaged(content))


def damaged(content: bytes) -> bytes:
    """A database with its first table's page overwritten."""
    return content[:4096] + b"\xff" * 8192 + content[4096 + 8192 :]


@on_sqlite
def test_seven_nights_are_kept(machine: Machine, database: Database) -> None:
    mark(database, "green")
    first = date(2026, 11, 1)
    for day in range(9):
        backups.nightly(machine.url, first + timedelta(days=day), 7)
    backups.nightly(machine.url, first + timedelta(days=8), 7)
    names = sorted(path.name for path in (machine.folder / "backups").iterdir())
    assert names == [f"huifang-2026-11-{day:02}.db" for day in range(3, 10)]
    assert colour(machine.folder / "backups" / names[0]) == "green"


@on_sqlite
def test_no_nights_may_be_kept(machine: Machine, database: Database) -> None:
    assert backups.nightly(machine.url, date(2026, 11, 1), 0) is None
    assert not (machine.folder / "backups").exists()


@on_sqlite
def test_a_copy_that_fails_in_its_middle_leaves_nothing(machine: Machine) -> None:
    damaged_file = machine.file("huifang.db", b"SQLite format 3\x00" + b"\x01" * 5000)
    with pytest.raises(BackupImpossible):
        backups.back_up(machine.url, machine.folder / "copy.db")
    assert list(machine.folder.iterdir()) == [damaged_file]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_is_backed_up_by_its_own_tool(staffed: Machine) -> None:
    if shutil.which("pg_dump") is None:
        missing("no pg_dump here (Debian: postgresql-client)")
    assert staffed.type("backup", "copy.dump") == 0
    assert (staffed.folder / "copy.dump").read_bytes().startswith(b"PGDMP")
    assert staffed.type("restore", "copy.dump") == 1
    assert "pg_restore" in staffed.err
