"""What a tapped button carries. A shape that no card of today has makes it an old card, whatever is in it."""

import re
from datetime import date
from typing import SupportsIndex, overload

from actions.refusals import OldCard

NUMBER = re.compile("[0-9]{1,9}")
"""A row's number: nine digits fit into every database's integers."""


class Args(tuple[str, ...]):
    """The words of a button's data after the verb."""

    __slots__ = ()

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> str: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[str, ...]: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> str | tuple[str, ...]:
        """A word, or some; OldCard where there is none."""
        try:
            return super().__getitem__(place)
        except IndexError:
            raise OldCard from None

    def number(self, place: int) -> int:
        """A row's number."""
        if not NUMBER.fullmatch(self[place]):
            raise OldCard
        return int(self[place])

    def day(self, place: int) -> date:
        """A date."""
        try:
            return date.fromisoformat(self[place])
        except ValueError:
            raise OldCard from None


def button(data: str) -> tuple[str, Args]:
    """A button's verb, and what it carries."""
    verb, *words = data.split(":")
    return verb, Args(words)
