"""Days counted in Chinese in several units or loosely: 1个月零3天后, 1小时20分钟后, 20多天后, 十几天前."""

import re

from parsing.days import Day, Found, Reader, Setting, numeral
from parsing.patterns import pattern
from parsing.steps import soon, step

UNITS = {
    "年": "year", "月": "month", "星期": "week", "礼拜": "week", "周": "week", "天": "day", "小时": "hour",
    "钟头": "hour", "分钟": "minute", "分": "minute",
}  # fmt: skip
MINUTES = {"hour": 60, "minute": 1}
HALF = 0.5
_N = r"(?:(?<![\d.])[1-9]\d{0,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九俩半])"
_UNIT = r"(?:年|个月|个?(?:星期|礼拜|小时|钟头)|周|天|分钟?)"
_SIDE = r"(?:左右|的?时间)?(?P<side>以后|之后|过后|后(?!面)|之内|以内|内|之前|以前|前)"
PIECE = re.compile(rf"(?P<n>{_N})[多来几余]?个?(?:多)?(?P<unit>{'|'.join(UNITS)})")


def counted(found: Found, setting: Setting) -> Day | None:
    """So many units on or back; of hours back nothing is told."""
    pieces = [(_number(piece["n"]), UNITS[piece["unit"]]) for piece in PIECE.finditer(found["count"])]
    minutes = sum(count * MINUTES[unit] for count, unit in pieces if unit in MINUTES)
    sign, on = -1 if found["side"].endswith("前") else 1, setting.today
    for count, unit in pieces:
        on = on if unit in MINUTES else step(on, unit, sign * count)
    if sign < 0:
        return None if minutes else found.past(on)
    return soon(found, setting, minutes + 24 * 60 * (on - setting.today).days) if minutes else found.future(on)


def _number(words: str) -> float:
    return HALF if words == "半" else numeral(words)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"(?P<count>{_N}{_UNIT}(?:[零又加]?{_N}{_UNIT}){{1,2}}){_SIDE}"), counted),
    (
        pattern(rf"""
            (?P<count>(?:(?<![\d.])[1-9]\d{{0,2}}|[一二两三四五六七八九]?十)(?:[多来几余]个?(?:月|星期|礼拜|周|天|小时|分钟))
            |{_N}个多(?:月|星期|礼拜|小时)){_SIDE}
        """),
        counted,
    ),
    (
        pattern(r"""
            (?P<count>(?:(?<![\d.])[1-9]\d?|[一二两三四五六七八九]?十|[一二两三四五六七八九半])(?:天|周|个?(?:星期|礼拜)|个月))左右(?P<side>)
            (?=再|给|回复|答复|交货|到货|发货|出货|能|可以)
        """),
        counted,
    ),
    (
        pattern(r"""
            再?过[一二两三四五六七八](?P<count>[二两三四五六七八九](?:天|周|个?(?:星期|礼拜|月)))(?P<side>)
            (?=再|我|回|去|跟|联|打|给|看|拜)
        """),
        counted,
    ),
)
"""Of two numbers (过两三天再联系) the later one."""
