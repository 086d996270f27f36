"""What people want of their own settings, in plain words: 8:15 提醒我, English, away until Friday, 时区 新加坡."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from parsing import clocks, dates, places, script
from parsing.patterns import pattern

LANGUAGES = {
    "zh": "中文 简体中文 简体 汉语 普通话 chinese simplified_chinese 说中文 用中文 in_chinese",
    "zh_hant": "繁体中文 繁体 繁中 正体中文 正体 traditional traditional_chinese chinese_traditional",
    "zh_tw": "台湾中文 台湾繁体 繁体中文(台湾) taiwanese_chinese",
    "zh_hk": "香港中文 香港繁体 繁体中文(香港) 港繁 hong_kong_chinese",
    "en": "english 英文 英语 in_english english_please 说英文 用英文",
}
SPOKEN = {word.replace("_", " "): language for language, words in LANGUAGES.items() for word in words.split()}
SPEAK = pattern(r"^(?:语言|(?:切换|换|改)(?:语言)?[成到为]|language\b|(?:switch|change) (?:language )?to\b)\s?[:：]?")
"""What leads to a language's name: 语言 繁体中文, switch to English."""
AGENDA = pattern(r"""
    ^(?:(?P<daily>每天|以后|改成|改到)|请)?(?P<zh>.{2,12}?)(?:再)?(?:提醒我?|发(?:给我|今日跟进)?|叫我)$
    |^(?:提醒时间|今日跟进|提醒)\s?[:：]?(?:改成|改到)?\s?(?P<zh2>.{2,12})$
    |^(?:please )?(?:send (?:it|the agenda|my agenda|my list|the list)|agenda|reminders?)
    (?: every day| daily)? at (?P<en>.{1,12})$|^(?:please )?remind me(?P<every> every day| daily)? at (?P<en2>.{1,12})$
""")
QUIET = pattern(r"""
    ^(?:安静时间|勿扰|免打扰|别打扰|quiet(?: hours)?)\s?[:：]?\s?(?:从|from )?\s?
    (?P<from>.+?)\s?(?:到|至|-|~|\bto\b|until)\s?(?P<to>.+)$
    |^(?P<from2>.+?)(?:到|至|-|~)(?P<to2>.+?)(?:别打扰|不要打扰|安静|勿扰)$
""")
NO_QUIET = pattern(r"^(?:不要|取消|没有|不用)(?:安静时间|勿扰)$|^no quiet hours$")
ZONE = pattern(r"^(?:时区|我的时区|time ?zone|my time ?zone)\s?(?:改成|改为|是|is|to)?\s?[:：]?\s?(?P<zone>.+)$")
LEAVE = "休假|请假|放假|休息|不在|年假"
OFF = r"(?:i'?m |i am |i'll be )?(?:away|off|on leave|on holiday|on vacation)"
AWAY = pattern(rf"""
    ^我?(?P<from>.*?)(?:起|开始)?(?:{LEAVE})(?:到|至)(?P<until>.+)$
    |^我?从?(?P<from2>.+?)(?:起|开始)?(?:到|至)(?P<until2>.+?)(?:{LEAVE})$
    |^我?从?(?P<from4>.*?)(?:起|开始)?(?:{LEAVE})(?P<count>\d{{1,2}}|[一二两三四五六七八九十])
    (?P<week>个?(?:星期|礼拜)|周)?(?:个?工作日|天)?$
    |^我?(?P<day>.{{1,10}}?)(?:{LEAVE})$
    |^{OFF}(?: from)?(?P<from5>.*?)\sfor (?P<count2>\d{{1,2}}|an?|one|two|three|four|five)
    (?:\s(?P<week2>weeks?)|\s(?:working\s)?days?)$
    |^{OFF}(?: from)?(?P<from3>.*?)\s(?:until|till|to|through)\s(?P<until3>.+)$
    |^{OFF}\s(?:on )?(?P<day2>.+)$
""")
DEPUTY = pattern(r"""
    ^(?P<leave>.+?)\s?[,，;；。.]?\s?(?:由|让|请)?(?P<zh>[^\s,，;；。.]{1,8}?)(?:来)?(?:代班?|代管|代我|顶班?|替我|帮我跟|负责)$
    |^(?P<leave2>.+?)\s?[,;.]\s?(?P<en>[^,;.]{1,30}?) (?:covers?|stands? in|takes over|is my deputy)(?: for me)?$
    |^(?P<leave3>.+?),? (?:covered by|my deputy is|deputy) (?P<en2>[^,;.]{1,30})$
""")
BACK_ON = pattern(r"^(?:i'?m |i'll be )?back on (?P<back>.+)$|^(?P<back2>.+?)回来(?:上班)?$")
BACK = pattern(r"^(?:我?回来了|休假结束|销假|i'?m back|back|back at work)$")
NO_LEAVE = pattern(r"^(?:取消休假|不休假了|不请假了|cancel (?:my )?leave)$")
REPORT = pattern(r"""
    ^(?:每天|每个?工作日|以后|请)?(?P<zh>.{2,10}?)?(?:给我)?发(?:我|送)?(?:日报|报告)$|^日报\s?(?:改成|改到|时间|[:：])\s?(?P<zh2>.{2,10}?)(?:发)?$
    |^(?:please )?send (?:me )?(?:my|the) (?:day |daily )?report(?: every day| daily)?(?: at (?P<en>.{1,12}))?$
    |^(?:my |the )?(?:day |daily )?report(?: every day| daily)? at (?P<en2>.{1,12})$
""")
NO_REPORT = pattern(r"""
    ^(?:不要|不用|别|停|停止|取消)(?:再)?(?:发)?日报(?:了)?$
    |^(?:stop|no more|no) (?:the |my )?(?:day |daily )?reports?$
""")
PREVIEW = pattern(r"""
    ^(?:每?周日|每?星期天|每?礼拜天)?(?:晚上)?(?:给我|要)?(?:发)?下周预览$
    |^(?:please )?(?:send (?:me )?(?:the |a )?)?(?:weekly |week )?preview(?: (?:on|every) sundays?)$
""")
NO_PREVIEW = pattern(r"""
    ^(?:不要|不用|别|停|停止|取消)(?:再)?(?:发)?(?:下周)?预览(?:了)?$
    |^(?:stop|no more|no) (?:the )?(?:weekly |week )?previews?$
""")
LISTED = pattern(r"[、,，;；+&/和与及]|\sand\s")
REPORT_AT = time(18)
SATURDAY = 5
COUNTS = {word: n for n, words in enumerate(("", "一a", "二两", *"三四五六七八九十")) for word in words if n}
COUNTS |= {"an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
LONGEST = 60
MORNING = [time(hour, minute) for hour in range(5, 12) for minute in range(60)]
""""Remind me at 8:15" means the agenda; at 3 in the afternoon it means something else."""


@dataclass(frozen=True)
class Wish:
    """One setting and what it is to be: language zh; agenda 08:15; quiet 21:00 08:00; zone Asia/Tokyo; report 18:00;
    preview on; away two dates, and a deputy's name where one was named.

    No quiet hours are two equal times; `away` without values ends a leave, `report` and `preview` the sending; `back`
    ends a leave that has begun.
    """

    field: str
    values: tuple[str, ...] = ()


def wish(text: str, heard: datetime, region: str = "CN") -> Wish | None:
    """The setting that a message changes and nothing else; null for every other message."""
    plain = script.fold(text).strip().strip(".。!！").strip()
    if not plain or len(plain) > LONGEST or "\n" in plain:
        return None
    return (
        _language(plain) or _report(plain) or _preview(plain) or _agenda(plain) or _quiet(plain) or _zone(plain)
        or _away(plain, heard, region)
    )  # fmt: skip


def answer(field: str, text: str, heard: datetime, region: str = "CN") -> Wish | None:
    """The value of one setting, typed because it was asked for: a bare 8:15, 新加坡, Friday."""
    said = wish(text, heard, region)
    if said and said.field == field:
        return said
    plain = script.fold(text).strip().strip(".。!！").strip()[:LONGEST]
    reader = ANSWERS.get(field)
    return reader(plain, heard, region) if reader else None


def languages_of(text: str) -> tuple[str, ...]:
    """All languages that the words name, and nothing else: 中文和英文; English, Chinese. Traditional is both of its
    kinds."""
    found: list[str] = []
    for word in LISTED.split(script.fold(text).strip().lower()):
        code = SPOKEN.get(word.strip())
        if code is None:
            return ()
        found += ("zh_tw", "zh_hk") if code == "zh_hant" else (code,)
    return tuple(dict.fromkeys(found))


def time_of(words: str) -> time | None:
    """The time of day that these words are and nothing else: 8:15, 8点一刻, 8.15am, half past eight, 0815."""
    plain = script.fold(words).strip().lower()
    if digits := re.fullmatch(r"(?:at )?(\d{1,2})[:.]?(\d{2})?", plain):
        hour, minute = int(digits[1]), int(digits[2] or 0)
        return time(hour, minute) if hour < 24 and minute < 60 else None
    found = clocks.find(plain)
    return found[0].at if len(found) == 1 and (found[0].start, found[0].end) == (0, len(plain)) else None


def _language(plain: str) -> Wish | None:
    language = SPOKEN.get(SPEAK.sub("", plain.lower(), count=1).strip())
    return Wish("language", (language,)) if language else None


def _agenda(plain: str) -> Wish | None:
    match = AGENDA.match(plain)
    if match is None:
        return None
    at = time_of(match["zh"] or match["zh2"] or match["en"] or match["en2"])
    vague = (match["zh"] or match["en2"]) and not (match["daily"] or match["every"])
    return Wish("agenda", (_clock(at),)) if at and not (vague and at not in MORNING) else None


def _report(plain: str) -> Wish | None:
    if NO_REPORT.match(plain):
        return Wish("report")
    match = REPORT.match(plain)
    if match is None:
        return None
    words = match["zh"] or match["zh2"] or match["en"] or match["en2"]
    at = _afternoon(words) if words else REPORT_AT
    asked = words or plain.startswith(("每", "以后")) or "every" in plain.lower() or "daily" in plain.lower()
    return Wish("report", (_clock(at),)) if at and asked else None


def _afternoon(words: str) -> time | None:
    """A day ends in the afternoon: at 6 is at 18:00, unless the morning was named."""
    at = time_of(words)
    if at is None or at.hour >= 12 or at.hour == 0 or re.search("早|晨|上午|am|0\\d:", words.lower()):
        return at
    return at.replace(hour=at.hour + 12)


def _preview(plain: str) -> Wish | None:
    if NO_PREVIEW.match(plain):
        return Wish("preview")
    return Wish("preview", ("on",)) if PREVIEW.match(plain) else None


def _quiet(plain: str) -> Wish | None:
    if NO_QUIET.match(plain):
        return Wish("quiet", ("00:00", "00:00"))
    match = QUIET.match(plain)
    return _hours(match["from"] or match["from2"], match["to"] or match["to2"]) if match else None


def _hours(first: str, last: str) -> Wish | None:
    begins, ends = time_of(first), time_of(last)
    return Wish("quiet", (_clock(begins), _clock(ends))) if begins and ends else None


def _zone(plain: str) -> Wish | None:
    match = ZONE.match(plain)
    zone = places.zone_of(match["zone"]) if match else None
    return Wish("zone", (zone,)) if zone else None


def _away(plain: str, heard: datetime, region: str) -> Wish | None:
    if match := DEPUTY.match(plain):
        leave = _away_from(match["leave"] or match["leave2"] or match["leave3"], heard, region)
        deputy = (match["zh"] or match["en"] or match["en2"]).strip()
        if leave and leave.values:
            return Wish("away", (*leave.values, deputy))
    return _away_from(plain, heard, region)


def _away_from(plain: str, heard: datetime, region: str) -> Wish | None:
    if NO_LEAVE.match(plain):
        return Wish("away")
    if BACK.match(plain):
        return Wish("back")
    if back := BACK_ON.match(plain):
        on = _day(back["back"] or back["back2"], heard, region)
        return _leave(heard.date(), on - timedelta(days=1)) if on else None
    match = AWAY.match(plain)
    return _between(match.groupdict(), heard, region) if match else None


def _between(said: dict[str, str | None], heard: datetime, region: str) -> Wish | None:
    if day := said["day"] or said["day2"]:
        on = _day(day, heard, region)
        return _leave(on, on) if on else None
    if count := said["count"] or said["count2"]:
        weeks = bool(said["week"] or said["week2"])
        return _counted(said["from4"] or said["from5"] or "", COUNTS.get(count) or int(count), weeks, heard, region)
    until = _day(said["until"] or said["until2"] or said["until3"] or "", heard, region)
    begins = said["from"] or said["from2"] or said["from3"] or ""
    first = _day(begins, heard, region) if begins.strip() else heard.date()
    if first is None or until is None:
        return None
    return _leave(first, until if until >= first else until + timedelta(days=7))


def _counted(begins: str, count: int, weeks: bool, heard: datetime, region: str) -> Wish | None:
    """So many days that would be worked, Monday to Friday, from that day on; or whole weeks."""
    first = _day(begins, heard, region) if begins.strip() else heard.date()
    if first is None or not count:
        return None
    days = (first + timedelta(days=n) for n in range(7 * count if weeks else 3 * count + 2))
    counted = list(days) if weeks else [day for day in days if day.weekday() < SATURDAY or day == first]
    return _leave(first, counted[-1] if weeks else counted[count - 1])


def _leave(first: date, last: date) -> Wish | None:
    return Wish("away", (first.isoformat(), last.isoformat())) if last >= first else None


def _day(words: str, heard: datetime, region: str) -> date | None:
    """The coming day that these words are and nothing else."""
    plain = words.strip()
    found = [day for day in dates.find(plain, heard, region) if not day.fault]
    whole = len(found) == 1 and not (plain[: found[0].start] + plain[found[0].end :]).strip(" 从the")
    return (found[0].ahead or found[0].behind) if whole else None


def _clock(at: time) -> str:
    return at.isoformat("minutes")


def _answered_at(plain: str, _: datetime, __: str) -> Wish | None:
    at = time_of(plain)
    return Wish("agenda", (_clock(at),)) if at else None


def _answered_report(plain: str, _: datetime, __: str) -> Wish | None:
    at = _afternoon(plain)
    return Wish("report", (_clock(at),)) if at else None


def _answered_quiet(plain: str, _: datetime, __: str) -> Wish | None:
    parts = re.split(r"\s?(?:到|至|-|~|\bto\b|until)\s?", plain)
    return _hours(*parts) if len(parts) == 2 else None


def _answered_zone(plain: str, _: datetime, __: str) -> Wish | None:
    zone = places.zone_of(plain)
    return Wish("zone", (zone,)) if zone else None


def _answered_away(plain: str, heard: datetime, region: str) -> Wish | None:
    first, apart, last = (plain + "\x00").replace("until", "到").replace(" to ", "到").partition("到")
    if not apart:
        on = _day(plain, heard, region)
        return _leave(on, on) if on else None
    begins = _day(first, heard, region) if first.strip() else heard.date()
    ends = _day(last.rstrip("\x00"), heard, region)
    return _leave(begins, ends) if begins and ends else None


ANSWERS: dict[str, Callable[[str, datetime, str], Wish | None]] = {
    "agenda": _answered_at,
    "report": _answered_report,
    "quiet": _answered_quiet,
    "zone": _answered_zone,
    "away": _answered_away,
}
