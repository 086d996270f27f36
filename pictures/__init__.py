"""Pictures: the facts of a result become a PNG that can be read on a phone, in light and in dark themes.

    draw("TiersPicture", facts, "zh")

Everything is handed in as plain facts; no project's room is imported here, and nothing imports this room but the child
process that draws: matplotlib never enters the bot.
"""

from collections.abc import Callable, Mapping
from typing import Any

from .fonts import cjk_font

__all__ = ["VIEWS", "cjk_font", "draw", "ready"]

VIEWS = frozenset(
    {"BacktestShown", "CoveragePicture", "MovesPicture", "TiersPicture", "TopPicture", "TrendPicture", "WhyPicture"}
)
"""The results that have a picture."""
WORDS = {"zh_hk": "zh_tw"}
"""Languages whose words on pictures are another's."""


def draw(view: str, facts: Mapping[str, Any], language: str) -> bytes:
    """The picture of a result as PNG; words in the reader's language where a font has them. KeyError: it has none."""
    from . import backtest, coverage, moves, paper, tiers, top, trend, why

    words = WORDS.get(language, language) if language == "en" or cjk_font() else "en"
    ways: dict[str, Callable[[Mapping[str, Any], str], bytes]] = {
        "BacktestShown": backtest.draw,
        "CoveragePicture": coverage.draw,
        "MovesPicture": moves.draw,
        "TiersPicture": tiers.draw,
        "TopPicture": top.draw,
        "TrendPicture": trend.draw,
        "WhyPicture": why.draw,
    }
    shapes = paper.SHAPES.set(language)
    try:
        return ways[view](facts, words)
    finally:
        paper.SHAPES.reset(shapes)


def ready() -> None:
    """Import and open what drawing needs, so that the first picture is there at once."""
    from . import coverage, moves, paper, tiers, top, trend, why  # noqa: F401 - loaded for those who draw later

    paper.letters(10, bold=True)
    paper.letters(10)
