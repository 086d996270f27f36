"""Days counted from now: 今天, 大后天, 三天内, 两周后, in 3 days, 3 weeks later, a fortnight, EOD."""

import re
from dataclasses import replace
from datetime import UTC, date, timedelta

from parsing.days import Day, Found, Reader, Setting, month_after, numeral
from parsing.patterns import pattern

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
    "this afternoon": 0, "this evening": 0, "eod": 0, "cob": 0, "end of day": 0, "end of the day": 0,
    "end of today": 0, "close of business": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tmw": 1, "2moro": 1, "tomoro": 1,
    "tommorow": 1, "tomorow": 1, "tommorrow": 1, "yesterday": -1, "yest": -1, "ytd": -1, "last night": -1,
    "the day after tomorrow": 2, "day after tomorrow": 2, "day after tmr": 2, "the day before yesterday": -2,
    "day before yesterday": -2, "the other day": 0, "下班前": 0,
}  # fmt: skip
UNITS = {
    "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "个月": "month", "月": "month",
    "年": "year", "小时": "hour", "钟头": "hour", "分钟": "minute", "工作日": "workday", "季度": "quarter",
}  # fmt: skip
DAY_HOURS = 24
FEW = {"a": 1, "an": 1, "one": 1, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "fortnight": 14}
ENGLISH = (
    dict(
        zip(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            range(2, 13),
            strict=True,
        )
    )
    | FEW
)


def named(found: Found, setting: Setting) -> Day | None:
    """今天 is both past and future, until its sentence says which."""
    name = found["name"].lower()
    if name == "the other day":
        return None
    on = setting.today + timedelta(days=NAMED[name])
    if name in ("eod", "cob", "end of day", "end of the day", "end of today", "close of business", "下班前"):
        return found.future(on)
    return found.sided(on, setting.today)


def _step(today: date, unit: str, count: float) -> date:
    """So many units from a day; half a month is fifteen days."""
    if unit in ("month", "quarter", "year"):
        months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
        return month_after(today, int(months)) + timedelta(days=15 * (months % 1 > 0))
    if unit == "workday":
        return _workdays(today, int(count))
    return today + timedelta(days=int(count * (7 if unit == "week" else 1)))


def _workdays(today: date, count: int) -> date:
    while count > 0:
        today += timedelta(days=1)
        count -= today.weekday() < 5
    return today


def _soon(found: Found, setting: Setting, unit: str, count: float) -> Day:
    """Hours and minutes from now, on the speaker's clock, across midnight and changes of the clock."""
    then = setting.heard.astimezone(UTC) + timedelta(**{unit + "s": count})
    local = then.astimezone(setting.heard.tzinfo)
    return found.future(local.date(), at=local.time().replace(second=0, microsecond=0, tzinfo=None))


def _within(found: Found, setting: Setting, unit: str, count: float, side: str) -> Day:
    """两小时内 is due at an hour, 48小时内 on a day."""
    soon = _soon(found, setting, unit, count)
    return replace(soon, at=None) if side.endswith("内") and unit == "hour" and count >= DAY_HOURS else soon


def chinese_offset(found: Found, setting: Setting) -> Day | None:
    """三天内, 两周后, 半个月后, 一个半月后, 过10天, 3天前."""
    unit, side = UNITS[found["unit"].lstrip("个").replace("月", "个月")], found["side"]
    count = _count(found)
    if count > 1000 or not (found["n"] or found["half"]) or _is_a_month(found):
        return None
    if unit in ("hour", "minute"):
        return None if side.endswith("前") else _within(found, setting, unit, count, side)
    if side.endswith("前"):
        return found.past(_step(setting.today, unit, -count))
    return found.future(_step(setting.today, unit, count))


def _is_a_month(found: Found) -> bool:
    """6月前 is before June; 两月前 and 6个月前 count."""
    counts = found["half"] or found["plus"] or found["lead"] or found["n"] in ("两", "俩")
    return found["unit"] == "月" and not counts


def coming_span(found: Found, setting: Setting) -> Day:
    """未来两周, 接下来三天: its end, which dates only what is planned for it; hours are an hour."""
    unit, count = UNITS[found["unit"].lstrip("个")], _count(found)
    if unit in ("hour", "minute"):
        return _soon(found, setting, unit, count)
    return found.future(_step(setting.today, unit, count), weak=True)


def lately(found: Found, setting: Setting) -> Day:
    """前两天 is two days ago."""
    unit = UNITS[found["unit"].lstrip("个").replace("月", "个月")]
    return found.past(_step(setting.today, unit, -2))


def _count(found: Found) -> float:
    half = 0.5 if found["half"] or found["plus"] or found["more"] else 0
    return half if found["half"] else numeral(found["n"]) + half


def english_offset(found: Found, setting: Setting) -> Day | None:
    """In 3 days, after 2 weeks, within a month, 3 weeks later, 10 days from now, 2 days ago."""
    unit = (
        "week"
        if found["unit"].lower().startswith("wk")
        else found["unit"].lower().rstrip("s").replace("business ", "work").replace("working ", "work")
    )
    unit = {"min": "minute", "hr": "hour", "mth": "month", "yr": "year", "work day": "workday"}.get(unit, unit)
    count = _english_count(found["n"].lower())
    if unit in ("hour", "minute"):
        return None if found["ago"] else _soon(found, setting, unit, count)
    if found["ago"]:
        return found.past(_step(setting.today, unit, -count))
    return found.future(_step(setting.today, unit, count))


def _english_count(words: str) -> float:
    words = words.strip()
    if words.startswith("half"):
        return 0.5
    return min(1000, int(words)) if words.isdigit() else ENGLISH.get(words, 1)


def fortnight(found: Found, setting: Setting) -> Day:
    """A fortnight is two weeks."""
    days = timedelta(days=14)
    return found.past(setting.today - days) if found["ago"] else found.future(setting.today + days)


def week_from_day(found: Found, setting: Setting) -> Day:
    """A week from today, two weeks from tomorrow."""
    start = {"tomorrow": 1}.get(found["from"].lower(), 0)
    return found.future(setting.today + timedelta(days=start + int(7 * _english_count(found["n"].lower()))))


_N = r"(?<![\d.])[1-9]\d{0,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九俩]"
_EN = (
    r"\d{1,3}|half an?|an?|a couple(?: of)?|couple(?: of)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve"
)
_UNIT = r"business days?|working days?|days?|weeks?|wks?|months?|mths?|quarters?|years?|yrs?|hours?|hrs?|minutes?|mins?"
_NAMES = "|".join(sorted((name for name in NAMED if not name.isascii()), key=len, reverse=True))
_ENGLISH_NAMES = "|".join(sorted((name for name in NAMED if name.isascii()), key=len, reverse=True))

FROM_A_DAY: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?P<n>{_EN}|) ?weeks? from (?P<from>today|tomorrow|now)\b"), week_from_day),
)
"""Weeks counted from a day that is itself named, read before that day is."""

_NO_DAY = r"(?!(?<=cob|eod) (?:on |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tmr))"
"""COB Friday is Friday."""

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (pattern(rf"\b(?P<name>{_ENGLISH_NAMES})\b{_NO_DAY}"), named),
    (pattern(rf"(?P<name>{_NAMES})(?!年)"), named),
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
    (
        pattern(rf"""
            \b(?P<ago>)(?:in|after|within|in about|in another|for another)(?: the next
            | about)? (?P<n>{_EN}) ?(?P<unit>{_UNIT})\b(?:'? time)?
        """),
        english_offset,
    ),
    (
        pattern(rf"""
            \b(?P<n>{_EN}) ?(?P<unit>{_UNIT}) (?:later|from now|hence|from today
            |(?<!hour )(?<!hours )(?<!hrs )(?<!minutes )(?<!mins )out)\b(?P<ago>)
        """),
        english_offset,
    ),
    (pattern(rf"\b(?P<n>{_EN}) ?(?P<unit>{_UNIT}) (?P<ago>ago|back|earlier)\b"), english_offset),
    (pattern(r"\b(?:in |after )?a fortnight(?:'s time)?\b(?P<ago> ago)?"), fortnight),
)
