"""The company's own fields in a message: 海岳 合同号 A-17; Seacrest's contract number is A-17."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import script

LONGEST = 120
LEADS = re.compile(r"^(?:is|was|=|:|：|是|为|為|改为|改為|改成|to)\s*", re.IGNORECASE)
TRAILS = re.compile(r"(?:'s|’s|的)?[\s,，:：]*$", re.IGNORECASE)
NOTHING = frozenset({"无", "无。", "没有", "空", "清空", "删除", "none", "empty", "nothing", "-"})
GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3}\b)")
NUMBER = re.compile(r"([+-]?\d{1,15}(?:\.\d{1,6})?)\s*(万|萬|[kK])?")
TIMES = {"万": 10_000, "萬": 10_000, "k": 1_000, "K": 1_000}


@dataclass(frozen=True)
class FieldSaid:
    """A customer's words, the place of the field among those that were given, and the value's words; None: none."""

    customer: str
    field: int
    value: str | None


def own_field(text: str, names: Sequence[Sequence[str]]) -> FieldSaid | None:
    """The field that a message sets, by its name in any language; the customer stands before it, the value after."""
    if not names or len(text) > LONGEST or "\n" in text:
        return None
    plain = script.fold(text)
    for name, place in sorted(_words(names), key=lambda found: -len(found[0])):
        edge = r"(?<![A-Za-z])", r"(?![A-Za-z])"
        found = re.search(f"{edge[0]}{re.escape(name)}{edge[1]}", plain, re.IGNORECASE)
        if found:
            return _read(text, found, place)
    return None


def number_of(words: str) -> str | None:
    """A number as it is kept: plain figures; None for anything else."""
    found = NUMBER.fullmatch(GROUPED.sub("", script.fold(words).strip()))
    if found is None:
        return None
    value = float(found[1]) * TIMES.get(found[2] or "", 1)
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _read(text: str, found: re.Match[str], place: int) -> FieldSaid | None:
    customer = TRAILS.sub("", text[: found.start()]).strip()
    value = LEADS.sub("", text[found.end() :].strip(" ,，")).strip()
    if not customer or not value:
        return None
    return FieldSaid(customer, place, None if value.lower() in NOTHING else value)


def _words(names: Sequence[Sequence[str]]) -> list[tuple[str, int]]:
    return [(script.fold(name), place) for place, both in enumerate(names) for name in dict.fromkeys(both) if name]
