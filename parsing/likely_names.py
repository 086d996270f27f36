"""Likely names: which words of a message name the customer, and which the person there, in any sentence.

An everyday word stands for itself, any other only for how it is written: so a name that nobody has heard before is
found by what stands around it, and by what its letters look like. How that is weighed, `segments` tells.
"""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise

from parsing import cities, everyday, firms, people, segments, strangers, wares
from parsing.masks import BLANK, Place
from parsing.patterns import pattern
from parsing.segments import EDGE, Ruled, Table, Word

CUSTOMERS, PEOPLE = Table("likely_customers.txt"), Table("likely_people.txt")
WORD = re.compile(
    rf"{BLANK}+|(?:Mr|Mrs|Ms|Dr|Prof|St)\.|['’]s(?![A-Za-z])|[A-Za-zÀ-ÿ](?:[\wÀ-ÿ&/+-]|['’](?!s(?![A-Za-z])))*|\d[\d.,]*(?![A-Za-z\d])|\d[\w-]*"
    r"|[\u3400-\u9fff]|[^\s\w]",
    re.ASCII,
)
JOINING = "&"
NEAR = 800
"""Letters in which a message names its customer."""
MOST_WORDS = 60
"""In so many words and letters of a message a stranger is sought: longer ones name theirs early as well."""
LONGEST = 12
"""Words and letters of a customer's name."""
LONGEST_PERSON = 5
SURNAMES = frozenset(people.SURNAMES)
FIRST_OF_PEOPLE = SURNAMES | frozenset("小老阿大")
ENDS = frozenset(strangers.COMPANY.split("|"))
TITLES = frozenset(people.TITLES.split("|"))
FIRM = pattern(rf"(?:{strangers.COMPANY}|有限公司|公司)$", cased=True)
NOBODY = pattern(
    rf"[新老旧大小这那各本该某]?(?:{strangers.COMPANY})|自己|咱们?|我们|老婆|老公|孩子|领导|同事|司机|系统"
    r"|自己\h+|[杯些]\h+",
    cased=True,
)
"""A firm's ending without a name before it, and whoever is nobody's customer."""
LATIN_FIRM = pattern(rf" (?:{firms.KIND})$", cased=True)
COMMON = pattern(rf"\b(?:{people.NOT_NAMES})\b", cased=True)
STARTS = (EDGE, "，", "。", ".", "!", ",", "！", ":")
CHINESE_LOOKS = ("=firm", "=titled", "=person", "=nobody", "=city", "=city!", "=same Chinese")
LATIN_LOOKS = ("=caps", "=nocaps", "=somecaps", "=notname", "=lcity", "=ltitled", "=lfirm", "=lware", "=same Latin")
"""What a whole name may be weighed by, beside its length and how it lies to what the rules say."""
Parts = Mapping[str, Sequence[str]]
"""Letters -> what they may be part of."""


def customer(masked: str, ruled: Ruled | None, least: int = 0) -> Place | None:
    """Where the likeliest name of a customer stands, whom no book knows, if it outweighs none by `least`."""
    words = split(masked[:NEAR])
    return _heaviest(CUSTOMERS, masked, words, list(segments.runs(masked, words, LONGEST)), ruled, least)


def person(masked: str, ruled: Ruled | None) -> Place | None:
    """Where the likeliest person at a customer stands; the customer's own name is masked."""
    words = split(masked[:NEAR])
    return _heaviest(PEOPLE, masked, words, list(_persons(masked, words)), ruled, 0)


def _heaviest(
    table: Table, masked: str, words: Sequence[Word], runs: Sequence[tuple[int, int]], ruled: Ruled | None, least: int
) -> Place | None:
    wanted = {at for first, end in runs for at in range(first, end)}
    first, inner, last = table.columns(pieces(masked, words, wanted))
    how = ruled.how if ruled else ""
    most = _most(table, how, "l", LATIN_LOOKS), _most(table, how, "c", CHINESE_LOOKS)
    best, heaviest = None, table.whole(segments.none(ruled)) + least
    behind = max(last, default=0) + max(inner) - min(inner) + max(most)
    for begin, stop in runs:
        if first[begin] + behind <= heaviest:
            continue
        for end in range(begin, stop):
            weight = first[begin] + last[end] + (inner[end] - inner[begin + 1] if end > begin else 0)
            chinese = max(masked[words[begin].start], masked[words[end].start]) >= "\u2e80"
            if weight + most[chinese] <= heaviest:
                continue
            place = Place(words[begin].start, words[end].end)
            name = masked[place.start : place.end]
            if NOBODY.fullmatch(name) or wares.is_last_word(name):
                continue
            weight += table.whole(whole(name, end - begin, ruled))
            if weight > heaviest:
                best, heaviest = place, weight
    return best


@cache
def _most(table: Table, how: str, script: str, looks: Sequence[str]) -> int:
    """What the pieces of a whole name in one script weigh at most."""
    long = max(table.whole([f"={script}{more}"]) for more in range(LONGEST))
    beside = (table.whole([piece]) for piece in (f"=same {how}", f"=ends {how}", f"=part {how}", f"=other {how}"))
    unruled = [] if how else ["=unruled"]
    return long + max(beside if how else [table.whole(unruled)]) + sum(max(0, table.whole([piece])) for piece in looks)


def forget() -> None:
    """Read the tables anew when they are next asked."""
    CUSTOMERS.forget()
    PEOPLE.forget()


def split(masked: str) -> list[Word]:
    """The words of a text, the first so many; an 's is apart from its name."""
    return segments.split(masked, WORD, JOINING, MOST_WORDS)


def customers(masked: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of all that may be a customer."""
    return segments.spans(masked, words, LONGEST)


def persons(masked: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and the last word of all that may be a person: begun by a surname, 小, 老, 阿 or a Latin name."""
    return ((first, last) for first, end in _persons(masked, words) for last in range(first, end))


def _persons(masked: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    return (run for run in segments.runs(masked, words, LONGEST_PERSON) if _may_begin(masked, words[run[0]]))


def _may_begin(masked: str, word: Word) -> bool:
    """Whether a person's name may begin with this word: in Latin with a capital, or with what is no everyday word."""
    letter = masked[word.start]
    if letter >= "\u2e80":
        return letter in FIRST_OF_PEOPLE
    return letter.isupper() or word.form not in CUSTOMERS.rows


def pieces(masked: str, words: Sequence[Word], wanted: Container[int]) -> list[list[str]]:
    """What each wanted word is weighed by: itself where it is an everyday one, its neighbours, sorts and looks."""
    written = ["", *(masked[word.start : word.end] for word in words), ""]
    forms = [EDGE, EDGE, *map(form, words, written[1:-1]), EDGE, EDGE]
    kinds = [f"{one} {other}" for one, other in pairwise(map(segments.sort, forms))]
    return [
        [*_around(at, forms, kinds), *_looks(written[at : at + 3], forms[at + 1])]
        if word.names and at in wanted
        else []
        for at, word in enumerate(words)
    ]


def form(word: Word, written: str) -> str:
    """What a word counts as: itself where it is an everyday one, else only ? and how it is written."""
    if not word.names or word.form in CUSTOMERS.rows:
        return word.form
    if not _latin(written):
        return "?c"
    if written.isupper() and len(written) > 1:
        return "?U"
    return "?L" if written[0].isupper() else "?s" if written.islower() else "?m"


def _around(at: int, forms: Sequence[str], kinds: Sequence[str]) -> list[str]:
    before, left, own, right, behind = forms[at : at + 5]
    return [
        own, f"{left} <", f"> {right}", f"{before} {left} <", f"> {right} {behind}", f"={kinds[at + 1]} <",
        f"=> {kinds[at + 2]}", f"={kinds[at]} <<", f"=>> {kinds[at + 3]}",
    ]  # fmt: skip


def _looks(written: Sequence[str], left: str) -> Collection[str]:
    """How a word is written, between its neighbours."""
    _, own, _ = written
    if not _latin(own):
        return _letter_looks(*written)
    if own == JOINING:
        return []
    size = "=small" if own.islower() else "=Large" if own[0].isupper() else "=mixed"
    ending = "~" + own[-3:].lower()
    return [size + (" first" if left in STARTS else ""), ending, *(["=kind"] if _ends_a_firm(own) else [])]


@lru_cache(maxsize=2048)
def _ends_a_firm(word: str) -> bool:
    return firms.KINDS.fullmatch(word) is not None


def _letter_looks(before: str, own: str, after: str) -> set[str]:
    """What a Chinese letter may be part of: a surname, a firm's ending, a title, a city, a word of trade."""
    alone, ending, beginning = _parts()
    return {*alone.get(own, ()), *ending.get(before + own, ()), *beginning.get(own + after, ())}


@cache
def _parts() -> tuple[Parts, Parts, Parts]:
    """What a letter alone, one after another, and one before another may be part of."""
    alone = (("=sur", SURNAMES), ("=tail", ENDS), ("=title", TITLES))
    ending = (("=tail", ENDS), ("=title", TITLES), ("=city <", cities.CHINESE), ("=trade", everyday.TRADE))
    beginning = (("=city >", cities.CHINESE), ("=trade", everyday.TRADE))
    return _of_letters(alone, 1), _of_letters(ending, 2), _of_letters(beginning, 2)


def _of_letters(parts: Sequence[tuple[str, AbstractSet[str]]], size: int) -> Parts:
    found: dict[str, list[str]] = {}
    for piece, words in parts:
        for word in words:
            if len(word) == size:
                found.setdefault(word, []).append(piece)
    return found


def whole(name: str, more: int, ruled: Ruled | None) -> list[str]:
    """What a name is weighed by as a whole: its length, its looks, and how it lies to what the rules say."""
    latin = _latin(name)
    looks = _latin_looks(name) if latin else _chinese_looks(name)
    return [f"={'l' if latin else 'c'}{more}", *looks, *segments.beside(name, ruled)]


def _latin(written: str) -> bool:
    """Whether some words have no letter of Chinese."""
    return max(written) < "\u2e80"


def _chinese_looks(name: str) -> list[str]:
    titled = people.is_titled(name)
    told = (
        ("=firm", FIRM.search(name)),
        ("=titled", titled),
        ("=person", not titled and people.is_person(name)),
        ("=nobody", everyday.nobody(name)),
        ("=city!" if len(name) == 2 else "=city", cities.known(name[:2])),
    )
    return [piece for piece, so in told if so]


def _latin_looks(name: str) -> list[str]:
    words = name.split()
    capitals = sum(word[0].isupper() for word in words)
    told = (
        ("=caps" if capitals == len(words) else "=somecaps" if capitals else "=nocaps", True),
        ("=notname", COMMON.search(name)),
        ("=lcity", cities.known(name)),
        ("=ltitled", people.is_titled(name)),
        ("=lware", wares.is_ware(name)),
        ("=lfirm", LATIN_FIRM.search(name)),
    )
    return [piece for piece, so in told if so]
