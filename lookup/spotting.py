"""Finds names in the words of a message: as written, by title, by sound, by initials, misspelt."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from lookup import everyday, readings
from lookup.entries import Id
from lookup.hits import AS_SURE, Hit
from lookup.index import CORE, FAINT, LONG_HAN, LONG_LATIN, PART, Index, Naming, ordinary, patterns
from lookup.keys import slips
from lookup.reading import Reading
from lookup.surnames import COMPOUND
from lookup.titles import BEFORE, POLITE, title_at
from lookup.writing import is_han

TITLED, FAMILIAR, TYPED, CARELESS, INITIALS = 0.8, 0.45, 0.75, 0.5, 0.55
HEARD = {2: 0.4, 3: 0.6}
HEARD_LONG = 0.72
MISSPELT, MISSPELT_SHORT, MISSPELT_BRAND = 0.65, 0.55, 0.4
TOO_MANY_WORDS = 3
NOT_TITLED = {"总": "共计结体额量算部", "工": "作资厂程业人地具艺", "董": "事", "姐": "妹", "哥": "们"}
"""What follows a title's character where it is no title: 总共, 工作."""
NOT_BEFORE = {"周": "上下本这每一两三几半", "时": "小", "方": "对双我", "高": "最更提", "万": "十百千"}
"""What stands before a surname's character where it is no surname: 上周总共."""


def hits(reading: Reading, index: Index) -> Iterator[Hit]:
    """Every name that may stand anywhere in the message; they overlap."""
    sure = [*written(reading, index), *titled(reading.words, index)]
    yield from sure
    open_words = _open(reading.words, sure)
    yield from heard(reading, open_words, index)
    yield from misspelt_han(reading, open_words, index)
    yield from latin(reading.words, open_words, index)


def _open(words: Sequence[str], sure: Sequence[Hit]) -> list[bool]:
    """Which words no sure name has taken: only there do odd spellings need a look."""
    taken = {at for hit in sure if hit.certainty > TITLED for at in range(hit.first, hit.last)}
    return [at not in taken for at in range(len(words))]


def written(reading: Reading, index: Index) -> Iterator[Hit]:
    """Names as they are written, and English names with the next word abbreviated: Wayne Ent."""
    words = reading.words
    for first, word in enumerate(words):
        for length in index.lengths.get(word, ()):
            spelling = "".join(words[first : first + length]) if length > 1 else word
            if first + length <= reading.phrase[first] and (namings := index.written.get(spelling)):
                yield from _as_written(reading, first, first + length, namings, index)


def _as_written(reading: Reading, first: int, last: int, namings: list[Naming], index: Index) -> Iterator[Hit]:
    """The hit of one spelling."""
    ids, how, certainty = _surest(namings)
    if certainty == FAINT and reading.capital[first]:
        certainty = PART
    size = sum(map(len, reading.words[first:last]))
    if not (certainty <= FAINT and _in_a_number(reading.words, first)):
        yield Hit(first, last, size, ids, how, certainty)
        yield from _abbreviated(reading.words, first, last, ids, index)


def _in_a_number(words: Sequence[str], first: int) -> bool:
    """Whether the word before makes this a weekday or a count: 周三一起."""
    return first > 0 and words[first - 1] in "周期拜第十百月初"


def _surest(namings: list[Naming]) -> tuple[tuple[Id, ...], str, float]:
    """The customers that a spelling names most surely, by what and how surely."""
    best = max(namings, key=lambda naming: naming.certainty)
    ids = [naming.id for naming in namings if naming.certainty >= best.certainty - AS_SURE]
    return tuple(dict.fromkeys(ids)), best.how, best.certainty


def _abbreviated(words: Sequence[str], first: int, last: int, ids: tuple[Id, ...], index: Index) -> Iterator[Hit]:
    """The same name with its next word cut short."""
    following = words[last] if last < len(words) else ""
    length = last - first
    full = [one for one in ids if _cut_short(following, index.names[one][length : length + 1])]
    if full and "".join(index.names[full[0]][:length]) == "".join(words[first:last]):
        yield Hit(first, last + 1, sum(map(len, words[first : last + 1])), tuple(full), "core", CORE, cut=True)


def _cut_short(word: str, whole: tuple[str, ...]) -> bool:
    """Whether a word is the beginning of another."""
    return len(word) > 1 and bool(whole) and whole[0] != word and whole[0].startswith(word) and word.isascii()


def titled(words: list[str], index: Index) -> Iterator[Hit]:
    """Contacts by surname and title: 王总, 小周, Mr Wong, wang总."""
    for at, word in enumerate(words):
        if is_han(word):
            yield from _han_titled(words, at, index)
        elif word in POLITE:
            yield from _politely(words, at, index)
        elif at + 1 < len(words) and (length := title_at(words, at + 1)):
            yield from _spelt_titled(words, at, length, index)


def _han_titled(words: list[str], at: int, index: Index) -> Iterator[Hit]:
    """A Chinese surname with a title after it, or 小 or 老 before it."""
    family = _family_at(words, at)
    ids = tuple(index.surnames.get(family, ()))
    end = at + len(family)
    if ids and words[at - 1 : at] and words[at - 1] in NOT_BEFORE.get(family, ""):
        return
    if ids and (length := title_at(words, end)) and not _goes_on(words, end + length):
        yield Hit(at, end + length, end + length - at, ids, "contact", TITLED)
    elif ids and at and words[at - 1] in BEFORE and not ordinary(family):
        yield Hit(at - 1, end, end - at + 1, ids, "contact", FAMILIAR)


def _family_at(words: list[str], at: int) -> str:
    """The surname of one or two characters at this place, known or not."""
    two = "".join(words[at : at + 2])
    return two if two in COMPOUND else words[at]


def _goes_on(words: list[str], after: int) -> bool:
    """Whether the next character makes the title another word: 总共, 工作."""
    return after < len(words) and words[after] in NOT_TITLED.get(words[after - 1], "")


def _politely(words: list[str], at: int, index: Index) -> Iterator[Hit]:
    """An English name after Mr, Ms or Dr; a Chinese surname may be spelt there too."""
    name = words[at + 1] if at + 1 < len(words) else ""
    namings = [naming for naming in index.written.get(name, ()) if naming.how == "contact"]
    ids = tuple(dict.fromkeys(naming.id for naming in namings)) or tuple(index.family_sounds.get(name, ()))
    if ids and name.isascii():
        yield Hit(at, at + 2, len(words[at]) + len(name), ids, "contact", TITLED if namings else PART)


def _spelt_titled(words: list[str], at: int, length: int, index: Index) -> Iterator[Hit]:
    """A surname in Latin letters before a Chinese title."""
    ids = tuple(index.family_sounds.get(readings.loose(words[at]), ()))
    if ids:
        yield Hit(at, at + 1 + length, len(words[at]) + length, ids, "pinyin", PART)


def heard(reading: Reading, open_words: Sequence[bool], index: Index) -> Iterator[Hit]:
    """Chinese names written with other characters of the same sound."""
    words = reading.words
    if not readings.has_han(tuple(words)):
        return
    sounds = [readings.loose(readings.syllable(word)) for word in words]
    for first, sound in enumerate(sounds):
        if (open_words[first] and is_han(words[first])) or (len(sound) > 1 and words[first].isalpha()):
            for last in (first + length for length in index.sound_lengths.get(sound, ())):
                if last <= reading.solid[first]:
                    yield from _sounding(words[first:last], tuple(sounds[first:last]), first, index)


def _sounding(said: Sequence[str], sound: tuple[str, ...], first: int, index: Index) -> Iterator[Hit]:
    """The hit of some words by their sound, if they have enough in common with a name."""
    namings = [naming for form, naming in index.sounds.get(sound, ()) if _believable(said, form)]
    if namings and "".join(said) not in everyday.HAN and any(map(is_han, said)):
        ids, _, certainty = _surest(namings)
        how = "homophone" if all(map(is_han, said)) else "pinyin"
        likely = min(certainty, HEARD.get(len(said), HEARD_LONG)) if how == "homophone" else PART
        yield Hit(first, first + len(said), sum(map(len, said)), ids, how, likely)


def _believable(said: Sequence[str], form: tuple[str, ...]) -> bool:
    """Whether short words share a character with the name they sound like: 华欣 for 华星, not 还约 for 海岳."""
    shared = sum(mine == theirs for mine, theirs in zip(said, form, strict=True))
    return shared < len(form) and (shared > 0 or len(form) >= LONG_HAN or not all(map(is_han, said)))


def misspelt_han(reading: Reading, open_words: Sequence[bool], index: Index) -> Iterator[Hit]:
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
                ids, _, _ = _surest(index.written[right])
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
    ids, _, _ = _surest(exactly or [naming for _, naming in known]) if known else NOTHING
    return ids, "pinyin", TYPED if exactly else CARELESS


def _as_slip(joined: str, index: Index) -> Guess:
    """The English names that these letters miss by one."""
    if len(joined) < LONG_LATIN or joined in index.written:
        return NOTHING
    near = {name for slip in slips(joined) for name in index.slips.get(slip, ()) if OSA.distance(joined, name) == 1}
    namings = [naming for name in near for naming in index.written[name] if naming.certainty > FAINT]
    ids, _, _ = _surest(namings) if namings else NOTHING
    return ids, "typo", MISSPELT if len(joined) > LONG_LATIN else MISSPELT_SHORT


def _as_initials(joined: str, index: Index) -> Guess:
    """The Chinese names that begin with these letters, where they can't be a word: no vowel among them."""
    if not 3 <= len(joined) <= 6 or set(joined) & set("aeiou") or joined in everyday.SHORTHAND:
        return NOTHING
    known = index.initials.get(joined)
    return (_surest(known)[0], "initials", INITIALS) if known else NOTHING
