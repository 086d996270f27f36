"""Told examples: what a message is, how it feels, and what is sold in it."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import lookup
from parsing import customers, script
from parsing.hearing import Circumstances, Heard, hear
from parsing.said import Book

FOLDER = Path(__file__).with_name("told")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
WARE = re.compile("‹([^‹›]*)›")
COMPANIES = {
    "zh": ("海月食品", "青岚机械", "百汇酒店", "云上科技"),
    "en": ("Bluemill", "Harrow Foods", "Tan Lines Trading"),
}
PEOPLE = {"zh": ("王建国", "李敏", "陈总"), "en": ("Mary Low", "Mr Hart", "Jane")}


class Example(NamedTuple):
    """A message, what it is, how it feels, the ware it names and the voice that told it.

    The ware is empty where none is named, and null where nobody marked the wares of that voice.
    """

    text: str
    intent: str
    sentiment: str
    ware: str | None
    voice: str


def told() -> list[Example]:
    """All examples with names in them."""
    return [one._replace(text=_named(one.text, at)) for at, one in enumerate(nameless())]


def nameless() -> list[Example]:
    """All examples beside this file, a line each: intent, sentiment, text; {c} and {p} stand for names.

    In the files where wares are marked the first one of a message is, like ‹this›.
    """
    return [_unmarked(row) for file in sorted(FOLDER.glob("*.tsv")) for row in _rows(file)]


def _rows(file: Path) -> Iterator[Example]:
    """The examples of one voice as they are written."""
    words = file.read_text(encoding="utf-8")
    marked = "" if "‹" in words else None
    for line in words.splitlines():
        intent, sentiment, text = line.split("\t")
        yield Example(text, intent, sentiment, marked, file.stem)


def _unmarked(one: Example) -> Example:
    ware = WARE.search(one.text)
    return one._replace(text=WARE.sub(r"\1", one.text), ware=ware[1]) if ware else one


def _named(text: str, at: int) -> str:
    """An example with a company and a person in it, in turn."""
    tongue = "zh" if any(letter > "\u2e80" for letter in text) else "en"
    company, person = (names[tongue][at % len(names[tongue])] for names in (COMPANIES, PEOPLE))
    return text.replace("{c}", company).replace("{p}", person)


def book() -> Book:
    """The customers that the examples speak of."""
    people = [*PEOPLE["zh"], *PEOPLE["en"]]
    names = [*COMPANIES["zh"], *COMPANIES["en"]]
    return lookup.Book(lookup.Entry(at, name, (), (people[at % len(people)],)) for at, name in enumerate(names))


def nobody() -> Book:
    """A book without customers."""
    return lookup.Book(())


def heard(one: Example, known: Book) -> tuple[Heard, Circumstances]:
    """An example as the product hears it."""
    plain, given = script.fold(one.text), Circumstances(NOW, known, "CNY", "CN", ())
    return hear(one.text, plain, tuple(customers.seen(one.text, plain, known)), given), given
