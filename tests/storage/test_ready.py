"""Statements run by the driver and rows taken up by hand: the session knows no difference."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.hand import Rows
from storage.models import Doing, Mark, Person
from storage.ready import Ready

NOW = datetime(2026, 11, 18, 1, 41, tzinfo=UTC)
DOINGS = Rows(Doing)
ONE = Ready(DOINGS.select().where(Doing.id == bindparam("number")))
UNDERSTOOD = Ready(select(Doing.understood, Doing.done_at).where(Doing.what == bindparam("what")))
VALUE = Ready(select(Mark.value).where(Mark.name == bindparam("name")))
RENAME: Ready[()] = Ready(update(Mark).where(Mark.name == bindparam("old")).values(name=bindparam("new")))


def visit() -> Doing:
    """Something that was done."""
    return Doing(what="visit", done_at=NOW, understood={"said": ["报价", 3]})


def test_values_come_back_as_their_columns_have_them(database: Database) -> None:
    with database.transaction() as db:
        DOINGS.add(db, visit())

        assert UNDERSTOOD.rows(db, what="visit") == [({"said": ["报价", 3]}, NOW)]
        assert UNDERSTOOD.first(db, what="call") is None


def test_what_waits_to_be_written_is_seen(database: Database) -> None:
    with database.transaction() as db:
        db.add(Mark(name="names", value="7"))

        assert VALUE.value(db, name="names") == "7"


def test_writing_says_how_many_rows_it_changed(database: Database) -> None:
    with database.transaction() as db:
        db.add(Mark(name="names", value="7"))
        db.flush()

        assert [RENAME.write(db, old="names", new="words"), RENAME.write(db, old="names", new="words")] == [1, 0]


def test_what_goes_wrong_is_raised_as_always(database: Database) -> None:
    people = Rows(Person)
    with database.transaction() as db:
        people.add(db, Person(name="陈静", telegram_id=1001, created_at=NOW))
    with pytest.raises(IntegrityError), database.transaction() as db:
        people.add(db, Person(name="许言", telegram_id=1001, created_at=NOW))


def test_a_new_row_has_its_number_and_the_usual_values(database: Database) -> None:
    with database.transaction() as db:
        row = DOINGS.add(db, visit())

        assert row.id
        assert row.n == 0
        assert row.undone_at is None
        assert not db.dirty
        assert db.get(Doing, row.id) is row


def test_what_is_changed_of_a_row_taken_up_is_kept(database: Database) -> None:
    with database.transaction() as db:
        number = DOINGS.add(db, visit()).id
    with database.transaction() as db:
        row = DOINGS.one(db, ONE, number=number)
        assert row is not None
        assert row is DOINGS.one(db, ONE, number=number)
        row.undone_at = NOW
    with database.transaction() as db:
        assert db.get_one(Doing, number).undone_at == NOW


def test_a_row_is_written_whole(database: Database) -> None:
    with database.transaction() as db:
        row = DOINGS.add(db, visit())
        row.what, row.understood = "call", {}
        DOINGS.save(db, row)

        assert not db.dirty
        assert UNDERSTOOD.rows(db, what="call") == [({}, NOW)]


def test_a_row_held_anew_is_as_the_database_has_it(database: Database) -> None:
    with database.transaction() as db:
        row = DOINGS.add(db, visit())
        db.connection().execute(update(Doing).values(what="call"))

        assert DOINGS.anew(db, ONE, number=row.id) is row
        assert row.what == "call"
