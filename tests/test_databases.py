"""Both kinds of database can be had, empty, one per test."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, inspect, select, text

from storage.database import Database
from storage.models import Person


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """A plain connection to the empty database."""
    engine = create_engine(database_url)
    with engine.begin() as opened:
        yield opened
    engine.dispose()


@pytest.mark.parametrize("time", [1, 2])
def test_each_test_has_a_database_of_its_own(connection: Connection, time: int) -> None:
    assert inspect(connection).get_table_names() == []
    connection.execute(text("CREATE TABLE left_behind (n INTEGER)"))


def test_chinese_text_is_kept_as_written(connection: Connection) -> None:
    assert connection.execute(text("SELECT '海岳食品 → 𠮷野'")).scalar_one() == "海岳食品 → 𠮷野"


@pytest.mark.parametrize("time", [1, 2])
def test_a_migrated_one_has_the_schema_and_nobody_in_it(database: Database, time: int) -> None:
    with database.reading() as db:
        assert db.scalars(select(Person)).all() == []
