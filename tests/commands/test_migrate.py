"""`migrate` says from where to where, and touches nothing that it doesn't know."""

import pytest

from storage.condition import NEWEST
from storage.database import Database
from tests.commands.conftest import Machine


def test_an_empty_database_gets_the_schema_and_then_there_is_nothing_to_do(machine: Machine) -> None:
    assert machine.document("migrate") == {"from": None, "to": NEWEST, "backup": None}
    assert machine.type("migrate") == 0
    assert machine.out == f"nothing to do: the schema is {NEWEST}\n"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_is_migrated_while_the_bot_writes(machine: Machine) -> None:
    held = Database(machine.url)
    held.hold()
    try:
        assert machine.type("migrate") == 1
    finally:
        held.close()
    assert "already writes" in machine.err


def test_the_schema_of_a_newer_version_is_left_alone(machine: Machine, database: Database) -> None:
    with database.transaction() as db:
        db.connection().exec_driver_sql("update alembic_version set version_num = '9999'")
    assert machine.type("migrate") == 1
    assert "newer version" in machine.err


@pytest.mark.parametrize("command", [["score"], ["export", "x.csv"], ["import", "x.csv"], ["backup", "x.db"]])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_other_commands_ask_for_a_database_that_is_there(machine: Machine, command: list[str]) -> None:
    assert machine.type(*command) == 1
    assert "there is no database yet" in machine.err
