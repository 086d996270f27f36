"""Which customer a text speaks of, and who there: from the names the book has seen in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from parsing import people
from parsing.masks import Span, overlaps
from parsing.patterns import pattern
from parsing.people import Person
from parsing.said import Book, Spot, SpotLike

LIKELY = 0.5
"""A weaker sight counts only where nothing surer was seen."""

SPELT_OTHERWISE = ("typo", "homophone")
"""How a name was recognised that is written otherwise: 华兴 for 华星 may be somebody else."""

SURELY_NAMED = 0.9
"""From here on a person was named in full, not by surname and title: beside a misspelt company it settles whose."""

POSSESSIVE = pattern(r"(?<=[a-z])['’]s(?![a-z])")
CALENDAR = pattern(r"[下上本这每]$")
ABSENT = pattern(r"""
    \s?(?:今天|当时|正好)?(?:不在|没在|唔喺|出差|休|离职|调走|走了|开会去|换人|(?:is |was |has )?(?:away|out|gone|left
    |not (?:in|available)))
""")
INTRODUCED = pattern(r"""
    (?:介绍人|介绍的|推荐人|referred by|introduced by|via|through|朋友|竞争对手|竞品|competitor)\s?[:：是]?\s?$
""")


@dataclass(frozen=True)
class Meant:
    """The customer as written, whose it may be, and the contact person; all null when nobody is named.

    Not `sure` when the name was only half recognised, `fuzzy` when the customer's own is spelt otherwise: then it is
    worth a question.
    """

    words: str | None = None
    ids: tuple[int | str, ...] = ()
    contact: str | None = None
    start: int = -1
    end: int = -1
    sure: bool = True
    fuzzy: bool = False


def seen(text: str, plain: str, book: Book) -> tuple[SpotLike, ...]:
    """The names seen in a text, without those that are half of a word of the calendar (下周总…)."""
    spots = [spot for spot in _sights(text, book) if not _of_calendar(plain, spot)]
    best = max((spot.certainty for spot in spots), default=0.0)
    spots = _joined(text, spots)
    return tuple(spot for spot in spots if spot.certainty >= LIKELY or best < LIKELY or spot.how == "contact")


def _joined(text: str, spots: list[SpotLike]) -> list[SpotLike]:
    """Two neighbouring words of one person's name are seen as one: Ah Kow."""
    kept: list[SpotLike] = []
    for spot in spots:
        last = kept[-1] if kept else None
        if last and _one_name(text, last, spot):
            words = text[last.start : spot.end]
            kept[-1] = Spot(
                last.start, spot.end, words, tuple(last.ids), "contact", max(last.certainty, spot.certainty)
            )
        else:
            kept.append(spot)
    return kept


def _one_name(text: str, one: SpotLike, other: SpotLike) -> bool:
    """Whether two contacts of the same customers stand side by side, in capitals."""
    same = one.how == other.how == "contact" and tuple(one.ids) == tuple(other.ids)
    return same and text[one.end : other.start] == " " and one.words[:1].isupper() and other.words[:1].isupper()


def _sights(text: str, book: Book) -> list[SpotLike]:
    """What the book sees, a name before 's included: Alice's new mobile."""
    seen_there = list(book.spot(text))
    bare = POSSESSIVE.sub("  ", text)
    if bare == text:
        return seen_there
    owners = [one for one in book.spot(bare) if not any(_surer(other, one) for other in seen_there)]
    others = [one for one in seen_there if not any(overlaps(one, owner) for owner in owners)]
    return sorted([*others, *owners], key=lambda spot: spot.start)


def _surer(one: SpotLike, other: SpotLike) -> bool:
    """Whether one of two sights at the same place is at least as sure."""
    return overlaps(one, other) and one.certainty >= other.certainty


def masking(spots: Sequence[SpotLike]) -> tuple[SpotLike, ...]:
    """The sights sure enough to hide their letters from the other islands."""
    return tuple(spot for spot in spots if spot.certainty >= LIKELY)


def meant(spots: Sequence[SpotLike], persons: Sequence[Person], text: str, book: Book) -> Meant:
    """The customer of a text: the first company named, else the first person; and the contact beside it."""
    likely = [spot for spot in spots if spot.certainty >= LIKELY and not INTRODUCED.search(text[: spot.start])]
    main = _main(likely or [spot for spot in spots if not INTRODUCED.search(text[: spot.start])])
    if main is None:
        return Meant()
    ids = _narrowed(main, spots)
    contact = _contact(main, ids, spots, persons, text, book)
    fuzzy = spelt_otherwise(main, spots)
    return Meant(main.words, ids, contact, main.start, main.end, main.certainty >= LIKELY, fuzzy)


def spelt_otherwise(one: SpotLike, spots: Sequence[SpotLike]) -> bool:
    """Whether a name is only like the customer's own, and nobody who works there is named in full beside it."""
    settled = any(
        spot.how == "contact" and spot.certainty >= SURELY_NAMED and tuple(spot.ids) == tuple(one.ids) for spot in spots
    )
    return one.how in SPELT_OTHERWISE and not settled


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
    """Somebody called the contact; else whoever was there, of the book or not; else the customer by title."""
    others = [person for person in persons if _apart(person, main, ids, spots) and not _introduces(text, person.start)]
    labelled = next((person.words for person in others if person.how == "label"), None)
    if labelled:
        return labelled
    itself = main.words if _is_contact(main, book) else None
    if itself and _present(text, main):
        return itself
    there: list[SpotLike | Person] = [
        *(spot for spot in spots if _beside(spot, main, ids, text)),
        *(one for one in others if one.how == "met"),
    ]
    seen_there = sorted(there or list[SpotLike | Person](others), key=lambda one: (not _present(text, one), one.start))
    return seen_there[0].words if seen_there else itself


def _apart(person: Person, main: SpotLike, ids: Sequence[int | str], spots: Sequence[SpotLike]) -> bool:
    """A person that is neither the customer itself nor a name of another customer's."""
    if person.start < main.end and main.start < person.end:
        return False
    return not any(
        overlaps(person, spot) and spot.certainty >= LIKELY and not set(ids) & set(spot.ids) for spot in spots
    )


def _introduces(text: str, place: int) -> bool:
    return INTRODUCED.search(text[:place]) is not None


def _beside(spot: SpotLike, main: SpotLike, ids: Sequence[int | str], text: str) -> bool:
    person = spot.how in ("contact", "alias") or people.is_titled(spot.words)
    return spot is not main and person and any(one in spot.ids for one in ids) and not _introduces(text, spot.start)


def _present(text: str, named: Span) -> bool:
    """Somebody who wasn't there, or has gone, is the contact only if nobody else is."""
    return ABSENT.match(text[named.end : named.end + 24]) is None


def _is_contact(main: SpotLike, book: Book) -> bool:
    """王总 of a company is its contact; 李姐, who is the customer 李梅 herself, is not."""
    if main.how not in ("contact", "alias") and not people.is_titled(main.words):
        return False
    names = [candidate.name for candidate in book.find(main.words) if candidate.id in main.ids]
    return not any(people.is_person(name) for name in names)
