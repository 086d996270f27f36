"""What comes again and again is no day: 每周一, 每月15号, 每天, 每年3月, 逢周五."""

import re

from parsing.days import Day, Found, Reader, Setting
from parsing.monthdays import COUNT, DAY
from parsing.patterns import pattern
from parsing.weekdays import WEEK


def repeated(found: Found, setting: Setting) -> Day:
    """No day, but a place that a time of day may stand beside: 每周三8点 is not today's eight."""
    return found.day(None, None)


def routine(plain: str) -> bool:
    """Whether a text speaks of what comes again and again."""
    return EACH.search(plain) is not None


EACH = pattern(r"每(?:逢|隔?[一两三\d]?个?(?:周|星期|礼拜|月|天|日|年|季))", cased=True)
_EACH = r"(?:每逢|每隔?|逢)(?:两|三|\d)?个?"

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(
            rf"""
            {_EACH}(?:{WEEK}[一二三四五六日天末1-7](?:[、和到至跟]{WEEK}?[一二三四五六日天1-7])?
            |年{COUNT}月(?:{DAY}[日号])?|月(?:{DAY}[日号]|[初中底末]|[上中下]旬)?|季度?[初末底]?|[天日]|工作日|{WEEK}
            |年[初中底末]?|早|晚)
        """,
            cased=True,
        ),
        repeated,
    ),
)
