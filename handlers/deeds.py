"""What a manager wants done with one customer, in words or from its card: 百禾转给周航, make Meadow a B."""

import re

from actions import holding, transfer
from actions.holding import TierByHand, TierHeld
from actions.refusals import ColleagueUnknown, NotForYourRole
from actions.transfer import Transferred
from parsing import Said
from storage.handover import called

from .keeping import keeping
from .turn import Turn

TO = re.compile(
    r"(?:转|移|交|让|分|划|移交|交接)给\s?([^\s，,。.!！]{1,12})"
    r"|^\s*(?:please )?(?:give|hand|transfer|reassign|assign|pass|move)\b.*\bto ([a-z][\w'-]+(?: [a-z][\w'-]+)?)\W*$",
    re.IGNORECASE,
)
TIER = re.compile(
    r"(?:改|调|升|降|设|定|变)(?:成|为|到|回)\s?([abc])(?![a-z])"
    r"|^\s*(?:please )?(?:make|set|change|move|upgrade|downgrade)\b.*\b([abc])\W*$",
    re.IGNORECASE,
)


def wanted(turn: Turn, said: Said | None, customer: int) -> object | None:
    """What the words want done with a customer; None from who manages nobody, and where they only name it."""
    if said is None or "manager" not in turn.roles:
        return None
    if tier := TIER.search(said.text):
        return holding.by_hand(keeping(turn), customer, tier[tier.lastindex or 0].upper(), "-", "-")
    heir = TO.search(said.text)
    return give(turn, customer, _called(turn, heir[heir.lastindex or 0])) if heir else None


def give(turn: Turn, customer: int, person: int) -> Transferred:
    """It is theirs from now on; both are told."""
    done = transfer.transfer(keeping(turn), customer, person)
    for who, result in transfer.told(keeping(turn), done):
        if who.telegram_id is not None and who.id != turn.who.id:
            turn.say(result, to=who)
    return done


def tap_grade(turn: Turn) -> TierByHand | TierHeld:
    """`grade:customer:tier:reason:span`: a tier by hand; asks for what is not chosen yet (`-`)."""
    if "manager" not in turn.roles:
        raise NotForYourRole("moves")
    tier, reason, span = (*turn.args[1:4], "-", "-", "-")[:3]
    return holding.by_hand(keeping(turn), turn.args.number(0), tier, reason, span)


def _called(turn: Turn, name: str) -> int:
    found = called(turn.db, name)
    if len(found) != 1:
        raise ColleagueUnknown(name)
    return found[0].id
