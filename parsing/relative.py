"""Days told from today: 今天, 大后天, 三天内, 两周后, tomorrow, EOD."""

import re
from dataclasses import replace
from datetime import timedelta

from parsing.days import Day, Found, Reader, Setting, numeral
from parsing.patterns import pattern
from parsing.steps import soon, step

NAMED = {
    "今天": 0, "今日": 0, "今早": 0, "今晚": 0, "今晨": 0, "今儿": 0, "当天": 0, "当日": 0, "明天": 1, "明日": 1,
    "明早": 1, "明晚": 1, "明晨": 1, "明儿": 1, "听日": 1, "后天": 2, "后日": 2, "大后天": 3, "大后日": 3, "昨天": -1,
    "昨日": -1, "昨晚": -1, "昨儿": -1, "昨夜": -1,
    "前儿": -2, "前儿个": -2, "后儿": 2, "后儿个": 2,
    "昨个": -1, "昨儿个": -1, "今儿个": 0, "明个": 1, "明儿个": 1,
    "琴日": -1, "寻日": -1, "前天": -2, "前日": -2, "前晚": -2,
    "大前天": -3, "今下午": 0, "今上午": 0, "今朝": 0, "明朝": 1, "外后天": 3, "大大后天": 4,
    "today": 0, "tonight": 0, "this morning": 0,
    "this aft": 0, "this arvo": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tmw": 1, "2moro": 1, "tomoro": 1,
    "tommorow": 1, "tomorow": 1, "tommorrow": 1, "yesterday": -1, "yest": -1, "ytd": -1, "last night": -1,
    "the day after tomorrow": 2, "day after tomorrow": 2, "day after tmr": 2, "the day before yesterday": -2,
    "day before yesterday": -2, "the other day": 0, "下班前": 0,
}  # fmt: skip
UNITS = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "个月": "month", "月": "month",
    "年": "year", "小时": "hour", "钟头": "hour", "分钟": "minute", "工作日": "workday", "季度": "quarter",
}  # fmt: skip
DAY_HOURS = 24
MINUTES = {"hour": 60, "minute": 1}


def named(found: Found, setting: Setting) -> Day | None:
    """今天 is both past and future, until its sentence says which."""
    name = found["name"].lower()
    if name == "the other day":
        return None
    on = setting.today + timedelta(days=NAMED[name])
    if name == "下班前":
        return found.future(on)
    return found.sided(on, setting.today)


def end_of_today(found: Found, setting: Setting) -> Day:
    """EOD, close of business."""
    return found.future(setting.today)


def _within(found: Found, setting: Setting, unit: str, count: float, side: str) -> Day:
    """两小时内 is due at an hour, 48小时内 on a day."""
    then = soon(found, setting, count * MINUTES[unit])
    return replace(then, at=None) if side.endswith("内") and unit == "hour" and count >= DAY_HOURS else then


def chinese_offset(found: Found, setting: Setting) -> Day | None:
    """三天内, 两周后, 半个月后, 一个半月后, 过10天, 3天前."""
    unit, side = UNITS[found["unit"].lstrip("个").replace("月", "个月")], found["side"]
    count = _count(found)
    if count > 1000 or not (found["n"] or found["half"]) or _is_a_month(found):
        return None
    if unit in ("hour", "minute"):
        return None if side.endswith("前") else _within(found, setting, unit, count, side)
    if side.endswith("前"):
        return found.past(step(setting.today, unit, -count))
    return found.future(step(setting.today, unit, count))


def _is_a_month(found: Found) -> bool:
    """6月前 is before June; 两月前 and 6个月前 count."""
    counts = found["half"] or found["plus"] or found["lead"] or found["n"] in ("两", "俩")
    return found["unit"] == "月" and not counts


def coming_span(found: Found, setting: Setting) -> Day:
    """未来两周, 接下来三天: its end, which dates only what is planned for it; hours are an hour."""
    unit, count = UNITS[found["unit"].lstrip("个")], _count(found)
    if unit in ("hour", "minute"):
        return soon(found, setting, count * MINUTES[unit])
    return found.future(step(setting.today, unit, count), weak=True)


def lately(found: Found, setting: Setting) -> Day:
    """前两天 is two days ago."""
    unit = UNITS[found["unit"].lstrip("个").replace("月", "个月")]
    return found.past(step(setting.today, unit, -2))


def _count(found: Found) -> float:
    half = 0.5 if found["half"] or found["plus"] or found["more"] else 0
    return half if found["half"] else numeral(found["n"]) + half


_N = r"(?<![\d.])[1-9]\d{0,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九俩]"
_NAMES = "|".join(sorted((name for name in NAMED if not name.isascii() and name != "下班前"), key=len, reverse=True))
_ENGLISH_NAMES = "|".join(sorted((name for name in NAMED if name.isascii()), key=len, reverse=True))

_END = r"(?:eod|cob|eob|end of (?:the )?(?:business |working )?day|end of today|close of (?:business|play)|end of play)"
_OF_ANOTHER = r"(?! (?:on |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tmr))"
"""COB Friday is Friday, and so is Friday EOD."""
_DAYS = ("day", "tomorrow", "tmr", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_AFTER_A_DAY = "".join(f"(?<!{name} )" for name in _DAYS)

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b{_AFTER_A_DAY}{_END}\b{_OF_ANOTHER}"), end_of_today),
    (pattern(rf"\b(?P<name>{_ENGLISH_NAMES})\b"), named),
    (pattern(rf"(?P<name>{_NAMES})(?!年)"), named),
    (pattern(r"(?<![天日号晚一二三四五六末底])(?P<name>下班前)"), named),
    (
        pattern(rf"""
            (?<!月)(?<!月\d)(?<!月 )(?P<lead>再?过|等|隔|)(?:大概|大约
            |约)?(?P<half>半(?=[个年天小]))?(?P<n>{_N})?(?P<plus>个半)?(?P<unit>个?(?:小时|钟头|工作日|月|星期|礼拜
            |季度)|天|日(?!本)|周|年|分钟)(?P<more>半)?(?:左右|的?时间)?(?P<side>以后|之后|过后|后(?!面)|之内|以内|内|之前|以前
            |前)
        """),
        chinese_offset,
    ),
    (
        pattern(rf"""
            (?P<lead>再?过|隔)(?P<half>半(?=[个年]))?(?P<n>{_N})?(?P<plus>个半)?(?P<unit>个?(?:小时|月|星期|礼拜)|天
            |周|年|分钟)(?P<side>)(?=再|我|回|去|跟|联|打|给|看|拜)
        """),
        chinese_offset,
    ),
    (
        pattern(rf"""
            (?:未来|接下来|今后|往后|之后(?=\S{{1,4}}(?:小时|分钟)))的?(?P<n>{_N})(?P<plus>个半)?
            (?P<unit>天|周|个?(?:星期|礼拜|小时|钟头)|分钟)(?:之内|以内|内|里)?
        """),
        coming_span,
    ),
    (
        pattern(r"(?<![^\s,，。、\x00我他她们是在就也])前[两俩2](?P<unit>天|周|个?(?:星期|礼拜)|个月)"),
        lately,
    ),
)
