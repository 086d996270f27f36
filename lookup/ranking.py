"""Which of some candidates was meant by a bare name."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from lookup import readings
from lookup.entries import Candidate, Entry
from lookup.keys import SHORTEST_TYPO
from lookup.names import core, shorter
from lookup.titles import untitled
from lookup.writing import normal, words

CLOSE = 0.72
"""Likeness (0 to 1) of two spellings from which on one may be a slip for the other."""

AS_CLOSE = 64
"""How many of many candidates are looked at closely."""

SLIP, SOUND, PINYIN, INITIALS, LIKE = 0.65, 0.6, 0.75, 0.55, 0.6


def rank(sought: str, candidates: Iterable[Entry], *, limit: int = 10) -> list[Candidate]:
    """The candidates that these words may mean, the surest first, at most `limit` and each customer once.

    A full name or alias is certain, a shorter form of it nearly; pinyin, initials, a homophone or a slip are
    proposals. What has nothing in common with the words is left out.
    """
    entries = list(candidates)
    if not words(sought):
        return []
    near = entries if len(entries) <= AS_CLOSE else _nearest(sought, entries)
    found = [candidate for entry in near if (candidate := likeness(sought, entry))]
    return sorted(found, key=lambda c: (-c.certainty, len(c.name), str(c.id)))[:limit]


def _nearest(sought: str, entries: list[Entry]) -> list[Entry]:
    """The entries worth a close look: those that share a key with the words, and those spelt most alike."""
    names = [normal(entry.name) for entry in entries]
    alike = process.extract(normal(sought), names, scorer=fuzz.WRatio, limit=AS_CLOSE, score_cutoff=50)
    return [entries[at] for _, _, at in alike]


def likeness(sought: str, entry: Entry) -> Candidate | None:
    """How sure it is that these words mean this customer, and by what; None when nothing speaks for it."""
    certainty, how = max(_evidence(sought, entry), default=(0.0, ""))
    return Candidate(entry.id, entry.name, round(certainty, 3), how) if certainty else None


def _evidence(sought: str, entry: Entry) -> Iterator[tuple[float, str]]:
    """Everything that speaks for this customer, as certainty and how."""
    said = _joined(sought)
    yield from ((1.0, "exact") for _ in range(said == _joined(entry.name)))
    yield from ((0.97, "alias") for alias in entry.aliases if said == _joined(alias))
    yield from ((0.95, "contact") for contact in entry.contacts if said in _called(contact))
    yield from ((0.9, "core") for _ in range(_shortened(sought, entry.name)))
    for name in (entry.name, *entry.aliases, *entry.contacts):
        yield from _proposals(sought, name)


def _shortened(sought: str, name: str) -> bool:
    """Whether one is a shorter form of the other: 海岳 of 海岳食品, but 华星科技 is not of 华星食品."""
    return _joined(core(sought)) in _forms(name) or _joined(core(name)) in _forms(sought)


def _proposals(sought: str, name: str) -> Iterator[tuple[float, str]]:
    """What makes these words worth proposing this name, though they are written otherwise."""
    mine, theirs = words(sought), words(name)
    if readings.has_han(theirs) and sounding(sought) & sounding(name):
        yield (SOUND, "homophone") if readings.has_han(mine) else (PINYIN, "pinyin")
    if _joined(sought) in beginnings(name):
        yield INITIALS, "initials"
    if slip := _slip(sought, name):
        yield slip, "typo"


def _slip(sought: str, name: str) -> float:
    """How much these words look like a slip of the pen for a form of this name, 0 for not at all."""
    pairs = [(mine, theirs) for mine in _forms(sought) for theirs in _forms(name) if _comparable(mine, theirs)]
    if any(OSA.distance(mine, theirs, score_cutoff=1) <= 1 for mine, theirs in pairs):
        return SLIP
    alike = max((OSA.normalized_similarity(mine, theirs) for mine, theirs in pairs), default=0.0)
    return LIKE * alike if alike >= CLOSE else 0.0


def _comparable(mine: str, theirs: str) -> bool:
    """Whether both are long enough for a slip to be told from another name: 华星 is never 华兴."""
    return min(len(mine), len(theirs)) >= SHORTEST_TYPO


@lru_cache(maxsize=16384)
def _joined(name: str) -> str:
    """A name in normal spelling without spaces."""
    return "".join(words(name))


@lru_cache(maxsize=16384)
def _forms(name: str) -> frozenset[str]:
    """The core of a name and its shorter forms without spaces."""
    return frozenset(form.replace(" ", "") for form in (core(name), *shorter(name)))


@lru_cache(maxsize=16384)
def _called(contact: str) -> frozenset[str]:
    """A contact's name with and without the title."""
    bare = untitled(words(contact))
    return frozenset([_joined(contact), *(["".join(bare)] if len(bare) > 1 or (bare[:1] and bare[0].isascii()) else [])])


@lru_cache(maxsize=16384)
def sounding(name: str) -> frozenset[str]:
    """The careless pinyin of a name and its shorter forms."""
    forms = [words(form) for form in (name, *_forms(name))]
    return frozenset(readings.loose("".join(way)) for form in forms for way in readings.readings(form))


@lru_cache(maxsize=16384)
def beginnings(name: str) -> frozenset[str]:
    """The initials of a name and its shorter forms."""
    forms = [words(form) for form in (name, core(name), *shorter(name))]
    return frozenset(readings.initials(form) for form in forms if len(form) > 1)
