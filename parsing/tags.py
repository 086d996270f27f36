"""Tags, the certain overrides: #成交 #visit @华星 !周五 ¥5万."""

import re
from dataclasses import dataclass

from parsing.masks import Place
from parsing.patterns import each, pattern

INTENTS = {
    "成交": "purchase", "下单": "purchase", "签约": "purchase", "回款": "purchase", "订单": "purchase",
    "purchase": "purchase", "order": "purchase", "deal": "purchase", "won": "purchase", "sale": "purchase",
    "拜访": "visit", "上门": "visit", "会面": "visit", "visit": "visit", "meeting": "visit", "met": "visit",
    "电话": "call", "通话": "call", "call": "call", "phone": "call", "投诉": "complaint", "客诉": "complaint",
    "complaint": "complaint", "备注": "note", "记录": "note", "笔记": "note", "计划": "note", "微信": "note",
    "note": "note", "plan": "note", "message": "note", "新客户": "new_customer", "新客": "new_customer",
    "new": "new_customer", "lead": "new_customer", "customer": "new_customer", "查询": "query", "query": "query",
}  # fmt: skip
CHANNELS = {"会面": "meeting", "meeting": "meeting", "微信": "message", "message": "message"}
TAG = pattern(r"(?<![\w&])#\s?(\h{2,4}|[a-z]{3,10})(?!\h|[a-z])")
CUSTOMER = pattern(r"""
    (?:^|(?<=[\s,，。;；]))@(?![\s$€£¥\d])(?:\"([^\"]{1,60})\"|“([^”]{1,60})”|([^\s,，。;；#!！@¥]{1,40}))
""")
DAY = pattern(r"""
    (?:^|(?<=[\s,，。;；]))!\s?([^\s,，。;；#@¥]{1,20}(?: (?:\d{1,2}(?::\d\d)?(?:am|pm)?|mon|tue|wed|thu|fri|sat|sun
    |next|[A-Z][a-z]{2,8}))?)
""")
MONEY = pattern(r"(?:^|(?<=[\s,，。;；]))[¥$€£]\s?\d")


@dataclass(frozen=True)
class Tags:
    """What the tags of a message fix, with the places of the customer's and the day's own words."""

    intent: str | None = None
    channel: str | None = None
    customer: Place | None = None
    day: Place | None = None
    money: int | None = None
    places: tuple[Place, ...] = ()


def find(plain: str) -> Tags:
    """The tags of a folded text."""
    if not any(sign in plain for sign in "#@!"):
        return Tags()
    tag = next((match for match in each(TAG, plain) if match[1].lower() in INTENTS), None)
    customer, day, money = CUSTOMER.search(plain), DAY.search(plain), MONEY.search(plain)
    tagged = tag or customer or day
    return Tags(
        INTENTS[tag[1].lower()] if tag else None,
        CHANNELS.get(tag[1].lower()) if tag else None,
        _named(customer) if customer else None,
        Place(day.start(1), day.end(1)) if day else None,
        money.start() if money and tagged else None,
        tuple(
            Place(match.start(), match.end() if match is tag else match.start() + 1)
            for match in (tag, customer, day)
            if match
        ),
    )


def _named(match: re.Match[str]) -> Place:
    group = next(number for number in (1, 2, 3) if match[number])
    return Place(match.start(group), match.end(group))
