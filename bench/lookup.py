"""What finding a name costs: the book in memory, the key table on SQLite, and the two obvious ways beside them.

CPU time of one query, half exact or shortened, half misspelt. The peers are a full rapidfuzz scan of all names, and
SQLite's FTS5 with trigrams.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

from lookup import Book, Entry, keys, normal
from storage import names as names_kept
from storage.database import Database
from storage.migrations import migrate
from storage.scope import Scope

from .figures import Figure
from .names import chosen, names, sought

BOOKS = (1_000, 5_000, 20_000)
TABLES = (1_000, 100_000, 1_000_000)
MANY = 100_000
"""From here on the table must be ten times faster than a scan."""
QUERIES = 200
EVERYTHING = Scope.everything("a benchmark", datetime(2026, 11, 18, tzinfo=UTC))


def figures(folder: Path, rounds: int, tables: tuple[int, ...] = TABLES) -> Iterator[Figure]:
    """The book at several sizes, then the table."""
    for size in BOOKS:
        known = names(size)
        book = Book(Entry(at, name) for at, name in enumerate(known))
        book.find("once")
        yield from _percentiles(f"book of {size:,}", book.find, known, rounds)
    for size in tables:
        yield from _table(folder / f"names-{size}.db", size, rounds)


def _table(file: Path, size: int, rounds: int) -> Iterator[Figure]:
    known = names(size)
    start = time.thread_time()
    with closing(_with_keys(file, known)) as database, database.reading() as db:
        yield Figure(f"key table of {size:,}, built in", "s CPU", [time.thread_time() - start])
        yield Figure(f"key table of {size:,}, with its names", "MB", [file.stat().st_size / 2**20])
        ours = [costs(lambda words: by_keys(db, words), known, QUERIES, turn) for turn in range(rounds)]
        scan = costs(lambda words: process.extract(words, known, scorer=fuzz.WRatio, limit=10), known, QUERIES // 10)
        with closing(sqlite3.connect(file)) as plain:
            trigrams = costs(lambda words: by_trigrams(plain, words), known, QUERIES // 10)
        found = _found(db, known)
    for share in (50, 95):
        mine = [at(share, one) for one in ours]
        most = 0.1 if size >= MANY else None
        yield Figure(
            f"key table of {size:,}, {share} of 100", "ms CPU", mine, "rapidfuzz scan", [at(share, scan)], most=most
        )
        yield Figure(f"key table of {size:,}, {share} of 100", "ms CPU", mine, "FTS5 trigrams", [at(share, trigrams)])
    yield Figure(f"key table of {size:,}, 95 of 100", "ms CPU", [at(95, one) for one in ours], most=10)
    yield Figure(f"key table of {size:,} has the customer sought", "of 100", [found])


def _percentiles(name: str, find: Callable[[str], object], known: list[str], rounds: int) -> Iterator[Figure]:
    every = [costs(find, known, QUERIES, turn) for turn in range(rounds)]
    yield Figure(f"{name}, 50 of 100", "ms CPU", [at(50, one) for one in every])
    yield Figure(f"{name}, 95 of 100", "ms CPU", [at(95, one) for one in every])


def costs(find: Callable[[str], object], known: list[str], count: int, turn: int = 0) -> list[float]:
    """Milliseconds of each query, in order of length; names that were not sought at an earlier turn."""
    return sorted(_cost(find, words) for words in sought(known, count, turn))


def _cost(find: Callable[[str], object], words: str) -> float:
    start = time.thread_time()
    find(words)
    return 1000 * (time.thread_time() - start)


def at(share: int, ordered: list[float]) -> float:
    """The cost that so many of a hundred don't exceed."""
    return ordered[min(len(ordered) - 1, share * len(ordered) // 100)]


def _with_keys(file: Path, known: list[str]) -> Database:
    """All names as the product keeps them, and their trigrams beside them."""
    migrate(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as db:
        db.execute("create virtual table trigrams using fts5(name, tokenize = 'trigram')")
        now = "2026-11-18 00:00:00.000000"
        rows = ((at, name, normal(name), now) for at, name in enumerate(known, 1))
        db.executemany("insert into customers (id, name, normal, fields, created_at) values (?, ?, ?, '{}', ?)", rows)
        db.executemany("insert into name_keys (key, customer_id) values (?, ?)", sorted(_keyed(known)))
        db.executemany("insert into trigrams (rowid, name) values (?, ?)", enumerate(known, 1))
        db.commit()
    return Database(f"sqlite:///{file}")


def _keyed(known: list[str]) -> Iterator[tuple[str, int]]:
    return ((key, number) for number, name in enumerate(known, 1) for key in keys(name))


def by_keys(db: Session, words: str) -> list[int]:
    """The likeliest customers, as the product finds them for somebody who sees very many."""
    return [int(one.id) for one in names_kept.find(db, EVERYTHING, words)]


def by_trigrams(db: sqlite3.Connection, words: str) -> list[int]:
    """The ten best by the trigrams that these words have in common with names."""
    parts = {words[start : start + 3].replace('"', "") for start in range(max(1, len(words) - 2))}
    query = " OR ".join(f'"{part}"' for part in sorted(parts))
    rows = db.execute("select rowid from trigrams where trigrams match ? order by rank limit 10", (query,))
    return [number for (number,) in rows]


def _found(db: Session, known: list[str]) -> float:
    """How often the customer with the name that was misspelt is among those found."""
    numbers = {name: number for number, name in enumerate(known, 1)}
    wanted = sought(known, QUERIES)
    hits = [numbers[name] in by_keys(db, words) for name, words in zip(chosen(known, QUERIES), wanted, strict=True)]
    return 100 * sum(hits) / len(hits)
