"""What every picture shares: size, colours, letters, and how it becomes a PNG.

Matplotlib's objects, never its global state: `Figure` and the Agg canvas, fonts by file.
"""

import io
from contextvars import ContextVar
from functools import cache
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontPath, FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.patches import FancyBboxPatch, Rectangle

from .fonts import cjk_font

WIDTH, DOTS = 4.5, 240
"""Inches and dots an inch: 1080 dots wide, a phone's own."""
PAPER, INK, SOFT, LINE, TRACK = "#FFFFFF", "#1B2733", "#6B7785", "#DDE3EA", "#EEF2F6"
TIERS = {"A": "#0F766E", "B": "#3B82F6", "C": "#64748B"}
"""One colour a tier, told apart by brightness as well."""
EAST = 0x2E80
SHAPES: ContextVar[str] = ContextVar("shapes", default="zh")
"""In whose shapes Chinese is written: those of a language; the same sign looks otherwise in Taiwan and Hong Kong."""
ENDINGS = {"zh": (" SC", " CN", "GB"), "zh_tw": (" TC", " TW"), "zh_hk": (" HK", " TC")}
"""Language -> how the faces of a collection with its shapes are called, the best first."""


class Sheet:
    """A sheet of paper whose unit is a point: x to the right, y downwards from the top."""

    def __init__(self, height: float) -> None:
        """`height` in points, 72 to an inch."""
        self.width, self.height = WIDTH * 72, height
        self.figure = Figure(figsize=(WIDTH, height / 72), dpi=DOTS, facecolor=PAPER)
        self.axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0), xlim=(0, self.width), ylim=(height, 0))
        self.axes.set_axis_off()

    def write(self, x: float, y: float, words: str, size: float = 12, color: str = INK, **more: Any) -> None:
        """Words with their left end (or `ha`) at x and their middle at y."""
        bold = more.pop("bold", False)
        self.axes.text(
            x, y, words, fontproperties=letters(size, bold), color=color, va="center_baseline", parse_math=False, **more
        )

    def bar(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """A bar with round ends, its top left corner at x and y; one that is too short for them is still seen."""
        width = max(width, height * 0.4)
        round_ends = f"round,pad=0,rounding_size={min(width, height) / 2}"
        self.axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=round_ends, color=color, linewidth=0))

    def box(self, x: float, y: float, width: float, height: float, color: str, alpha: float = 1.0) -> None:
        """A rectangle, its top left corner at x and y."""
        self.axes.add_artist(Rectangle((x, y), width, height, color=color, alpha=alpha, linewidth=0))

    def rule(self, x0: float, y0: float, x1: float, y1: float, color: str = LINE, **more: Any) -> None:
        """A thin line."""
        self.axes.plot([x0, x1], [y0, y1], color=color, **{"linewidth": 0.8, **more})

    def png(self) -> bytes:
        """The sheet as a file."""
        out = io.BytesIO()
        FigureCanvasAgg(self.figure).print_png(out, pil_kwargs={"compress_level": 1})  # type: ignore[no-untyped-call]
        return out.getvalue()


def letters(size: float, bold: bool = False) -> FontProperties:
    """The font, by its file where there is one with Chinese."""
    path = _face(bold, SHAPES.get())
    if path is None:
        return FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    return FontProperties(fname=path, size=size)


def short(words: str, width: int) -> str:
    """Words cut to a width: a Chinese sign is two wide, a Latin letter one."""
    wide = 0
    for place, sign in enumerate(words):
        wide += 2 if ord(sign) >= EAST else 1
        if wide > width:
            return words[: max(place - 1, 1)].rstrip() + "…"
    return words


@cache
def _face(bold: bool, language: str) -> FontPath | None:
    """The file, bold where a bold one lies beside it; of a collection the face with the language's shapes."""
    regular = cjk_font()
    if regular is None:
        return None
    file = regular.with_name(regular.name.replace("Regular", "Bold")) if bold else regular
    file = file if file.exists() else regular
    return FontPath(str(file), _shaped(str(file), ENDINGS.get(language, ()) + ENDINGS["zh"]))


def _shaped(file: str, endings: tuple[str, ...]) -> int:
    count = FT2Font(file).num_faces
    names = [FT2Font(file, face_index=n).family_name for n in range(count)] if count > 1 else []
    found = (n for ending in endings for n, name in enumerate(names) if name.endswith(ending))
    return next(found, 0)
