"""What is to become of one customer: 百禾转给周航, 百禾改成B级, give Meadow to Sam, make Meadow a B."""

from dataclasses import dataclass

from parsing.masks import BLANK
from parsing.patterns import pattern
from parsing.script import fold

GIVE = pattern(r"""
    (?:请|麻烦|帮我)?(?:把|将)?\s?\x00+\s?(?:这个|那个|的)?(?:客户)?\s?(?:转|移|交|让|分|划|移交|交接)(?:给|畀|俾)\s?
    (?P<zh>[^\s，,。.!！?？\x00]{1,12})
    |(?:please )?(?:give|move|hand(?: over)?|transfer|reassign|assign|pass) \x00+ (?:over )?to
    (?! (?:the|a|an|my|our|this|that|next|last|done|won|lost)\b) (?P<en>[a-z\u00c0-\u9fff][^\s，,。.!！?？\x00]*
    (?: [a-z\u00c0-\u9fff][^\s，,。.!！?？\x00]*)?)
""")
GRADE = pattern(r"""
    (?:请|麻烦|帮我)?(?:把|将)?\s?\x00+\s?(?:这个|那个|的)?(?:客户|等级|级别)?\s?(?:改|调|升|降|设|定|变)(?:成|为|到|回)\s?
    (?P<zh>[abc])\s?(?:级|类)?(?:客户)?
    |(?:please )?(?:make|set|change|move|upgrade|downgrade) \x00+ (?:to |into |as )?(?:an? )?(?:tier )?(?P<en>[abc])
    (?: tier)?
""")
"""The whole of what is said, its customer hidden: a question about an earlier deed is none."""

SELF = frozenset({"我", "我自己", "me", "myself"})
"""Who gives a customer to these takes it over."""


@dataclass(frozen=True)
class Deed:
    """One customer is given to the colleague of a name, as written, or put on a tier: one of the two is set."""

    heir: str | None = None
    tier: str | None = None


def find(text: str, masked: str) -> Deed | None:
    """The deed that a text is; `masked` is the same folded, with the customer's name blanked. Places agree."""
    words = masked.rstrip(" 。.!！")
    start = len(words) - len(words := words.lstrip())
    if tier := GRADE.fullmatch(words):
        return Deed(tier=(tier["zh"] or tier["en"]).upper())
    if (given := GIVE.fullmatch(words)) is None:
        return None
    first, last = given.span("zh" if given["zh"] else "en")
    return Deed(heir=text[start + first : start + last])


def of(text: str, customer: str) -> Deed | None:
    """The deed that a text is, which names the customer in these words."""
    return find(text, fold(text).replace(fold(customer), BLANK * len(customer), 1))
