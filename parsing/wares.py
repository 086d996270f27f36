"""Wares: what is sold, told by the last word of its name: 六轴机器人, 防癌险, protein bars, X-500 scanner."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from parsing.beside import (
    BUSINESS,
    CONTAINERS,
    CONTENT,
    COUNTING,
    DESCRIBING,
    DRINKS,
    DRUNK,
    ENDED,
    FUNCTION,
    LEAD,
    NEVER_ALONE,
    NO,
    OTHERWISE,
    PAIRED,
    SHARED,
    TAIL,
    TRADE,
)
from parsing.longest import Longest
from parsing.patterns import MOST

MOST_LATIN = 200
"""So many Latin words of a text are looked at."""
LONGEST = 7
"""Letters of a Chinese ware's name before its last word."""


WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&/-]*")
CODE = re.compile(r"[A-Z]{2,6}|[A-Z]+-?\d[\w-]*|\d+[A-Z][\w-]*")
"""ERP, X-500, M12: may begin a ware's name."""

CODE_BEFORE = re.compile(r"[A-Z][A-Z0-9-]{1,6}$")


def find(masked: str) -> str | None:
    """The first ware in a folded text whose names, sums and dates are masked, as it is written there."""
    found = sorted([*_chinese(masked), *_latin(masked)], key=lambda ware: (ware[0], -len(ware[1])))
    return found[0][1] if found else None


def is_ware(words: str) -> bool:
    """Whether a noun ends like what is sold."""
    return _is_head(words.split()[-1]) if words.isascii() else any(_head_at(words[-3:], at) for at in range(3))


def is_last_word(words: str) -> bool:
    """Whether some Chinese letters are themselves what is sold, or the last word of its name."""
    return words in words_of("zh")


def head_ends(masked: str) -> frozenset[int]:
    """Where the last words of wares end that stand in a folded text."""
    chinese = (start + len(head) for start, head in islice(_heads().words(masked), MOST))
    latin = (match.end() for match in islice(WORD.finditer(masked), MOST_LATIN) if _is_head(match[0]))
    return frozenset([*chinese, *latin])


def only_talk(words: str) -> bool:
    """Whether a noun names what people talk about, not what is sold: 账期, outline, compensation."""
    if not words.isascii():
        return any(talk in words for talk in words_of("zh talk"))
    return bool(words_of("en talk") & set(words.lower().split()))


def _chinese(masked: str) -> Iterator[tuple[int, str]]:
    """Wares by their Chinese heads, each with all that belongs to its name before it."""
    taken = 0
    for start, head in islice(_heads().words(masked), MOST):
        end = start + len(head)
        if start < taken or _goes_on(head, masked, end):
            continue
        words = _before(masked, start, taken) + head
        if not _nothing_sold(words, head) and not TRADE.search(masked[: end - len(words)]):
            taken = _joined(masked, end)
            yield end - len(words), words + masked[end:taken]


def _joined(masked: str, end: int) -> int:
    """Where the name ends: heads that follow at once belong to it (液压油缸, 集装箱锁具)."""
    while following := _head_at(masked, end) or (masked[end] if masked[end : end + 1] in TAIL else ""):
        if _goes_on(following, masked, end + len(following)):
            break
        end += len(following)
    return end


def _goes_on(head: str, masked: str, end: int) -> bool:
    """Whether the letters are the beginning or the middle of a longer word that is no ware."""
    if len(head) > 1:
        return OTHERWISE.match(masked, end) is not None
    return "\u4e00" <= masked[end : end + 1] <= "\u9fff" and masked[end] not in words_of("after")


def _nothing_sold(words: str, head: str) -> bool:
    """Whether the letters are no ware: a bare 机, 司机, 时间表."""
    if len(head) > 1:
        return words in words_of("not")
    return len(words) == 1 or words in words_of("not") or words[-2:] in words_of("not") or words[-3:] in words_of("not")


def _before(masked: str, end: int, taken: int) -> str:
    """What stands before a head and belongs to it: 六轴 before 机器人, and a code like PCB."""
    start = end
    while start > max(taken, end - LONGEST) and _belongs(masked, start - 1):
        start -= 1
    if COUNTING.search(masked[max(0, start - 2) : start + 1]) or masked[start - 1 : start + 1] in ENDED:
        start += 1
    words = masked[start:end]
    lead = LEAD.match(words)
    if lead:
        return words[lead.end() :]
    code = CODE_BEFORE.search(masked[max(taken, start - LONGEST) : start])
    return (code[0] if code else "") + words


def _belongs(masked: str, place: int) -> bool:
    """Whether the letter at a place may be inside a ware's name."""
    letter = masked[place]
    if not "\u4e00" <= letter <= "\u9fff":
        return False
    return letter not in words_of("bounds") or bool(
        {masked[place : place + 2], masked[place - 1 : place + 1]} & words_of("kept")
    )


def _latin(masked: str) -> Iterator[tuple[int, str]]:
    """Wares by their English heads, with up to two words before it."""
    words = [match for _, match in zip(range(MOST_LATIN), WORD.finditer(masked), strict=False)]
    at = 0
    while at < len(words):
        last = _last(words, at, masked)
        if last is not None:
            first = _first(words, at, masked)
            start, end = words[first].start(), words[last].end()
            if _sold(masked[start:end], masked[:start], masked[end:]):
                yield start, masked[start:end]
            at = last
        at += 1


def _last(words: list[re.Match[str]], at: int, masked: str) -> int | None:
    """The last of the heads that stand together here, or null."""
    last = None
    while (
        at < len(words)
        and _is_head(words[at][0])
        and (last is None or masked[words[last].end() : words[at].start()] == " ")
    ):
        last, at = at, at + 1
    return last


def _first(words: list[re.Match[str]], at: int, masked: str) -> int:
    """Where the name of a ware begins: at most two words before its head."""
    first = at
    while (
        first > max(0, at - 2)
        and masked[words[first - 1].end() : words[first].start()] == " "
        and (_describes(words[first - 1][0]) or masked[words[first - 1].start() : words[first].end()] in PAIRED)
    ):
        first -= 1
    return first


def _is_head(word: str) -> bool:
    low, heads = word.lower(), words_of("en")
    return low in heads or low.removesuffix("s") in heads or low.removesuffix("es") in heads


def _describes(word: str) -> bool:
    """Whether a word may belong to the name of what follows it."""
    if CODE.fullmatch(word):
        return True
    low = word.lower()
    return (
        word == low
        and word.isalpha()
        and len(word) > 2
        and not FUNCTION.fullmatch(low)
        and (not low.endswith(("ed", "ly")) or low in DESCRIBING)
    )


def _sold(name: str, before: str, after: str) -> bool:
    """Whether an English name is of something sold: not a bare *plan*, no spec sheet, no snacks, no coffee together."""
    low = name.lower()
    if NO.search(before) or low in _phrases() or BUSINESS.match(after):
        return False
    if low in DRINKS and (DRUNK.search(before) or SHARED.match(after)):
        return False
    if low.split()[-1].removesuffix("s") in CONTAINERS and CONTENT.match(after):
        return False
    return " " in low or not {low, low.removesuffix("s")} & words_of("not alone") or _amid(low, before, after)


def _amid(low: str, before: str, after: str) -> bool:
    """Whether a single English word stands in Chinese as a name would: 聊training, film的."""
    return low not in NEVER_ALONE and ("\u4e00" <= before[-1:] <= "\u9fff" or "\u4e00" <= after[:1] <= "\u9fff")


@cache
def _phrases() -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in words_of("en not"))


def _head_at(text: str, place: int) -> str:
    return _heads().at(text, place)


@cache
def _heads() -> Longest:
    return Longest(words_of("zh"))


@cache
def words_of(part: str) -> frozenset[str]:
    """The words of one part of the table."""
    text = Path(__file__).with_name("wares.txt").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^\[([a-z ]+)\]\n([^\[]*)", text, re.MULTILINE))
    return frozenset(parts[part].split())
