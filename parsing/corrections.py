"""Corrections: "不对，是6万", "no, 60k", "不是,下周三", "no, Friday", or just the new value; and typed dates."""

import re
from datetime import datetime

from parsing import dates, masks, money, people, phones, queries, script
from parsing.days import Day
from parsing.money import Money
from parsing.patterns import pattern
from parsing.said import Correction, Moment

OPENING = pattern(r"""
    ^(?:不对|不是的?|错了|搞错了?|写错了?|记错了?|说错了?|更正|改一?下|修正|纠正|不|唔系|唔对|唔系|噢不|哦不
    |等等)(?:啊|哦|呀|吧|了|的)?(?:[,，。!！、:：\s]+|(?=是|应该|改|\d|[下上明后昨今周星])|$)|^(?:no|nope|nah|wrong
    |not quite|correction|sorry|oops|wait|actually|i meant?|i mean|make (?:it|that)|change (?:it|that) to
    |should (?:be|read)|it(?:'s| is| was| should be)|that(?:'s| is| should be))\b(?:[,.!:;\s-]+|$)
""")
LEAD = pattern(r"""
    ^(?:我?(?:是指|是说|指的?是|想?说的?是)|应该是|应为|应是|其实是|实际是?|改成|改为|换成|改到|是|为|它?是|,|，|:
    |：|\s|sorry|actually|it(?:'s| is| was)|i meant?|i mean|make (?:it|that)|change (?:it|that) to|should (?:be
    |read)|that(?:'s| is)|the|to|on|for|with|was|is)+
""")
FIELD = pattern(r"""
    ^(?:(?:预算|金额|报价|价格|总价|数额|钱|日期|时间|跟进|下次跟进|下次|(?P<who>客户|公司|联系人|对接人)|电话|手机
    |号码)(?:错了|不对|写错了|搞错了)?(?:应该)?(?P<is>(?:是|为|改成|改为|改到|[:：,，]|\s)+|(?=\d))|(?:budget|amount
    |price|quote|date|next|follow[- ]?up|(?P<who2>customer|client|contact)|phone|number)(?P<is2>(?: (?:is|was
    |should be|to|on)|[:=,]| )+))
""")
"""The field's own word opens a correction, if nothing but the value follows."""
NOT_BUT = pattern(r"""
    ^(?:不是|not|it(?:'s| is|'s) not|isn'?t)\s?(?P<old>[^,，。;；]{1,30}?)(?:[,，。;；\s]+(?:而)?(?:是|but|it'?s)
    |[,，]\s?)\s?(?P<new>\S.{0,40})$
""")
BUT_NOT = pattern(r"""
    ^(?:是|应该是|it'?s |it is )?(?P<new>.{1,40}?)[,，\s]+(?:不是|而不是|not)\s?(?P<old>.{1,30})$
""")
KINDS = {
    "拜访": "visit", "上门": "visit", "见面": "visit", "visit": "visit", "a visit": "visit", "meeting": "visit",
    "visited": "visit", "电话": "call", "打电话": "call", "通话": "call", "call": "call", "a call": "call",
    "called": "call", "phone call": "call", "成交": "purchase", "下单": "purchase", "purchase": "purchase",
    "order": "purchase", "an order": "purchase", "a purchase": "purchase", "投诉": "complaint",
    "complaint": "complaint", "a complaint": "complaint", "备注": "note", "笔记": "note", "note": "note",
    "a note": "note",
}  # fmt: skip
MEANT = pattern(r"""
    (?:我(?:是指|是说|说的是|指的?是|想说的?是)|应该是|应为|应是|改成|改为|换成|改到|是(?!的|啊|吧|吗|不是)|actually
    |it(?:'s| is| was)|i meant?|i mean|make (?:it|that)|change (?:it|that) to|should (?:be|read))(?:\s|是|:|：)*
""")
"""Opens the value that is meant."""

FELT = pattern(r"\b(?:fine|ok|okay|good|well|great|ready|enough|possible)\b|没问题|可以|行$|能|^的|签了|付了|下单")
TOLD = pattern(r"""
    [，。,;；\n了的很太不没想能要因为我他她]|问题|价格|质量|交期|预算|\d{2}|\b(?:wants?|paid|pays?|signed|called
    |calls?|ordered|visit(?:ed|s)?|met|sent|asked|needs?|has|had|is|are|was|will|can|going|not|happy|interested|keen
    |ready|sure|good|well|yet|available|today|tomorrow|on|by|about|with|from|at|sold|bought|the|a|our|late|cheap
    |expensive|convinced|satisfied|high|low|working|done|enough|really|very|so|too|just|only)\b
""")
"""Who tells something names no customer: not interested, 不是不想买."""

SPARE = " ,，。.!！?？~的了吧啊哦呢\x00"
VAGUE = pattern(r"(?:no|nah|not|wait|sorry|actually|不(?!对)|不是|改一?下|等等)\s?[^\s,，。.:：!！、是]")
"""Without a pause "no" and 不是 belong to what follows: no budget, 不是不想买."""

PAUSE = pattern(r"[,，。;；:：]")

LONGEST = 80
"""A correction is a short thing; a longer message is a record of its own."""


def correction(text: str, *, heard: datetime, currency: str = "CNY", region: str = "CN") -> Correction | None:
    """The values that are put right, or null where the message corrects nothing.

    With an opening (不对, no, should be) a customer's or a contact's name is understood too; a bare amount, date or
    phone number is a correction by itself.
    """
    plain = script.fold(text).strip()
    if not plain or len(plain) > LONGEST or queries.plain(plain):
        return None
    field = FIELD.match(plain)
    new = LEAD.sub("", plain[field.end() :]) if field else _new_value(plain)
    opened = new is not None and field is None
    found = _value(new or plain, opened=opened, heard=heard, currency=currency, region=region)
    if found or not new or (field and not _says_who(field)):
        return found
    return _named(new) if field or PAUSE.search(plain) or not VAGUE.match(plain) else None


def _says_who(field: re.Match[str]) -> bool:
    """客户是百禾 names a customer; a customer of whom something is told does not: 客户 很满意."""
    return bool(field["who"] or field["who2"]) and bool((field["is"] or field["is2"]).strip())


def moment(text: str, heard: datetime, region: str = "CN") -> Moment | None:
    """A typed date, the coming one where two are possible; null where it says none or one that doesn't exist."""
    plain = script.fold(text)[:LONGEST]
    days = [day for day in dates.find(masks.mask(plain, phones.find(plain, region)), heard, region) if not day.fault]
    return _moment(days[0]) if days else None


def _new_value(plain: str) -> str | None:
    """What follows the opening of a correction, or null where there is none."""
    swapped = NOT_BUT.match(plain) or BUT_NOT.match(plain)
    if swapped and _alike(swapped["old"], swapped["new"]):
        return LEAD.sub("", swapped["new"])
    opening = OPENING.match(plain)
    if opening and opening.end() < len(plain):
        rest = LEAD.sub("", plain[opening.end() :])
        return _new_value(rest) or FIELD.sub("", rest)
    bare = MEANT.match(plain)
    return plain[bare.end() :] if bare else None


def _alike(old: str, new: str) -> bool:
    """Old and new are values of one kind and short: 5万 and 6万, Acme and Globex."""
    numbers = [bool(re.search(r"\d", words)) for words in (old, new)]
    named = any(numbers) or not (TOLD.search(old) or TOLD.search(new))
    return len(old) < 20 and len(new) < 24 and numbers[0] == numbers[1] and named


def _value(new: str, *, opened: bool, heard: datetime, currency: str, region: str) -> Correction | None:
    """The first value that the words are: a phone, a sum, a day, a kind of record, a name."""
    dialled = phones.find(new, region)
    if dialled and not _rest(new, dialled):
        return Correction(phone=dialled[0].number)
    sums = money.find(masks.mask(new, dialled), currency, region) or (_bare(new) if opened else ())
    days = [day for day in dates.find(masks.mask(new, (*dialled, *sums)), heard, region) if not day.fault]
    rest = _rest(new, (*sums, *days))
    if (sums or days) and len(rest) <= (8 if opened else 0) and not FELT.search(rest):
        main = money.main(sums)
        return Correction(
            main.value if main else None, main.currency if main else None, _moment(days[0]) if days else None
        )
    return None


def _bare(new: str) -> tuple[Money, ...]:
    """After "no," a bare number is a sum."""
    match = re.fullmatch(r"\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{2,9}(?:\.\d{1,2})?)\s?[.。!！]?", new)
    return (
        money.find("¥" + match[1])[:1]
        and tuple(Money(match.start(1), match.end(1), one.value, None, None) for one in money.find("¥" + match[1])[:1])
        if match
        else ()
    )


def _named(new: str) -> Correction | None:
    words = new.strip(SPARE)
    kind = KINDS.get(words.lower())
    if kind:
        return Correction(intent=kind)
    if not words or len(words) > 40 or TOLD.search(words):
        return None
    if people.is_titled(words):
        return Correction(contact=words, customer=words)
    return Correction(customer=words)


def _rest(new: str, spans: tuple[masks.Span, ...]) -> str:
    return masks.mask(new, spans).replace(masks.BLANK, "").strip(SPARE + " ")


def _moment(day: Day) -> Moment | None:
    on = day.ahead or day.behind
    return Moment(on, day.at) if on else None
