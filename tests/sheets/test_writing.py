"""What is written comes back, is only its owner's, and is never a formula."""

import csv
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sheets import SheetUnwritable, harmless, read, write
from sheets.cells import LEADERS, text

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\u3000＝1",
    "=HYPERLINK(1)",
]
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(FORMULAS)


@given(words)
def test_no_cell_of_a_csv_begins_like_a_formula(cell: str) -> None:
    assert str(harmless(cell)).lstrip(" \u3000\xa0")[:1] not in tuple(LEADERS)


@given(st.lists(words, min_size=2, max_size=2))
def test_a_csv_comes_back(cells: list[str]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "list.csv")
        write(file, ["客户", "备注"], [["x", *cells]])
        with file.open(encoding="utf-8-sig", newline="") as opened:
            assert list(csv.reader(opened))[1] == ["x", *map(harmless, cells)]
        assert read(file)[1].cells == ("x", *map(text, cells))


def test_numbers_and_days_stay_what_they_are(tmp_path: Path) -> None:
    row: list[str | int | float | date | None] = ["Acme", -5, 1.5, date(2026, 11, 3), None]
    write(tmp_path / "list.csv", ["a"], [row])
    assert (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()[1] == "Acme,-5,1.5,2026-11-03,"
    write(tmp_path / "list.xlsx", ["a"], [row])
    assert read(tmp_path / "list.xlsx")[1].cells[3] == date(2026, 11, 3)


def test_a_workbook_holds_words_and_no_formulas(tmp_path: Path) -> None:
    write(tmp_path / "list.xlsx", ["=1+1"], [[cell] for cell in FORMULAS])
    rows = CalamineWorkbook.from_path(str(tmp_path / "list.xlsx")).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "=1+1"
    assert all(isinstance(row[0], str) and row[0] for row in rows)


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_only_the_owner_may_read_it_and_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, ["a"], [])
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    with pytest.raises(SheetUnwritable, match="exists already"):
        write(tmp_path / name, ["a"], [])


def test_another_kind_of_file_or_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetUnwritable, match=r"\.csv or \.xlsx"):
        write(tmp_path / "list.pdf", ["a"], [])
    with pytest.raises(SheetUnwritable, match="can't be written"):
        write(tmp_path / "nowhere" / "list.csv", ["a"], [])
