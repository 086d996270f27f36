"""Public holidays as dates in a sentence: 春节前, 国庆后, 节后, after the holidays."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from parsing import feasts, lunar, seasons
from parsing.days import Day, Found, Reader, Setting
from parsing.patterns import pattern
from parsing.years import YEAR, year_of

FIXED = {
    "元旦": (1, 1), "new year": (1, 1), "情人节": (2, 14), "女生节": (3, 7), "妇女节": (3, 8), "三八节": (3, 8),
    "女神节": (3, 8), "三八妇女节": (3, 8), "双节": (10, 1),
    "中秋国庆": (10, 1), "双旦": (12, 25), "暑假": (7, 1),
    "植树节": (3, 12), "愚人节": (4, 1), "五一": (5, 1), "劳动节": (5, 1), "五四青年节": (5, 4),
    "青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "618": (6, 18), "建军节": (8, 1), "教师节": (9, 10),
    "国庆": (10, 1), "国庆节": (10, 1), "十一": (10, 1), "十一假期": (10, 1), "万圣节": (10, 31), "双十一": (11, 11),
    "双11": (11, 11), "光棍节": (11, 11), "双十二": (12, 12), "双12": (12, 12), "平安夜": (12, 24), "圣诞": (12, 25),
    "圣诞节": (12, 25), "跨年": (12, 31),
}  # fmt: skip
NEW_YEAR = (
    "春节", "过年", "年", "新年", "农历新年", "农历年", "大年初一",
)  # fmt: skip
EVE = ("除夕", "年三十", "大年三十", "年卅")
LUNAR = (
    dict.fromkeys(NEW_YEAR, (1, 1))
    | lunar.FEASTS
    | {name + "节": at for name, at in lunar.FEASTS.items() if name != "小年"}
)
LENGTHS = {
    "春节": 8,
    "农历新年": 8,
    "过年": 8,
    "年": 8,
    "国庆": 7,
    "国庆节": 7,
    "十一": 7,
    "双节": 7,
    "暑假": 62,
    "十一假期": 7,
    "五一": 5,
    "劳动节": 5,
}
"""Days off, the holiday itself included; after it means after those."""

EAST = ("CN", "HK", "TW", "MO", "SG", "MY")
EASTERN = "元旦, 春节, 清明, 五一, 端午, 中秋, 国庆"
WESTERN = "new year"
"""Whose end "after the holidays" may mean, by the speaker's country."""


def _date(name: str, year: int) -> date | None:
    """That holiday's day in that year, or null beyond the tables."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in EVE:
        return day - timedelta(days=1) if (day := lunar.solar(year, 1, 1)) else None
    if name in MOVING:
        return MOVING[name](year)
    return lunar.solar(year, *LUNAR[name])


MOVING: dict[str, Callable[[int], date | None]] = {
    "母亲节": partial(feasts.on, "mothers"),
    "父亲节": partial(feasts.on, "fathers"),
    "感恩节": partial(feasts.on, "thanksgiving"),
    **{name: partial(seasons.term, name) for name in seasons.TERMS},
    "清明节": partial(seasons.term, "清明"),
}
"""Holidays of the Gregorian year that are no fixed date."""


def holiday(found: Found, setting: Setting) -> Day | None:
    """The next such day, or the last when past; after a holiday is the first working day when it is over."""
    name, today = (found["name"] or found["name2"] or found["name3"] or found["name4"]).lower(), setting.today
    year = year_of(found["year"], today)
    days = _days(name, today) if year is None else [day for day in [_date(name, year)] if day]
    if found["after"] or found["before"].lower().startswith(("过", "忙", "开", "明年开")):
        days = [_back_at_work(name, day) for day in days]
    ahead = next((day for day in days if day >= today), None)
    behind = next((day for day in reversed(days) if day <= today), None)
    return found.day(behind, ahead) if ahead or behind else None


def next_holiday(found: Found, setting: Setting) -> Day | None:
    """节后, after the holidays, 节前: of whichever holiday of the speaker's country ends next."""
    own = EASTERN if setting.region in EAST else WESTERN
    over = found["after"] or found["after2"]
    days = [(name, day) for name in own.split(", ") for day in _days(name, setting.today)]
    coming = [on for name, day in days if (on := _back_at_work(name, day) if over else day) > setting.today]
    return found.future(min(coming)) if coming else None


def _days(name: str, today: date) -> list[date]:
    """That holiday from last year to the year after next, as far as the tables go."""
    return [day for year in range(today.year - 1, today.year + 3) if (day := _date(name, year))]


def _back_at_work(name: str, day: date) -> date:
    """The first weekday after a holiday that begins on this day."""
    over = day + timedelta(days=LENGTHS.get(name, 1))
    return over + timedelta(days=max(0, 7 - over.weekday()) if over.weekday() > 4 else 0)


_APART = ("过年", "年", "新年", "十一", "小年", "中元", "五一", "六一")
"""Names that need their own company."""
_NAMES = [*FIXED, *LUNAR, *MOVING, *EVE]
_CHINESE = "|".join(
    sorted((name for name in _NAMES if not name.isascii() and name not in _APART), key=len, reverse=True)
)

_NO_COUNT = r"(?<![\d一二两三四五六七八九十几半多数少今明去前后每整同当本全历周学青中老童近])"
"""年后 with a number is so many years later."""
_NO_FEAST = r"(?<![季环细情关章童师女母父亲调])"

_DAYS_OFF = "(?:小长假|黄金周|假期|长假|期间|放假|当天|当日|那天|前夕)?"
_GOODS = (
    "(?!的?(?:礼|粽|月饼|饺子|汤圆|促销|活动|大促|方案|款|套装|特惠|优惠|团购|福利|物料|海报|主题|红包|晚会|年货|订单|产品|新品|档|限定|糕|酒|贺卡|慰问"
    "|装饰|氛围|专供|专场))"
)
"""What is made for a feast tells no day: 中秋礼盒."""
_COUNTED = "个只台件支张条根斤米瓶袋箱套包块批"
_SIGNS = "零一二两三四五六七八九十"

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(
            rf"""
            (?P<year>{YEAR}|)(?P<before>(?:过[了完]|忙完)?)(?P<name>{_CHINESE})节?{_GOODS}{_DAYS_OFF}(?P<after>之后|以后
            |过后|后(?!天)|放假回来|回来)?
        """,
            cased=True,
        ),
        holiday,
    ),
    (
        pattern(
            rf"""
            (?P<year>{YEAR}|)(?P<before>(?:过[了完]|忙完)?)(?:(?P<name>小年)(?![轻青的级龄纪货糕])|(?<![毛角块元万千百十零点\d])(?P<name4>[五六]一)节?(?![{_COUNTED}])|(?<![\d.])(?P<name2>618)(?=大促|活动|促销
            |期间|那天|当天|节|之?[前后]|以[前后])|(?<![\d第周期号点楼月年{_SIGNS}百千万亿./-])(?P<name3>十一)(?={_DAYS_OFF}(?:之?[前后](?![天面台])|以[前后]
            |过后|回来)|黄金周|假期|长假|期间|放假)){_DAYS_OFF}(?P<after>之后|以后|过后|后|回来)?
        """,
            cased=True,
        ),
        holiday,
    ),
    (pattern(r"(?P<before>)(?P<after>)(?P<name>过年|新年)(?=之?前)", cased=True), holiday),
    (
        pattern(
            r"(?P<before>过完|过了|忙完|(?:明年)?开)(?P<name>年)(?P<after>之后|以后|后|)(?![底初中级货度]|会|再说)",
            cased=True,
        ),
        holiday,
    ),
    (pattern(rf"(?:过|{_NO_COUNT})(?P<name>年)(?P<after>过后|之后|以后|后(?![天期半])|过完)", cased=True), holiday),
    (pattern(rf"{_NO_COUNT}(?P<name>年)(?=之?前(?!台|后|\h{{0,6}}[了的过]))", cased=True), holiday),
    (
        pattern(
            rf"""
            (?:{_NO_FEAST}(?:过完?)?节|(?<![请休病产年婚])假期|长假|放假)(?P<after>之后|以后|过后|后(?![天期])
            |结束后?|回来)|(?P<after2>过完节|放完假)
        """,
            cased=True,
        ),
        next_holiday,
    ),
    (pattern(rf"{_NO_FEAST}节(?=之?前(?!台|后|\h{{0,6}}[了的过]))", cased=True), next_holiday),
    (
        pattern(r"\b(?P<after>after|once|post)[ -](?:the )?(?:long |public )?holidays?(?: (?:is|are) over)?\b"),
        next_holiday,
    ),
)
