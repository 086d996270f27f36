"""Excel's xlsx: looked through before it is opened, then read by a process that can't take the machine along.

python -m sheets.excel FILE     the cells of the first sheet that has any, as JSON
"""

import json
import resource
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from .cells import Line, cell, lines

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UNPACKED, RATIO, FILES = 200_000_000, 200, 2_000
"""Bytes that all parts may have together, how often their packed size that may be, how many parts there may be."""
MEMORY, SECONDS, PATIENCE = 1_500_000_000, 60, 120
TOO_LARGE = "{} is larger than a list of customers can be: save the sheet as CSV"


class SheetUnreadable(Exception):
    """There is no table to be read from a file; the words say why and what to do."""


def excel(file: Path) -> list[Line]:
    """The lines of the first sheet that has any."""
    _look_through(file)
    asked = [sys.executable, "-m", __name__, str(file.absolute())]
    root = Path(__file__).parent.parent
    try:
        done = subprocess.run(asked, cwd=root, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise SheetUnreadable(TOO_LARGE.format(file.name)) from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise SheetUnreadable(TOO_LARGE.format(file.name))
    if done.returncode:
        raise SheetUnreadable(f"{file.name} is damaged or no xlsx: save it once more, or as CSV")
    return lines([(number, [_thawed(value) for value in row]) for number, row in json.loads(done.stdout)])


def _look_through(file: Path) -> None:
    """Refuse what unpacks into far more than it is, before anything is unpacked for good."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
            if len(parts) > FILES or unpacked > UNPACKED or unpacked > 1_000_000 + RATIO * packed:
                raise SheetUnreadable(TOO_LARGE.format(file.name))
            wrong = archive.testzip()  # reads no more than was declared, so that a part that lies has a wrong sum
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as no:
        raise SheetUnreadable(f"{file.name} is damaged or no xlsx: save it once more, or as CSV") from no
    if wrong:
        raise SheetUnreadable(f"{file.name} is damaged: save it once more, or as CSV")


def _thawed(value: Any) -> Any:
    return date.fromisoformat(value["on"]) if isinstance(value, dict) else value


def _frozen(value: Any) -> Any:
    made = cell(value)
    return {"on": made.isoformat()} if isinstance(made, date) else made


def _main(file: str) -> None:
    """Print the cells, with little memory and time."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(file)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found = [(number, [_frozen(value) for value in row]) for number, row in enumerate(rows, 1) if any(row)]
        if found:
            json.dump(found, sys.stdout)
            return
    json.dump([], sys.stdout)


if __name__ == "__main__":
    _main(sys.argv[1])
