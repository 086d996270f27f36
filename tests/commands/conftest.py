"""A company on a machine: its configuration, its database, its people, and the command line to speak with it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import bot
from actions import company
from config import Settings
from storage import people
from storage.database import Database

SEEDED = datetime(2026, 1, 5, 2, tzinfo=UTC)
TOKEN = "42:a-token-of-a-test"


@dataclass
class Machine:
    """Where the commands are typed: a folder, and what they print."""

    folder: Path
    url: str
    printed: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def type(self, *words: str | Path) -> int:
        """The exit code of a command; `out` and `err` are what it printed."""
        self.printed.readouterr()
        try:
            code = bot.main([str(word) for word in words])
        except SystemExit as end:
            code = int(str(end.code))
        self.out, self.err = self.printed.readouterr()
        return code

    def document(self, *words: str | Path) -> Any:
        """The one document that a command prints with --json."""
        self.type(*words, "--json")
        return json.loads(self.out)

    def file(self, name: str, content: str | bytes) -> Path:
        """A file on this machine."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def machine(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Machine:
    """A machine with a token and an address of a database; whether there is anything in it is up to the test."""
    monkeypatch.setenv("HUIFANG_DATABASE_URL", database_url)
    monkeypatch.setenv("HUIFANG_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.chdir(tmp_path)
    return Machine(tmp_path, database_url, capsys)


@pytest.fixture
def staffed(machine: Machine, database: Database) -> Machine:
    """A machine whose company has a salesperson 陈静 and a manager 林岚."""
    hire(database, [("陈静", ("salesperson",)), ("林岚", ("manager", "salesperson"))])
    return machine


def hire(database: Database, who: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    """These people join."""
    with database.transaction() as db:
        company.seed(db, Settings().seed(), SEEDED)
        team = people.first_team(db, "")
        for name, roles in who:
            people.join(db, people.add(db, name, roles, SEEDED), team.id, leads="manager" in roles)
