"""`parse`: what the bot understands of a message."""

from argparse import Namespace
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from lookup import Book, Entry
from parsing.command import parse_command


def main(asked: Namespace) -> int:
    """Answer a text, or each line of standard input."""
    return parse_command(
        asked.text,
        books=_book,
        batch=asked.batch,
        customers=asked.customers,
        now=asked.now,
        timezone=asked.timezone,
        currency=asked.currency,
        region=region_of(asked.timezone),
        as_json=asked.json,
    )


def region_of(zone: str) -> str:
    """The country whose ways of writing numbers and dates hold in a time zone; China where it can't be told."""
    table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in table if not line.startswith("#"))
    return next((country for country, _, name, *_ in rows if name == zone), "CN")


def _book(rows: Iterable[dict[str, Any]]) -> Book:
    """The names that the messages may mean."""
    return Book([_entry(row) for row in rows])


def _entry(row: dict[str, Any]) -> Entry:
    names, people = tuple(row.get("aliases") or ()), tuple(row.get("contacts") or ())
    return Entry(row["id"], row["name"], names, people, row.get("city"))
