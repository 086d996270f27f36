"""What a manager wants done with one customer, in words or from its card: 百禾转给周航, make Meadow a B."""

import re
from collections.abc import Sequence

from actions import holding, transfer
from actions.holding import TierByHand, TierHeld
from actions.refusals import ColleagueUnknown, NotForYourRole, OldCard
from actions.transfer import Transferred
from parsing import Said
from storage import customers
from storage.handover import called
from storage.models import Person

from .keeping import keeping
from .turn import Turn

TO = re.compile(
    r"(?:请|帮我)?(?:把|将)?\s?\0(?:这个|那个|的)?(?:客户)?\s?(?:转|移|交|让|分|划|移交|交接)给\s?(?P<zh>[^\s，,。.!！?？\0]{1,12})"
    r"|(?:please )?(?:give|hand(?: over)?|transfer|reassign|assign|pass) \0"
    r" (?:over )?to (?P<en>[a-z][\w'-]*(?: [a-z][\w'-]*)?)",
    re.IGNORECASE,
)
TIER = re.compile(
    r"(?:请|帮我)?(?:把|将)?\s?\0(?:这个|那个|的)?(?:客户|等级|级别)?\s?(?:改|调|升|降|设|定|变)(?:成|为|到|回)\s?(?P<zh>[abc])\s?(?:级|类)?(?:客户)?"
    r"|(?:please )?(?:make|set|change|move|upgrade|downgrade) \0 (?:to |into |as )?(?:an? )?(?:tier )?(?P<en>[abc])",
    re.IGNORECASE,
)
"""The whole of what is said, its customer hidden: a question about an earlier deed is none."""


def wanted(turn: Turn, said: Said | None, customer: int) -> object | None:
    """What the words want done with a customer; None from who manages nobody, and where they only name it or ask."""
    if said is None or not said.customer or "manager" not in turn.roles:
        return None
    words = said.text.replace(said.customer, "\0", 1).strip(" 。.!！")
    if tier := TIER.fullmatch(words):
        return holding.by_hand(keeping(turn), customer, (tier["zh"] or tier["en"]).upper(), "-", "-")
    heir = TO.fullmatch(words)
    return _given(turn, customer, heir["zh"] or heir["en"]) if heir else None


def give(turn: Turn, customer: int, person: int) -> Transferred:
    """It is theirs from now on; both are told."""
    done = transfer.transfer(keeping(turn), customer, person)
    tell(turn, transfer.told(keeping(turn), done))
    return done


def tell(turn: Turn, news: Sequence[tuple[Person, object]]) -> None:
    """To each of them, but who did it, what it means to them."""
    for who, result in news:
        if who.telegram_id is not None and who.id != turn.who.id:
            turn.say(result, to=who)


def tap_grade(turn: Turn) -> TierByHand | TierHeld:
    """`grade:customer:tier:reason:span`: a tier by hand; asks for what is not chosen yet (`-`)."""
    if "manager" not in turn.roles:
        raise NotForYourRole("moves")
    tier, reason, span = (*turn.args[1:4], "-", "-", "-")[:3]
    return holding.by_hand(keeping(turn), turn.args.number(0), tier, reason, span)


def _given(turn: Turn, customer: int, name: str) -> Transferred | None:
    """To whom the name fits alone; nothing where it is theirs already."""
    found = called(turn.db, name)
    if len(found) != 1:
        raise ColleagueUnknown(name)
    if customers.owner_of(turn.db, customer) == found[0].id:
        return None
    try:
        return give(turn, customer, found[0].id)
    except OldCard:
        raise ColleagueUnknown(name) from None
