"""What salespeople write down: lines of a text file per language, filled in and never repeated too soon."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from demo.company.catalogue import MACHINES

SENTIMENTS = {"+": "positive", "=": "neutral", "-": "negative", "x": "negative"}
"""The signs of the files; x is an attempt that reached nobody."""

CHANNELS_SAID = (
    *((channel, sign) for channel in ("visit", "call", "message", "meeting") for sign in "+=-"),
    ("call", "x"),
    ("visit", "x"),
)
"""Every kind of sentence that a history may ask for."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


class Line(NamedTuple):
    """A sentence with gaps, for one channel and one outcome (a sign of `SENTIMENTS`)."""

    channel: str
    sign: str
    words: str


@cache
def lines(language: str) -> tuple[Line, ...]:
    """All sentences of a language."""
    return tuple(Line(*line.split(" ", 2)) for line in _file(f"notes.{language}.txt"))


@cache
def complaints(language: str) -> tuple[str, ...]:
    """What customers complain about."""
    return tuple(line.split(" ", 1)[1] for line in _file("complaints.txt") if line.startswith(language))


@cache
def plans(language: str) -> tuple[tuple[str, str | None], ...]:
    """What is planned: channel, and words if it is a promise."""
    rows = [line.split(" ", 2)[1:] for line in _file("plans.txt") if line.startswith(language)]
    return tuple((channel, None if words == "-" else words) for channel, words in rows)


def _file(name: str) -> list[str]:
    """The lines of a file beside this one, without its remarks."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class Notebook:
    """Draws sentences for one customer, none twice before all that fit were used once."""

    def __init__(self, chance: Random, language: str) -> None:
        self._chance = chance
        self._language = language
        self._drawn: dict[tuple[str, str], Iterator[Line]] = {}

    def line(self, channel: str, sign: str) -> Line:
        """A sentence for this channel and outcome."""
        drawn = self._drawn.setdefault((channel, sign), self._endless(channel, sign))
        return next(drawn)

    def _endless(self, channel: str, sign: str) -> Iterator[Line]:
        """The fitting sentences in random order, again and again."""
        fitting = [line for line in lines(self._language) if (line.channel, line.sign) == (channel, sign)]
        while True:
            self._chance.shuffle(fitting)
            yield from fitting

    def filled(self, words: str, on: date, contact: str) -> str:
        """The words with their gaps filled in, as on this day."""
        month = (on.month + self._chance.choice((0, 1, 2))) % 12 + 1
        thousands = self._chance.choice((12, 15, 16, 24, 28, 36, 45, 52, 68, 85))
        return words.format(
            product=self._product(),
            contact=contact,
            n=self._chance.choice((2, 3, 4, 6, 8, 10, 12, 15, 20)),
            tds=self._chance.randint(120, 380),
            month=f"{month}月" if self._language == "zh" else MONTHS[month - 1],
            money=f"{thousands / 10:g}万" if self._language == "zh" else f"{thousands}k",
        )

    def _product(self) -> str:
        """A machine that is sold, in this language."""
        machine = self._chance.choice(MACHINES)
        return machine.zh if self._language == "zh" else machine.en
