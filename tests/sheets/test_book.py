"""A workbook: typed columns, a frozen header, filters, charts on sheets of their own, progress row by row."""

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sheets import Chart, Column, SheetUnwritable, Table, write_book


def table(rows: int = 3) -> Table:
    """Customers with a sum and a day."""
    columns = [Column("客户"), Column("成交", "money"), Column("占比", "percent"), Column("下次", "date")]
    each = ((f"=A{n}", 12.5 * n, 0.25, date(2026, 11, 18)) for n in range(rows))
    return Table("成交", columns, each, Chart("column", "图", 0, (1,)))


def test_what_is_written_is_typed_and_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    assert write_book(file, [table(), Table("说明", (), (), notes=[("问的是", "成交")])]) == 3
    book = CalamineWorkbook.from_path(str(file))
    assert book.sheet_names[0] == "成交"
    rows = book.get_sheet_by_name("成交").to_python()
    assert rows[:2] == [["客户", "成交", "占比", "下次"], ["=A0", 0.0, 0.25, date(2026, 11, 18)]]
    assert book.get_sheet_by_name("说明").to_python() == [["问的是", "成交"]]
    assert file.stat().st_mode & 0o777 == 0o600


def test_how_far_it_has_come_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    assert write_book(tmp_path / "a.xlsx", [table(1200)], told.append) == 1200
    assert told == [500, 1000]


def test_no_file_is_overwritten_or_left_half_done(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    write_book(file, [table()])
    with pytest.raises(SheetUnwritable):
        write_book(file, [table()])
    broken = Table("x", [Column("n", "number")], (1 // n for n in (1, 0)))  # type: ignore[misc]
    with pytest.raises((ZeroDivisionError, TypeError)):
        write_book(tmp_path / "b.xlsx", [broken])
    assert not (tmp_path / "b.xlsx").exists()
