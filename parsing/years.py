"""Years in words: 2026年, 26年, 二〇二六年, 两千零四年, 明年, 大前年."""

import re
from datetime import date

from parsing.days import numeral

RELATIVE = {
    "今": 0, "本": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "下": 1, "出": 1, "后": 2, "大后": 3, "去": -1, "上": -1,
    "旧": -1, "前": -2, "大前": -3,
}  # fmt: skip
"""旧年 and 出年 are said in Cantonese."""
CENTURY, ELDEST = 2000, 70
"""Years of two digits are of this century, up to the eldest one that anybody may still mean."""

_SIGNS = "〇零一二三四五六七八九"
WRITTEN = (
    rf"(?:20\d\d|(?<!\d)\d\d|二[〇零][{_SIGNS}]{{2}}|[两二]千[〇零][一二三四五六七八九]|[〇零][一二三四五六七八九]"
    rf"|(?<![{_SIGNS}十])[一二三][{_SIGNS}](?=\s?年\s?[{_SIGNS}\d]))\s?"
)
"""A number that may stand before 年."""
NAMED = (
    r"(?:大前|大后|今|明|旧|(?<!付)出|(?<!日)本|翌|(?<![近原后上下出回])来|(?<![这那上下一二三每首多初])次"
    r"|(?<![以线乡当眼])下|(?<![以之最今然])后|(?<![过回出进上下])去|(?<![晚早马网线路以])上|(?<![以之目提当])前)"
)
"""A word that may: but 目前年底 is at the end of this year."""
YEAR = rf"(?:(?:{WRITTEN}|{NAMED})年度?\s?的?)"
"""A year that may stand before a month or a feast."""


def year_of(words: str, today: date) -> int | None:
    """The year that is meant; null without one."""
    name = words.replace(" ", "").rstrip("的度").rstrip("年")
    if not name:
        return None
    if name in RELATIVE:
        return today.year + RELATIVE[name]
    year = numeral(re.sub("[两二]千[零〇]", "二〇〇", name))
    if year > 99:
        return year
    return year + (CENTURY if year < ELDEST else CENTURY - 100)
