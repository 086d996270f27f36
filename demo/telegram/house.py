"""What the page may ask of the company behind the bot. Without one the page is chats only."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from demo.telegram.plain import Plain


def nothing(*given: object) -> None:
    """Nothing to say."""


@dataclass(frozen=True)
class House:
    """Callables, each of which may be left out. Instants are aware; what is awaited may take its time."""

    next_due: Callable[[datetime], datetime | None] | None = None
    """The first instant strictly after the given one at which something falls due, None if nothing does."""
    settled: Callable[[datetime], Awaitable[object]] | None = None
    """Returns when the bot has done all that is due up to the given business instant, and has said it."""
    report: Callable[[datetime, datetime], Plain | None] = nothing
    """What the nights between two instants did (judged, moves, up, down, reminders); None if there was no night."""
    plug: Callable[[], Awaitable[object]] | None = None
    """Kills the bot (kill -9), starts it again and returns when it answers."""
    counters: Callable[[], Plain] = dict
    """What was lost and doubled so far: `{"lost": 0, "doubled": 0, ...}`."""
    bot: Callable[[], Plain] = dict
    """`{"running": bool, "pid": int | None}` of the bot's process."""
    speak: Callable[[int, str], Awaitable[object]] | None = None
    """A person's phone was set to another language: old cards are to be said again in it."""
    examples: Plain = field(default_factory=dict)
    """Sentences to tap for those who face an empty box: by language and role; under `people` by person and language."""

    @property
    def pushes(self) -> bool:
        """Whether the clock can be pushed with somebody to settle what falls due."""
        return self.next_due is not None and self.settled is not None
