"""Contacts by surname and title: 王总, 小周, Mr Wong."""

from collections.abc import Iterator

from lookup import readings
from lookup.hits import Hit
from lookup.index import Index
from lookup.naming import PART
from lookup.surnames import COMPOUND, RATHER_WORDS
from lookup.titles import BEFORE, POLITE, title_at
from lookup.writing import is_han

TITLED, FAMILIAR = 0.8, 0.45
"""How sure a surname with a title is, and a surname after 小 or 老."""
NOT_TITLED = {"总": "共计结体额量算部", "工": "作资厂程业人地具艺", "董": "事", "姐": "妹", "哥": "们"}
"""What follows a title's character where it is no title: 总共, 工作."""
NOT_BEFORE = {"周": "上下本这每一两三几半", "时": "小", "方": "对双我", "高": "最更提", "万": "十百千"}
"""What stands before a surname's character where it is no surname: 上周总共."""


def titled(words: list[str], index: Index) -> Iterator[Hit]:
    """Contacts by surname and title: 王总, 小周, Mr Wong, wang总."""
    for at, word in enumerate(words):
        if is_han(word):
            yield from _han_titled(words, at, index) if word in index.family_heads else ()
        elif word in POLITE:
            yield from _politely(words, at, index)
        elif at + 1 < len(words) and (length := title_at(words, at + 1)):
            yield from _spelt_titled(words, at, length, index)


def _han_titled(words: list[str], at: int, index: Index) -> Iterator[Hit]:
    """A Chinese surname with a title after it, or 小 or 老 before it."""
    family = _family_at(words, at)
    ids = tuple(index.surnames.get(family, ()))
    end = at + len(family)
    if ids and words[at - 1 : at] and words[at - 1] in NOT_BEFORE.get(family, ""):
        return
    if ids and (length := title_at(words, end)) and not _goes_on(words, end + length):
        yield Hit(at, end + length, end + length - at, ids, "contact", TITLED)
    elif ids and at and words[at - 1] in BEFORE and family not in RATHER_WORDS:
        yield Hit(at - 1, end, end - at + 1, ids, "contact", FAMILIAR)


def _family_at(words: list[str], at: int) -> str:
    """The surname of one or two characters at this place, known or not."""
    two = "".join(words[at : at + 2])
    return two if two in COMPOUND else words[at]


def _goes_on(words: list[str], after: int) -> bool:
    """Whether the next character makes the title another word: 总共, 工作."""
    return after < len(words) and words[after] in NOT_TITLED.get(words[after - 1], "")


def _politely(words: list[str], at: int, index: Index) -> Iterator[Hit]:
    """An English name after Mr, Ms or Dr; a Chinese surname may be spelt there too."""
    name = words[at + 1] if at + 1 < len(words) else ""
    namings = [naming for naming in index.written.get(name, ()) if naming.how == "contact"]
    ids = tuple(dict.fromkeys(naming.id for naming in namings)) or tuple(index.family_sounds.get(name, ()))
    if ids and name.isascii():
        yield Hit(at, at + 2, len(words[at]) + len(name), ids, "contact", TITLED if namings else PART)


def _spelt_titled(words: list[str], at: int, length: int, index: Index) -> Iterator[Hit]:
    """A surname in Latin letters before a Chinese title."""
    ids = tuple(index.family_sounds.get(readings.loose(words[at]), ()))
    if ids:
        yield Hit(at, at + 1 + length, len(words[at]) + length, ids, "pinyin", PART)
