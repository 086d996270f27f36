"""The schema goes up and down step by step, and ends where the models are; every text says whether it is personal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import JSON, Column, Engine, String, create_engine, inspect

from storage import migrations
from storage.migrations import HERE, NEWEST, migrate, version
from storage.models import Row

STEPS = sorted(path.stem for path in (HERE / "versions").glob("[0-9]*.py"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    made = create_engine(database_url)
    yield made
    made.dispose()


def tables(engine: Engine) -> set[str]:
    """The tables that are there."""
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_every_step_goes_up_down_and_up_again(database_url: str, engine: Engine) -> None:
    for below, step in zip(["base", *STEPS], STEPS, strict=False):
        for to in (step, below, step):
            migrate(database_url, to)
            assert version(database_url) == (None if to == "base" else to)
    assert tables(engine) == Row.metadata.tables.keys()
    migrate(database_url, "base")
    assert tables(engine) == set()


def test_the_newest_schema_is_the_models(database_url: str, engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    migrate(database_url)
    assert version(database_url) == NEWEST
    with engine.connect() as connection:
        seen = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(seen, Row.metadata) == []


def test_migrating_what_is_current_changes_nothing(database_url: str, engine: Engine) -> None:
    migrate(database_url)
    before = tables(engine)
    migrate(database_url)
    assert tables(engine) == before


def test_a_database_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert migrations.version(f"sqlite:///{tmp_path / 'none.db'}") is None


COLUMNS = [column for table in Row.metadata.sorted_tables for column in table.columns]
FREE = {"rules_versions.body", "moves.points", "standings.points", "standings.outcomes"}
"""Mappings and lists of figures."""


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_text_column_says_whether_it_is_personal(column: "Column[object]") -> None:
    holds_text = isinstance(column.type, String | JSON) or getattr(column.type, "impl_instance", None) is not None
    if isinstance(column.type, String | JSON) and str(column) not in FREE:
        assert isinstance(column.info.get("personal"), bool), f"{column} holds text: personal() or plain()?"
    assert holds_text or not column.info.get("personal") or str(column).startswith("attachments.l")
