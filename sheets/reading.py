"""A file with a table in it: what kind it is, its letters and its separators are found out, not asked."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from .cells import Line, lines
from .excel import OLD, ZIP, SheetUnreadable, excel

__all__ = ["SheetUnreadable", "read"]

LARGEST = 50_000_000
"""Bytes of a file beyond which it isn't a list of customers."""
SEPARATORS = ",;\t|，；"
ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
RUNS = re.compile(rb"[\x80-\xff]+")


def read(file: Path) -> list[Line]:
    """The lines of the table in a file, empty ones left out; SheetUnreadable says in words why there is none."""
    try:
        if file.stat().st_size > LARGEST:
            raise SheetUnreadable(f"{file} is larger than {LARGEST // 1_000_000} MB: cut it into parts")
        content = file.read_bytes()
    except OSError as no:
        raise SheetUnreadable(f"{file} can't be read ({no.strerror})") from None
    if content.startswith(OLD):
        raise SheetUnreadable(f"{file} is in Excel's old format: save it as xlsx or CSV")
    found = excel(file) if content.startswith(ZIP) else separated(content, file.name)
    if not found:
        raise SheetUnreadable(f"{file} is empty")
    return found


def separated(content: bytes, name: str) -> list[Line]:
    """The lines of a text with separators: in UTF-8, UTF-16, GB18030 or a Western encoding."""
    words = decoded(content, name)
    return lines(list(_rows(words, separator(words), name)))


def decoded(content: bytes, name: str) -> str:
    """The text in some bytes."""
    for encoding in _encodings(content):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in words:
            return words
    raise SheetUnreadable(f"{name} is no text in UTF-8 or GB18030: save it as CSV UTF-8 or as xlsx")


def separator(words: str) -> str:
    """What stands most often between the cells of the first lines."""
    head = [line for line in words.splitlines()[:20] if line.strip()]
    counted = {sign: max((line.count(sign) for line in head), default=0) for sign in SEPARATORS}
    steady = {sign: sum(sign in line for line in head) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: (steady[sign], counted[sign]))


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252", "gb18030") if _western(content) else ("utf-8-sig", "gb18030")


def _western(content: bytes) -> bool:
    """Whether letters beyond ASCII mostly stand alone: accents do, Chinese characters don't."""
    return 2 * len(ALONE.findall(content)) > len(RUNS.findall(content))


def _rows(words: str, sign: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=sign, strict=True, skipinitialspace=True)
    first = 1
    try:
        for row in reader:
            yield first, row
            first = reader.line_num + 1
    except csv.Error:
        raise SheetUnreadable(f"{name}: a quotation mark is missing or too many in line {first}") from None
