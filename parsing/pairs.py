"""The same words in several languages, as people type them: 滤芯 / Filters, 台：濾芯, 港：濾芯; one of them is fine."""

import re

from .script import fold

CHINESE = re.compile(r"[\u3400-\u9fff]")
MARKS = {
    "zh_tw": ("台", "台湾", "台灣", "臺灣", "繁", "繁体", "繁體", "tw", "zh_tw"),
    "zh_hk": ("港", "香港", "hk", "zh_hk"),
    "zh": ("简", "简体", "簡", "簡體", "cn", "zh"),
    "en": ("英", "英文", "en"),
}
SAYS = "|".join(sorted((mark for marks in MARKS.values() for mark in marks), key=len, reverse=True))
MARKED = re.compile(rf"({SAYS})\s*[:：=]\s*(.+)$", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[/|／｜]\s*|\s*[;；]\s*")


def pair(words: str) -> tuple[str | None, str | None]:
    """(Chinese, English); None for what isn't there. Which is which is seen by the letters, else by the order."""
    parts = [" ".join(part.split()) for part in BETWEEN.split(words.strip()) if part.strip()]
    if len(parts) == 1:
        return (parts[0], None) if CHINESE.search(parts[0]) else (None, parts[0])
    if len(parts) != 2:
        return None, None
    first, second = parts
    swapped = CHINESE.search(second) and not CHINESE.search(first)
    return (second, first) if swapped else (first, second)


def own_words(words: str) -> dict[str, str]:
    """Language -> words: `pair`'s two as zh and en, and what is marked as Taiwan's, Hong Kong's or another's, in any
    order. Of two unmarked Chinese ones the traditional one is Taiwan's. Empty where it can't be told."""
    parts = [" ".join(part.split()) for part in BETWEEN.split(words.strip()) if part.strip()]
    marked = [(MARKED.match(part), part) for part in parts]
    found = {language_of(mark[1]): mark[2].strip() for mark, _ in marked if mark}
    rest = [part for mark, part in marked if not mark]
    chinese = [part for part in rest if CHINESE.search(part)]
    if len(chinese) == 2 and fold(chinese[1]) != chinese[1]:
        found.setdefault("zh_tw", chinese[1])
        rest.remove(chinese[1])
    zh, en = pair(" / ".join(rest)) if rest else (None, None)
    if rest and not (zh or en):
        return {}
    return {language: said for language, said in {"zh": zh, "en": en, **found}.items() if said}


def language_of(mark: str) -> str:
    """Whose words a mark says: 台, 港, 简, 英 or a code."""
    return next(language for language, marks in MARKS.items() if mark.casefold() in marks)


def pairs(text: str) -> tuple[tuple[str | None, str | None], ...]:
    """One a line."""
    return tuple(pair(line) for line in text.splitlines() if line.strip())
