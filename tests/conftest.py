"""What every test may ask for: databases of both kinds, a browser, a font; and a network closed to the outside.

`database_url` runs a test once per kind of database. `@pytest.mark.parametrize("database_url", ["sqlite"],
indirect=True)` keeps it to one.
"""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests import needs, postgresql

os.environ["PTB_TIMEDELTA"] = "1"  # as transport/ has it; python-telegram-bot warns of every 429 without it

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database

hypothesis.settings.register_profile("suite", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=2000, database=None)
hypothesis.settings.load_profile("soak" if os.environ.get("HUIFANG_SOAK") == "1" else "suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` is for conversations: the bot's words are taken over into the transcripts."""
    parser.addoption("--accept", action="store_true", help="rewrite the bot's lines in tests/conversations/*.chat")


def pytest_configure(config: pytest.Config) -> None:
    """The first process makes room for the server that its workers share."""
    if not hasattr(config, "workerinput"):
        postgresql.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process ends last, and stops that server."""
    if not hasattr(config, "workerinput"):
        postgresql.put_away()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of each kind; of a migrated one where the test also asks for `database`."""
    migrated = "database" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "huifang.db"
        if migrated:
            shutil.copyfile(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"
    else:
        server = request.getfixturevalue("postgresql_server")
        template = request.getfixturevalue("migrated_template") if migrated else "template0"
        with server.database(template) as url:
            yield url


@pytest.fixture
def database(database_url: str) -> "Iterator[Database]":
    """An open database of each kind with the current schema and no rows of ours.

    Whatever a test does in it, at the end what is tallied of its customers is what a recount finds.
    """
    from storage import tallies
    from storage.database import Database

    with closing(Database(database_url)) as opened:
        yield opened
        with opened.reading() as db:
            assert tallies.differing(db) == []


@pytest.fixture(scope="session", autouse=True)
def quick_databases() -> Iterator[None]:
    """All databases of this process share what statements are compiled to, and none waits for the disk.

    Nobody cuts the power here, and what is killed is another process.
    """
    from sqlalchemy import Engine, event

    event.listen(Engine, "engine_connect", _quickened)
    yield
    event.remove(Engine, "engine_connect", _quickened)


COMPILED: "dict[str, tuple[Any, Any]]" = {}
"""By kind of database: a dialect, and what it has compiled. SQLAlchemy keeps both per engine, so once per test."""


def _quickened(connection: "Connection") -> None:
    from sqlalchemy.util import LRUCache

    engine = connection.engine
    dialect, compiled = COMPILED.setdefault(engine.dialect.name, (engine.dialect, LRUCache(5_000)))
    connection.dialect = engine.dialect = dialect
    engine._compiled_cache = compiled
    if dialect.name == "sqlite":
        connection.connection.cursor().execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the current schema, to be copied."""
    from storage.migrations import migrate

    path = tmp_path_factory.mktemp("migrated") / "huifang.db"
    migrate(f"sqlite:///{path}")
    assert not path.with_name("huifang.db-wal").exists(), "migrate left a connection open"
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """The run's PostgreSQL server, started by whoever asks first."""
    try:
        folder = postgresql.running()
    except postgresql.PostgresqlMissing as gone:
        needs.missing(str(gone))
    with closing(postgresql.Server(folder)) as server:
        yield server


@pytest.fixture(scope="session")
def migrated_template(postgresql_server: postgresql.Server) -> str:
    """The name of a PostgreSQL database with the current schema, to be copied; migrated once for all workers."""
    from storage.migrations import migrate

    postgresql_server.template("migrated", fill=migrate)
    return "migrated"


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The installed browser that Playwright drives."""
    return needs.browser()


@pytest.fixture(scope="session")
def chinese_font() -> Path:
    """A font file with Chinese."""
    return needs.chinese_font()


@pytest.fixture(autouse=True)
def closed_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the suite talks to another machine."""
    connect = socket.socket.connect

    def nearby(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", nearby)


def _is_here(host: str) -> bool:
    return host == "localhost" or ip_address(host.partition("%")[0]).is_loopback
