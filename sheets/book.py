"""A workbook of several tables: typed columns, a frozen header, filters, a chart where it helps."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .writing import SheetUnwritable, Value

WIDTHS = {"text": 18, "long": 40, "number": 10, "money": 14, "percent": 9, "date": 12, "figure": 14}
FORMATS = {"number": "#,##0", "money": "#,##0.00", "percent": "0%", "date": "yyyy-mm-dd"}
MOST_ROWS = 1_048_575
"""Rows below the header that Excel can hold."""
MOST_DRAWN = 30
"""Rows of a table that a chart shows."""
TOLD = 500
"""After so many rows it is said how far the writing has come."""
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Column:
    """A heading and what stands below it: text, long (text), number, money, percent (a part of 1), date, or figure (a
    number as it is)."""

    heading: str
    kind: str = "text"


@dataclass(frozen=True)
class Chart:
    """A chart of a table: `column`, `bar` or `line`; the places of its names and of its values."""

    kind: str
    title: str
    names: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """One sheet. Rows may be as many as Excel holds: they are taken one by one."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    chart: Chart | None = None
    notes: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """What a sheet without columns says, line by line."""


def write_book(file: Path, tables: Sequence[Table], told: Callable[[int], None] = lambda rows: None) -> int:
    """Write the tables to a file that isn't there yet and only its owner may read; how many rows it has."""
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            return _written(out, tables, told)
    except OSError as no:
        file.unlink(missing_ok=True)
        raise SheetUnwritable(f"{file.name} can't be written ({no.strerror})") from None
    except BaseException:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        raise


def _written(out: Any, tables: Sequence[Table], told: Callable[[int], None]) -> int:
    import xlsxwriter

    count = 0
    with xlsxwriter.Workbook(out, {**PLAIN, "constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        formats = {kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(_title(table.title))
            before, count = count, _fill(sheet, table, formats, bold, count, told)
            if table.chart and count > before:
                _draw(book, _title(table.title), table, table.chart, count - before)
    return count


def _draw(book: Any, sheet: str, table: Table, chart: Chart, rows: int) -> None:
    """The chart on a sheet of its own, so that a phone shows it whole."""
    drawn = book.add_chart({"type": chart.kind})
    last = min(rows, MOST_DRAWN)
    for place in chart.values:
        drawn.add_series({
            "name": [sheet, 0, place], "categories": [sheet, 1, chart.names, last, chart.names],
            "values": [sheet, 1, place, last, place],
        })  # fmt: skip
    drawn.set_title({"name": chart.title})
    drawn.set_legend({"position": "bottom"} if len(chart.values) > 1 else {"none": True})
    book.add_chartsheet(_title(chart.title)).set_chart(drawn)


def _fill(sheet: Any, table: Table, formats: dict[str, Any], bold: Any, count: int, told: Callable[[int], None]) -> int:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDTHS[column.kind], formats.get(column.kind))
    for number, note in enumerate(table.notes):
        sheet.write_row(number, 0, note)
    if not table.columns:
        sheet.set_column(0, 0, WIDTHS["text"])
        sheet.set_column(1, 1, WIDTHS["long"])
        return count
    sheet.write_row(0, 0, [column.heading for column in table.columns], bold)
    last = 0
    for last, row in enumerate(table.rows, 1):
        if last > MOST_ROWS:
            break
        sheet.write_row(last, 0, row)
        if (count + last) % TOLD == 0:
            told(count + last)
    sheet.freeze_panes(1, 0)
    if last:
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
    return count + last


def _title(words: str) -> str:
    """A name that a sheet can have."""
    return "".join(sign for sign in words if sign not in "[]:*?/\\'")[:31] or "1"
