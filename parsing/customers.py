"""Which customer a text speaks of, and who there: from the names the book has seen in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing import people
from parsing.people import Person
from parsing.said import Book, SpotLike

LIKELY = 0.5
"""A weaker sight counts only where nothing surer was seen."""

SURE = frozenset(("exact", "alias", "contact", "core"))
"""Sights that are words of their own, and masked before numbers and dates are read."""

CALENDAR = re.compile(r"[下上本这每]$")
INTRODUCED = re.compile(
    r"(?:介绍人|介绍的|推荐人|referred by|introduced by|via|through|朋友|竞争对手|竞品|competitor)\s?[:：是]?\s?$",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class Meant:
    """The customer as written, whose it may be, and the contact person; all null when nobody is named."""

    words: str | None = None
    ids: tuple[int | str, ...] = ()
    contact: str | None = None
    start: int = -1
    end: int = -1


def seen(text: str, plain: str, book: Book) -> tuple[SpotLike, ...]:
    """The names seen in a text, without those that are half of a word of the calendar (下周总…)."""
    spots = [spot for spot in book.spot(text) if not _of_calendar(plain, spot)]
    best = max((spot.certainty for spot in spots), default=0.0)
    return tuple(spot for spot in spots if spot.certainty >= LIKELY or best < LIKELY or spot.how == "contact")


def masking(spots: Sequence[SpotLike]) -> tuple[SpotLike, ...]:
    """The sights sure enough to hide their letters from the other islands."""
    return tuple(spot for spot in spots if spot.how in SURE or spot.certainty >= LIKELY)


def meant(spots: Sequence[SpotLike], persons: Sequence[Person], text: str, book: Book) -> Meant:
    """The customer of a text: the first company named, else the first person; and the contact beside it."""
    likely = [spot for spot in spots if spot.certainty >= LIKELY and not INTRODUCED.search(text[: spot.start])]
    main = _main(likely or [spot for spot in spots if not INTRODUCED.search(text[: spot.start])])
    if main is None:
        return Meant()
    ids = _narrowed(main, spots)
    return Meant(main.words, ids, _contact(main, ids, spots, persons, text, book), main.start, main.end)


def _of_calendar(plain: str, spot: SpotLike) -> bool:
    return spot.words[:1] in "周月日" and CALENDAR.search(plain[: spot.start]) is not None


def _main(spots: Sequence[SpotLike]) -> SpotLike | None:
    companies = [spot for spot in spots if spot.how not in ("contact", "alias") and not people.is_titled(spot.words)]
    return next(iter(companies or spots), None)


def _narrowed(main: SpotLike, spots: Sequence[SpotLike]) -> tuple[int | str, ...]:
    """A company and its person settle each other, whichever alone was open."""
    ids = main.ids
    for spot in spots:
        both = tuple(one for one in ids if one in spot.ids)
        if spot is not main and both and spot.certainty >= LIKELY:
            ids = both
    return ids


def _contact(
    main: SpotLike,
    ids: Sequence[int | str],
    spots: Sequence[SpotLike],
    persons: Sequence[Person],
    text: str,
    book: Book,
) -> str | None:
    """Somebody said to be the contact; else the person of the book beside the company; else the customer by title."""
    said = next((person for person in persons if person.said and not _inside(person, main)), None)
    beside = next((spot for spot in spots if _beside(spot, main, ids, text)), None)
    if said and not (beside and beside.start < said.start and _present(text, beside) and not _present_said(text, said)):
        return said.words
    if beside:
        return beside.words
    if _is_contact(main, book):
        return main.words
    return next(
        (
            person.words
            for person in persons
            if not _inside(person, main) and not INTRODUCED.search(text[: person.start])
        ),
        None,
    )


def _inside(person: Person, main: SpotLike) -> bool:
    return person.start < main.end and main.start < person.end


def _beside(spot: SpotLike, main: SpotLike, ids: Sequence[int | str], text: str) -> bool:
    person = spot.how in ("contact", "alias") or people.is_titled(spot.words)
    return (
        spot is not main
        and person
        and any(one in spot.ids for one in ids)
        and not INTRODUCED.search(text[: spot.start])
    )


def _present(text: str, spot: SpotLike) -> bool:
    """Somebody who wasn't there, or has gone, is not the contact."""
    return (
        re.match(
            r"\s?(?:不在|没在|出差|休|离职|调走|走了|(?:is |was )?(?:away|out|gone|left))",
            text[spot.end :],
            re.IGNORECASE | re.ASCII,
        )
        is None
    )


def _present_said(text: str, person: Person) -> bool:
    return (
        re.search(
            r"(?:联系人|对接人|改成|换成|叫|contact|now|采购)\S{0,3}\s?$",
            text[: person.start],
            re.IGNORECASE | re.ASCII,
        )
        is not None
    )


def _is_contact(main: SpotLike, book: Book) -> bool:
    """王总 of a company is its contact; 李姐, who is the customer 李梅 herself, is not."""
    if main.how not in ("contact", "alias") and not people.is_titled(main.words):
        return False
    names = [candidate.name for candidate in book.find(main.words) if candidate.id in main.ids]
    return not any(people.is_person(name) for name in names)
