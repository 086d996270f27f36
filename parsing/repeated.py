"""What comes again and again is no day: 每周一, 每月15号, 每天, 逢周五, every other Friday, on Mondays."""

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
_PLACED = rf"(?:第[一二三四五]个?|最后一个?)(?:{WEEK}[一二三四五六日天]|工作日|天)"
_EACH = r"(?:每逢|每隔?|逢)(?:两|三|\d)?个?"

_DAYS = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
_MORE = rf"(?:(?:,? (?:and|or|to|through) |, ?| ?[/&-] ?){_DAYS}){{0,4}}"
_PLURAL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
_EVERY = r"(?:every|each)(?: other| second| third| single)?"

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(
            rf"""
            {_EACH}(?:(?:{WEEK}的?(?={WEEK}))?{WEEK}[一二三四五六日天末1-7](?:[、和到至跟]{WEEK}?[一二三四五六日天1-7])?
            |年的?{COUNT}月(?:{DAY}[日号])?|月的?\s?(?:{DAY}[日号](?:[、和,，及]{DAY}[日号])?|{_PLACED}|[初中底末]|[上中下]旬)?|季度?[初末底]?|[天日]|工作日|{WEEK}
            |年[初中底末]?|早|晚)|隔周的?{WEEK}[一二三四五六日天]
        """,
            cased=True,
        ),
        repeated,
    ),
    (
        pattern(
            rf"""
            \b(?:on |by )?(?:{_EVERY} {_DAYS}|(?<!two )(?<!three )(?<!\d ){_PLURAL}(?! (?:from now|later|ago)))
            {_MORE}
        """
        ),
        repeated,
    ),
    (
        pattern(rf"""
            \b(?:(?:on |by )?the \d{{1,2}}(?:st|nd|rd|th) (?:of )?)?{_EVERY} (?:\d{{1,2}} |two |three |four |six )?
            (?:(?:work(?:ing)? ?|business )?days?|weeks?|months?|quarters?|years?|mornings?|afternoons?|evenings?
            |nights?)\b
        """),
        repeated,
    ),
)
