"""Who brings the sales: the curve of how much the first so many customers bring, and the first of them by name."""

from collections.abc import Mapping, Sequence
from typing import Any

from .money import about
from .paper import INK, LINE, SOFT, TIERS, TRACK, Sheet, short

WORDS = {
    "zh": {"title": "成交集中度", "sum": "近 12 个月 {sum} · {n} 家成交", "few": "{few} 家占 80%",
           "none": "还没有成交", "x": "买过的客户，从多到少"},
    "zh_tw": {"title": "成交集中度", "sum": "近 12 個月 {sum} · {n} 家成交", "few": "{few} 家佔 80%",
              "none": "還沒有成交", "x": "買過的客戶，從多到少"},
    "en": {"title": "Who brings the sales", "sum": "12 months, {sum} · {n} bought", "few": "{few} bring 80%",
           "one": "1 brings 80%",
           "none": "Nothing sold yet", "x": "Customers who bought, most first"},
}  # fmt: skip
EDGE, TOP, HIGH, ROW, LEFT = 20.0, 78.0, 150.0, 31.0, 30.0
"""Margin; where the curve begins; its height; height of a name's row; room for the percentages."""
GREEN = TIERS["A"]


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """The curve above, names with bars below."""
    words, lines = WORDS[language], facts["lines"]
    if not facts["curve"]:
        sheet = Sheet(90)
        sheet.write(EDGE, 30, words["title"], 17, bold=True)
        sheet.write(EDGE, 56, words["none"], 11, SOFT)
        return sheet.png()
    sheet = Sheet(TOP + HIGH + 46 + ROW * len(lines))
    sheet.write(EDGE, 30, words["title"], 17, bold=True)
    whole = words["sum"].format(sum=about(facts["sales"], facts["currency"], language), n=f"{facts['buyers']:,}")
    sheet.write(EDGE, 53, whole, 10.5, SOFT)
    _curve(sheet, facts, words)
    most = max(line["sales"] for line in lines)
    for place, line in enumerate(lines):
        _line(sheet, line, TOP + HIGH + 38 + ROW * place, most, (facts["currency"], language))
    return sheet.png()


def _curve(sheet: Sheet, facts: Mapping[str, Any], words: Mapping[str, str]) -> None:
    left, width = EDGE + LEFT, sheet.width - 2 * EDGE - LEFT
    base, curve = TOP + HIGH, facts["curve"]
    for share in (0, 50, 80, 100):
        y = base - HIGH * share / 100
        sheet.rule(left, y, left + width, y, LINE, linestyle="--" if share == 80 else "-")
        sheet.write(left - 5, y, f"{share}%", 8.5, SOFT, ha="right")
    xs = [left + width * n / (len(curve) - 1) for n in range(len(curve))]
    ys = [base - HIGH * share / 100 for share in curve]
    sheet.axes.fill_between(xs, ys, base, color=GREEN, alpha=0.14, linewidth=0)
    sheet.axes.plot(xs, ys, color=GREEN, linewidth=2.2)
    part = facts["few"] / max(facts["buyers"], 1)
    x, y = left + width * part, base - HIGH * _at(curve, part) / 100
    sheet.axes.plot([x], [y], marker="o", markersize=6, color=GREEN)
    beside = {"x": x + 9, "ha": "left"} if x < left + width * 0.6 else {"x": x - 9, "ha": "right"}
    few = words.get("one", words["few"]) if facts["few"] == 1 else words["few"]
    told = few.format(few=f"{facts['few']:,}")
    sheet.write(beside["x"], y + 16, told, 12, INK, ha=beside["ha"], bold=True)
    sheet.write(left, base + 13, words["x"], 8.5, SOFT)


def _at(curve: Sequence[int], part: float) -> float:
    """The share at a part of the way along the curve."""
    place = part * (len(curve) - 1)
    low = min(int(place), len(curve) - 2)
    return curve[low] + (curve[low + 1] - curve[low]) * (place - low)


def _line(sheet: Sheet, line: Mapping[str, Any], top: float, most: int, money: tuple[str, str]) -> None:
    language = "zh" if money[1].startswith("zh") else "en"
    name = line["name"][language] if line["name"] else "?"
    sheet.write(EDGE, top, f"{line['n']}  {short(name, 24)}", 10.5, INK)
    told = f"{about(line['sales'], *money)} · {line['share']}%"
    sheet.write(sheet.width - EDGE, top, told, 10, SOFT, ha="right")
    room = sheet.width - 2 * EDGE
    sheet.bar(EDGE, top + 9, room, 6, TRACK)
    sheet.bar(EDGE, top + 9, room * line["sales"] / most, 6, GREEN)
