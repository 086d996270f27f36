"""Everything a customer is called, and how surely each form means it."""

from collections.abc import Iterator
from typing import NamedTuple

from lookup import everyday
from lookup.entries import Entry, Id
from lookup.hits import AS_SURE
from lookup.names import shorter
from lookup.titles import untitled
from lookup.writing import is_han, words

EXACT, ALIAS, CONTACT, CORE, PART, FAINT = 1.0, 0.97, 0.95, 0.85, 0.6, 0.45
"""How sure a name is by what it is of the customer; `PART` is a first name or the first word of a long name,
`FAINT` an ordinary word."""

LONG_LATIN, LONG_HAN = 5, 4
"""From this many letters or characters on, a slip of the pen is told from another name."""


class Naming(NamedTuple):
    """A form of a name: whose it is, of what kind, how sure."""

    id: Id
    how: str
    certainty: float


def surest(namings: list[Naming]) -> tuple[tuple[Id, ...], str, float]:
    """The customers that a spelling names most surely, by what and how surely."""
    best = max(namings, key=lambda naming: naming.certainty)
    ids = [naming.id for naming in namings if naming.certainty >= best.certainty - AS_SURE]
    return tuple(dict.fromkeys(ids)), best.how, best.certainty


def called(entry: Entry) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Everything a customer is called, as words, with the kind and how sure it is; nothing too short to see."""
    name = words(entry.name)
    yield from _visible(name, "exact", EXACT)
    for form in shorter(entry.name):
        yield from _visible(words(form), "core", CORE)
    yield from _visible(_first_of(name), "core", PART)
    for alias in entry.aliases:
        yield from _visible(words(alias), "alias", ALIAS)
    for contact in entry.contacts:
        yield from _contact(words(contact))


def _visible(form: tuple[str, ...], how: str, certainty: float) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """The form, unless it is empty or one Chinese character; an ordinary word is only faintly a name."""
    spelling = "".join(form)
    if len(spelling) < 2:
        return
    faint = spelling in everyday.HAN or spelling in everyday.LATIN or spelling.isdigit()
    yield form, how, min(certainty, FAINT) if faint else certainty


def _first_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """How a long name is begun: the first word of an English one, the first two characters of a Chinese one."""
    if len(name) > 1 and not is_han(name[0]):
        return name[:1] if len(name[0]) >= LONG_HAN else ()
    return name[:2] if len(name) >= LONG_HAN and all(map(is_han, name)) else ()


def _contact(name: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """A contact's full name, the name without its title, and each word of an English name."""
    yield from _visible(name, "contact", CONTACT)
    bare = untitled(name)
    if bare != name and not is_han(bare[0]):
        yield from _visible(bare, "contact", PART)
    if len(bare) > 1 and not any(map(is_han, bare)):
        for part in bare:
            yield from _visible((part,), "contact", PART)
