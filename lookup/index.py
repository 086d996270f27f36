"""The names of a book, arranged so that a message is read against thousands of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from lookup import everyday, readings
from lookup.entries import Entry, Id
from lookup.keys import slips
from lookup.names import shorter
from lookup.surnames import RATHER_WORDS, surname
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


Names = dict[str, list[Naming]]


class Index:
    """Every form of every name; what only odd spellings need is arranged when the first one is met."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.written: Names = defaultdict(list)
        self.lengths: dict[str, set[int]] = defaultdict(set)
        self.han_forms: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
        self.surnames: dict[str, dict[Id, None]] = defaultdict(dict)
        for entry in self.entries:
            self._learn(entry)

    def _learn(self, entry: Entry) -> None:
        """Take in one customer with everything it is called."""
        for form, how, certainty in _called(entry):
            self._keep(form, Naming(entry.id, how, certainty))
        for person in (*entry.contacts, *entry.aliases, *(() if entry.contacts else (entry.name,))):
            if family := surname(words(person)):
                self.surnames[family][entry.id] = None

    def _keep(self, form: tuple[str, ...], naming: Naming) -> None:
        """Take in one form of a name under its spelling and its first word."""
        spelling = "".join(form)
        self.written[spelling].append(naming)
        self.lengths[form[0]].add(len(form))
        if len(form) > 1 and any(map(is_han, form)):
            self.han_forms[form].append(naming)
        elif len(form) > 1:
            self.lengths[spelling].add(1)

    @cached_property
    def names(self) -> dict[Id, tuple[str, ...]]:
        """The words of each customer's full name."""
        return {entry.id: words(entry.name) for entry in self.entries}

    @cached_property
    def cities(self) -> dict[Id, str]:
        """The city of each customer that has one, in normal spelling."""
        return {entry.id: "".join(words(entry.city)) for entry in self.entries if entry.city}

    @cached_property
    def sounds(self) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], Naming]]]:
        """Careless syllables of the Chinese names, with the name as it is written."""
        heard = defaultdict(list)
        for form, namings in self.han_forms.items():
            for way in readings.readings(form):
                heard[tuple(map(readings.loose, way))] += [(form, naming) for naming in namings]
        return heard

    @cached_property
    def sound_lengths(self) -> dict[str, set[int]]:
        """How many characters the names have that begin with this syllable."""
        lengths = defaultdict(set)
        for way in self.sounds:
            lengths[way[0]].add(len(way))
        return lengths

    @cached_property
    def typed(self) -> dict[str, list[tuple[str, Naming]]]:
        """Careless pinyin, run together, with the careful pinyin of the name."""
        heard = defaultdict(list)
        for form, namings in self.han_forms.items():
            for way in readings.readings(form):
                heard[readings.loose("".join(way))] += [("".join(way), naming) for naming in namings]
        return heard

    @cached_property
    def initials(self) -> Names:
        """First letters of the names of two words or more."""
        first: Names = defaultdict(list)
        for form, namings in self.han_forms.items():
            first[readings.initials(form)] += namings
        return first

    @cached_property
    def family_sounds(self) -> dict[str, dict[Id, None]]:
        """Careless pinyin of a surname with the customers where it occurs."""
        heard: dict[str, dict[Id, None]] = defaultdict(dict)
        for family, ids in self.surnames.items():
            heard[readings.loose(readings.pinyin(tuple(family)))].update(ids)
        return heard

    @cached_property
    def slips(self) -> dict[str, set[str]]:
        """A Latin spelling with a letter left out, and the spellings that it may come from."""
        near = defaultdict(set)
        for spelling in self.written:
            if len(spelling) >= LONG_LATIN and spelling.isascii() and spelling not in everyday.LATIN:
                for slip in slips(spelling):
                    near[slip].add(spelling)
        return near

    @cached_property
    def wrong_characters(self) -> dict[str, set[str]]:
        """A Chinese spelling with any one character unknown, and the spellings that it may be."""
        near = defaultdict(set)
        for form in self.han_forms:
            if len(form) >= LONG_HAN:
                for pattern in patterns("".join(form)):
                    near[pattern].add("".join(form))
        return near


def patterns(spelling: str) -> Iterator[str]:
    """A spelling with each of its characters in turn unknown."""
    for at in range(len(spelling)):
        yield f"{spelling[:at]}?{spelling[at + 1 :]}"


def _called(entry: Entry) -> Iterator[tuple[tuple[str, ...], str, float]]:
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


def ordinary(family: str) -> bool:
    """Whether a surname is an ordinary word as well."""
    return family in RATHER_WORDS
