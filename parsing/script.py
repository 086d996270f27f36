"""Scripts: full-width to half-width, traditional to simplified, letter by letter, so that every place stays."""

from functools import cache
from pathlib import Path

LETTERS = Path(__file__).with_name("letters.txt")
"""The traditional letters that the grammar's own words are written with, a group a word: the simplified one first."""


def fold(text: str) -> str:
    """The text as the grammar reads it: half-width, simplified, one letter for each of the original's."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
    signs = {
        ord("　"): " ",
        ord("\u00a0"): " ",
        ord("￥"): "¥",
        ord("～"): "~",
        ord("–"): "-",
        ord("—"): "-",
        ord("＂"): '"',
    }
    return wide | signs | _simplified()


def _simplified() -> dict[int, str]:
    lines = LETTERS.read_text(encoding="utf-8").splitlines()
    groups = [group for line in lines if not line.startswith("#") for group in line.split()]
    return {ord(letter): group[0] for group in groups for letter in group[1:]}
