"""Days counted back from a date that is named in Chinese: 国庆前三天, 月底前一周, 周五前一天."""

from dataclasses import replace
from datetime import date

from parsing.days import Day, numeral
from parsing.patterns import pattern
from parsing.steps import step

BEFORE = pattern(r"""
    \s?的?(?:之前|前|提前)(?P<n>1\d|[1-9]|[一二两三四五六七八九十]|半(?=个月))(?P<unit>天|周|个?(?:星期|礼拜)|个月)(?![后前之以多半])
""")
WHOLE = ("周", "星期", "礼拜", "月", "份", "年", "季度", "季")
"""What is no single day: 12月前三天 are its first three."""
UNITS = {"天": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month"}


def shifted(day: Day, plain: str) -> Day:
    """The day that is so long before this one; else the same."""
    found = BEFORE.match(plain, day.end)
    if found is None or not (day.behind or day.ahead) or plain[day.start : day.end].endswith(WHOLE):
        return day
    unit, count = UNITS[found["unit"].lstrip("个")], 0.5 if found["n"] == "半" else numeral(found["n"])
    behind, ahead = (one and _back(one, unit, count) for one in (day.behind, day.ahead))
    return replace(day, end=found.end(), behind=behind, ahead=ahead)


def _back(on: date, unit: str, count: float) -> date:
    return step(on, unit, -count)
