"""What `check` looks at on this machine: Python's SQLite, fonts, the database and its disk, the clocks."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clock import BusinessClock
from config import Settings
from pictures.fonts import PACKAGE, cjk_font
from storage.condition import NEWEST, SAFE_SQLITE, Condition, Unreachable, condition, file_of, holder, is_file

from .findings import Finding, ok, problem, warning

SCARCE, SHORT = 100_000_000, 1_000_000_000
"""Bytes of free disk below which nothing can be kept, and below which it is time to make room."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""No clock that is right shows an earlier time."""
SLACK = timedelta(minutes=5)


def program() -> Iterator[Finding]:
    """The parts that come with the machine."""
    yield _sqlite()
    yield _clock(datetime.now(UTC))
    yield _fonts()


def database(settings: Settings) -> Iterator[Finding]:
    """The database: reached, of this schema, held by whom, safe where it lies."""
    url = settings.database.url
    where = str(file_of(url)) if is_file(url) else "PostgreSQL"
    try:
        found = condition(url)
    except Unreachable as no:
        yield problem("database", f"{where} can't be reached", str(no))
        return
    yield _schema(found, where)
    if found.latest_at and found.latest_at > datetime.now(UTC) + SLACK and not settings.clock.file:
        yield problem("clock", f"the last message came at {found.latest_at:%Y-%m-%d %H:%M} UTC", "set the clock")
    if found.undelivered:
        says = f"{found.undelivered} messages to {found.unreached} people were refused in 7 days"
        yield warning("undelivered", says, "an admin sees to whom and why with /audit")
    if is_file(url):
        yield from _file(file_of(url))


def business_clock(settings: Settings) -> Iterator[Finding]:
    """A rehearsal's clock is nothing for a real team."""
    if settings.clock.file:
        ahead = BusinessClock(Path(settings.clock.file)).ahead()
        yield warning("clock", f"business time runs ahead by {ahead}", "for a real team leave [clock] file empty")


def _sqlite() -> Finding:
    if sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return ok("SQLite", sqlite3.sqlite_version)
    safe = ".".join(map(str, SAFE_SQLITE))
    return warning(
        "SQLite", f"{sqlite3.sqlite_version} is older than {safe}", "let no other program write to the database"
    )


def _clock(now: datetime) -> Finding:
    if now < MADE or now.year > 2100:
        return problem("clock", f"it can't be {now:%Y-%m-%d}", "set the machine's clock")
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _fonts() -> Finding:
    found = cjk_font()
    if found:
        return ok("fonts", f"Chinese in pictures by {found}")
    return warning("fonts", "none has Chinese, so pictures are labelled in English", f"install {PACKAGE} (Debian)")


def _schema(found: Condition, where: str) -> Finding:
    if found.version == NEWEST:
        return ok("database", f"{where}, schema {NEWEST}")
    if found.version is None:
        return ok("database", f"{where}, to be made at the first `run`")
    if found.version > NEWEST:
        return problem("database", f"{where} has schema {found.version} of a newer version", "update Huifang")
    return warning("database", f"{where} has schema {found.version}, not {NEWEST}", "python bot.py migrate")


def _file(file: Path) -> Iterator[Finding]:
    """A SQLite file: who writes to it, who else may read it, how much room it has."""
    pid = holder(file)
    yield ok("held", f"by process {pid}" if pid else "by nobody")
    if file.exists() and file.stat().st_mode & 0o077:
        yield warning("permissions", f"{file} can be read by others", f"chmod 600 {file}")
    folder = next(each for each in file.parents if each.exists())
    if not os.access(file if file.exists() else folder, os.W_OK):
        yield problem("permissions", f"{file} can't be written", "give it to the account that runs the bot")
    yield _disk(folder)


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    says = f"{free / 1e9:.1f} GB free in {folder}"
    if free >= SHORT:
        return ok("disk", says)
    return problem("disk", says, "make room") if free < SCARCE else warning("disk", says, "make room soon")
