"""Complaints: the word alone lists those that are open."""

from actions import complained
from actions.complained import ComplaintsShown
from actions.wanted import Wanted
from parsing import Said

from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> ComplaintsShown:
    """Of everybody whom the asker may see, or of those whom the words name."""
    return show(turn, whose(turn, said), 0)


def tap_complaints(turn: Turn) -> ComplaintsShown:
    """`complaints:page:where`."""
    return show(turn, wanted_in(turn.args[1:]), turn.args.number(0))


def show(turn: Turn, wanted: Wanted, page: int) -> ComplaintsShown:
    """A page of them."""
    return complained.show(turn.db, turn.who, turn.scope, wanted, company_day(turn), page)
