"""/trend: contacts, new customers and sales, by month or week."""

import re

from actions import trend
from actions.refusals import OldCard
from actions.trend import UNITS, TrendShown
from parsing import Said

from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> TrendShown:
    """By month, unless the words say week."""
    unit = "week" if re.search(r"周|週|week", turn.text.lower()) else "month"
    return trend.show(turn.db, turn.who, turn.scope, turn.company, whose(turn, said), company_day(turn), unit)


def tap_trend(turn: Turn) -> TrendShown:
    """`trend:unit:where`."""
    wanted, unit = wanted_in(turn.args[1:]), _unit(turn)
    return trend.show(turn.db, turn.who, turn.scope, turn.company, wanted, company_day(turn), unit)


def tap_picture(turn: Turn) -> None:
    """`trend_picture:unit:where`: drawn, as a message of its own."""
    wanted, unit = wanted_in(turn.args[1:]), _unit(turn)
    turn.say(trend.picture(turn.db, turn.who, turn.scope, turn.company, wanted, company_day(turn), unit))


def _unit(turn: Turn) -> str:
    if (unit := turn.args[0]) not in UNITS:
        raise OldCard
    return unit
