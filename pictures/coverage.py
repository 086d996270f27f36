"""Contacts by person and week: the more, the darker; every cell says its number."""

from collections.abc import Mapping
from typing import Any

from .dates import day
from .paper import INK, PAPER, SOFT, TRACK, Sheet, short

WORDS = {
    "zh": {"title": "每人每周联系", "none": "还没有人", "more": "共 {n} 人，联系最多的 {m} 人", "sum": "合计"},
    "zh_tw": {"title": "每人每週聯絡", "none": "還沒有人", "more": "共 {n} 人，聯絡最多的 {m} 人", "sum": "合計"},
    "en": {
        "title": "Contacts by week",
        "none": "Nobody yet",
        "more": "{m} of {n} people, most contacts first",
        "sum": "Sum",
    },
}
EDGE, NAME, TOP, ROW, GAP, SUM = 20.0, 74.0, 90.0, 27.0, 3.0, 30.0
"""Margin; room for names; where the grid begins; height of a row; between cells; room for the sums."""
MANY = 1000
"""From here on a number is written smaller, so that it stays in its cell."""
LIGHT, DARK = (216, 236, 233), (15, 118, 110)


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """A row a person, a column a week, the present one last."""
    words, lines, mondays = WORDS[language], facts["lines"], facts["mondays"]
    sheet = Sheet(TOP + ROW * max(len(lines), 1) + 20)
    sheet.write(EDGE, 30, words["title"], 17, bold=True)
    told = words["more"].format(n=facts["people"], m=len(lines)) if facts["people"] > len(lines) else ""
    sheet.write(EDGE, 53, told if lines else words["none"], 10.5, SOFT)
    left, width = EDGE + NAME, (sheet.width - 2 * EDGE - NAME - SUM) / max(len(mondays), 1)
    for place, monday in enumerate(mondays):
        _head(sheet, left + width * place + (width - GAP) / 2, monday, mondays[place - 1] if place else "", language)
    if lines:
        sheet.write(sheet.width - EDGE, TOP - 12, words["sum"], 8.5, SOFT, ha="right")
    most = max([n for line in lines for n in line["weeks"]] + [1])
    for place, line in enumerate(lines):
        _row(sheet, line, TOP + ROW * place, (left, width), most)
    return sheet.png()


def _row(sheet: Sheet, line: Mapping[str, Any], top: float, column: tuple[float, float], most: int) -> None:
    left, width = column
    sheet.write(EDGE, top + ROW / 2 - GAP / 2, short(line["name"], 11), 10.5, INK)
    for place, n in enumerate(line["weeks"]):
        color, ink = shade(n, most)
        sheet.box(left + width * place, top, width - GAP, ROW - GAP, color)
        if n:
            size = 9 if n < MANY else 7.2
            sheet.write(left + width * place + (width - GAP) / 2, top + (ROW - GAP) / 2, str(n), size, ink, ha="center")
    total = f"{sum(line['weeks']):,}"
    sheet.write(sheet.width - EDGE, top + ROW / 2 - GAP / 2, total, 10, INK, ha="right", bold=True)


def _head(sheet: Sheet, x: float, monday: str, before: str, language: str) -> None:
    """A week's Monday; in English the number below its month, where that begins."""
    said = day(monday, language).split()
    sheet.write(x, TOP - (10 if language == "en" else 12), said[0], 7.5, SOFT, ha="center")
    if len(said) > 1 and monday[:7] != before[:7]:
        sheet.write(x, TOP - 20, said[1], 7.5, SOFT, ha="center")


def shade(n: int, most: int) -> tuple[str, str]:
    """A cell's colour, and the one in which its number can be read."""
    if not n:
        return TRACK, SOFT
    part = n / most
    mixed = [round(light + (dark - light) * part) for light, dark in zip(LIGHT, DARK, strict=True)]
    return "#" + "".join(f"{one:02x}" for one in mixed), PAPER if part > 0.5 else INK
