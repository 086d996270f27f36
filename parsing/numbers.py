"""Numbers as people write them: 1,200.50, 1.200,50, 3.2w, 2w4, 五万八, 贰万伍仟, 三十二万五, a quarter million.

Nothing here decides what a number counts; money, products and dates do.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from parsing import arabic
from parsing.patterns import each, pattern

DIGITS = dict(
    zip(
        "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺俩",
        (0, 0, 1, 2, 2, *range(3, 10), *range(1, 10), 1, 2),
        strict=True,
    )
)
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
SCALES = {
    "w": 10**4, "万": 10**4, "个w": 10**4, "千": 10**3, "仟": 10**3, "百": 100, "佰": 100, "百万": 10**6, "千万": 10**7,
    "十万": 10**5, "亿": 10**8, "个亿": 10**8, "万亿": 10**12, "k": 10**3, "grand": 10**3, "thousand": 10**3,
    "hundred": 100, "m": 10**6, "mn": 10**6, "mil": 10**6, "mio": 10**6, "million": 10**6, "bn": 10**9, "b": 10**9,
    "billion": 10**9, **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 10**5),
    **dict.fromkeys(("crore", "crores", "cr"), 10**7),
}  # fmt: skip
WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
BIG = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 10**6, "billion": 10**9}

CHINESE = r"[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟俩]{1,16}"
LETTER = "a-zÀ-ɏ"
COUNTED = r"台个箱件套桶根片只支条张份本次家人位名米吨斤升瓶袋层方天日号月年周点期倍折%％"
"""What follows a number that counts things and not money."""

_MONEY = r"块|元|欧元|美[元金]|港[币元]|日[元币圆]|台币|英镑"
_REST = (
    r"(?<=[万亿千])(?!一(?![千百十]))(零?[一二两三四五六七八九](?:[千百十][零一二两三四五六七八九百十]{0,5})?)"
    rf"(?![{COUNTED}零一二两三四五六七八九十百千万季单批种样款选手川亚星])"
)
"""The 五百 of 1万零五百, the 五 of 3万五."""
_SCALED = rf"""
    (?<![\d.])(?<!\d,)(ARABIC)\s?[多来余几]?(?:(百万|千万|十万|万亿|个亿|亿|万|千|仟|百(?!分)|佰|个?w(?![a-z])|k(?![{LETTER}])
    |grand\b|thousand\b|hundred\b|million\b|billion\b|mil\b|mio\b|mn\b|bn\b|m(?![a-z])|b(?![a-z])|lakhs?\b
    |lacs?\b|crores?\b|cr\b)(?:(\d{{1,4}})(千|百)?(?![\d.{COUNTED}])|{_REST})?(?:[多来余几把](?={_MONEY}))?)?
"""
SCALED, SPACED = (pattern(_SCALED.replace("ARABIC", digits)) for digits in (arabic.DIGITS, arabic.SPACED))
"""The second where groups of three are set apart by spaces."""
SPELT = pattern(
    rf"""
    (?!(?:(?<=[几数好])|(?<=[几数好][十百千]))[十百千万亿])(?:(半)个?)?({CHINESE})(?:点([零一二三四五六七八九]{{1,4}})(?=个?[万亿]))?(?:[多来余几]?(个?[万亿])|[多来余几把](?={_MONEY}))?
""",
    cased=True,
)
_DIGITS = tuple(word for word, value in WORDS.items() if value < 10)
_WORD = "|".join(sorted([*WORDS, *BIG], key=len, reverse=True))
ENGLISH = pattern(rf"""
    \b(?:(?:half|(?:a )?quarter)(?: of)? (?:a )?(?:million|billion|grand)|(?:a|an
    |{_WORD})(?: point(?: (?:{"|".join(_DIGITS)})){{1,2}}(?= (?:{"|".join(BIG)})\b))?
    (?:[ -](?:and (?:a )?(?:half |quarter )?)?(?:{_WORD})){{0,8}})\b
""")


NO_NUMBER = pattern(
    r"千万(?=别|不|要|得|记|小心|注意|当心|留|莫|勿|唔)|万(?=[总董工姐哥叔姨嫂]|经理|主任|老板|老师|一)"
)
"""千万别忘 is said by all means, 万姐 is somebody, 万一 is in case."""


@dataclass(frozen=True)
class Number:
    """A number and its place; `scaled` when it carries a word of size (万, k, million), `written` as it stands."""

    start: int
    end: int
    value: Decimal
    scaled: bool
    scale: str = ""


def find(plain: str, region: str = "CN") -> tuple[Number, ...]:
    """Every number in a folded text, in order, none inside another."""
    found: list[Number] = []
    for number in [*_scaled(plain, region), *_spelt(plain), *_english(plain)]:
        if not any(number.start < other.end and other.start < number.end for other in found):
            found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def chinese(words: str) -> Decimal | None:
    """三十二万五 -> 325000, 贰万伍仟 -> 25000, 一百二 -> 120, 二〇二六 -> 2026; null for what is no number."""
    if all(sign in DIGITS for sign in words):
        return Decimal("".join(str(DIGITS[sign]) for sign in words))
    total, section, digit, last = 0, 0, 0, 1
    for sign in words:
        if sign in DIGITS:
            digit, last = DIGITS[sign], last if DIGITS[sign] else 10
        elif sign in TENS:
            section, digit, last = section + (digit or 1) * TENS[sign], 0, TENS[sign]
        else:
            total, section, digit, last = (total + section + digit or 1) * SCALES[sign], 0, 0, SCALES[sign]
    return Decimal(total + section + digit * max(1, last // 10))


def english(words: str) -> Decimal | None:
    """Two hundred -> 200, a quarter million -> 250000, two and a half million -> 2500000; null for a bare article."""
    total, current = Decimal(0), Decimal(0)
    part = Decimal(0)
    words, _, rest = words.lower().partition(" point ")
    tenths = [word for word in rest.split() if word in _DIGITS]
    if tenths:
        part = Decimal("0." + "".join(str(WORDS[word]) for word in tenths))
    for word in (words + " " + " ".join(rest.split()[len(tenths) :])).replace("-", " ").split():
        if word in WORDS:
            current += WORDS[word]
        elif word in ("half", "quarter"):
            part = Decimal("0.5") if word == "half" else Decimal("0.25")
        elif word in BIG and word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in BIG:
            total += ((current + part) or Decimal(1)) * BIG[word]
            current, part = Decimal(0), Decimal(0)
    return (total + current) or None


def _scaled(plain: str, region: str) -> list[Number]:
    found = []
    for match in each(SPACED if region in arabic.SPACE_REGIONS else SCALED, plain):
        scale = (match[2] or "").lower()
        european = arabic.is_european(plain, match.start(), match.end())
        value = arabic.value(match[1], region, european) * SCALES.get(scale, 1) + _tail(match, scale)
        found.append(Number(match.start(), match.end(), value, bool(scale), scale))
    return found


def _tail(match: re.Match[str], scale: str) -> Decimal:
    """The 4 of 2w4 counts thousands, the 2千 of 3万2千 says so itself, the 2000 of 3万2000 is as written."""
    digits, unit, rest = match[3], match[4], match[5]
    if rest:
        return Decimal(DIGITS[rest] * SCALES[scale] // 10) if len(rest) == 1 else chinese(rest) or Decimal(0)
    if not digits:
        return Decimal(0)
    if unit:
        return Decimal(digits) * SCALES[unit]
    return Decimal(digits) * (SCALES[scale] // 10 if len(digits) == 1 else 1)


def chinese_digit(sign: str) -> Decimal:
    """五 or 5 -> 5."""
    return Decimal(DIGITS[sign]) if sign in DIGITS else Decimal(sign)


def _counts_one(match: re.Match[str], plain: str) -> bool:
    """Whether a number's last 一 counts what follows it: 一百六 一平."""
    words = match[2]
    return (
        len(words) > 2
        and words[-1] == "一"
        and words[-2] in DIGITS
        and words[-3] in TENS
        and not (match[3] or match[4])
        and plain[match.end() : match.end() + 1] in "平米台个套件箱吨斤桶袋瓶包盒卷块张份支根条"
        and match.end() < len(plain)
    )


def _about(match: re.Match[str]) -> list[Number]:
    """三四万 is a span from three to four: two neighbouring digits before a size."""
    words, size = match[2], SCALES[match[4].lstrip("个")] if match[4] else 1
    one, other = DIGITS.get(words[0]), DIGITS.get(words[1]) if len(words) > 1 else None
    if (
        match[1]
        or match[3]
        or not one
        or other != one + 1
        or not (words[2:] or match[4])
        or set(words[2:]) & set(DIGITS)
    ):
        return []
    middle, scale = match.start(2) + 1, (words + (match[4] or ""))[-1]
    low, high = chinese(words[0] + words[2:]), chinese(words[1:])
    if low is None or high is None:
        return []
    return [
        Number(match.start(), middle, low * size, True, scale),
        Number(middle, match.end(), high * size, True, scale),
    ]


def _spelt(plain: str) -> list[Number]:
    found = []
    for match in each(SPELT, plain):
        if NO_NUMBER.match(plain, match.start()):
            continue
        if pair := _about(match):
            found += pair
            continue
        value = chinese(match[2])
        if _counts_one(match, plain):
            found.append(Number(match.start(), match.end() - 1, chinese(match[2][:-1]) or Decimal(0), True, "十"))
        elif value is not None:
            if match[3]:
                value += Decimal("0." + "".join(str(DIGITS[sign]) for sign in match[3]))
            scale = Decimal(SCALES[match[4].lstrip("个")] if match[4] else 1) / Decimal(2 if match[1] else 1)
            sized = bool(match[4]) or any(sign in "百千万亿佰仟" for sign in match[2])
            found.append(Number(match.start(), match.end(), value * scale, sized, match[2][-1]))
    return found


def _english(plain: str) -> list[Number]:
    found = []
    for match in each(ENGLISH, plain):
        value = english(match[0])
        if value is not None:
            found.append(Number(match.start(), match.end(), value, any(word in match[0].lower() for word in BIG)))
    return found
