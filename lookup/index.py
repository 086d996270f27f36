"""The names of a book, arranged so that a message is read against thousands of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from lookup import readings
from lookup.entries import Entry, Id
from lookup.keys import ENDS, ends, slips
from lookup.naming import LONG_HAN, LONG_LATIN, PART, Naming, called, surest
from lookup.surnames import surname
from lookup.writing import is_han, normal, words

Names = dict[str, list[Naming]]

PERSON = 3
"""A customer's name or alias up to this length may be a person's: 李姐, 欧阳锋."""


class Index:
    """Every form of every name; what only odd spellings need is arranged when the first one is met."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.written: Names = defaultdict(list)
        self.lengths: dict[str, set[int]] = defaultdict(set)
        self.han_forms: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
        self.latin_forms: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
        self.surnames: dict[str, dict[Id, None]] = defaultdict(dict)
        self._meant: dict[str, tuple[tuple[Id, ...], str, float]] = {}
        for entry in self.entries:
            self._learn(entry)

    def meant_by(self, spelling: str) -> tuple[tuple[Id, ...], str, float]:
        """The customers that a written name means most surely, by what and how surely; found out once."""
        if spelling not in self._meant:
            self._meant[spelling] = surest(self.written[spelling])
        return self._meant[spelling]

    def _learn(self, entry: Entry) -> None:
        """Take in one customer with everything it is called."""
        for form, how, certainty in called(entry):
            self._keep(form, Naming(entry.id, how, certainty))
        for person in (*entry.contacts, *(name for name in (*entry.aliases, entry.name) if len(name) <= PERSON)):
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
            self.latin_forms[form].append(naming)
            self.lengths[spelling].add(1)

    @cached_property
    def entry(self) -> dict[Id, Entry]:
        """Each customer by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def spelled(self) -> list[str]:
        """Each customer's full name in normal spelling, in the order of the entries."""
        return [normal(entry.name) for entry in self.entries]

    @cached_property
    def names(self) -> dict[Id, tuple[str, ...]]:
        """The words of each customer's full name."""
        return {entry.id: words(entry.name) for entry in self.entries}

    @cached_property
    def cities(self) -> dict[Id, str]:
        """The city of each customer that has one, in normal spelling."""
        return {entry.id: "".join(words(entry.city)) for entry in self.entries if entry.city}

    @cached_property
    def sounds(self) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Careless syllables of the Chinese names, with the names of that sound as they are written."""
        heard: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
        for form in self.han_forms:
            for sound in dict.fromkeys(tuple(map(readings.loose, way)) for way in readings.readings(form)):
                heard[sound] = (*heard.get(sound, ()), form)
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
        heard: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
        for form, namings in self.han_forms.items():
            for way in readings.readings(form):
                heard[readings.loose("".join(way))] += [("".join(way), naming) for naming in namings]
        return heard

    @cached_property
    def initials(self) -> Names:
        """First letters of the names of two words or more."""
        first: Names = defaultdict(list)
        for form, namings in chain(self.han_forms.items(), self.latin_forms.items()):
            first[readings.initials(form)] += namings
        return first

    @cached_property
    def family_heads(self) -> frozenset[str]:
        """The first characters of the surnames."""
        return frozenset(family[0] for family in self.surnames)

    @cached_property
    def family_sounds(self) -> dict[str, dict[Id, None]]:
        """Careless pinyin of a surname with the customers where it occurs."""
        heard: dict[str, dict[Id, None]] = defaultdict(dict)
        for family, ids in self.surnames.items():
            heard[readings.loose(readings.pinyin(tuple(family)))].update(ids)
        return heard

    @cached_property
    def slips(self) -> dict[str, tuple[str, ...]]:
        """A Latin spelling with a letter left out, and the spellings that it may come from."""
        near: dict[str, tuple[str, ...]] = {}
        for spelling in self._long_latin():
            for slip in slips(spelling):
                near[slip] = (*near.get(slip, ()), spelling)
        return near

    @cached_property
    def ends(self) -> frozenset[str]:
        """Both ends of the Latin spellings that slips are told of: one slip leaves one of them as it is."""
        return frozenset(end for spelling in self._long_latin() for size in ENDS for end in ends(spelling, size))

    def _long_latin(self) -> Iterator[str]:
        """Latin spellings that are long and sure enough to be meant by a slip of the pen."""
        for spelling, namings in self.written.items():
            if len(spelling) >= LONG_LATIN and spelling.isascii() and max(n.certainty for n in namings) > PART:
                yield spelling

    @cached_property
    def wrong_characters(self) -> dict[str, tuple[str, ...]]:
        """A Chinese spelling with any one character unknown, and the spellings that it may be."""
        near: dict[str, tuple[str, ...]] = {}
        for form in self.han_forms:
            if len(form) >= LONG_HAN:
                spelling = "".join(form)
                for pattern in patterns(spelling):
                    near[pattern] = (*near.get(pattern, ()), spelling)
        return near


def patterns(spelling: str) -> Iterator[str]:
    """A spelling with each of its characters in turn unknown."""
    for at in range(len(spelling)):
        yield f"{spelling[:at]}?{spelling[at + 1 :]}"
