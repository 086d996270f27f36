"""/team: what everybody did today and this week, and what waits for them."""

from actions import team
from actions.refusals import NotForYourRole
from actions.team import TeamShown
from parsing import Said

from .lists import company_day
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> TeamShown:
    """The people whose customers the asker sees."""
    return team.show(turn.db, turn.scope, company_day(turn))


def tap_team(turn: Turn) -> TeamShown:
    """`team:page`."""
    if "manager" not in turn.roles:
        raise NotForYourRole("team")
    return team.show(turn.db, turn.scope, company_day(turn), turn.args.number(0))
