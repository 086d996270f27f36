"""/coverage: due, planned, covered, late, and what of this month's contacts is still to come; who is late, by name."""

from actions import coverage
from actions.coverage import CoverageShown
from actions.wanted import Wanted, is_own
from parsing import Said

from . import agenda, lists
from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> CoverageShown:
    """Per person; of one person per customer."""
    return _shown(turn, whose(turn, said), 0)


def tap_coverage(turn: Turn) -> CoverageShown:
    """`coverage:page:where`."""
    return _shown(turn, wanted_in(turn.args[1:]), turn.args.number(0))


def tap_picture(turn: Turn) -> None:
    """`coverage_picture:where`: contacts by person and week."""
    turn.say(coverage.picture(turn.db, turn.scope, wanted_in(turn.args), company_day(turn)))


def late(turn: Turn, said: Said | None = None) -> object | None:
    """Who is late: a manager's people's customers, else one's own list of today."""
    if "manager" in turn.roles and not is_own(turn.who, turn.scope):
        return lists.show(turn, lists.with_status(whose(turn, said), "late"), 0)
    agenda.today(turn)
    return None


def _shown(turn: Turn, wanted: Wanted, page: int) -> CoverageShown:
    return coverage.show(turn.db, turn.who, turn.scope, turn.company, wanted, company_day(turn), page)
