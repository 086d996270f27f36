"""One spelling for many: width, case, accents, traditional characters, spaces and punctuation."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3005\u3007"
LETTERS = "0-9a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\u2dff\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af"
DROPPED = "\x00"
"""Stands for a character that is not written, so that positions in a text stay true."""

TOKEN = re.compile(f"[{HAN}]|[{LETTERS}]+(?:['’`{DROPPED}]+[{LETTERS}]+)*|[&＆]")
INSIDE = str.maketrans("", "", f"'’`{DROPPED}")


class Token(NamedTuple):
    """A word of Latin letters and digits, or one Chinese character, in normal spelling, and where it stood."""

    word: str
    start: int
    end: int


class Folding(dict[int, str]):
    """A table for `str.translate` that learns each character's normal spelling the first time it meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code)) or DROPPED
        return folded


def _fold(character: str) -> str:
    """The normal spelling of one character; empty for combining marks and invisible joiners."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return ""
    wide = unicodedata.normalize("NFKC", character).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", wide) if not "\u0300" <= c <= "\u036f")
    plain = unicodedata.normalize("NFC", plain)
    return "".join(simplified().get(c, c) for c in plain)


@cache
def simplified() -> dict[str, str]:
    """Traditional characters and the simplified ones written for them."""
    lines = Path(__file__).with_name("simplified.txt").read_text("utf-8").splitlines()
    groups = " ".join(line for line in lines if not line.startswith("#")).split()
    return {traditional: group[0] for group in groups for traditional in group[1:]}


FOLDING = Folding()


def tokens(text: str) -> list[Token]:
    """The words and characters of a text in normal spelling, with their places in it."""
    folded = text.translate(FOLDING)
    if len(folded) == len(text):
        return [Token(_bare(m.group()), m.start(), m.end()) for m in TOKEN.finditer(folded)]
    return _tokens_of_unequal_length(text)


def _tokens_of_unequal_length(text: str) -> list[Token]:
    """The same where a character such as ﬁ or ㎏ is spelt with several."""
    pieces = [character.translate(FOLDING) for character in text]
    origin = [at for at, piece in enumerate(pieces) for _ in piece]
    found = TOKEN.finditer("".join(pieces))
    return [Token(_bare(m.group()), origin[m.start()], origin[m.end() - 1] + 1) for m in found]


def _bare(word: str) -> str:
    """A word without what stands inside it: o'reilly is oreilly, and & is and."""
    if word.isalnum():
        return word
    return word.translate(INSIDE) if word not in "&＆" else "and"


def words(name: str) -> tuple[str, ...]:
    """The words and characters of a name in normal spelling."""
    return tuple(map(_bare, TOKEN.findall(name.translate(FOLDING))))


def normal(name: str) -> str:
    """The full name in normal spelling, suffix kept: equal names are written equally.

    Width, case, accents, punctuation and traditional characters make no difference; a space is kept only
    between two words that are not Chinese: "ＡＣＭＥ  Corp." is "acme corp", 海嶽 食品 is 海岳食品.
    """
    return spelled(words(name))


def spelled(parts: tuple[str, ...] | list[str]) -> str:
    """Words and characters written as one name."""
    said = ""
    for part in parts:
        said += f" {part}" if said and not is_han(part) and not is_han(said[-1]) else part
    return said


def is_han(character: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or character in "\u3005\u3007" or "\U00020000" <= character <= "\U0003ffff"
