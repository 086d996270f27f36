"""/top: who brings the sales, by customer, person, team, region, industry or product."""

import re

from actions import top
from actions.refusals import OldCard
from actions.top import BY, TopShown
from actions.wanted import Wanted
from parsing import Said
from parsing.script import fold

from .lists import company_day, wanted_in, whose
from .turn import Turn

WORDS = {
    "person": r"人员|按人|谁的?(?:业绩|成交|销售|卖)|\bwho s|销售(?!额)|\b(?:people|person|salespe\w+|reps?)\b",
    "team": r"团队|小组|\bteams?\b",
    "region": r"地区|区域|大区|\bregions?\b",
    "industry": r"行业|\bindustr",
    "product": r"产品|商品|\bproducts?\b",
}


def asked(turn: Turn, said: Said | None = None) -> TopShown:
    """As the words say: top, top products, 前十大客户, 按地区成交."""
    words = fold(turn.text).lower()
    by = next((by for by, named in WORDS.items() if re.search(named, words)), "customer")
    return show(turn, whose(turn, said), by, 0)


def tap_top(turn: Turn) -> TopShown:
    """`top:by:page:where`."""
    if (by := turn.args[0]) not in BY:
        raise OldCard
    return show(turn, wanted_in(turn.args[2:]), by, turn.args.number(1))


def show(turn: Turn, wanted: Wanted, by: str, page: int) -> TopShown:
    """A page of those who bring the sales."""
    return top.show(turn.db, turn.who, turn.scope, turn.company, wanted, company_day(turn), by, page)


def tap_picture(turn: Turn) -> None:
    """`top_picture:where`: drawn, as a message of its own."""
    wanted = wanted_in(turn.args)
    turn.say(top.picture(turn.db, turn.who, turn.scope, turn.company, wanted, company_day(turn)))
