"""Times of day: 下午3点, 九点半, 两点一刻, 10:30, 4pm, noon, half past three, quarter to five, 明早9点."""

import re
from dataclasses import dataclass
from datetime import time

from parsing.days import numeral
from parsing.patterns import each, pattern

CHINESE_PARTS = (
    "凌晨|清晨|清早|大清早|一早|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|夜里|夜晚|晚间|今晚|明晚"
    "|昨晚|今早|明早|今晨|明晨|早|晚|上昼|下昼|朝早|半夜|深夜|午夜|夜间"
)
NIGHT = frozenset(["晚上", "夜里", "夜晚", "晚间", "今晚", "明晚", "昨晚", "晚", "半夜", "深夜", "午夜", "夜间"])
LATE = frozenset(["午后", "下午", "傍晚", "下昼"]) | NIGHT
SMALL = frozenset(["半夜", "深夜", "午夜", "夜里", "夜间", "凌晨"])
"""Parts whose hours up to four are those of the coming morning."""
NOON = frozenset(["中午", "正午"])
_HOUR = r"(?P<hour>2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = (
    r"(?P<half>半)|(?P<quarter>[一二三123])刻|(?P<minute>[0-5]\d|[二三四五]?十[一二三四五六七八九]?"
    r"|零[一二三四五六七八九])分?"
)
_LITTLE = (
    r"(?:(?<=[少多快慢高低大小好贵宜长短有差这那早晚])|(?=一点[儿都也不没]))一点(?!\s?[半钟一二三四五十\d])"
    r"|(?<![今明昨天日号一二三四五六])[早晚]一点(?!\s?[半钟一二三四五十\d])"
)
"""少一点 and 晚一点 are no hour, nor is 一点都不."""
_NO_FRACTION = r"(?![一二三四五六七八九](?![十刻分零〇一二三四五六七八九])|\d(?![\d分刻]))"
"""二十点六 is a number."""
_MORE = (
    r"(?:\s?(?:到|至|-|~|、)\s?(?:2[0-4]|1\d|0?\d|十[一二]?|[一二两三四五六七八九])(?=\s?[点时])"
    r"|(?:(?<=一)两|(?<=[二两])三|(?<=三)四|(?<=四)五|(?<=五)六|(?<=六)七|(?<=七)八|(?<=八)九|(?<=九)十)(?=点))"
)
"""三到五点 and 三四点 begin at three."""
CHINESE = pattern(
    rf"""
    (?!{_LITTLE})(?P<part>{CHINESE_PARTS})?\s?的?\s?(?<![十百千零\d.])(?<![三四五六七八](?=十点)){_HOUR}(?P<more>{_MORE})?\s?[点時时](?!间|候|左右吧|尺|小)
    {_NO_FRACTION}(?!\d{{3}})(?:{_MINUTE}|钟|整)?
""",
    cased=True,
)
ALONE = pattern(
    r"""
    (?<![一半整两])(?<!整个)(?<!一个)(?P<part>凌晨|早上(?!好)|上午|中午|下午(?!茶|好|场)|傍晚|晚上(?!好)|下昼|上昼
    |朝早|半夜|深夜)
""",
    cased=True,
)
_SUFFIX = r"(?P<suffix>a\.?m\b\.?|p\.?m\b\.?|nn\b)"
CLOCK = pattern(rf"""
    (?:(?P<part>{CHINESE_PARTS})\s?)?(?<![\d:.])(?P<hour>2[0-3]|1\d
    |0?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])\s?{_SUFFIX}?
""")
ENGLISH = pattern(rf"(?<![\d:.$])(?P<part>)(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?{_SUFFIX}")
POINTED = pattern(r"""
    (?<![\d:.$€£¥])(?P<part>)(?P<hour>1[0-2]|0?[1-9])\.(?P<minute>00|15|30|45)(?=\s\x00)(?P<suffix>)
""")
"""8.30 beside a day: 8.30 this morning."""
OCLOCK = pattern(r"""
    \b(?P<part>)(?:at )?(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven
    |twelve) ?o'?clock(?P<suffix>)
""")
_SPOKEN_HOUR = r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
PAST = pattern(rf"""
    \b(?P<how>half past|half after|(?:a )?quarter past|(?:a )?quarter after|(?:a )?quarter to|ten past|ten to
    |twenty past|twenty to|five past|five to) {_SPOKEN_HOUR}\b(?:\s?{_SUFFIX})?
""")
SPAN = pattern(rf"""
    \b(?:between |from )?(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?:-|–|to|and|until|till)\s?
    (?P<end>1[0-2]|0?[1-9])(?:[.:][0-5]\d)?\s?{_SUFFIX}
""")
"""Between 3 and 4pm."""
TO = pattern(r"\s?(?:-|–|~|to|and|until|till|到|至)\s?")
MILITARY = pattern(r"""
    (?<![\d:.])(?P<part>)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hrs?|hours)\b(?P<suffix>)
""")
"""1400 hrs."""
NAMED = pattern(r"\b(?:at )?(?P<name>noon|midday|midnight|lunch ?time)\b")
AT = pattern(r"""
    \b(?:at|@) ?(?P<hour>1[0-2]|[1-9])\b(?![\d:.,/%]\d|%|k\b|m\b| (?:each|per|units?|pcs|a piece|[a-z]+s\b)
    |\s?(?:[$€£¥]|usd|万|元|块))
""")
PARTS = pattern(r"\b(?:in the |first thing in the |first thing )?(?P<name>morning|afternoon|evening|night)\b")
WORDS = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
OFFSETS = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}


@dataclass(frozen=True)
class Hour:
    """A time of day and its place; `at` is null for a part of the day without a clock."""

    start: int
    end: int
    at: time | None


def find(plain: str) -> tuple[Hour, ...]:
    """Every time of day in a folded text, in order."""
    found: list[Hour] = []
    for words, read in READERS:
        for match in each(words, plain):
            hour = read(match)
            if hour and not any(hour.start < other.end and other.start < hour.end for other in found):
                found.append(hour)
    return _spans(sorted(found, key=lambda hour: hour.start), plain)


def _spans(hours: list[Hour], plain: str) -> tuple[Hour, ...]:
    """From nine to eleven begins at nine: the end of a span is no time of its own."""
    kept: list[Hour] = []
    for hour in hours:
        last = kept[-1] if kept else None
        if last and last.at and hour.at and TO.fullmatch(plain, last.end, hour.start):
            kept[-1] = Hour(last.start, hour.end, last.at)
        else:
            kept.append(hour)
    return tuple(kept)


def _clock(match: re.Match[str]) -> Hour | None:
    """Digits with a colon, am, pm or an o'clock."""
    groups = match.groupdict()
    hour, minute = _value(groups["hour"]), int(groups.get("minute") or 0)
    suffix, part = (groups.get("suffix") or "").lower().replace(".", ""), groups.get("part") or ""
    if suffix:
        hour = hour % 12 + (12 if suffix in ("pm", "nn") else 0)
    elif len(groups["hour"]) == 1 or part:
        hour = _by_part(hour, part)
    return _hour(match, hour, minute)


def _span(match: re.Match[str]) -> Hour | None:
    """3 to 4pm begins in the afternoon, 11 to 1pm before noon."""
    hour, end = int(match["hour"]) % 12, int(match["end"]) % 12
    late = match["suffix"].lower().startswith("p") and hour <= end
    return _hour(match, hour + 12 * late, int(match["minute"] or 0))


def _chinese(match: re.Match[str]) -> Hour | None:
    hour = _by_part(numeral(match["hour"]), match["part"] or "")
    minute = 30 if match["half"] else numeral(match["quarter"]) * 15 if match["quarter"] else _minutes(match["minute"])
    return _hour(match, hour, minute)


def _minutes(words: str | None) -> int:
    return numeral(words) if words else 0


def _by_part(hour: int, part: str) -> int:
    """3 in the afternoon is 15; without a part of the day one to six mean the working afternoon."""
    if part in SMALL and hour <= 4:
        return hour
    if part in NIGHT | SMALL and hour == 12:
        return 24 if part != "凌晨" else 0
    if part in LATE:
        return hour + 12 if hour < 12 else hour
    if part in NOON:
        return hour + 12 if hour < 4 else hour
    return hour + 12 if not part and 1 <= hour <= 6 else hour


def _past(match: re.Match[str]) -> Hour | None:
    words = match["how"].lower().removeprefix("a ").split()
    base, minutes = _value(match["hour"]), OFFSETS[words[0]]
    suffix = (match["suffix"] or "").lower().replace(".", "")
    hour = base % 12 + (12 if suffix == "pm" else 0) if suffix else _by_part(base, "")
    total = hour * 60 + (minutes if words[1] in ("past", "after") else -minutes)
    return _hour(match, total // 60, total % 60)


def _named(match: re.Match[str]) -> Hour | None:
    name = match["name"].lower()
    return None if name.startswith("lunch") else _hour(match, 0 if name == "midnight" else 12, 0)


def _at(match: re.Match[str]) -> Hour | None:
    return _hour(match, _by_part(int(match["hour"]), ""), 0)


def _part(match: re.Match[str]) -> Hour:
    return Hour(match.start(), match.end(), None)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else WORDS[words.lower()]


def _hour(match: re.Match[str], hour: int, minute: int) -> Hour | None:
    """Midnight as 24:00 is the day's end and is not guessed."""
    return Hour(match.start(), match.end(), time(hour, minute)) if 0 <= hour < 24 and 0 <= minute < 60 else None


READERS = (
    (PAST, _past),
    (SPAN, _span),
    (MILITARY, _clock),
    (CLOCK, _clock),
    (ENGLISH, _clock),
    (POINTED, _clock),
    (OCLOCK, _clock),
    (CHINESE, _chinese),
    (NAMED, _named),
    (AT, _at),
    (ALONE, _part),
    (PARTS, _part),
)
