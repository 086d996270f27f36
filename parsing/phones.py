"""Phone numbers, written, spaced or spoken, as E.164."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing import countries, currencies, numbering
from parsing.masks import Place
from parsing.patterns import each, pattern

MOBILE = pattern(r"(?<![\d+])(?:\(?\+?86\)?[\s-]?)?(1[3-9]\d)([\s.-]?)(\d{4})([\s.-]?)(\d{4})(?!\d)")
LANDLINE = pattern(r"(?<![\d+])\(?(0(?:10|2\d|[3-9]\d{2}))\)?[\s-]?(\d{7,8}|\d{3,4}[\s-]\d{4})(?![\d.])")
SERVICE = pattern(r"(?<![\d+])(?<!\d[\s.-])(?:400[\s-]?|800-)\d{3}[\s-]?\d{4}(?!\d)")
"""What a Chinese company's customers call."""
EXTENSION = pattern(r"[\s,，]{0,2}(?:转|分机|ext(?:ension)?\b\.?|x)\s?\d{1,5}(?!\d)")
ABROAD = pattern(r"""
    (?<!\d)(?:\+|00)\s?\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d(?:(?:[\s.-]{1,2}|/\s?)?\d){5,13}(?!\d)
""")
AMERICAN = pattern(r"""
    (?<![\d+])(?:1[\s.-])?(?:\(([2-9]\d{2})\)\s?|([2-9]\d{2})[.\s-])([2-9]\d{2})[.\s-](\d{4})(?!\d)
""")
LOCAL = pattern(r"""
    (?<![\d+.$€£¥])(?:\(\s?)?\d(?:[\s.()-]{0,3}\d){2,4}(?:\)?\s?/\s?(?=\d{3}))?(?:[\s.()-]{0,3}\d){3,10}
    (?!\d|[.,]\d|\s?(?:%|万|元|块|k\b))
""")
HONG_KONG = pattern(r"(?<![\d+])([5-9]\d{3})[\s-](\d{4})(?!\d)")
ONLY_IN = (
    (pattern(r"(?<![\d+])(?:07\d{3} \d{3} ?\d{3}|01[1-9]\d{1,2} ?\d{3} ?\d{3,4})(?![\s-]?\d)"), "GB"),
    (pattern(r"(?<![\d+])(?:0[2378] \d{4} \d{4}|04\d\d \d{3} \d{3})(?![\s-]?\d)"), "AU"),
)
"""Numbers as they are set in one country only."""
SPOKEN = pattern(r"""
    [一幺]\s?[三四五六七八九](?:[\s,，-]?[零〇一幺二两三四五六七八九]){9}(?![零〇一幺二两三四五六七八九十百千万])
""")
_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
SPELT = pattern(rf"\b(?:(?:double |triple )?(?:{_DIGIT})[ ,-]{{1,2}}){{6,12}}(?:{_DIGIT})\b")
SPOKEN_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "幺": "1",
    "两": "2",
}
SPELT_DIGITS = {word: str(value) for value, word in enumerate(_DIGIT.replace("|oh", "").split("|"))} | {"oh": "0"}
DATE_LIKE = pattern(
    r"""
    20\d\d[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])(?:[ T]{1,3}\d.*)?$
    |(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:20)?\d\d(?!\d|\1\d)
""",
    cased=True,
)

CHANGED = pattern(r"""
    (?:电话|手机|号码?|联系方式)\S{0,4}?(?:改|换|变|更新)\S{0,3}|(?:改|换|更新|变更?)了?个?(?:成|为|到
    |了)?(?:新的?)?(?:手机|电话|联系方式|号码?)|新的?(?:电话|手机|联系方式|号)\S{0,2}|换号了?|\b(?:new|changed
    |updated?)(?: [a-z]{1,9}){0,2} (?:number|no\.|mobile|phone|cell|tel|line)\b|\b(?:number|mobile|phone|cell
    |tel)(?: number)?(?: is| has| was)?(?: now)?(?: changed| new| updated| now)\b|\b(?:chang(?:ed|es|ing)|updat(?:ed
    |es|ing)|switch(?:ed|es)?|change|update)\b[^,.;\d\n]{0,30}?\b(?:numbers?|mobile|phone|cell|tel)\b
""")
"""A number that takes another's place."""


@dataclass(frozen=True)
class Phone:
    """A phone number and its place; `number` is E.164."""

    start: int
    end: int
    number: str


def find(plain: str, region: str = "CN") -> tuple[Phone, ...]:
    """Every phone number in a folded text, in order."""
    if sum(letter.isdigit() for letter in plain) < 7 and not (SPOKEN.search(plain) or SPELT.search(plain)):
        return ()
    found: list[Phone] = []
    for read in (_abroad, _there, _mainland, _american, _spoken, _local):
        for phone in read(plain, region):
            if not any(phone.start < other.end and other.start < phone.end for other in found):
                inner = EXTENSION.match(plain, phone.end)
                found.append(replace(phone, end=inner.end()) if inner else phone)
    return tuple(sorted(found, key=lambda phone: phone.start))


def changed(plain: str, found: Sequence[Phone]) -> bool:
    """Whether a number takes the place of another: 电话改成…, her new number is…"""
    return bool(found) and CHANGED.search(plain) is not None


def labels(plain: str, found: Sequence[Phone]) -> list[Place]:
    """The words that only call a number new or another."""
    return [Place(*match.span()) for match in each(CHANGED, plain)] if found else []


def _abroad(plain: str, region: str) -> list[Phone]:
    found = []
    for match in each(ABROAD, plain):
        words = "+" + match[0][2:] if match[0].startswith("00") else match[0]
        if number := numbering.read(words, None):
            found.append(Phone(match.start(), match.end() - len(words) + number[1], number[0]))
    return found


def _there(plain: str, region: str) -> list[Phone]:
    """A number written as in the country that the text speaks of (020 7946 0812, London), or as in one only."""
    told = countries.told(plain)
    as_there = [(match, told) for match in each(LOCAL, plain) if told and told != region]
    unlike = [
        (match, home)
        for form, home in ONLY_IN
        for match in each(form, plain)
        if home != region and (region == "CN" or not numbering.issued(match[0], region))
    ]
    return [
        Phone(match.start(), match.start() + number[1], number[0])
        for match, home in [*as_there, *unlike]
        if not _dated_or_own(match[0]) and (number := numbering.read(match[0], home))
    ]


def _dated_or_own(words: str) -> bool:
    """A date, or a mainland mobile, wherever it is spoken of."""
    return DATE_LIKE.match(words) is not None or MOBILE.fullmatch(words) is not None


def _mainland(plain: str, region: str) -> list[Phone]:
    if region in ("US", "CA"):
        return []
    mobiles = [Phone(match.start(), match.end(), f"+86{match[1]}{match[3]}{match[5]}") for match in each(MOBILE, plain)]
    if region != "CN":
        return mobiles
    mobiles += [
        Phone(match.start(), match.end(), "+86" + re.sub(r"\D", "", match[0])) for match in each(SERVICE, plain)
    ]
    lines = [(match, re.sub(r"\D", "", match[2])) for match in each(LANDLINE, plain)]
    return mobiles + [Phone(match.start(), match.end(), f"+86{match[1][1:]}{digits}") for match, digits in lines]


def _american(plain: str, region: str) -> list[Phone]:
    if region in ("TW", "DE", "FR", "GB", "IT", "ES"):
        return []
    found = [(match, f"+1{match[1] or match[2]}{match[3]}{match[4]}") for match in each(AMERICAN, plain)]
    return [Phone(match.start(), match.end(), number) for match, number in found]


def _spoken(plain: str, region: str) -> list[Phone]:
    chinese = [
        (match, "+86" + "".join(SPOKEN_DIGITS.get(sign, "") for sign in match[0])) for match in each(SPOKEN, plain)
    ]
    english = [(match, numbering.possible(_spelt_digits(match[0]), region)) for match in each(SPELT, plain)]
    return [Phone(match.start(), match.end(), number) for match, number in [*chinese, *english] if number]


def _spelt_digits(words: str) -> str:
    digits, times = "", 1
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SPELT_DIGITS:
            digits, times = digits + SPELT_DIGITS[word] * times, 1
        else:
            times = 2 if word == "double" else 3
    return digits


def _local(plain: str, region: str) -> list[Phone]:
    """A number written as in the person's own country; where that is mainland China, as in Hong Kong too."""
    if region == "CN":
        return [
            Phone(match.start(), match.end(), f"+852{match[1]}{match[2]}")
            for match in each(HONG_KONG, plain)
            if _about_hong_kong(plain)
        ]
    found = []
    for match in each(LOCAL, plain):
        before = plain[max(0, match.start() - 40) : match.start()]
        if DATE_LIKE.match(match[0]) or _counts(before, plain[match.end() : match.end() + 24]):
            continue
        called = numbering.CALLED.search(before) is not None
        if number := numbering.read(match[0], region, called=called):
            found.append(Phone(match.start(), match.start() + number[1], number[0]))
    return found


def _counts(before: str, after: str) -> bool:
    """Whether digits between these words are a sum or the number of a paper."""
    return bool(currencies.SIGNS.search(before) or currencies.UNITS.match(after) or numbering.PAPER.search(before))


def _about_hong_kong(plain: str) -> bool:
    return "香港" in plain or "九龙" in plain or "hong kong" in plain.lower()
