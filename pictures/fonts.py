"""A font with Chinese, found by its file: no index is built and no folder is searched that can't hold one."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NAMES = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "NotoSansSC-Regular.ttf",
    "NotoSansSC-VF.ttf", "NotoSansSC[wght].ttf", "SourceHanSansSC-Regular.otf", "SourceHanSansCN-Regular.otf",
    "SourceHanSans.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc", "msyh.ttc", "msyh.ttf",
    "Deng.ttf", "simhei.ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf",
)  # fmt: skip
"""File names, the one with the most characters and the best shapes first."""
DEEPEST = 4
"""So many folders down a font can lie."""
PACKAGE = "fonts-noto-cjk"
"""What to install on Debian where there is none."""


def folders() -> list[Path]:
    """Where fonts are kept on this system, the person's own first."""
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        return [home / "AppData/Local/Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    return [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


@cache
def cjk_font() -> Path | None:
    """The file of the best installed font with Chinese; None where there is none and labels have to be English."""
    return best(folders())


def best(places: list[Path]) -> Path | None:
    """The best font with Chinese in these folders."""
    found: dict[str, Path] = {}
    for place in places:
        for file in _files(place, DEEPEST):
            if file.name in NAMES:
                found.setdefault(file.name, file)
                if file.name == NAMES[0]:
                    return file
    return next((found[name] for name in NAMES if name in found), None)


def _files(folder: Path, depth: int) -> Iterator[Path]:
    """The files in a folder and those below it; what can't be read is left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    yield from (Path(entry.path) for entry in entries if not entry.is_dir())
    if depth:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry.path), depth - 1)
