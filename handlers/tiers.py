"""/tiers, or just the word: the customer base at a glance, and as a picture."""

from actions import tiers
from actions.tiers import TiersShown
from parsing import Said

from .lists import company_day
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> TiersShown:
    """The tiers of everybody whom the asker may see."""
    return tiers.show(turn.db, turn.who, turn.scope, turn.company, company_day(turn))


def tap_tiers(turn: Turn) -> TiersShown:
    """`tiers`: back to the summary."""
    return asked(turn)


def tap_picture(turn: Turn) -> None:
    """`tiers_picture`: drawn, as a message of its own."""
    turn.say(tiers.picture(turn.db, turn.who, turn.scope, turn.company, company_day(turn)))
