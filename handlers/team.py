"""/team: what everybody did today and this week, and what waits for them; /team NAME: one of them."""

from actions import gaps, team
from actions.gaps import GapsShown
from actions.refusals import NotForYourRole, OldCard
from actions.team import PersonShown, TeamShown
from actions.wanted import Wanted
from parsing import Said

from . import teams
from .lists import company_day, wanted_in
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> object:
    """The people whose customers the asker sees, or the one whom the words name; to an admin alone the teams."""
    if "manager" not in turn.roles:
        return teams.asked(turn, said)
    return _one(turn, turn.among) or team.show(turn.db, turn.scope, company_day(turn))


def tap_team(turn: Turn) -> TeamShown:
    """`team:page`."""
    _leads(turn)
    return team.show(turn.db, turn.scope, company_day(turn), turn.args.number(0))


def tap_person(turn: Turn) -> PersonShown:
    """`member:where`: one of the team."""
    _leads(turn)
    shown = _one(turn, wanted_in(turn.args))
    if shown is None:
        raise OldCard
    return shown


def tap_gaps(turn: Turn) -> GapsShown:
    """`gaps:page:where`: what records don't say."""
    _leads(turn)
    wanted = wanted_in(turn.args[1:])
    return gaps.show(turn.db, turn.who, turn.scope, wanted, company_day(turn), turn.args.number(0))


def _one(turn: Turn, wanted: Wanted) -> PersonShown | None:
    return team.one(turn.db, turn.scope, turn.company, wanted, company_day(turn))


def _leads(turn: Turn) -> None:
    if "manager" not in turn.roles:
        raise NotForYourRole("team")
