"""A real PostgreSQL for the tests: one throw-away server per run, a database per test.

The process that pytest was started as makes the folder and stops the server; the first test that asks, in whichever
worker, starts it. It listens on a socket in that folder only. PostgreSQL refuses to run as root, so root hands it to
another account.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier

FOLDER = "HUIFANG_TEST_POSTGRESQL"
ACCOUNTS = ("postgres", "nobody")
FAST = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


class PostgresqlMissing(Exception):
    """No server can be started here."""


def prepare() -> None:
    """Make the folder that this run's workers share, for an account that PostgreSQL accepts."""
    folder = Path(tempfile.mkdtemp(prefix="huifang-postgresql-"))
    os.environ[FOLDER] = str(folder)
    if os.geteuid() == 0 and (account := _account()):
        os.chown(folder, account.pw_uid, account.pw_gid)


def put_away() -> None:
    """Stop the server, if any test started it, and leave nothing behind."""
    folder = Path(os.environ.pop(FOLDER))
    if (folder / "data" / "postmaster.pid").exists():
        _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def running() -> Path:
    """The socket's folder of the run's server, started if need be; `PostgresqlMissing` says why there is none."""
    folder = Path(os.environ[FOLDER])
    with _one_at_a_time("start"):
        if not (folder / "data" / "postmaster.pid").exists():
            _start(folder)
    return folder


class Server:
    """The running server as one worker sees it: a giver of databases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.connection = psycopg.connect(host=str(folder), user="huifang", dbname="postgres", autocommit=True)

    def url(self, name: str) -> str:
        """How SQLAlchemy reaches one of its databases."""
        return f"postgresql+psycopg://huifang@/{name}?host={self.folder}"

    @contextmanager
    def database(self, template: str) -> Iterator[str]:
        """The address of a new database, a copy of `template`, that goes when the test does."""
        name = f"test_{uuid4().hex}"
        self._do("CREATE DATABASE {} TEMPLATE {}", name, template)
        yield self.url(name)
        self._do("DROP DATABASE {} WITH (FORCE)", name)

    def template(self, name: str, fill: Callable[[str], object]) -> None:
        """Have a database to copy, filled once for all workers by `fill(url)`."""
        with _one_at_a_time("template"):
            if self.connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return
            with self.database("template0") as url:
                fill(url)
                self._do("CREATE DATABASE {} TEMPLATE {}", name, url.partition("@/")[2].partition("?")[0])

    def close(self) -> None:
        """Let go of the server; it runs on for the other workers."""
        self.connection.close()

    def _do(self, statement: LiteralString, *names: str) -> None:
        self.connection.execute(SQL(statement).format(*map(Identifier, names)))


@contextmanager
def _one_at_a_time(what: str) -> Iterator[None]:
    """Hold the workers of this run apart while one of them does `what`."""
    with Path(os.environ[FOLDER], f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(folder: Path) -> None:
    data = str(folder / "data")
    _run("initdb", "-D", data, "-U", "huifang", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    _run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", f"{FAST} -k {folder}", "start")


def _run(program: str, *arguments: str) -> None:
    command = [*_as_another(), str(_program(program)), *arguments]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise PostgresqlMissing(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")


def _program(name: str) -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    found = installed[-1] if installed else shutil.which(name)
    if not found:
        raise PostgresqlMissing("no PostgreSQL server here (Debian: postgresql)")
    return Path(found)


def _as_another() -> Sequence[str]:
    if os.geteuid() != 0:
        return ()
    if not (account := _account()):
        raise PostgresqlMissing("PostgreSQL doesn't run as root, and there is no other account")
    return ("setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups")


def _account() -> pwd.struct_passwd | None:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next((known[name] for name in ACCOUNTS if name in known), None)
