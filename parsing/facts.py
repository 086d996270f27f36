"""Facts: one message may tell of several customers; each becomes a record of its own."""

import re
from collections.abc import Sequence

from parsing import clauses, people
from parsing.clauses import Clause
from parsing.customers import LIKELY
from parsing.masks import BLANK
from parsing.patterns import pattern
from parsing.said import SpotLike
from parsing.verbs import KINDS

AND = pattern(r"""
    (?:\s*(?:[、,，;；/+和与及跟同&]|以及|还有|\b(?:and|plus|then|also)\b)){1,3}\s*|\s+
""")
ACT = pattern(r"投诉|报价|跟进|complain|follow|quote|wants?|要|说")
REFERRED = pattern(r"^(?:的|['’]s)|介绍|推荐|竞争|隔壁|旁边|introduced|referred|recommended|competit")
"""Then a customer only stands by in what is told of another."""
EVERY = pattern(r"""
    都|均|全|也|各|两家|三家|(?:both|all|each|too|as well|today|yesterday|tomorrow|this|last|next|and|or)\b|今|昨|上午
    |下午
""")
"""What is said of all customers of an enumeration, or only when."""
STOPPED = pattern(r"[;；。\n][\s\x00]*$")
SURELY_TITLED = 0.8
"""How sure a surname with a title is."""

MOST_CLAUSES = 60
"""Later clauses belong to the last fact."""


def split(plain: str, spots: Sequence[SpotLike]) -> tuple[tuple[int, int], ...]:
    """Where each fact of a message begins and ends: a new customer in a new line or clause, with something done."""
    starts = [0]
    ids: set[int | str] = set()
    every = clauses.split(plain)[:MOST_CLAUSES]
    last = 0
    for at, clause in enumerate(every):
        named = [spot for spot in spots if clause.start <= spot.start < clause.end and _sure(spot)]
        others = {one for spot in named for one in spot.ids}
        said = _said(plain, clause, every[at + 1 : at + 2], named, last)
        if named and ids and not others & ids and _begins(plain, clause, said, named, starts[-1]):
            starts.append(clause.start)
            ids = others
        elif named:
            ids = ids & others or ids or others
        last = named[-1].end if named else last
    return tuple(zip(starts, [*starts[1:], len(plain)], strict=True))


def listed(plain: str, spots: Sequence[SpotLike]) -> tuple[SpotLike, ...]:
    """The customers of an enumeration (华星科技、蓝天环保和光谷激光), of whom the same is told; empty without one.

    Where no company is named the people of one count: 见了王总和刘姐.
    """
    return _enumerated(plain, [spot for spot in spots if _listable(spot)]) or (
        () if any(map(_listable, spots)) else _enumerated(plain, [spot for spot in spots if _sole(spot)])
    )


def _enumerated(plain: str, spots: Sequence[SpotLike]) -> tuple[SpotLike, ...]:
    """The first names with nothing but commas, spaces or an *and* between them."""
    group: list[SpotLike] = []
    for spot in spots:
        joined = group and AND.fullmatch(plain[group[-1].end : spot.start]) and not set(spot.ids) & set(group[-1].ids)
        if group and not joined and len(group) > 1:
            break
        group = [*group, spot] if joined else [spot]
    return tuple(group) if len(group) > 1 else ()


def _listable(spot: SpotLike) -> bool:
    """A company as it is called, be it only by its first word; no person."""
    return spot.how != "contact" and (_sure(spot) or (spot.how == "core" and spot.certainty >= LIKELY))


def _sole(spot: SpotLike) -> bool:
    """A person at one customer only."""
    return spot.how == "contact" and len(spot.ids) == 1 and spot.certainty >= SURELY_TITLED


def _sure(spot: SpotLike) -> bool:
    return spot.certainty >= 0.7


def _said(plain: str, clause: Clause, following: Sequence[Clause], named: Sequence[SpotLike], last: int) -> str | None:
    """What is said of the customer that stands first in a clause; null when another does or it is only enumerated.

    Behind a name that stands alone after a stop the next clause is about it: 百禾,送了样品.
    """
    if not named or plain[clause.start : named[0].start].replace(BLANK, "").strip():
        return None
    alone = not clause.words.replace(BLANK, "").strip()
    topic = alone and following and STOPPED.search(plain[: clause.start + 1])
    if topic and plain[clause.end : clause.end + 1] in ",，:：":
        return following[0].words
    return None if AND.fullmatch(plain[last : named[0].start]) else plain[named[0].end : clause.end]


def _begins(plain: str, clause: Clause, said: str | None, named: Sequence[SpotLike], begun: int) -> bool:
    """A customer that opens its own statement: something is done in this part and in the one before."""
    before = plain[begun : clause.start]
    beside = re.search(
        r"(?:介绍|推荐|竞争|竞品|比|和|跟|与|像|moved to|from|introduced|referred|competitor|like|than)\S{0,4}\s?$",
        plain[: named[0].start],
        re.IGNORECASE | re.ASCII,
    )
    if named[0].how == "contact" and not people.is_titled(named[0].words) and named[0].certainty < 0.9:
        return False
    return (
        (begun > 0 or _tells(before))
        and not (plain[: named[0].start].endswith("、") and EVERY.match(plain, named[0].end))
        and (_tells(clause.words) or _opens(said))
        and (not beside or named[0].start - clause.start <= 2 or _acts(clause, named[0]))
    )


def _opens(said: str | None) -> bool:
    """Whether something is said of a customer that stands first, though nothing is done: Orchidway not interested."""
    rest = (said or "").replace(BLANK, "").strip(" ,，:：.。!！")
    return len(rest) > 1 and not (REFERRED.search(rest) or EVERY.match(rest))


def _acts(clause: Clause, spot: SpotLike) -> bool:
    return any(words.search(clause.words[: max(0, spot.start - clause.start)]) for _, words in KINDS)


def _tells(words: str) -> bool:
    """Whether something is done or said in these words."""
    return ACT.search(words) is not None or any(verbs.search(words) for _, verbs in KINDS)
