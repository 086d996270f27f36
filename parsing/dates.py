"""Every date in a text, with its time of day: the islands of weekdays, months, offsets and holidays in one pass."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from parsing import (
    ahead_of,
    chinese_weeks,
    clocks,
    counted,
    durations,
    english_feasts,
    english_months,
    holidays,
    lunar,
    monthdays,
    nth,
    offsets,
    ordinals,
    periods,
    quarters,
    relative,
    repeated,
    seasons,
    weekdays,
    weeks,
)
from parsing.days import Day, Found, Reader, Setting
from parsing.hours import Hour
from parsing.masks import BLANK
from parsing.patterns import MOST, Choice, each, pattern

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    *repeated.RULES,
    *chinese_weeks.RULES,
    *english_feasts.RULES,
    *offsets.RULES,
    *weeks.RULES,
    *weekdays.FROM_A_DAY,
    *nth.RULES,
    *ordinals.RULES,
    *lunar.RULES,
    *holidays.RULES,
    *durations.RULES,
    *relative.RULES,
    *monthdays.FULL,
    *periods.MONTH_PARTS,
    *monthdays.ON_A_WEEKDAY,
    *weekdays.RULES,
    *monthdays.NAMED,
    *periods.PARTS,
    *quarters.RULES,
    *monthdays.SHORT,
    *seasons.RULES,
    *english_months.RULES,
    *periods.WHOLE,
)
"""The longer and surer forms come first; what one has read the next does not see."""
CHOICE = Choice(words for words, _ in RULES)

GAP = pattern(r"[\s,，的在at@·-]{0,4}(?:at |around |about |by |of |大概|约|around )?\s?")
_END = r"(?:eod|cob|eob|end of (?:the )?(?:business )?day|close of (?:business|play)|end of play)"
DEADLINE = pattern(rf"\s?(?:下班前|之前|以前|前(?!台|后|期|天|面)|之内|内|截止|为止|(?:by )?{_END}\b)")
UNTIL = pattern(rf"""
    (?:\b(?:by|before|until|till|no later than|due|deadline|{_END})|截[止至]到?|最晚|最迟|不晚于
    |赶在)\s?(?:the |on |at )?(?:end of )?[:：]?\s?$
""")
PLACE = pattern(r"""
    (?:广场|大道|小区|新村|路(?!上)|街|巷|桥|号?楼|号院|号店|号线|泊位|厂房|车间|号?仓库?|号门|机台|号机|号柜|号炉
    |商场|大厦|公馆|中学|小学|医院|农场|厂(?!家)|店)
""")
"""What bears a day's name or a number: 五一广场, 7号泊位."""

BREAK, FAR = pattern(r"[,，;；。.!！?？\n、]|\b(?:and|but|then)\b|然后|再|又"), 32
"""What ends a phrase, and how far from its date a time may stand."""

PARTS = (
    (9, pattern(r"早|晨")),
    (12, pattern(r"morning|上午|上昼")),
    (14, pattern(r"中午|\bnoon|midday")),
    (18, pattern(r"下午|下昼|afternoon")),
)
"""The hour from which on a part of today is over."""

LATE, EARLY, NOON = pattern(r"晚|night|evening"), pattern(r"(?:[早晨]|morning)$"), 12
AFTERNOON = pattern(r"(?:at |@ ?)?(?:1[3-9]|2\d)|[^,，]{1,9}pm|\D{0,2}(?:中|下)午")
"""Names no hour of the morning, whatever its day is called."""

HINT = pattern(r"""
    [\d年月周日天号后前明昨今晚早末底季节礼期过点时廿腊夕初旬夜岁]|[立开入秋春冬夏][春夏秋冬分至]|(?:五一|十一|国庆|元旦|春节|中秋|端午|清明|圣诞|除夕|听日|午|晨
    |昼)|mon|tue|wed|thu|fri|sat|sun|day|week|wk|month|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tom|tmr
    |tmw|2mor|arvo|this aft|yest|night|noon|morning|evening|fortnight|eod|cob|eow|eom|eoq|eoy|q[1-4]|quarter|hour|hr
    |min|yr|holiday|假|christmas|xmas|easter|new year|cny|clock|past|later|business|spring|festival|thanks
    |\bthe [a-z -]{0,16}(?:th|first|second|third)\b|halloween|yuandan|diwali|deepavali|\beid\b|raya|juneteenth|merdeka
    |qing ?ming|duanwu|chung yeung|valentine|\beob\b|close of|end of play|\b[kc]w ?\d|[ap]\.? ?m\b
    |\b(?:at|around) (?:one|two|three|four|five|six|seven|eight|nine
    |ten|eleven|twelve)\b
""")
"""Without any of these there is no date."""


def find(plain: str, heard: datetime, region: str = "CN", day: date | None = None) -> tuple[Day, ...]:
    """Every date in a folded text whose names, phones and sums are masked, in order; `day` is that of a time alone."""
    if not HINT.search(plain):
        return ()
    setting = Setting(heard, region, day)
    days, left = _days(plain, setting)
    timed = _timed(days, clocks.find(left, plain), left, plain, setting)
    timed = [day for day in timed if day.behind or day.ahead or day.fault]
    read = (_over(_stale(_deadline(counted.shifted(day, plain), plain), setting), plain, setting) for day in timed)
    return tuple(sorted(read, key=lambda day: day.start))


def _days(plain: str, setting: Setting) -> tuple[list[Day], str]:
    """The dates, and the text with their places blanked."""
    days: list[Day] = []
    letters = {*plain, BLANK}
    for at in CHOICE.of(letters):
        words, read = RULES[at]
        for match in each(words, plain) if len(days) < MOST else ():
            day = read(Found(match.start(), match.end(), match.groupdict()), setting)
            day = ahead_of.shifted(day, plain) if day else None
            if day and not PLACE.match(plain, day.end):
                days.append(day)
                plain = plain[: day.start] + BLANK * (day.end - day.start) + plain[day.end :]
    return days, plain


def _timed(days: Sequence[Day], clocks: Sequence[Hour], left: str, plain: str, setting: Setting) -> list[Day]:
    """Each time of day goes to the date beside it, else to the one before it in its phrase; one that stands alone is
    today's."""
    timed = list(days)
    for hour in clocks:
        if (place := _beside(timed, hour, left)) is not None:
            timed[place] = _joined(timed[place], _in_its_part(timed[place], hour, plain))
        elif (place := _before(timed, hour, left)) is not None:
            timed[place] = replace(timed[place], at=hour.at)
            timed.append(replace(timed[place], start=hour.start, end=hour.end))
        else:
            timed.append(_alone(timed, hour, setting))
    return timed


def _alone(days: Sequence[Day], hour: Hour, setting: Setting) -> Day:
    """A time that stands alone is that of the coming day spoken of before, else today's; told as past that of the day
    that was spoken of."""
    earlier = [day for day in days if day.end <= hour.start]
    coming = [day.ahead for day in earlier if day.ahead and day.behind is None]
    if on := max((one for one in coming if one > setting.today), default=None) or setting.day:
        return Day(hour.start, hour.end, None, on, hour.at)
    gone = next((day.behind for day in reversed(earlier) if day.behind and day.ahead is None), setting.today)
    return Day(hour.start, hour.end, gone, setting.today, hour.at)


def _before(days: Sequence[Day], hour: Hour, plain: str) -> int | None:
    """The date without a time of its own that a phrase begins with and the time ends: tomorrow visit Meadow 10am."""
    for place, day in enumerate(days):
        phrase = plain[day.end : hour.start] if day.end <= hour.start <= day.end + FAR else "."
        if day.at is None and hour.at is not None and not BREAK.search(phrase):
            return place
    return None


def _beside(days: Sequence[Day], hour: Hour, plain: str) -> int | None:
    for place, day in enumerate(days):
        start, end = (day.end, hour.start) if day.end <= hour.start else (hour.end, day.start)
        if start <= end and GAP.fullmatch(plain, start, end) and (day.at is None or hour.at is None):
            return place
    return None


def _joined(day: Day, hour: Hour) -> Day:
    return replace(day, start=min(day.start, hour.start), end=max(day.end, hour.end), at=day.at or hour.at)


def _in_its_part(day: Day, hour: Hour, plain: str) -> Hour:
    """今晚8点 and 8:00 tonight are in the evening, 明早6点 is not; 今晚12点 is the day's end and is not guessed."""
    words, at = plain[day.start : day.end], hour.at
    if at and LATE.search(words) and 1 <= at.hour <= NOON:
        return replace(hour, at=at.replace(hour=at.hour + NOON) if at.hour < NOON else None)
    if at and EARLY.search(words) and at.hour > NOON and not AFTERNOON.match(plain, hour.start):
        return replace(hour, at=at.replace(hour=at.hour - NOON))
    return hour


def _deadline(day: Day, plain: str) -> Day:
    """周五前 and by Friday set a deadline."""
    after = DEADLINE.match(plain, day.end)
    before = UNTIL.search(plain[max(0, day.start - 20) : day.start]) or re.match(
        r"(?:by|until|till|before)\b", plain[day.start : day.end], re.IGNORECASE | re.ASCII
    )
    inside = plain[day.start : day.end].endswith(("内", "底前", "班前")) or bool(
        re.match(
            r"eo[bdwmqy]\b|cob|within|close of|end of (?:the )?(?:business )?day|end of play",
            plain[day.start : day.end],
            re.IGNORECASE | re.ASCII,
        )
    )
    if not (after or before or inside):
        return day
    return replace(day, end=after.end() if after else day.end, by=True)


def _stale(day: Day, setting: Setting) -> Day:
    """12 November said on the 18th is the one just past, unless its sentence plans."""
    if day.behind is None or day.ahead is None:
        return day
    return replace(day, stale=(setting.today - day.behind).days <= 60 and (day.ahead - setting.today).days > 200)


def _over(day: Day, plain: str, setting: Setting) -> Day:
    """A part of today without an hour that is over is past whatever its words: 今天早上给他拨过去, said at ten."""
    if day.at or day.behind != setting.today or day.ahead != setting.today:
        return day
    words, hour = plain[day.start : day.end], setting.heard.hour
    return replace(day, ahead=None) if any(hour >= over and part.search(words) for over, part in PARTS) else day
