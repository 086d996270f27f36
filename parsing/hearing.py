"""Hearing: a fact's words with all islands of the grammar read, each on what the ones before it left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from parsing import customers, dates, masks, money, phones, tags, verbs
from parsing.days import Day
from parsing.money import Money
from parsing.phones import Phone
from parsing.said import Book, Spot, SpotLike
from parsing.tags import Tags
from parsing.verbs import Verb


@dataclass(frozen=True)
class Circumstances:
    """What a message is understood by, beside its words."""

    heard: datetime
    book: Book
    currency: str
    region: str
    catalogue: tuple[str, ...]
    day: date | None = None
    """The coming day that was spoken of before: a time of day alone is then."""


@dataclass(frozen=True)
class Heard:
    """One fact with all islands read; every text is as long as `text`, so places agree.

    plain is folded, named hides names, tags and phones, masked the sums and dates as well.
    """

    text: str
    plain: str
    named: str
    masked: str
    tags: Tags
    spots: tuple[SpotLike, ...]
    phones: tuple[Phone, ...]
    sums: tuple[Money, ...]
    days: tuple[Day, ...]
    verbs: tuple[Verb, ...]


def hear(text: str, plain: str, spots: tuple[SpotLike, ...], given: Circumstances) -> Heard:
    """The islands in their order: tags, names, phones, sums, dates, verbs; each masks what it has read."""
    tagged = tags.find(plain)
    named = masks.mask(plain, [*tagged.places, *customers.masking(spots), *masks.addresses(plain)])
    dialled = phones.find(named, given.region)
    named = masks.mask(named, dialled)
    sums = money.find(masks.mask(named, [tagged.day] if tagged.day else []), given.currency, given.region)
    unpaid = masks.mask(named, sums)
    days = dates.find(unpaid, given.heard, given.region, given.day)
    masked = masks.mask(unpaid, days)
    acting = masks.mask(masked, phones.labels(masked, dialled))
    return Heard(text, plain, named, masked, tagged, spots, dialled, sums, days, verbs.find(acting, days))


def within(spots: Sequence[SpotLike], offset: int, length: int) -> tuple[SpotLike, ...]:
    """The sights inside a part of the text, placed as that part counts."""
    inside = [spot for spot in spots if offset <= spot.start and spot.end <= offset + length]
    return tuple(
        Spot(spot.start - offset, spot.end - offset, spot.words, tuple(spot.ids), spot.how, spot.certainty)
        for spot in inside
    )


def with_names(heard: Heard) -> str:
    """The text with phones, sums and dates hidden but not its names: an introduced customer may share one."""
    return masks.unmask(heard.masked, heard.plain, heard.spots)


def with_people(heard: Heard) -> str:
    """The text with phones, sums, dates and companies hidden, but not its people."""
    return masks.unmask(heard.masked, heard.plain, [spot for spot in heard.spots if spot.how in ("contact", "alias")])
