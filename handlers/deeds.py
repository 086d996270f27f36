"""What a manager wants done with one customer, in words or from its card: 百禾转给周航, make Meadow a B."""

from collections.abc import Sequence

from actions import holding, transfer
from actions.holding import TierByHand, TierHeld
from actions.refusals import ColleagueUnknown, NotForYourRole, OldCard
from actions.transfer import TransferAsked, Transferred
from parsing import Said
from parsing.deeds import SELF, of
from storage import customers
from storage.handover import called
from storage.models import Person

from .keeping import keeping
from .turn import Turn


def wanted(turn: Turn, said: Said | None, customer: int) -> object | None:
    """What the words want done with a customer; None from who manages nobody, and where they only name it or ask."""
    if said is None or not said.customer or "manager" not in turn.roles:
        return None
    deed = of(said.text, said.customer)
    if deed and deed.tier:
        return holding.by_hand(keeping(turn), customer, deed.tier, "-", "-")
    return _given(turn, customer, deed.heir) if deed and deed.heir else None


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


def _given(turn: Turn, customer: int, name: str) -> Transferred | TransferAsked | None:
    """To whom the name fits alone; nothing where it is theirs already, and asked where one's own self sells nothing."""
    myself = name.lower() in SELF
    found = [turn.who] if myself else called(turn.db, name)
    if len(found) != 1:
        raise ColleagueUnknown(name)
    if customers.owner_of(turn.db, customer) == found[0].id:
        return None
    try:
        return give(turn, customer, found[0].id)
    except OldCard:
        if myself:
            return transfer.offered(keeping(turn), 0, customer)
        raise ColleagueUnknown(name) from None
