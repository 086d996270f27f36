"""Which of some candidates was meant by a bare name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from lookup import readings
from lookup.entries import Candidate, Entry
from lookup.keys import SHORTEST_TYPO
from lookup.names import core, shorter
from lookup.surnames import surname
from lookup.titles import untitled
from lookup.writing import is_han, normal, words

TITLED, SURE = 0.8, 0.9

CLOSE = 0.72
"""Likeness (0 to 1) of two spellings from which on one may be a slip for the other."""

AS_CLOSE = 32
"""How many of the names spelt most alike are looked at closely."""

SLIP, OTHER_BRAND, SOUND, PINYIN, INITIALS, LIKE = 0.65, 0.4, 0.6, 0.75, 0.55, 0.6


def rank(sought: str, candidates: Iterable[Entry], *, limit: int = 10) -> list[Candidate]:
    """The candidates that these words may mean, the surest first, at most `limit` and each customer once.

    A full name or alias is certain, a shorter form of it nearly; pinyin, initials, a homophone or a slip are
    proposals. What has nothing in common with the words is left out.
    """
    entries = list(candidates)
    if not words(sought):
        return []
    found = [candidate for entry in entries if (candidate := likeness(sought, entry))]
    return sorted(found, key=lambda c: (-c.certainty, len(c.name), str(c.id)))[:limit]


def nearest(sought: str, names: Sequence[str], *, limit: int = AS_CLOSE) -> list[int]:
    """Where among these normal names the ones stand that are spelt most like the words."""
    alike = process.extract(normal(sought), names, scorer=fuzz.ratio, limit=limit, score_cutoff=50)
    return [at for _, _, at in alike]


def likeness(sought: str, entry: Entry) -> Candidate | None:
    """How sure it is that these words mean this customer, and by what; None when nothing speaks for it."""
    certainty, how = max(_known_by(sought, entry), default=(0.0, ""))
    if certainty < SURE:
        certainty, how = max(((certainty, how), *_proposed(sought, entry)))
    return Candidate(entry.id, entry.name, round(certainty, 3), how) if certainty else None


def _known_by(sought: str, entry: Entry) -> Iterator[tuple[float, str]]:
    """What it is called that these words are, as certainty and how."""
    said = _joined(sought)
    yield from ((1.0, "exact") for _ in range(said == _joined(entry.name)))
    yield from ((0.97, "alias") for alias in entry.aliases if said == _joined(alias))
    yield from ((0.95, "contact") for contact in entry.contacts if said in _called(contact))
    yield from ((TITLED, "contact") for contact in entry.contacts if _family(sought) == surname(words(contact)))
    yield from ((SURE, "core") for _ in range(_shortened(sought, entry.name)))


def _proposed(sought: str, entry: Entry) -> Iterator[tuple[float, str]]:
    """What its names are like, as certainty and how."""
    for name in (entry.name, *entry.aliases, *entry.contacts):
        yield from _proposals(sought, name)


def _family(sought: str) -> str:
    """The surname in a surname with a title, 王 in 王总; empty for other words."""
    said = words(sought)
    bare = untitled(said)
    return "".join(bare) if bare != said and surname(bare) == "".join(bare) else ""


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
    return max((_alike(mine, theirs) for mine, theirs in pairs), default=0.0)


def _alike(mine: str, theirs: str) -> float:
    """How sure one spelling is a slip for the other; another Chinese brand is hardly ever one."""
    if is_han(mine[0]) and mine[:2] != theirs[:2]:
        return OTHER_BRAND if OSA.distance(mine, theirs, score_cutoff=1) == 1 else 0.0
    if OSA.distance(mine, theirs, score_cutoff=1) == 1:
        return SLIP
    like = OSA.normalized_similarity(mine, theirs)
    return LIKE * like if CLOSE <= like < 1 else 0.0


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
    return frozenset(
        [_joined(contact), *(["".join(bare)] if len(bare) > 1 or (bare[:1] and bare[0].isascii()) else [])]
    )


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
