"""The database's schema, one step at a time: each migration goes up and down.

Alembic is imported only where it works: to know whether a database is current, reading one row is enough.
"""

from pathlib import Path

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Connection, make_url

from storage.condition import NEWEST

__all__ = ["NEWEST", "configuration", "migrate", "version", "version_of"]

HERE = Path(__file__).parent


def migrate(url: str, to: str = "head") -> None:
    """Bring a database to the current schema, or up or down to another version."""
    from alembic import command

    _make_folder(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        config = configuration(url)
        config.attributes["connection"] = connection
        current = version_of(connection)
        (command.downgrade if _is_below(to, current) else command.upgrade)(config, to)
    engine.dispose()


def configuration(url: str):  # type: ignore[no-untyped-def]
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("sqlalchemy.url", make_url(url).render_as_string(hide_password=False).replace("%", "%%"))
    return config


def version(url: str) -> str | None:
    """The version of a database's schema; None where there is none yet."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return version_of(connection)
    finally:
        engine.dispose()


def version_of(connection: Connection) -> str | None:
    """The version that a connection sees."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("select version_num from alembic_version"))
    return found


def _is_below(to: str, current: str | None) -> bool:
    return to == "base" or (to != "head" and current is not None and to < current)


def _make_folder(url: str) -> None:
    database = make_url(url).database
    if url.startswith("sqlite") and database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
