"""What the company calls something of its own, in each language that has a word for it."""

from collections.abc import Mapping
from typing import NamedTuple

from storage.models import Field, Term


class Called(NamedTuple):
    """The words in both languages, and those of Taiwan and of Hong Kong where they say otherwise."""

    zh: str
    en: str
    zh_tw: str | None = None
    zh_hk: str | None = None


def called(words: Mapping[str, str], old: Called | None = None) -> Called | None:
    """What was said, language -> words: zh or en alone counts for both; the others alone leave these as they were."""
    zh, en = words.get("zh") or words.get("en"), words.get("en") or words.get("zh")
    if zh and en:
        return Called(zh, en, words.get("zh_tw"), words.get("zh_hk"))
    if old is not None and words:
        return old._replace(**words)
    first = words.get("zh_tw") or words.get("zh_hk")
    return Called(first, first, words.get("zh_tw"), words.get("zh_hk")) if first else None


def names_of(row: Term | Field) -> Called:
    """What an entry is called."""
    return Called(row.zh, row.en, row.zh_tw, row.zh_hk)


def call(row: Term | Field, names: Called) -> None:
    """What an entry is called from now on."""
    row.zh, row.en, row.zh_tw, row.zh_hk = names
