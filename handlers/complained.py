"""Complaints: the word alone lists those that are open."""

from actions import complained
from actions.complained import ComplaintsShown
from parsing import Said

from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> ComplaintsShown:
    """Of everybody whom the asker may see, or of those whom the words name."""
    return complained.show(turn.db, turn.who, turn.scope, whose(turn, said), company_day(turn))


def tap_complaints(turn: Turn) -> ComplaintsShown:
    """`complaints:page:where`."""
    wanted = wanted_in(turn.args[1:])
    return complained.show(turn.db, turn.who, turn.scope, wanted, company_day(turn), turn.args.number(0))
