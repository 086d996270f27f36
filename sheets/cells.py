"""What a table is made of: lines with their numbers, and cells of text or dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

Cell = str | date
"""Text on as many lines as it has, without anything around it; or a day, where the file says that it is one."""

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff\u200b\u2028\u2029\ud800-\udfff]")
LEADERS = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet may take for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its number in the file, counted from 1, and its cells."""

    number: int
    cells: tuple[Cell, ...]


def cell(value: Any) -> Cell:
    """A value as a cell: whole numbers without a decimal point, dates without their time of day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None or isinstance(value, timedelta) else text(str(value))


def text(words: str) -> str:
    """Words without what can't be seen or kept, and without the ' that keeps a formula from being one."""
    bare = words.lstrip()
    rest = bare[1:] if bare[:1] == "'" and leads(bare[1:]) else words
    return UNSEEN.sub("", rest).strip()


def leads(words: str) -> bool:
    """Whether a spreadsheet may take these words for a formula."""
    seen = UNSEEN.sub("", words).lstrip(), words.lstrip(" \u3000\xa0")
    return any(each[:1] in tuple(LEADERS) for each in seen)


def lines(rows: list[tuple[int, list[Any]]]) -> list[Line]:
    """Numbered rows as lines; those without any content are left out."""
    found = [Line(number, tuple(cell(value) for value in values)) for number, values in rows]
    return [line for line in found if any(line.cells)]
