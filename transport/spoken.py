"""What the voice gives back for an outbox row: words and buttons, as Telegram will show them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from storage.models import Outbox


class Button(Protocol):
    """A button of a message: exactly one of data, url and copy is set."""

    @property
    def label(self) -> str:
        """What it says."""

    @property
    def data(self) -> str | None:
        """What comes back when it is tapped, at most 64 bytes."""

    @property
    def url(self) -> str | None:
        """The page or chat that it opens."""

    @property
    def copy(self) -> str | None:
        """The text that it copies."""


@dataclass(frozen=True)
class Document:
    """A file to send."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Spoken:
    """A message in words. `text` is HTML: a toast's text, a picture's or file's caption, else the message."""

    text: str = ""
    rows: Sequence[Sequence[Button]] = ()
    picture: bytes | None = None
    document: Document | None = None
    keyboard: Mapping[str, Any] | None = None
    """A reply keyboard as the Bot API writes it (`{"keyboard": ...}` or `{"remove_keyboard": true}`)."""


Voice = Callable[[Outbox], Spoken | None]
"""Words for a row; None when there is nothing to say any more. Called in a thread where a picture is drawn."""
