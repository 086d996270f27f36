"""What survives a restart of the local Telegram: one small SQLite file of (kind, key, JSON).

A kill loses nothing that was put; a power cut may lose the last second. Without a folder nothing is kept.
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demo.telegram.plain import encode

TABLE = "CREATE TABLE IF NOT EXISTS shelf (kind TEXT, key, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID"


class Shelf:
    """Things by kind and key, put again when they change."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.database: sqlite3.Connection | None = None
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.database = opened(folder / "telegram.db")

    def put(self, kind: str, key: int | str, thing: object) -> None:
        """Keep it, in place of what was kept under that key."""
        if self.database is not None:
            words = encode(thing).decode("utf-8", "replace")
            self.database.execute("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?)", (kind, key, words))

    def drop(self, kind: str, key: int | str) -> None:
        """Forget it."""
        if self.database is not None:
            self.database.execute("DELETE FROM shelf WHERE kind = ? AND key = ?", (kind, key))

    def drop_below(self, kind: str, key: int) -> None:
        """Forget everything of that kind with a smaller number."""
        if self.database is not None:
            self.database.execute("DELETE FROM shelf WHERE kind = ? AND key < ?", (kind, key))

    def all(self, kind: str) -> Iterator[tuple[Any, Any]]:
        """Everything of that kind as (key, thing), by key."""
        if self.database is not None:
            for key, words in self.database.execute(
                "SELECT key, value FROM shelf WHERE kind = ? ORDER BY key", (kind,)
            ):
                yield key, json.loads(words)

    def get(self, kind: str, key: int | str, otherwise: Any) -> Any:
        """One thing; `otherwise` if it isn't there."""
        return next((thing for found, thing in self.all(kind) if found == key), otherwise)

    def close(self) -> None:
        """Let go of the file."""
        if self.database is not None:
            self.database.close()
            self.database = None


def opened(path: Path) -> sqlite3.Connection:
    """The file, fast to write; only its owner may read it."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    path.chmod(0o600)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=OFF")
    database.execute(TABLE)
    return database
