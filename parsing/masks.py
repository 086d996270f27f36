"""Masks: what one island of the grammar has read is blanked, so that no other reads it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from parsing.patterns import each, pattern
from parsing.script import fold

BLANK = "\x00"
"""Stands for every masked character; no pattern of the grammar matches it."""


ADDRESS = pattern(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}|https?://[^\s，。]{1,200}|www\.[^\s，。]{1,200}")


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Place:
    """A place in the text."""

    start: int
    end: int


def addresses(text: str) -> list[Place]:
    """Where mail and web addresses stand; they say nothing else."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return []
    return [Place(match.start(), match.end()) for match in each(ADDRESS, text)]


def mask(text: str, spans: Iterable[Span]) -> str:
    """The text with these places blanked; its length stays."""
    for span in spans:
        text = text[: span.start] + BLANK * (span.end - span.start) + text[span.end :]
    return text


def without(text: str, names: Iterable[str | None]) -> str:
    """The text with these names blanked wherever they stand."""
    return reduce(lambda kept, name: kept.replace(fold(name), BLANK * len(name)) if name else kept, names, text)


def unmask(masked: str, text: str, spans: Iterable[Span]) -> str:
    """The masked text with these places shown again."""
    for span in spans:
        masked = masked[: span.start] + text[span.start : span.end] + masked[span.end :]
    return masked


def overlaps(one: Span, other: Span) -> bool:
    """Whether two places share a character."""
    return one.start < other.end and other.start < one.end
