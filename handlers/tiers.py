"""/tiers, or just the word: the customer base at a glance, and as a picture."""

from actions import tiers
from actions.tiers import TiersShown
from actions.wanted import Wanted
from parsing import Said

from . import lists
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> TiersShown:
    """The tiers of everybody whom the asker may see, or of those whom the words name."""
    return _shown(turn, lists.whose(turn, said))


def tap_tiers(turn: Turn) -> TiersShown:
    """`tiers:where`: back to the summary."""
    return _shown(turn, lists.wanted_in(turn.args))


def tap_picture(turn: Turn) -> None:
    """`tiers_picture:where`: drawn, as a message of its own."""
    wanted = lists.wanted_in(turn.args)
    turn.say(tiers.picture(turn.db, turn.who, turn.scope, turn.company, lists.company_day(turn), wanted))


def _shown(turn: Turn, wanted: Wanted) -> TiersShown:
    return tiers.show(turn.db, turn.who, turn.scope, turn.company, lists.company_day(turn), wanted)
