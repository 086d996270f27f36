"""How it goes on: contacts, sales and new customers by week or month, each on its own scale."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .dates import MONTHS, day
from .money import about, sign
from .paper import INK, LINE, SOFT, TIERS, Sheet

WORDS = {
    "zh": {"title": "趋势", "month": "按月", "week": "按周", "touches": "联系", "new": "新客户", "sales": "成交",
           "now": "浅色：到今天为止", "of_month": "{n}月"},
    "zh_tw": {"title": "趨勢", "month": "按月", "week": "按週", "touches": "聯絡", "new": "新客戶", "sales": "成交",
              "now": "淺色：到今天為止", "of_month": "{n}月"},
    "en": {"title": "Trend", "month": "by month", "week": "by week", "touches": "Contacts", "new": "New customers",
           "sales": "Sales", "now": "Light: until today", "of_month": "{name}"},
}  # fmt: skip
EDGE, TOP, PANEL, BARS = 20.0, 74.0, 112.0, 62.0
"""Margin; where the first panel begins; height of a panel and of its highest bar."""
COLORS = {"touches": TIERS["A"], "sales": TIERS["B"], "new": TIERS["C"]}


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """Three rows of bars below one another."""
    words, lines = WORDS[language], facts["lines"]
    sheet = Sheet(TOP + PANEL * len(COLORS) + 26)
    sheet.write(EDGE, 30, words["title"], 17, bold=True)
    sheet.write(EDGE, 53, f"{words[facts['unit']]} · {words['now']}", 10.5, SOFT)
    said: dict[str, Callable[[int], str]] = {
        "touches": lambda n: f"{n:,}",
        "sales": lambda n: about(n, facts["currency"], language, signed=False) if n else "",
        "new": lambda n: f"{n:,}",
    }
    for place, name in enumerate(COLORS):
        values = [line[name] for line in lines]
        title = f"{words[name]} {sign(facts['currency']).strip()}" if name == "sales" else words[name]
        _panel(sheet, TOP + PANEL * place, title, values, (COLORS[name], said[name]))
    for x, _, line in _places(sheet, lines):
        when = _when(line["period"], facts["unit"], words, language)
        sheet.write(x, TOP + PANEL * len(COLORS) + 4, when, 9, SOFT, ha="center")
    return sheet.png()


def _panel(sheet: Sheet, top: float, title: str, values: Sequence[int], look: tuple[str, Callable[[int], str]]) -> None:
    color, said = look
    base, most = top + PANEL - 14, max([*values, 1])
    sheet.write(EDGE, top + 8, title, 11, INK, bold=True)
    sheet.rule(EDGE, base, sheet.width - EDGE, base, LINE)
    size = 8.5 if len(values) < 7 else 7.2
    for n, (x, width, value) in enumerate(_places(sheet, values), 1):
        high = BARS * max(value, 0) / most
        if high:
            sheet.box(x - width / 2, base - high, width, high, color, alpha=0.45 if n == len(values) else 1.0)
        sheet.write(x, base - high - 8, said(value), size, INK, ha="center")


def _places(sheet: Sheet, values: Sequence[Any]) -> list[tuple[float, float, Any]]:
    room = (sheet.width - 2 * EDGE) / max(len(values), 1)
    return [(EDGE + room * (n + 0.5), room * 0.62, value) for n, value in enumerate(values)]


def _when(period: Mapping[str, str], unit: str, words: Mapping[str, str], language: str) -> str:
    month = int(period["first"].split("-")[1])
    return (
        day(period["first"], language) if unit == "week" else words["of_month"].format(n=month, name=MONTHS[month - 1])
    )
