"""A tier's points drawn: each component against the most it can have, and the sum between the cuts."""

from collections.abc import Mapping
from typing import Any

from .paper import INK, LINE, SOFT, TIERS, TRACK, Sheet, short

WORDS = {
    "zh": {
        "value": "成交", "activity": "往来", "rhythm": "节奏", "loyalty": "忠诚", "engagement": "成效",
        "potential": "潜力", "prospect": "再购", "tier": "{tier} 级 · {score} 分", "contact": "今天联系一次：{score}",
    },
    "zh_tw": {
        "value": "成交", "activity": "往來", "rhythm": "節奏", "loyalty": "忠誠", "engagement": "成效",
        "potential": "潛力", "prospect": "再購", "tier": "{tier} 級 · {score} 分", "contact": "今天聯絡一次：{score}",
    },
    "en": {
        "value": "Sales", "activity": "Activity", "rhythm": "Rhythm", "loyalty": "Loyalty", "engagement": "Visits",
        "potential": "Potential", "prospect": "To come", "tier": "{tier} · {score} points",
        "contact": "One contact today: {score}",
    },
}  # fmt: skip
EDGE, LABEL, ROW, BAR = 20.0, 74.0, 27.0, 12.0
"""Margin; room for a component's name; height of a component; height of a bar."""


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """Bars on one scale, so that a long one is worth more, and below them the score between the cuts."""
    words, parts = WORDS[language], facts["parts"]
    sheet = Sheet(192 + ROW * len(parts))
    color = TIERS[facts["tier"]]
    sheet.write(EDGE, 30, short(facts["name"], 26), 17, bold=True)
    sheet.write(EDGE, 54, words["tier"].format(tier=facts["tier"], score=f"{facts['score']:.1f}"), 12, color, bold=True)
    largest = max(part["most"] for part in parts)
    for place, part in enumerate(parts):
        _part(sheet, part, 78 + ROW * place, largest, words, color)
    _scale(sheet, facts, 78 + ROW * len(parts) + 52, words, color)
    return sheet.png()


def _part(
    sheet: Sheet, part: Mapping[str, Any], top: float, largest: float, words: Mapping[str, str], color: str
) -> None:
    x, room = EDGE + LABEL, sheet.width - 2 * EDGE - LABEL - 62
    sheet.write(EDGE, top + 6, words[part["name"]], 12)
    sheet.bar(x, top, room * part["most"] / largest, BAR, TRACK)
    if part["points"]:
        sheet.bar(x, top, room * part["points"] / largest, BAR, color)
    right = sheet.width - EDGE
    sheet.write(right - 25, top + 6, f"{part['points']:.1f}", 12, INK, ha="right", bold=True)
    sheet.write(right, top + 6, f"/ {part['most']:g}", 10, SOFT, ha="right")


def _scale(sheet: Sheet, facts: Mapping[str, Any], y: float, words: Mapping[str, str], color: str) -> None:
    """0 to 100 with the tiers' ranges, the score on it, and where a contact today would lead."""
    left, room = EDGE, sheet.width - 2 * EDGE
    edges = [0.0, facts["cuts"]["B"], facts["cuts"]["A"], 100.0]
    for tier, low, high in zip("CBA", edges, edges[1:], strict=False):
        sheet.axes.fill_between(
            [left + room * low / 100, left + room * high / 100], y, y + 9, color=TIERS[tier], alpha=0.28, linewidth=0
        )
        sheet.write(left + room * (low + high) / 200, y + 22, tier, 11, TIERS[tier], ha="center", bold=True)
    for cut in edges[1:3]:
        sheet.rule(left + room * cut / 100, y - 3, left + room * cut / 100, y + 14, LINE)
        sheet.write(left + room * cut / 100, y + 22, f"{cut:g}", 9.5, SOFT, ha="center")
    _mark(sheet, left + room * min(facts["score"], 100) / 100, y, f"{facts['score']:.1f}", color)
    if facts["contact"] is not None:
        told = words["contact"].format(score=f"{facts['contact']:.1f}")
        sheet.write(left, y + 46, told, 10.5, SOFT)


def _mark(sheet: Sheet, x: float, y: float, words: str, color: str) -> None:
    """A pointer from above, with its words kept on the paper."""
    sheet.axes.plot([x], [y - 4], marker="v", markersize=8, color=color, linewidth=0)
    sheet.write(min(max(x, EDGE + 14), sheet.width - EDGE - 14), y - 17, words, 11.5, color, ha="center", bold=True)
