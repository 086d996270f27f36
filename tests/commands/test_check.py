"""`check` tells everything at once, and loads next to nothing for it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select

from storage import tallies
from storage.database import Database
from storage.models import Inbox, Outbox, Standing, Tally
from tests.commands.conftest import Machine

ROOT = Path(__file__).parents[2]
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def states(machine: Machine, *words: str) -> dict[str, str]:
    """What is said about each thing; the worst where it is said twice."""
    worst = ("ok", "warning", "problem")
    found: dict[str, str] = {}
    for one in machine.document("check", *words)["findings"]:
        found[one["about"]] = max(one["state"], found.get(one["about"], "ok"), key=worst.index)
    return found


def test_a_machine_that_is_ready_has_no_problem(staffed: Machine) -> None:
    assert staffed.type("check") == 0
    assert "everything works" in staffed.out
    assert "problem" not in states(staffed).values()


def test_every_mistake_of_a_configuration_is_told_at_once(machine: Machine) -> None:
    machine.file("config.toml", '[log]\nlevel = "loud"\n[company]\ncurrency = "yuan"\n[strange]\n')
    assert machine.type("check") == 78
    assert all(word in machine.out for word in ("level", "currency", "strange"))


def test_without_a_token_the_rest_is_looked_at_too(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HUIFANG_TELEGRAM_TOKEN")
    found = states(machine)
    assert (found["configuration"], found["database"]) == ("problem", "ok")
    assert machine.type("check") == 78


@on_sqlite
def test_a_database_of_a_newer_version_is_a_problem(staffed: Machine, database: Database) -> None:
    with database.transaction() as db:
        db.connection().exec_driver_sql("update alembic_version set version_num = '9999'")
    assert staffed.type("check") == 1
    assert "newer version" in staffed.out


def test_a_database_that_does_not_answer_is_a_problem(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIFANG_DATABASE_URL", "postgresql+psycopg://huifang:secret@localhost:1/huifang")
    assert machine.type("check") == 1
    assert "can't be reached" in machine.out
    assert "secret" not in machine.out


@on_sqlite
def test_a_file_that_is_no_database_is_a_problem(machine: Machine) -> None:
    machine.file("huifang.db", "no database " * 1000)
    assert machine.type("check") == 1
    assert "not a database" in machine.out


@on_sqlite
def test_who_writes_to_the_database_is_said(staffed: Machine, database: Database) -> None:
    assert staffed.type("check") == 0
    assert "by nobody" in staffed.out
    database.hold()
    assert staffed.type("check") == 0
    assert f"by process {os.getpid()}" in staffed.out


@on_sqlite
def test_a_database_that_others_can_read_is_a_warning(staffed: Machine) -> None:
    (staffed.folder / "huifang.db").chmod(0o644)
    assert states(staffed)["permissions"] == "warning"


def test_a_clock_behind_the_last_message_is_a_problem(staffed: Machine, database: Database) -> None:
    ahead = datetime.now(UTC) + timedelta(hours=3)
    with database.transaction() as db:
        db.add(Inbox(update_id=7, received_at=ahead, state="done", attempts=0))
    assert states(staffed)["clock"] == "problem"


@on_sqlite
def test_neither_database_library_nor_frames_are_loaded(staffed: Machine) -> None:
    asked = [sys.executable, "-X", "importtime", str(ROOT / "bot.py"), "check"]
    done = subprocess.run(asked, capture_output=True, text=True, cwd=staffed.folder, check=False)
    assert done.returncode == 0, done.stdout
    loaded = {line.split("|")[-1].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & {"sqlalchemy", "alembic", "numpy", "pandas", "matplotlib", "telegram", "psycopg"}


def test_a_recount_tells_what_differs(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", "name,last touch\nSeacrest,2026-10-01\nLanstone,2026-11-02\n")
    assert staffed.type("import", "list.csv") == 0
    assert states(staffed, "--recount")["recount"] == "ok"
    assert "recount" not in states(staffed)
    with database.transaction() as db:
        row = db.scalars(select(Standing).limit(1)).one()
        row.events, row.spend = row.events + 1, row.spend + 0.5
    assert staffed.type("check", "--recount") == 1
    assert f"customer {row.customer_id} has other spend, events" in staffed.out
    assert "1 of 2 customers differ" in staffed.out


@on_sqlite
def test_a_recount_tells_what_is_tallied_otherwise(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", "name,last touch\nSeacrest,2026-10-01\n")
    assert staffed.type("import", "list.csv") == 0
    with database.transaction() as db:
        (row,) = db.scalars(select(Tally))
        row.customers += 1
    assert staffed.type("check", "--recount") == 1
    assert f"not what the customers come to: tallies of {row.owner_id}" in staffed.out
    with database.transaction() as db:
        tallies.rebuild(db)
    assert states(staffed, "--recount")["recount"] == "ok"


@on_sqlite
def test_telegram_is_asked_only_online(staffed: Machine) -> None:
    with telegram(200, b'{"ok": true, "result": {"id": 42, "username": "huifang_bot"}}') as address:
        staffed.file("config.toml", f'[telegram]\nbase_url = "{address}"\n')
        assert "huifang_bot" not in str(staffed.document("check"))
        assert "@huifang_bot" in str(staffed.document("check", "--online"))


@on_sqlite
@pytest.mark.parametrize(("status", "body"), [(401, b"{}"), (502, b"<html>"), (200, b"no JSON"), (200, b"[]")])
def test_a_refusal_is_told_without_the_token(staffed: Machine, status: int, body: bytes) -> None:
    with telegram(status, body) as address:
        staffed.file("config.toml", f'[telegram]\nbase_url = "{address}"\n')
        assert staffed.type("check", "--online") == 1
    assert "a-token-of-a-test" not in staffed.out + staffed.err


@on_sqlite
def test_a_telegram_that_is_not_there_is_a_problem(staffed: Machine) -> None:
    staffed.file("config.toml", '[telegram]\nbase_url = "http://127.0.0.1:1"\n')
    assert states(staffed, "--online")["telegram"] == "problem"


@contextmanager
def telegram(status: int, body: bytes) -> Iterator[str]:
    """A server that answers everything alike; gives its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_what_was_refused_lately_is_a_warning(staffed: Machine, database: Database) -> None:
    with database.transaction() as db:
        for n, days in enumerate((1, 2, 30)):
            at = datetime.now(UTC) - timedelta(days=days)
            db.add(Outbox(key=f"k{n}", chat_id=n, person_id=n, due_at=at, created_at=at, state="dead", view="Ready"))
    assert states(staffed)["undelivered"] == "warning"
    staffed.type("check")
    assert "2 messages to 2 people were refused in 7 days" in staffed.out
