"""Moves between tiers as a flow: before on the left, after on the right; a band as thick as so many customers."""

from collections.abc import Mapping
from typing import Any

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from .dates import span
from .paper import PAPER, SOFT, TIERS, Sheet

WORDS = {
    "zh": {"title": "升降", "sum": "升 {up} · 降 {down}", "before": "之前", "after": "之后", "stayed": "没变 {n}",
           "none": "没有升降"},
    "zh_tw": {"title": "升降", "sum": "升 {up} · 降 {down}", "before": "之前", "after": "之後", "stayed": "沒變 {n}",
              "none": "沒有升降"},
    "en": {"title": "Moves", "sum": "up {up} · down {down}", "before": "Before", "after": "After",
           "stayed": "stayed {n}", "none": "No moves"},
}  # fmt: skip
EDGE, TOP, BOX, LEAST, THICK, GAP = 20.0, 96.0, 46.0, 34.0, 64.0, 20.0
"""Margin; where the boxes begin; their width and least height; the thickest band; between boxes."""
UP, DOWN = "#0F766E", "#D97706"


def draw(facts: Mapping[str, Any], language: str) -> bytes:
    """Bands from tier to tier, up in green and down in amber, each with its number."""
    words, steps = WORDS[language], facts["steps"]
    most = max([step["customers"] for step in steps] + [1])
    thick = {(s["old"], s["new"]): max(THICK * s["customers"] / most, 4.0) for s in steps}
    sides = {side: _boxes(thick, side) for side in (0, 1)}
    sheet = Sheet(max(bottom for boxes in sides.values() for _, bottom in boxes.values()) + 24)
    when = span(facts["period"]["first"], facts["period"]["last"], language)
    sheet.write(EDGE, 30, f"{words['title']} {when}", 17, bold=True)
    told = words["sum"].format(up=facts["up"], down=facts["down"]) if steps else words["none"]
    stayed = "  ".join(f"{tier} {facts['stayed'][tier]:,}" for tier in "ABC" if facts["stayed"].get(tier))
    told = " · ".join([told, words["stayed"].format(n=stayed)] if stayed else [told])
    sheet.write(EDGE, 55, told, 10.5, SOFT)
    sheet.write(EDGE, TOP - 14, words["before"], 10, SOFT)
    sheet.write(sheet.width - EDGE, TOP - 14, words["after"], 10, SOFT, ha="right")
    _bands(sheet, steps, thick, sides)
    for side, boxes in sides.items():
        for tier, (top, bottom) in boxes.items():
            x = EDGE if side == 0 else sheet.width - EDGE - BOX
            sheet.box(x, top, BOX, bottom - top, TIERS[tier])
            sheet.write(x + BOX / 2, (top + bottom) / 2, tier, 17, PAPER, ha="center", bold=True)
    return sheet.png()


def _boxes(thick: Mapping[tuple[str, str], float], side: int) -> dict[str, tuple[float, float]]:
    """Tier -> top and bottom of its box on one side."""
    found, top = {}, TOP
    for tier in "ABC":
        high = max(sum(width for step, width in thick.items() if step[side] == tier), LEAST)
        found[tier] = (top, top + high)
        top += high + GAP
    return found


def _bands(sheet: Sheet, steps: Any, thick: Mapping[tuple[str, str], float], sides: Mapping[int, Any]) -> None:
    at = {(side, tier): box[0] for side, boxes in sides.items() for tier, box in boxes.items()}
    left, right = EDGE + BOX, sheet.width - EDGE - BOX
    labels = []
    for step in sorted(steps, key=lambda one: (one["old"], one["new"])):
        key = (step["old"], step["new"])
        width, color = thick[key], UP if step["new"] < step["old"] else DOWN
        y0, y1 = at[0, key[0]], at[1, key[1]]
        at[0, key[0]], at[1, key[1]] = y0 + width, y1 + width
        _band(sheet, (left, y0), (right, y1), width, color)
        labels.append((y0 + width / 2, f"{key[0]}→{key[1]}  {step['customers']:,}", color))
    for y, words, color in _apart(labels):
        sheet.write(left + 8, y, words, 10, color, bold=True)


def _apart(labels: list[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Labels of which none lies on another."""
    found: list[tuple[float, str, str]] = []
    for y, words, color in sorted(labels):
        found.append((max(y, found[-1][0] + 14) if found else y, words, color))
    return found


def _band(sheet: Sheet, start: tuple[float, float], end: tuple[float, float], width: float, color: str) -> None:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    points = [(x0, y0), (middle, y0), (middle, y1), (x1, y1), (x1, y1 + width), (middle, y1 + width),
              (middle, y0 + width), (x0, y0 + width), (x0, y0)]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    sheet.axes.add_patch(PathPatch(Path(points, codes), facecolor=color, alpha=0.28, linewidth=0))
