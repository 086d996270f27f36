"""The back-test drawn: what a customer of each tier bought in the days that followed, with how sure that is."""

from collections.abc import Mapping
from typing import Any

from .dates import MONTHS
from .money import about
from .paper import INK, SOFT, TIERS, TRACK, Sheet

WORDS = {
    "zh": {
        "title": "等级说得准吗", "when": "{month}月{day}日的等级 · 之后 {days} 天", "each": "平均每家成交",
        "count": "{n} 家 · 占成交 {share}%", "nobody": "没有客户", "sure": "细线：95% 的可能在这之间",
    },
    "zh_tw": {
        "title": "等級說得準嗎", "when": "{month}月{day}日的等級 · 之後 {days} 天", "each": "平均每家成交",
        "count": "{n} 家 · 佔成交 {share}%", "nobody": "沒有客戶", "sure": "細線：95% 的可能在這之間",
    },
    "en": {
        "title": "Did the tiers foretell it", "when": "Tiers of {day} {name} · the {days} days after",
        "each": "Mean sales of a customer", "count": "{n} customers · {share}% of sales",
        "one": "1 customer · {share}% of sales", "nobody": "no customers",
        "sure": "Thin line: 95 % sure to lie within",
    },
}  # fmt: skip
EDGE, LETTER, ROW, BAR = 20.0, 34.0, 62.0, 15.0
"""Margin; room for a tier's letter; height of a tier; height of a bar."""


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """A bar a tier on one scale, with its interval."""
    words = WORDS[language]
    sheet = Sheet(136 + ROW * len(facts["tiers"]))
    _head(sheet, facts, words)
    most = max([tier["high"] or 0 for tier in facts["tiers"]] + [1])
    for place, tier in enumerate(facts["tiers"]):
        _tier(sheet, tier, 104 + ROW * place, most, (facts["currency"], language), words)
    sheet.write(EDGE, sheet.height - 18, words["sure"], 9.5, SOFT)
    return sheet.png()


def _head(sheet: Sheet, facts: Mapping[str, Any], words: Mapping[str, str]) -> None:
    _, month, day = map(int, facts["cut"].split("-"))
    sheet.write(EDGE, 30, words["title"], 17, bold=True)
    when = words["when"].format(month=month, day=day, name=MONTHS[month - 1], days=facts["days"])
    sheet.write(EDGE, 53, when, 10.5, SOFT)
    sheet.write(EDGE + LETTER, 80, words["each"], 10.5, SOFT)
    sheet.rule(EDGE, 92, sheet.width - EDGE, 92)


def _tier(
    sheet: Sheet, tier: Mapping[str, Any], top: float, most: float, money: tuple[str, str], words: Mapping[str, str]
) -> None:
    left, room = EDGE + LETTER, sheet.width - 2 * EDGE - LETTER
    sheet.write(EDGE, top + 24, tier["tier"], 24, TIERS[tier["tier"]], bold=True)
    sheet.bar(left, top + 22, room, BAR, TRACK)
    if tier["mean"] is None:
        sheet.write(left, top + 10, words["nobody"], 11, SOFT)
        return
    sheet.write(left, top + 10, about(tier["mean"], *money), 13, INK, bold=True)
    said = words.get("one", words["count"]) if tier["customers"] == 1 else words["count"]
    told = said.format(n=f"{tier['customers']:,}", share=tier["share"])
    sheet.write(left + room, top + 10, told, 10, SOFT, ha="right")
    if tier["mean"] > 0:
        sheet.bar(left, top + 22, room * tier["mean"] / most, BAR, TIERS[tier["tier"]])
    low, high = (left + room * max(end, 0) / most for end in (tier["low"], tier["high"]))
    sheet.rule(low, top + 22 + BAR / 2, high, top + 22 + BAR / 2, INK, linewidth=1.2)
    for end in (low, high):
        sheet.rule(end, top + 26, end, top + 18 + BAR, INK, linewidth=1.2)
