"""The tiers drawn: how many customers each has, and what they bought."""

from collections.abc import Mapping
from typing import Any

from .dates import MONTHS
from .money import about
from .paper import INK, LINE, SOFT, TIERS, TRACK, Sheet

WORDS = {
    "zh": {
        "title": "客户等级", "mine": "我的客户等级", "day": "{month}月{day}日 · 共 {n} 家", "customers": "客户",
        "sales": "近 12 个月成交", "count": "{n} 家", "none": "还没有客户", "total": "合计 {sum}",
        "new": "新客户", "active": "活跃", "silent": "沉默", "at_risk": "流失风险", "lost": "已流失", "status": "状态",
    },
    "zh_tw": {
        "title": "客戶等級", "mine": "我的客戶等級", "day": "{month}月{day}日 · 共 {n} 家", "customers": "客戶",
        "sales": "近 12 個月成交", "count": "{n} 家", "none": "還沒有客戶", "total": "合計 {sum}",
        "new": "新客戶", "active": "活躍", "silent": "沉睡", "at_risk": "流失風險", "lost": "已流失", "status": "狀態",
    },
    "en": {
        "title": "Tiers", "mine": "My tiers", "day": "{day} {name} · {n} customers", "customers": "Customers",
        "sales": "Sales, 12 months", "count": "{n}", "none": "No customers yet", "total": "{sum} in all",
        "new": "new", "active": "active", "silent": "silent", "at_risk": "at risk", "lost": "lost", "status": "Status",
    },
}  # fmt: skip
EDGE, LETTER, ROW, BAR = 20.0, 34.0, 62.0, 13.0
"""Margin; room for a tier's letter; height of a tier; height of a bar."""
STATUS = 84.0
"""Height of the statuses."""
STATUSES = {"new": "#3B82F6", "active": "#0F766E", "silent": "#F59E0B", "at_risk": "#DC2626", "lost": "#9CA3AF"}


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """Two bars a tier: its share of the customers, and its share of the sales."""
    words = WORDS[language]
    statuses = {name: n for name in STATUSES if (n := facts.get("statuses", {}).get(name, 0))}
    sheet = Sheet(118 + ROW * len(facts["tiers"]) + (STATUS if statuses else 0))
    _head(sheet, facts, words)
    if statuses:
        _statuses(sheet, statuses, 118 + ROW * len(facts["tiers"]), words)
    for place, tier in enumerate(facts["tiers"]):
        _tier(sheet, tier, 108 + ROW * place, facts["currency"], words, language)
    return sheet.png()


def _head(sheet: Sheet, facts: Mapping[str, Any], words: Mapping[str, str]) -> None:
    year, month, day = map(int, facts["today"].split("-"))
    when = words["day"].format(month=month, day=day, name=f"{MONTHS[month - 1]} {year}", n=f"{facts['customers']:,}")
    sheet.write(EDGE, 30, words["mine" if facts["mine"] else "title"], 17, bold=True)
    sheet.write(EDGE, 53, when if facts["customers"] else words["none"], 10.5, SOFT)
    left, right = _columns(sheet)
    sheet.write(left[0], 82, words["customers"], 10.5, SOFT)
    sheet.write(right[0], 82, words["sales"], 10.5, SOFT)
    sheet.rule(EDGE, 95, sheet.width - EDGE, 95)


def _tier(
    sheet: Sheet, tier: Mapping[str, Any], top: float, currency: str, words: Mapping[str, str], language: str
) -> None:
    color = TIERS[tier["tier"]]
    sheet.write(EDGE, top + 21, tier["tier"], 24, color, bold=True)
    left, right = _columns(sheet)
    _bar(sheet, left, top, tier["share"], words["count"].format(n=f"{tier['customers']:,}"), color)
    _bar(sheet, right, top, tier["sales_share"], about(tier["sales"], currency, language), color)
    if tier["tier"] != "C":
        sheet.rule(EDGE + LETTER, top + ROW - 12, sheet.width - EDGE, top + ROW - 12, LINE, alpha=0.6)


def _statuses(sheet: Sheet, statuses: Mapping[str, int], top: float, words: Mapping[str, str]) -> None:
    """One bar of all customers, and below it what its parts are; a part is never too thin to be seen."""
    sheet.rule(EDGE, top - 14, sheet.width - EDGE, top - 14)
    sheet.write(EDGE, top + 2, words["status"], 10.5, SOFT)
    whole, room = sum(statuses.values()), sheet.width - 2 * EDGE
    widths = {name: max(n / whole, 0.015) for name, n in statuses.items()}
    x = EDGE
    for name, part in widths.items():
        width = room * part / sum(widths.values())
        sheet.box(x, top + 14, width, BAR, STATUSES[name])
        x += width
    for place, (name, n) in enumerate(statuses.items()):
        left, line = EDGE + room / 3 * (place % 3), top + 44 + 18 * (place // 3)
        sheet.box(left, line - 4, 8, 8, STATUSES[name])
        sheet.write(left + 13, line, f"{words[name]} {n:,}", 10, INK)


def _bar(sheet: Sheet, column: tuple[float, float], top: float, share: int, amount: str, color: str) -> None:
    x, width = column
    sheet.write(x, top + 9, amount, 13, INK, bold=True)
    sheet.write(x + width, top + 9, f"{share}%", 11, SOFT, ha="right")
    sheet.bar(x, top + 24, width, BAR, TRACK)
    if share:
        sheet.bar(x, top + 24, width * share / 100, BAR, color)


def _columns(sheet: Sheet) -> tuple[tuple[float, float], tuple[float, float]]:
    """Left edge and width of the two columns."""
    room, gap = sheet.width - 2 * EDGE - LETTER, 22.0
    width = (room - gap) / 2
    return (EDGE + LETTER, width), (EDGE + LETTER + width + gap, width)
