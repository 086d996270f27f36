"""Beginnings: the letters with which a pattern's finds may begin, so that all other places are passed by at a glance.

`re` does so by itself only for patterns whose ways all begin with a letter without case; most of the grammar's begin
with a word's border, with what must not stand before, or with Latin letters in either case.
"""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any

NOTHING = ""
"""Stands among beginnings for a find that may be empty."""
SORTS = {ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_WORD: r"\w"}
BORDER = "|"
"""Stands before a piece that only counts at the border of a word."""
ASCII = "".join(map(chr, range(128)))
NO_PART: tuple[Any, Any] = (None, None)
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
WITHOUT_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)


def glancing(words: str, flags: re.RegexFlag) -> str:
    """The same pattern, with a look at the first letter before its ways are tried, where that is worth it."""
    ways = reading.parse(words, flags)
    found = None if _glances(ways, flags) else _of_all(ways)
    return f"{_glance(found)}(?:{words})" if found and NOTHING not in found else words


def _glance(found: set[str]) -> str:
    """The look ahead: some letters begin a find anywhere, others only at a word's border."""
    anywhere = "".join(sorted(piece for piece in found if piece[0] != BORDER))
    bordered = "".join(sorted(piece[1:] for piece in found if piece[0] == BORDER))
    looks = [f"(?=[{anywhere}])"] * bool(anywhere) + [rf"\b(?=[{bordered}])"] * bool(bordered)
    return looks[0] if len(looks) == 1 else f"(?:{'|'.join(looks)})"


def letters(words: str, flags: re.RegexFlag) -> frozenset[str]:
    """All letters with which a find may begin; none where they are not known or too many to tell."""
    found = {piece.removeprefix(BORDER) for piece in _of_all(reading.parse(words, flags)) or {NOTHING}}
    if NOTHING in found or any("-" in piece[1:-1] and not piece.isascii() for piece in found):
        return frozenset()
    pieces = "".join(found)
    return frozenset(re.findall(f"[{pieces}]", ASCII + pieces, flags))


def _glances(ways: Any, flags: re.RegexFlag) -> bool:
    """Whether `re` passes by other places itself, or has but one place to try."""
    op, told = next(iter(ways), NO_PART)
    if op is ops.SUBPATTERN:
        return _glances(told[3], flags)
    if op is ops.BRANCH:
        return all(len(way) and way[0][0] is ops.LITERAL and not _cased(way[0][1], flags) for way in told[1])
    return op in (ops.LITERAL, ops.IN) or told is ops.AT_BEGINNING


def _cased(letter: int, flags: re.RegexFlag) -> bool:
    return bool(flags & re.IGNORECASE) and chr(letter).isalpha() and chr(letter).isascii()


def _of_all(parts: Any) -> set[str] | None:
    """What parts that follow each other may begin with, as pieces of a class; None where it may be any letter."""
    found, border = {NOTHING}, False
    for op, told in parts:
        if NOTHING in found:
            one = _of_one(op, told)
            if one is None:
                return None
            found = found - {NOTHING} | (_bordered(one) if border else one)
            border = border or told is ops.AT_BOUNDARY
    return found


def _bordered(pieces: set[str]) -> set[str]:
    return {piece and BORDER + piece.removeprefix(BORDER) for piece in pieces}


def _of_one(op: Any, told: Any) -> set[str] | None:
    """What one part of a pattern may begin with."""
    if op is ops.LITERAL:
        return {re.escape(chr(told))}
    if op is ops.IN:
        return _of_class(told)
    if op is ops.BRANCH:
        return _of_any(_of_all(way) for way in told[1])
    if op is ops.SUBPATTERN and not (told[1] or told[2]):
        return _of_all(told[3])
    if op in REPEATS:
        return _of_any([_of_all(told[2]), {NOTHING} if told[0] == 0 else set()])
    return {NOTHING} if op in WITHOUT_WIDTH else None


def _of_class(members: Any) -> set[str] | None:
    """The pieces of a class of letters, if it says what they are, not what they are not."""
    return _of_any(_of_member(op, told) for op, told in members)


def _of_member(op: Any, told: Any) -> set[str] | None:
    if op is ops.RANGE:
        return {f"{re.escape(chr(told[0]))}-{re.escape(chr(told[1]))}"}
    if op is ops.LITERAL:
        return {re.escape(chr(told))}
    return {SORTS[told]} if op is ops.CATEGORY and told in SORTS else None


def _of_any(ways: Iterable[set[str] | None]) -> set[str] | None:
    """All of these together."""
    found: set[str] = set()
    for way in ways:
        if way is None:
            return None
        found |= way
    return found
