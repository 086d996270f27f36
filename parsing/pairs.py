"""The same words in two languages, as people type them: 滤芯 / Filters; only one of them is fine."""

import re

CHINESE = re.compile(r"[\u3400-\u9fff]")
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


def pairs(text: str) -> tuple[tuple[str | None, str | None], ...]:
    """One a line."""
    return tuple(pair(line) for line in text.splitlines() if line.strip())
