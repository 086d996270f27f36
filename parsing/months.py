"""Calendar dates and months: 11月25日, 25.11., Dec 1, 2026-11-27, 20161016, 月底, EOM, 第一季度, 年底."""

import re
from datetime import date, timedelta

from parsing.days import Day, Found, Reader, Setting, monday, month_end, month_start, numeral, on, yearless
from parsing.patterns import pattern

NAMES = {
    name: value
    for value, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
ORDINAL = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:,? ?(?P<year>20\d\d)\b)?"
COUNT = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
YEARS = {"今年": 0, "本年": 0, "明年": 1, "后年": 2, "去年": -1, "前年": -2}


def _year(words: str, today: date) -> int | None:
    """2026年, 26年, 二〇二六年, 明年; null without one."""
    if not words:
        return None
    if words in YEARS:
        return today.year + YEARS[words]
    year = numeral(words.rstrip("年"))
    return year if year > 99 else 2000 + year


def chinese_date(found: Found, setting: Setting) -> Day | None:
    """11月25日, 2026年12月15日, 明年3月5号."""
    year, month, day = _year(found["year"], setting.today), numeral(found["month"]), numeral(found["day"])
    if year is None:
        return yearless(found, setting.today, month, day)
    return found.sided(on(year, month, day), setting.today)


def english_date(found: Found, setting: Setting) -> Day | None:
    """Nov 12, 3 Dec, December 1st 2026."""
    month, day = NAMES[found["month"].lower()[:3]], int(found["day"])
    if found["year"]:
        return found.sided(on(int(found["year"]), month, day), setting.today)
    return yearless(found, setting.today, month, day)


def numeric_date(found: Found, setting: Setting) -> Day | None:
    """2026-11-27, 20161016, 25/11/2026 and 11/25/2026 by the person's order."""
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    if found["m"]:
        return found.sided(on(year, int(found["m"]), int(found["d"])), setting.today)
    return found.sided(on(year, *_ordered(found, setting)), setting.today)


def _ordered(found: Found, setting: Setting) -> tuple[int, int]:
    """The month and the day of two numbers: by the person's order, unless only one order can be."""
    first, second = int(found["a"]), int(found["b"])
    if (setting.month_first and first <= 12) or second > 12:
        return first, second
    return second, first


def short_date(found: Found, setting: Setting) -> Day | None:
    """11/13, 25.11., 11.25 without a year."""
    month, day = _ordered(found, setting)
    if found["dot"] and int(found["b"]) <= 12:
        month, day = int(found["b"]), int(found["a"])
    return yearless(found, setting.today, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def shifted_day(found: Found, setting: Setting) -> Day | None:
    """下个月5号, 上个月28号, 这个月20号."""
    first = month_start(setting.today, _shift(found["which"]))
    return found.sided(on(first.year, first.month, numeral(found["day"])), setting.today)


def _shift(words: str) -> int:
    return words.count("下") + words.count("次") - words.count("上")


def chinese_part(found: Found, setting: Setting) -> Day | None:
    """月底, 下月初, 11月中旬, 三月底: the last, the first, the 15th."""
    today = setting.today
    if found["month"]:
        year, month = _year(found["year"], today), numeral(found["month"])
        if year is not None:
            return found.sided(_part(date(year, month, 1), found["part"]), today)
        return _around(found, today, month, found["part"])
    return _month_part(found, today, _shift(found["which"]), found["part"], bool(found["which"]))


def _month_part(found: Found, today: date, months: int, part: str, named: bool) -> Day:
    """A bare 月初 after the first is the next month's, unless it is past."""
    day = _part(month_start(today, months), part)
    if named or day == today:
        return found.sided(day, today)
    ahead = day if day >= today else _part(month_start(today, months + 1), part)
    behind = day if day <= today else _part(month_start(today, months - 1), part)
    return found.day(behind, ahead)


def _part(first: date, part: str) -> date:
    part = part.lower()
    if part.startswith(("下旬", "late")):
        return first.replace(day=25)
    if part.startswith(("底", "末")) or "end" in part:
        return month_end(first)
    if part.startswith(("中", "mid")):
        return first.replace(day=15)
    return first


def _around(found: Found, today: date, month: int, part: str, weak: bool = False) -> Day:
    """A part of a named month without a year: the nearest on either side."""
    options = sorted(_part(date(today.year + step, month, 1), part) for step in (-1, 0, 1, 2))
    ahead, behind = next(day for day in options if day >= today), [day for day in options if day <= today][-1]
    return found.day(behind, ahead, weak)


def english_part(found: Found, setting: Setting) -> Day | None:
    """End of November, mid January, first week of January, early March."""
    today, month, part = setting.today, NAMES[found["month"].lower()[:3]], found["part"].strip()
    if found["year"]:
        return found.sided(_part(date(int(found["year"]), month, 1), part), today)
    return _around(found, today, month, part)


def end_of_month(found: Found, setting: Setting) -> Day | None:
    """EOM, end of this month, end of next month, mid next month, early next month."""
    which = found["which"].lower()
    months = 1 if which == "next" else -1 if which == "last" else 0
    return found.sided(_part(month_start(setting.today, months), found["part"] or "end"), setting.today)


def whole_month(found: Found, setting: Setting) -> Day | None:
    """In January, 3月份: weak, it dates only what is planned for it."""
    month = (
        NAMES[found["month"].lower()[:3]]
        if found["month"][0].isalpha() and found["month"].isascii()
        else numeral(found["month"])
    )
    return _around(found, setting.today, month, "", weak=True)


def next_month(found: Found, setting: Setting) -> Day | None:
    """下个月, next month: its first day. This month says nothing."""
    shift = _shift(found["which"]) or {"next": 1, "last": -1}.get(found["which"].lower(), 0)
    if shift == 0:
        return None
    day = month_start(setting.today, shift)
    return found.day(day if shift < 0 else None, day if shift > 0 else None, weak=True)


def year_part(found: Found, setting: Setting) -> Day | None:
    """年底, 明年初, 年中, end of the year, EOY."""
    today, which, part = setting.today, found["which"].lower(), found["part"].lower() or "end"
    year = today.year + (1 if which in ("明", "next") else -1 if which in ("去", "last") else 0)
    month, day = {
        "初": (1, 1),
        "中": (7, 1),
        "early": (1, 1),
        "mid": (7, 1),
        "start of": (1, 1),
        "beginning of": (1, 1),
    }.get(part, (12, 31))
    moment = date(year, month, day)
    if not which and moment < today:
        return found.day(moment, moment.replace(year=year + 1))
    return found.sided(moment, today)


def quarter(found: Found, setting: Setting) -> Day | None:
    """第一季度, 下季度, Q1, next quarter: the first day; its end is its last."""
    today, which, part = setting.today, found["which"].lower(), found["part"]
    first = month_start(today.replace(month=(today.month - 1) // 3 * 3 + 1))
    ended = part in ("末", "底") or "end" in part.lower() or part.lower() == "eoq"
    if found["q"]:
        return _numbered_quarter(found, today, first, ended)
    step = 1 if which in ("下", "下个", "next") else -1 if which in ("上", "上个", "last") else 0
    day = _quarter_day(month_start(first, 3 * step), ended)
    if step == 0 and not ended:
        return None
    return found.sided(day, today, weak=not ended)


def _numbered_quarter(found: Found, today: date, first: date, ended: bool) -> Day:
    begins = first.replace(month=numeral(found["q"]) * 3 - 2)
    if begins < first:
        begins = begins.replace(year=begins.year + 1)
    day = _quarter_day(begins, ended)
    return found.day(day if day <= today else None, max(day, today), weak=not ended)


def _quarter_day(first: date, ended: bool) -> date:
    return month_end(month_start(first, 2)) if ended else first


def first_monday(found: Found, setting: Setting) -> Day | None:
    """下个月第一周, the second week of December: that week's first day, counted from the month's."""
    month, today, week = found["month"], setting.today, numeral(found["n"])
    if month:
        day = _around(found, today, numeral(month), "")
        return found.day(None, day.ahead + timedelta(weeks=week - 1) if day.ahead else None)
    first = month_start(today, _shift(found["which"])) + timedelta(weeks=week - 1)
    return found.sided(first if week == 1 else monday(first), today)


_PART = r"(?:底|末|初|中旬|上旬|下旬|中)"
_ENGLISH_PART = (
    r"(?P<part>(?:(?:by )?(?:the )?end of|beginning of|start of|early|mid(?:dle of)?|late"
    r"|(?:the )?first week (?:of|in))[ -])"
)

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        pattern(r"""
            (?<![\d.])(?P<year>20\d\d)(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)
        """),
        numeric_date,
    ),
    (pattern(r"(?<![\d.])(?P<year>20\d\d)(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)"), numeric_date),
    (
        pattern(r"""
            (?<![\d.])(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[-/.])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<year>20\d\d
            |\d\d)(?!\d)
        """),
        numeric_date,
    ),
    (
        pattern(rf"""
            (?P<year>(?:20\d\d|\d\d|二[〇零][一二三四五六七八九]{{2}})年|今年|明年|去年|后年
            |)\s?(?:的)?(?P<month>{COUNT})月(?:份)?\s?(?P<day>{DAY})(?:[日号]|(?![\d万千百个台.]))(?![楼线])
        """),
        chinese_date,
    ),
    (pattern(rf"(?P<which>(?:下下|下|上上|上|本|这|当|次)个?)月\s?(?P<day>{DAY})[日号]"), shifted_day),
    (
        pattern(rf"""
            (?:(?P<month>{COUNT})月(?:份)?|(?P<which>(?:下下|下|上上|上|本|这
            |当)个?)月)的?第(?P<n>[一二三四1-4])个?(?:周|星期|礼拜)
        """),
        first_monday,
    ),
    (pattern(rf"(?P<year>(?:20\d\d)年|今年|明年|去年|)(?P<month>{COUNT})月(?:份)?(?P<part>{_PART})"), chinese_part),
    (
        pattern(rf"(?P<month>)(?P<which>(?:(?:下下|下|上上|上|本|这|当)个?)|(?<![个\d几]))月(?P<part>{_PART}|头)"),
        chinese_part,
    ),
    (pattern(rf"\b{_ENGLISH_PART}{MONTH}{YEAR}"), english_part),
    (
        pattern(r"""
            \b(?P<part>(?:by )?(?:the )?end of|beginning of|start of|early|mid|late)[ -](?P<which>next|this|the
            |last)? ?month\b
        """),
        end_of_month,
    ),
    (pattern(r"\b(?P<which>)(?P<part>)(?:eom|month[ -]?end)\b"), end_of_month),
    (pattern(rf"\b(?:on |by )?(?:the )?{ORDINAL}(?: of)?[ -]?{MONTH}{YEAR}"), english_date),
    (pattern(rf"\b{MONTH} ?(?:the )?{ORDINAL}(?![\d:.]\d|\d|%|k\b| ?(?:am|pm)\b){YEAR}"), english_date),
    (pattern(r"(?P<which>明|去|今|)年(?P<part>[底末初中])(?![级档])"), year_part),
    (pattern(r"\b(?P<part>end of|early|mid|start of|beginning of) (?P<which>next|this|the|last)? ?year\b"), year_part),
    (pattern(r"\b(?P<which>)(?:eoy|year[ -]?end)\b"), year_part),
    (pattern(r"(?P<which>)第?(?P<q>[一二三四1-4])季度?的?(?P<part>[初末底]?)"), quarter),
    (pattern(r"(?P<which>下个?|上个?|本|这个?)季度?的?(?P<part>[初末底]?)"), quarter),
    (pattern(r"\b(?P<part>end of |by end of |early |late )?(?P<which>)q(?P<q>[1-4])\b(?P<e>末|底)?"), quarter),
    (pattern(r"\b(?P<part>(?:by )?(?:the )?end of )?(?P<which>next|this|last|the) quarter\b"), quarter),
    (pattern(r"\b(?P<part>eoq)(?P<which>)\b"), quarter),
    (
        pattern(r"""
            (?<![\d./$€£¥:])(?P<a>3[01]|[12]\d|0?[1-9])/(?P<b>3[01]|[12]\d|0?[1-9])(?![\d./%]|\s?(?:级|分|unit|pc
            |[a-z]))(?P<dot>)
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?<![\d./$€£¥:])(?P<a>3[01]|[12]\d|0?[1-9])\.(?P<b>1[0-2]|0?[1-9])(?P<dot>\.)(?!\d)(?=\s|$|[,，])
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?<![\d./$€£¥:a-z\x00])(?P<a>1[0-2]|0?[1-9])\.(?P<b>3[01]|[12]\d|0?[1-9])(?P<dot>)(?=\s?(?:[前号日]|之前
            |以前|去|拜访|见|开会|再|跟进|回访|给|送|发|交|到|上午|下午|晚|早|约|来|签|下单|打)|\s?\d{1,2}[:点])
        """),
        short_date,
    ),
    (
        pattern(r"""
            (?:(?<=前)|(?<=于)|(?<=到)|(?<=在)|(?<=by )|(?<=on )|(?<=before ))(?P<a>1[0-2]|0?[1-9]|[12]\d
            |3[01])[.-](?P<b>3[01]|[12]\d|0?[1-9])(?P<dot>)(?![\d.%万w]|\s?(?:折|k\b|m\b|元|米))
        """),
        short_date,
    ),
    (pattern(rf"(?<![\d.个])(?P<month>{COUNT})月份?(?!\d|[日号])"), whole_month),
    (pattern(rf"\b(?:in|during|until|till|by|around|before|next|this) {MONTH}(?! \d)"), whole_month),
    (pattern(r"(?P<which>(?:下下|下|上)个?)月"), next_month),
    (pattern(r"\b(?P<which>next|last) month\b"), next_month),
)
