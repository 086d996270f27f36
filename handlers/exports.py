"""Export: any list or answer as a spreadsheet, made beside the messages and sent as a document."""

import re

from actions import orders
from actions.refusals import NotForYourRole, OldCard
from actions.wanted import Wanted
from parsing import Said

from . import filters
from .hearing import heard
from .keeping import keeping
from .lists import company_day, wanted_in, wanted_of
from .turn import Turn

NAMED = re.compile(r"^/?(?:导出|導出|匯出|汇出|export)(?:@\w+)?\s*", re.IGNORECASE)


def asked(turn: Turn, said: Said | None = None) -> None:
    """/export, 导出 A 沉默: everybody whom the asker may see, or those whom the words name."""
    words = NAMED.sub("", turn.text)
    rest, turn.among = filters.taken_out(turn, words)
    found = heard(turn, rest)[0] if rest else None
    _begin(turn, "list", "-", wanted_of(turn, found if found and found.intent == "query" else None))


def tap_export(turn: Turn) -> None:
    """`sheet:what:arg:where`."""
    if not {"salesperson", "manager"} & turn.roles:
        raise NotForYourRole("export")
    what, arg = turn.args[0], turn.args[1]
    if what not in orders.KINDS:
        raise OldCard
    _begin(turn, what, arg, wanted_in(turn.args[2:]))


def _begin(turn: Turn, what: str, arg: str, wanted: Wanted) -> None:
    today = company_day(turn)
    begun = turn.say(orders.begun(keeping(turn), what, wanted, today))
    orders.order(keeping(turn), what, arg, wanted, begun.id, today)
