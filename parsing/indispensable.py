"""Letters that a pattern cannot do without: every find holds one of them, so that a text without any is passed by."""

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as reading  # type: ignore[attr-defined]
from typing import Any

REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
WEIGHTS = {"digit": 3, "latin": 10, "other": 1}
"""How often letters of a kind are met: of several such sets the rarest tells most."""
WIDEST = 64


def letters(words: str, flags: re.RegexFlag) -> frozenset[str]:
    """One of these is in every text in which the pattern finds anything; none where that isn't known."""
    found = _of_all(reading.parse(words, flags)) or set()
    return frozenset(found | {one.lower() for one in found} | {one.upper() for one in found if len(one.upper()) == 1})


def _of_all(parts: Any) -> set[str] | None:
    """Of parts that follow each other the one whose letters are rarest."""
    every = [one for op, told in parts if (one := _of_one(op, told))]
    return min(every, key=_weight, default=None)


def _weight(found: set[str]) -> int:
    return sum(WEIGHTS["digit" if one.isdigit() else "latin" if one.isascii() else "other"] for one in found)


def _of_one(op: Any, told: Any) -> set[str] | None:
    """What one part of a pattern cannot do without."""
    if op is ops.LITERAL:
        return {chr(told)}
    if op is ops.IN:
        return _of_class(told)
    if op is ops.BRANCH:
        ways = [_of_all(way) for way in told[1]]
        return set().union(*(way for way in ways if way)) if all(ways) else None
    if op is ops.SUBPATTERN:
        return None if told[1] or told[2] else _of_all(told[3])
    if op in REPEATS:
        return _of_all(told[2]) if told[0] else None
    return _of_all(told[1]) if op is ops.ASSERT else None


def _of_class(members: Any) -> set[str] | None:
    """The letters of a class, if it names few of them."""
    found: set[str] = set()
    for op, told in members:
        if op is ops.LITERAL:
            found.add(chr(told))
        elif op is ops.RANGE and told[1] - told[0] < WIDEST:
            found |= set(map(chr, range(told[0], told[1] + 1)))
        elif op is ops.CATEGORY and told is ops.CATEGORY_DIGIT:
            found |= set("0123456789")
        else:
            return None
    return found
