"""Dates of customers in words: 王总生日 3月8日, 合同 2027-06-30 到期, 提前30天提醒, Acme contract ends 30 June 2027."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from parsing import dates, script
from parsing.days import numeral
from parsing.patterns import pattern
from parsing.said import Book, SpotLike

KINDS = pattern(r"""
    (?P<yearly>生日|纪念日|周年庆?|birthdays?|anniversary)
    |合同|协议|租约|租期|保修期?|质保期?|维保|年审|续费|续约|证书|授权
    |contract|lease|warranty|licen[cs]e|subscription|agreement
""")
AHEAD = pattern(r"""
    提前\s?(?P<n>\d{1,3}|[一两二三十]{1,2})\s?(?:个)?(?P<unit>天|日|周|星期|月)(?:提醒我?|通知我?)?
    |(?:remind me )?(?P<n2>\d{1,3}|an?|one|two|three) (?P<unit2>day|week|month)s? (?:before|ahead|earlier|in advance)
""")
OF = re.compile("['’]s(?= )")
EVERY = pattern(r"每年|every year|yearly")
YEAR = pattern(r"(?:19|20)\d\d\s?[年/.-]|,?\s(?:19|20)\d\d\b")
FILLER = pattern(r"""
    到期日?|截止|结束|期满|终止|是|在|的|日|\b(?:ends?|expires?|runs out|is up|until|is|on|the|of|date|end|for|up|s)\b
    |['’\s,，.。:：;；、-]
""")
TRAILING = pattern(r"(?:\s?(?:是|为|在|on|is|的|[,，.。:：;；、-]))+$")
GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
UNITS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "day": 1, "week": 7, "month": 30}
SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
FAR = 30
"""Days ahead of something that comes once, unless it was said."""
LONGEST = 80


@dataclass(frozen=True)
class OccasionSaid:
    """A date of a customer: what it is in the speaker's words, when, every year or once, and how long ahead to speak
    of it. `customer_ids`: whom it may concern."""

    words: str
    on: date
    yearly: bool
    ahead: int
    customer_ids: tuple[int | str, ...]


def occasion(text: str, heard: datetime, book: Book, region: str = "CN") -> OccasionSaid | None:
    """The date that a message states and nothing else; null for every other message."""
    plain = script.fold(text)
    kind = KINDS.search(plain)
    if kind is None or len(plain) != len(text) or len(text) > LONGEST or "\n" in text.strip():
        return None
    yearly = bool(kind["yearly"] or EVERY.search(plain))
    ahead, bare = _ahead(plain)
    found = _date(bare, yearly, heard, region)
    if found is None:
        return None
    on, rest = found
    spots = list(book.spot(OF.sub("  ", text)))
    if _more_than_that(rest, kind, spots):
        return None
    days = ahead if ahead is not None else 0 if yearly else min(FAR, max((on - heard.date()).days - 1, 0))
    ids = spots[0].ids if spots else ()
    return OccasionSaid(_words(text, rest, spots), on, yearly, days, tuple(ids))


def _ahead(plain: str) -> tuple[int | None, str]:
    """How many days ahead, and the words without it."""
    match = AHEAD.search(plain)
    if match is None:
        return None, plain
    words = (match["n"] or match["n2"]).lower()
    count = SMALL.get(words) or numeral(words)
    days = count * UNITS[(match["unit"] or match["unit2"]).lower()]
    return min(days, 365), _blanked(plain, match.start(), match.end())


def _date(plain: str, yearly: bool, heard: datetime, region: str) -> tuple[date, str] | None:
    """The one date that is said, and the words without it; of a yearly one the year doesn't count."""
    searched = YEAR.sub(lambda year: " " * len(year[0]), plain) if yearly else plain
    found = [day for day in dates.find(searched, heard, region) if not day.fault]
    if len(found) != 1:
        return None
    on = found[0].ahead or (found[0].behind if yearly else None)
    return (on, EVERY.sub(lambda m: " " * len(m[0]), _blanked(searched, found[0].start, found[0].end))) if on else None


def _more_than_that(rest: str, kind: re.Match[str], spots: list[SpotLike]) -> bool:
    """Does the message say anything beside the date, its kind and the names?"""
    for start, end in [kind.span(), *((spot.start, spot.end) for spot in spots)]:
        rest = _blanked(rest, start, end)
    return bool(FILLER.sub("", rest))


def _words(text: str, rest: str, spots: list[SpotLike]) -> str:
    """What it is: the words without the date and the customer's name; a person's name stays."""
    for spot in spots:
        if spot.how != "contact":
            rest = _blanked(rest, spot.start, spot.end)
    kept = "".join(sign if left != " " else " " for sign, left in zip(text, rest, strict=True))
    plain = re.sub(r"\s+", " ", kept).strip(" ,，.。:：;；、-").removeprefix("'s ").removeprefix("的")
    return TRAILING.sub("", GAP.sub("", plain)).strip()


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
