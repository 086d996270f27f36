"""The night of a company of very many customers, beside merely reading and rewriting the same rows.

`python -m bench.night CUSTOMERS` measures one size; each night and each peer is a process of its own, on a database as
yesterday's night left it.
"""

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from commands.alarms import Alarms
from commands.errands import Errands
from desk import Desk
from storage.database import Database

from . import crowd
from .figures import Figure
from .memory import peak

ON, NOW = date(2026, 11, 18), datetime(2026, 11, 17, 16, 6, tzinfo=UTC)
"""Six minutes past midnight in Shanghai."""
AT_ONCE = 1_000
"""Rows that the peer rewrites in one transaction."""
ROOT = Path(__file__).parent.parent
PEER = "reading and rewriting the rows"


def figures(folder: Path, rounds: int, customers: int) -> Iterator[Figure]:
    """The whole night, from reading to the plan of the day, and its memory."""
    file = folder / f"crowd-{customers}.db"
    crowd.written(file, customers, ON)
    nights, peers = ([_measured(file, what) for _ in range(rounds)] for what in ("night", "peer"))
    name = f"a night of {customers:,} customers"
    yield Figure(name, "s", [one["seconds"] for one in nights], PEER, [one["seconds"] for one in peers], most=3.0)
    yield Figure(f"{name}, both processes", "MB", [one["megabytes"] for one in nights], most=1500.0)
    yield Figure(f"{name}, moves of tier or status", "%", [100 * one["moved"] / customers for one in nights])


def _measured(file: Path, what: str) -> dict[str, float]:
    """Run it on a copy, in a process of its own."""
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = shutil.copy(file, folder)
        command = (sys.executable, "-m", "bench.night", what, copy)
        told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


async def _night(file: Path) -> dict[str, float]:
    """Everything that the alarm of a night does."""
    url = f"sqlite:///{file}"
    with closing(Database(url)) as database, closing(Desk(database)) as desk, closing(Errands()) as child:
        start = time.monotonic()
        await Alarms(desk, child, lambda: NOW, lambda rows: None).ring()
        seconds = time.monotonic() - start
        megabytes = peak() + child.send(peak).result()
    with closing(sqlite3.connect(file)) as plain:
        asked = "select judged, moved from nights where finished_at is not null and night_on = ?"
        judged, moved = plain.execute(asked, (ON.isoformat(),)).fetchone()
        assert judged == plain.execute("select count(*) from standings").fetchone()[0]
    return {"seconds": seconds, "megabytes": megabytes, "moved": float(moved)}


def _rewritten(file: Path) -> dict[str, float]:
    """Every row read as it is and written again whole, by the driver itself, as durably as the product writes."""
    with closing(sqlite3.connect(file, isolation_level=None)) as reading, closing(_writer(file)) as writing:
        start = time.monotonic()
        names = [row[1] for row in reading.execute("pragma table_info(standings)")]  # without what SQLite computes
        rows = reading.execute(f"select {', '.join(names)} from standings order by customer_id")
        places = ", ".join(f"{name} = ?" for name in names[1:])
        while some := rows.fetchmany(AT_ONCE):
            writing.execute("begin immediate")
            update = f"update standings set {places} where customer_id = ?"
            writing.executemany(update, [(*row[1:], row[0]) for row in some])
            writing.execute("commit")
        return {"seconds": time.monotonic() - start}


def _writer(file: Path) -> sqlite3.Connection:
    writing = sqlite3.connect(file, isolation_level=None)
    writing.execute("pragma journal_mode=wal")
    writing.execute("pragma synchronous=full")
    return writing


def main() -> None:
    """One size, or one process of it."""
    what, *rest = sys.argv[1:]
    if what == "night":
        print(json.dumps(asyncio.run(_night(Path(rest[0])))))
    elif what == "peer":
        print(json.dumps(_rewritten(Path(rest[0]))))
    else:
        with tempfile.TemporaryDirectory(prefix="huifang-night-") as folder:
            for figure in figures(Path(folder), int(rest[0]) if rest else 1, int(what)):
                print(figure, flush=True)


if __name__ == "__main__":
    main()
