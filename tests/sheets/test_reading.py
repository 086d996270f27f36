"""Tables as people have them are read; what isn't one, or would take the machine along, is refused in words."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from sheets import Line, SheetUnreadable, read

WANTED = [Line(1, ("客户", "电话")), Line(2, ("海岳, 食品", "13800138000")), Line(4, ("澜石", ""))]
SHEET = '客户,电话\n"海岳, 食品",13800138000\n\n澜石,\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_letters_and_separators_are_found_out(tmp_path: Path, encoding: str, separator: str, ending: str) -> None:
    file = tmp_path / "list.csv"
    words = SHEET.replace(",", separator).replace(f"海岳{separator} 食", "海岳, 食").replace("\n", ending)
    file.write_bytes(words.encode(encoding))
    assert read(file) == WANTED


def test_western_letters_are_not_taken_for_chinese(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("Kunde;Ort\nMüller & Söhne;Köln\n".encode("cp1252"))
    assert read(file)[1].cells == ("Müller & Söhne", "Köln")


def test_a_cell_may_have_lines_and_a_line_keeps_its_number(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text('a,b\n"1\n2\n3",x\ny,z\n')
    assert read(file)[1:] == [Line(2, ("1\n2\n3", "x")), Line(5, ("y", "z"))]


def test_what_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("客户\n\u200b海\x07岳\u3000\n'+8613800138000\n", "utf-8")
    assert [line.cells[0] for line in read(file)] == ["客户", "海岳", "+8613800138000"]


def test_a_workbook_is_read_with_its_dates_and_without_decimal_points(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet("empty")
        sheet = book.add_worksheet("customers")
        sheet.write_row(2, 0, ["客户", "电话", "最近联系"])
        sheet.write_row(3, 0, ["海岳食品", 13800138000, date(2026, 11, 3)])
    assert read(file) == [
        Line(3, ("客户", "电话", "最近联系")),
        Line(4, ("海岳食品", "13800138000", date(2026, 11, 3))),
    ]


def test_a_workbook_without_any_cell_is_empty(tmp_path: Path) -> None:
    xlsxwriter.Workbook(tmp_path / "list.xlsx").close()
    with pytest.raises(SheetUnreadable, match="empty"):
        read(tmp_path / "list.xlsx")


def test_a_workbook_as_wide_as_it_can_be_takes_no_memory_along(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "客户")
        sheet.write(1048575, 16383, "x")
    with pytest.raises(SheetUnreadable, match="larger"):
        read(tmp_path / "list.xlsx")


def test_what_unpacks_into_far_more_than_it_is_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    with pytest.raises(SheetUnreadable, match="larger"):
        read(tmp_path / "list.xlsx")


@pytest.mark.parametrize("cut", [100, 2000])
def test_a_workbook_that_is_cut_off_is_damaged(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write(0, 0, "客户")
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(SheetUnreadable, match="damaged"):
        read(file)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n,,\r\n", "empty"),
        (bytes(range(256)), "UTF-8"),
        (b'name,note\n"Acme,1\n', "quotation mark"),
        (b"PK\x03\x04 and so on", "damaged"),
        (b"\xd0\xcf\x11\xe0 and so on", "old format"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(SheetUnreadable, match=words):
        read(tmp_path / "list.csv")


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable, match="can't be read"):
        read(tmp_path / "none.csv")
    with pytest.raises(SheetUnreadable, match="can't be read"):
        read(tmp_path)
