"""What a book is made of, and what it answers."""

from dataclasses import dataclass

Id = int | str

CERTAIN = 0.8
"""From here on a name counts as said: a message may be recorded for it without asking."""

LIKELY = 0.5
"""Below this a hit is only worth a proposal where the sentence expects a name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A customer as it may be called: its name, other names for it, and the people there.

    `city` settles which of two namesakes is meant when the message names the city.
    """

    id: Id
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A name seen inside a text: `text[start:end] == words`.

    `ids` are the customers it may mean, several when the text cannot decide. `certainty` (0 to 1) says how
    sure it is that these words are a name of theirs, not which of them is meant. `how` is one of exact, alias,
    contact, core, pinyin, initials, typo, homophone.
    """

    start: int
    end: int
    words: str
    ids: tuple[Id, ...]
    how: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer that a bare name may mean, with the same words for `how` and `certainty` as a spot."""

    id: Id
    name: str
    certainty: float
    how: str
