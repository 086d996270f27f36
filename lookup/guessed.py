"""Names spelt otherwise: by sound, by initials, or by a slip of the pen. Always proposals, never certain."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from lookup import everyday, readings
from lookup.entries import Id
from lookup.hits import Hit
from lookup.index import Index, patterns
from lookup.keys import end_size, ends, slips
from lookup.naming import FAINT, LONG_HAN, LONG_LATIN, PART, surest
from lookup.reading import Reading
from lookup.writing import is_han

TYPED, CARELESS, INITIALS = 0.75, 0.5, 0.55
"""How sure pinyin typed out is, exactly or carelessly, and initials are."""
HEARD, HEARD_LONG = {2: 0.4, 3: 0.6}, 0.72
"""How sure a homophone is by the characters it has."""
MISSPELT, MISSPELT_SHORT, MISSPELT_BRAND = 0.65, 0.55, 0.4
"""How sure a slip of the pen is: in a long word, in a short one, in the two characters that distinguish a name."""
TOO_MANY_WORDS = 3
"""At most so many Latin words are taken for one name written apart."""


def heard(reading: Reading, open_words: Sequence[bool], index: Index) -> Iterator[Hit]:
    """Chinese names written with other characters of the same sound."""
    words = reading.words
    if not readings.has_han(tuple(words)):
        return
    sounds = [readings.sound(word) for word in words]
    known: dict[tuple[str, ...], Hit | None] = {}
    for first, sound in enumerate(sounds):
        if (open_words[first] and is_han(words[first])) or (len(sound) > 1 and words[first].isalpha()):
            for last in (first + length for length in index.sound_lengths.get(sound, ())):
                said = tuple(words[first:last]) if last <= reading.solid[first] else ()
                if said not in known:
                    known[said] = _sounding(said, tuple(sounds[first:last]), index) if said else None
                if hit := known[said]:
                    yield Hit(first, last, hit.size, hit.ids, hit.how, hit.certainty)


def _sounding(said: Sequence[str], sound: tuple[str, ...], index: Index) -> Hit | None:
    """The hit of some words by their sound, placed at the beginning, if they have enough in common with a name."""
    alike = [form for form in index.sounds.get(sound, ()) if _believable(said, form)]
    namings = [naming for form in alike for naming in index.han_forms[form]]
    if namings and "".join(said) not in everyday.HAN and any(map(is_han, said)):
        ids, _, certainty = surest(namings)
        how = "homophone" if all(map(is_han, said)) else "pinyin"
        likely = min(certainty, HEARD.get(len(said), HEARD_LONG)) if how == "homophone" else PART
        return Hit(0, len(said), sum(map(len, said)), ids, how, likely)
    return None


def _believable(said: Sequence[str], form: tuple[str, ...]) -> bool:
    """Whether short words share a character with the name they sound like: 华欣 for 华星, not 还约 for 海岳."""
    shared = sum(mine == theirs for mine, theirs in zip(said, form, strict=True))
    return shared < len(form) and (shared > 0 or len(form) >= LONG_HAN or not all(map(is_han, said)))


def misspelt(reading: Reading, open_words: Sequence[bool], index: Index) -> Iterator[Hit]:
    """Chinese names of four characters or more with one of them wrong, though not the first."""
    for first, word in enumerate(reading.words):
        lengths = index.lengths.get(word, ()) if open_words[first] else ()
        for length in lengths:
            if length >= LONG_HAN and first + length <= reading.solid[first]:
                yield from _one_wrong(reading.words, first, first + length, index)


def _one_wrong(words: Sequence[str], first: int, last: int, index: Index) -> Iterator[Hit]:
    """The hit of a name with one wrong character; in the two that distinguish it, only a guess."""
    spelling = "".join(words[first:last])
    for pattern in patterns(spelling):
        for right in index.wrong_characters.get(pattern, ()):
            if right != spelling:
                certainty = MISSPELT_SHORT if pattern.index("?") > 1 else MISSPELT_BRAND
                ids, _, _ = index.meant_by(right)
                yield Hit(first, last, len(spelling), ids, "typo", certainty)


def latin(words: Sequence[str], open_words: Sequence[bool], index: Index) -> Iterator[Hit]:
    """Latin words that no name is written with: pinyin, initials, or a slip of the pen."""
    for first, word in enumerate(words):
        if is_han(word) or not word[0].isalpha():
            continue
        for last in range(first + 1, min(first + TOO_MANY_WORDS, len(words)) + 1):
            if is_han(words[last - 1]):
                break
            if any(open_words[first:last]) and not (last - first == 1 and word in everyday.LATIN):
                yield from _odd(words, first, last, index)


def _odd(words: Sequence[str], first: int, last: int, index: Index) -> Iterator[Hit]:
    """What some Latin words, run together, may stand for."""
    joined = "".join(words[first:last])
    for ids, how, certainty in (_as_pinyin(joined, index), _as_slip(joined, index), _as_initials(joined, index)):
        if ids and (how != "initials" or last - first == 1):
            yield Hit(first, last, len(joined), ids, how, certainty)


Guess = tuple[tuple[Id, ...], str, float]
NOTHING: Guess = ((), "", 0.0)


def _as_pinyin(joined: str, index: Index) -> Guess:
    """The Chinese names that these letters spell out."""
    known = index.typed.get(readings.loose(joined), ()) if len(joined) >= LONG_HAN else ()
    exactly = [naming for careful, naming in known if careful == joined]
    ids, _, _ = surest(exactly or [naming for _, naming in known]) if known else NOTHING
    return ids, "pinyin", TYPED if exactly else CARELESS


def _as_slip(joined: str, index: Index) -> Guess:
    """The English names that these letters miss by one."""
    if len(joined) < LONG_LATIN or joined in index.written or index.ends.isdisjoint(ends(joined, end_size(joined))):
        return NOTHING
    near = {name for slip in slips(joined) for name in index.slips.get(slip, ()) if OSA.distance(joined, name) == 1}
    namings = [naming for name in near for naming in index.written[name] if naming.certainty > FAINT]
    ids, _, _ = surest(namings) if namings else NOTHING
    return ids, "typo", MISSPELT if len(joined) > LONG_LATIN else MISSPELT_SHORT


def _as_initials(joined: str, index: Index) -> Guess:
    """The Chinese names that begin with these letters, where they can't be a word: no vowel among them."""
    if not 3 <= len(joined) <= 6 or set(joined) & set("aeiou") or joined in everyday.SHORTHAND:
        return NOTHING
    known = index.initials.get(joined)
    return (surest(known)[0], "initials", INITIALS) if known else NOTHING
