"""Masks: what one island of the grammar has read is blanked, so that no other reads it again."""

from collections.abc import Iterable
from typing import Protocol

BLANK = "\x00"
"""Stands for every masked character; no pattern of the grammar matches it."""


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def mask(text: str, spans: Iterable[Span]) -> str:
    """The text with these places blanked; its length stays."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = BLANK * (span.end - span.start)
    return "".join(letters)


def unmask(masked: str, text: str, spans: Iterable[Span]) -> str:
    """The masked text with these places shown again."""
    letters = list(masked)
    for span in spans:
        letters[span.start : span.end] = text[span.start : span.end]
    return "".join(letters)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two places share a character."""
    return one.start < other.end and other.start < one.end
