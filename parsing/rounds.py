"""A round: several customers visited or called, of each something of its own."""

from collections.abc import Sequence

from parsing import facts, masks
from parsing.patterns import pattern
from parsing.said import Said, SpotLike

Part = tuple[int, int]
LISTING = pattern(r"[;；]\s*$")
"""Ends a part whose successor belongs to the same round."""
KINDS = {"visit": "visit", "meeting": "visit", "call": "call"}
"""What a round is, by the channel of its first fact."""


def hidden(plain: str, parts: Sequence[Part], spots: Sequence[SpotLike]) -> str:
    """The text with the names blanked that one part only lists and a later one tells of: the heading of a round."""
    return masks.mask(plain, [spot for at in range(len(parts)) for spot in _listed_only(plain, parts, at, spots)])


def shared(plain: str, parts: Sequence[Part], spots: Sequence[SpotLike], told: Sequence[Sequence[Said]]) -> list[Said]:
    """All facts; what the round was and when it took place holds for those of its customers who are told neither of."""
    first = told[0][0]
    heading = {one for spot in _listed_only(plain, parts, 0, spots) for one in spot.ids}
    every = list(told[0])
    for (start, _), part in zip(parts[1:], told[1:], strict=True):
        listed = bool(heading & {one for said in part for one in said.customer_ids})
        beside = listed or LISTING.search(plain[:start]) is not None
        every += [_as(one, first, listed) if beside else one for one in part]
    return every


def _listed_only(plain: str, parts: Sequence[Part], at: int, spots: Sequence[SpotLike]) -> list[SpotLike]:
    """Customers that a part enumerates although a later one is about them; no part is left without any."""
    named = _within(spots, parts[at])
    told = {one for other in parts[at + 1 :] for spot in _within(spots, other)[:1] for one in spot.ids}
    elsewhere = [spot for spot in facts.listed(plain, named) if set(spot.ids) <= told]
    return elsewhere if len(elsewhere) < len(named) else []


def _within(spots: Sequence[SpotLike], part: Part) -> list[SpotLike]:
    return [spot for spot in spots if part[0] <= spot.start < part[1]]


def _as(one: Said, first: Said, listed: bool) -> Said:
    """A fact of a round: where nothing is done of its own, it was visited or called like the first."""
    kind = KINDS.get(first.channel or "")
    if kind is None or one.intent != "note" or (one.followup and not listed):
        return one
    return one.but(intent=kind, channel=first.channel, event=one.event or first.event)
