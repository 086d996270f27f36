"""Sums of money in a text: which of its numbers are money, in which currency, and what each is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from parsing import coins, currencies, numbers, purposes, put_right
from parsing.numbers import COUNTED, Number
from parsing.patterns import pattern

PRICED = pattern(r"""
    (?:报价|单价|[总均底售进]价|价格|[报出还降开]价?|金额|合计|共计?|总计|总共|总额|预算|[定订]金|[首尾货]款|[预首]付
    |回款|[付收打]款|退款|赔[偿了]?(?:我们?|咱们?)?|还差|到账|[付收转打汇给]到?了?(?:我们?|咱们?|你们?)?|支付|花了?|卖了?|买了?|成交额?
    |合同额?|额度?|欠款?|欠(?:着|了|咱|我|俺|公司)们?|[月年季房]租|租金|[月年]付|一(?:年|个月|季度?)|消费|充值|续费(?:成功)?|单子|大单|[报给]了?|每[平米台个件套箱吨斤月年方人次天公]\S?
    |[价费][钱格]?)(?:到|是|为|了|约|大概|差不多|大约|在|有|[:：]|平)*\s?$|\b(?:budget(?:ed)?|quot(?:e|ed|ing|ation)
    |pric(?:e|ed|ing)|total(?:ing)?|paid|pays?|payment|deposit|worth|deal(?: size)?|invoiced?|offer(?:ed)?|amount
    |value|revenue|owes?|owing|refund(?:s|ed)?|order(?:ed)?|po|spent?|spend|cost|costs|fee|contract|sold for|for|at|@
    |around|about|approx|only|that'?s|makes|comes to|came to)(?: (?:us|me|them|him|her))?(?: (?:of|is|was|to|at|for
    |around|about|approx\.?|roughly|came to|up to))?\s?[:=~]?\s?$
""")
"""A bare number right after one of these is money."""

COUNTED_AT = pattern(
    rf"\d\s?[{COUNTED}]\s?[×x*]\s?$|\b\d[\d,]{{0,8}} (?:units?|pcs|pieces?|boxes|cases|sets|rolls|packs|bags"
    r"|cartons) (?:at|@) ?$"
)
"""48 units at 62.50."""
CALLED = pattern(r"\b(?:call|ring|phone|tel|text|reach|cell|mobile)\b[a-z\x00 ]{0,20}$")
"""Before a number of the neighbourhood: call him at 555-0134."""
PAPER = pattern(r"""
    \b(?:invoice|inv|ref|booth|flight|room) ?(?:no\.? ?|number )?#?$
    |(?:邮编|邮政编码|编号|[税账帐卡单工房车型货批件]号|订单号|身份证号?码?|电话|座机|热线|传真|总机|分机|微信号?|qq|扣扣|验证码|密码|尾号|楼号)
    (?:是|为|[:：])?\s?$
""")
"""Before a number that names a paper or a place."""
CODED = pattern(r"\d[a-z]{2,4}$")
"""Letters between digits: 91310115MA1K3 is a code."""
OF_ONE = pattern(r"(?:每\h{0,3}|一[台个件套箱吨斤桶袋瓶包盒卷块组张份支根]|\ba (?:piece|box|bag|unit))\s?$")
THINGS = pattern(rf"""
    \s?(?:[{COUNTED}]|分钟|个?(?:小时|钟头)|(?!(?:each|per|and|or|to|for|by|on|at|of|as|from|with|via|in|up|off|total|altogether|deposit
    |paid|due|cash|upfront|advance|net|plus|minus|yesterday|today|tonight|tomorrow|now|already|again|this|last|next
    |before|after|until|but|so|if|because|since|he|she|they|we|it|is|was|were|will|ok|okay|please|asap|all|only|max
    |min|tops|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)[a-z]{{2,}}\b)
""")
UNITS = pattern(rf"""
    \s?(?:[{COUNTED}]|分钟|个?(?:小时|钟头)|(?:units?|pcs|pieces|boxes|sets|tons?|tonnes|kgs?|km|people|users?|customers?|items?|pairs
    |bottles|lit(?:re|er)s?|sqm|met(?:re|er)s?|rpm|miles|staff|employees|visitors|calls|copies|orders|views|shares
    |hours|days|parts|sensors|pumps)\b)
""")
CALENDAR = pattern(r"^\s(?:[周星礼月年日天]|\d)")
"""After a space a date begins: 17万6 周五前."""
RANGE = pattern(r"\s?(?:-{1,2}|~|到|至|to|and|or)\s?(?:[$€£¥]\s?)?")
NAMED_BETWEEN = pattern(r"(?:\s(?:to|for|from|with|by|at))?[\s\x00]*\x00[\s\x00]*$|\s+$")
"""A name between the word and its sum: sent the quote to Acme 12,500."""

KNIFE = pattern(r"[一二两三四五六七八九]刀")
"""One letter before 刀 is a knife or a name, no dollars."""

TOTAL = pattern(
    r"\s?(?:in )?(?:total|altogether|all[- ]in|plus (?:vat|gst)|\+ ?(?:vat|gst)|(?:ex|inc)\.? (?:vat|gst))\b"
)
"""5,700 total."""

WEEKDAY = ("周", "星期", "礼拜")
"""Before the number of a day: 每周五报价."""

ALONE = pattern(r"(?:^|[,，;；。\n]\s?|(?<=\h)\s)$")
ENDED = pattern(r"\s?(?:$|[,，;；。.!！\n])")


@dataclass(frozen=True)
class Money:
    """A sum and its place. currency is null when the text names none.

    `upper` marks the high end of a range, and a sum that was said by mistake: neither is what the message is about.
    """

    start: int
    end: int
    value: Decimal
    currency: str | None
    role: str | None
    upper: bool = False


def find(plain: str, own: str = "CNY", region: str = "CN") -> tuple[Money, ...]:
    """Every sum in a folded text whose phones are masked, in order, ranges as their two ends."""
    counted = numbers.find(plain, region)
    sums: list[Money] = []
    for place, number in enumerate(counted):
        low = _low_end(plain, counted, place)
        below = next((money for money in sums if low and money.start <= low.start < money.end), None)
        if sums and number.start < sums[-1].end:
            continue
        seen = _money(plain, number, own) or (_high_end(plain, number, below) if below else None)
        if seen and sums and seen.start < sums[-1].end and not low:  # 2.6美金|一个: the currency is the other's
            continue
        if seen and low and low.end == number.start:  # 一两千: what leads to both
            seen = replace(seen, role=purposes.of(plain, low.start, number.end))
        if seen and low:
            sums = [money for money in sums if money is not below]
            sums.append(_lower(low, number, seen, plain, below))
        if seen:
            sums.append(_upper(seen, below or seen, low is not None))
    return tuple(_corrected(plain, sums))


def _corrected(plain: str, sums: Sequence[Money]) -> list[Money]:
    """Of 不是七万八是八万七 the first is what was said by mistake."""
    wrong = put_right.places(plain, [(one.start, one.end) for one in sums])
    return [replace(one, upper=True) if place in wrong else one for place, one in enumerate(sums)]


def main(sums: Sequence[Money]) -> Money | None:
    """The figure the message is about."""
    return min(
        (money for money in sums if not money.upper),
        key=lambda money: purposes.RANK.get(money.role or "", 1),
        default=None,
    )


def undecided(sums: Sequence[Money]) -> bool:
    """Whether two sums of the same standing leave open which one is meant."""
    best = main(sums)
    rivals = [
        money
        for money in sums
        if best and not money.upper and money.role in (best.role, None) and money.value != best.value
    ]
    return bool(rivals) and best is not None and best.role in (None, "deal", "paid", "budget", "quote")


def _money(plain: str, number: Number, own: str) -> Money | None:
    before, after = plain[max(0, number.start - 24) : number.start], plain[number.end : number.end + 24]
    sign, unit = currencies.SIGNS.search(before), currencies.UNITS.match(after)
    if unit and unit[0] == "刀" and KNIFE.fullmatch(plain, number.start, number.end + 1):
        return None
    small = coins.alone(plain, number, own)
    if not (sign or unit or small or _means_money(plain, number, before, after)):
        return None
    if small and not sign:
        return Money(number.start, small[0], small[1], small[2], purposes.of(plain, number.start, small[0]))
    named = currencies.beside(sign and sign[0], unit and unit[0], own)
    start = number.start - (len(before) - sign.start() if sign else 0)
    end, more = coins.beside(plain, number.end + unit.end(), named) if unit else (number.end, Decimal(0))
    return Money(start, end, _plain(number.value + more), named, purposes.of(plain, start, end))


def _means_money(plain: str, number: Number, before: str, after: str) -> bool:
    """A number without a currency is money when it is sized and counts nothing, or stands where money stands."""
    if (CALLED.search(before) and after.startswith("-")) or CODED.search(before):
        return False
    digits = plain[number.start : number.end]
    if (PAPER.search(before) and digits.isdigit()) or (digits.startswith("0") and digits[1:2].isdigit()):
        return False
    if COUNTED_AT.search(before):
        return True
    if (
        after.startswith(("%", "％", "折", ":", "*", "x", "×"))
        or before.endswith(("*", "×", "第", "/", ":", "#"))
        or (before.endswith(WEEKDAY) and not number.scaled)
        or (UNITS if number.scaled else THINGS).match(CALENDAR.sub("\x00", after))
    ):
        return False
    if number.scaled and number.scale not in "百千十m" and number.value >= 100:
        return True
    if TOTAL.match(after) and number.value >= 100:
        return True
    if purposes.EACH.match(after) or (purposes.PER.search(before) and _price_like(before, number)):
        return True
    return _bare(plain, number, before, after)


def _price_like(before: str, number: Number) -> bool:
    if number.value < 1 and number.value == int(number.value):
        return False
    led = before.rstrip().endswith(("价", "价格", "@", "平", "each"))
    return number.value >= 100 or led or OF_ONE.search(before) is not None


def _bare(plain: str, number: Number, before: str, after: str) -> bool:
    digits = plain[number.start : number.end]
    if digits in "一二两三四五六七八九十百千万亿" or number.value < 20 or digits.startswith("0"):
        return False
    if PRICED.search(NAMED_BETWEEN.sub("", purposes.before(plain, number.start, 24))):
        return (
            number.value >= 100
            or number.scaled
            or not re.search(r"\b(?:at|for|around|about|only)\s?$", before, re.IGNORECASE | re.ASCII)
        )
    alone = ALONE.search(before) and ENDED.match(after) and digits.replace(",", "").replace(".", "").isascii()
    return (number.scaled and number.scale in "千m百" and number.value >= 1000) or (
        bool(alone) and 100 <= number.value < 10**7 and not 1990 <= number.value <= 2040
    )


def _plain(value: Decimal) -> Decimal:
    """32000 rather than 32000.0."""
    return Decimal(int(value)) if value == int(value) else value


def _low_end(plain: str, counted: Sequence[Number], place: int) -> Number | None:
    if place == 0:
        return None
    low, high = counted[place - 1], counted[place]
    gap = plain[low.end : high.start]
    if gap == "、":  # 5、6万
        return low if high.scaled and not low.scaled and 0 < low.value < 10 else None
    between = not gap or RANGE.fullmatch(gap) or re.fullmatch(r"\s?(?:-|~|到|至|to)\s?", gap)
    return low if between and low.value and (low.value < high.value or low.scaled) else None


def _high_end(plain: str, number: Number, below: Money) -> Money | None:
    """The second number of a range whose first is money: 3800到4200."""
    if number.value <= below.value or THINGS.match(plain[number.end : number.end + 12]):
        return None
    return Money(number.start, number.end, _plain(number.value), below.currency, below.role)


def _lower(low: Number, high: Number, seen: Money, plain: str, below: Money | None) -> Money:
    """The low end borrows size and currency from the high one (1.2-1.5万 begins at 12000) and reaches up to it."""
    size = numbers.SCALES.get(high.scale, 1) if not low.scaled and high.scaled and low.value < high.value / 10 else 1
    named = seen.currency or (below.currency if below else None)
    return Money(
        below.start if below else low.start,
        seen.start,
        _plain(low.value * size),
        named,
        purposes.of(plain, low.start, low.end) or seen.role,
    )


def _upper(seen: Money, below: Money, ranged: bool) -> Money:
    named = seen.currency or below.currency
    return Money(seen.start, seen.end, seen.value, named, seen.role, upper=ranged)
