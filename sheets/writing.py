"""A table into a new file: CSV or xlsx by its name, and no cell that a spreadsheet could take for a formula."""

import csv
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from .cells import leads

Value = str | int | float | date | None


class SheetUnwritable(Exception):
    """Nothing was written; the words say why."""


def write(file: Path, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write headings and rows to a file that isn't there yet; only its owner may read it."""
    writers = {".csv": _csv, ".xlsx": _xlsx}
    writer = writers.get(file.suffix.lower())
    if writer is None:
        raise SheetUnwritable(f"{file} must end in .csv or .xlsx")
    if file.exists():
        raise SheetUnwritable(f"{file} exists already, and nothing is ever overwritten: choose another name")
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            writer(out, headings, rows)
    except OSError as no:
        file.unlink(missing_ok=True)
        raise SheetUnwritable(f"{file} can't be written ({no.strerror})") from None


def harmless(value: Value) -> Value:
    """A cell of a CSV: text that could begin a formula is given a ' before it, numbers and dates stay."""
    if not isinstance(value, str):
        return value
    plain = value.replace("\x00", "")
    return f"'{plain}" if leads(plain) else plain


def _csv(out: IO[bytes], headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with os.fdopen(os.dup(out.fileno()), "w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow([harmless(heading) for heading in headings])
        writer.writerows([harmless(value) for value in row] for row in rows)


def _xlsx(out: IO[bytes], headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    import xlsxwriter

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, {**plain, "in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, headings, book.add_format({"bold": True}))
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, row)
        sheet.autofit()
