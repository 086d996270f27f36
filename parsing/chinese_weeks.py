"""Days of other weeks as they are said in Chinese: 下周今天, 上一个周三, 下周三到周五."""

import re
from datetime import timedelta

from parsing.days import Day, Found, Reader, Setting, coming, month_after, recent
from parsing.patterns import pattern
from parsing.weekdays import CHINESE_DAYS, WEEK, WHICH, chinese_weekday, weeks_on


def same_day(found: Found, setting: Setting) -> Day:
    """下周今天, 下个月今天, 明年今天."""
    steps = {"明": 1, "去": -1}.get(found["which"]) or weeks_on(found["which"]) or 0
    if found["unit"] in ("月", "年"):
        return found.sided(month_after(setting.today, steps * (12 if found["unit"] == "年" else 1)), setting.today)
    return found.sided(setting.today + timedelta(weeks=steps), setting.today)


def weekday_span(found: Found, setting: Setting) -> Day:
    """下周三到周五 begins on the Wednesday; 周一到周五 alone is every week."""
    if not found["which"] and found["day"] == "一":
        return found.day(None, None)
    return chinese_weekday(found, setting)


def next_or_last(found: Found, setting: Setting) -> Day:
    """上一个周三 is the last one that was, 下一个周三 the next one."""
    weekday, today = CHINESE_DAYS[found["day"]], setting.today
    if found["which"] == "上":
        return found.past(recent(today - timedelta(days=1), weekday))
    return found.future(coming(today, weekday))


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(r"(?P<which>下{1,2}|上{1,2}|明|去)个?(?P<unit>周|星期|礼拜|月|年)的?(?:今[天日]|同一天|这一?天)"),
        same_day,
    ),
    (pattern(rf"(?P<which>[下上])一个(?:{WEEK})(?P<day>[一二三四五六日天末])(?!月)"), next_or_last),
    (
        pattern(rf"""
            (?P<which>{WHICH}|)(?:{WEEK})(?P<day>[一二三四五六日天])\s?(?:到|至|-|~)\s?(?:{WHICH}?{WEEK})?
            (?P<last>[一二三四五六日天])(?![\d月年号点天个台件楼一二三四五六七八九十])
        """),
        weekday_span,
    ),
)
