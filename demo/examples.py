"""Sentences to tap, so that nobody faces an empty box: with the names of each salesperson's own customers."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Customer, Ownership, Person, Standing

SELLING = {
    "zh": (
        "拜访了{first},聊了报价,下周三再跟进",
        "给{second}打了电话,预算5万,周五给方案",
        "新客户 远帆物流 赵经理 13912340000 宁波",
        "{first}投诉滤芯漏水",
        "{first}为什么是这个等级",
    ),
    "en": (
        "visited {first}, wants a quote, follow up Friday",
        "called {second}, budget 50k, proposal by Friday",
        "new customer Harbourline Logistics, Mr Zhao 13912340000, Ningbo",
        "{first} complained: the filter leaks",
        "why is {first} {a} {tier}",
    ),
}
BEGINNING = {
    "zh": (SELLING["zh"][2], "拜访了远帆物流,聊了报价,下周三再跟进", "远帆物流成交8万", "今天", "帮助"),
    "en": (
        SELLING["en"][2],
        "visited Harbourline, wants a quote, follow up Friday",
        "sold Harbourline 8k",
        "today",
        "help",
    ),
}
"""For somebody who has no customers yet."""
LEADING = {
    "zh": ("等级", "沉默", "流失预警", "团队", "A 沉默"),
    "en": ("tiers", "silent", "risk", "team", "A silent"),
}
TOLD_FIRST = ("华星科技", "海岳食品", "Acme Trading")
"""Whom the documentation speaks of."""


def examples(db: Session) -> dict[str, Any]:
    """Language -> the sentences for managers and for salespeople; `people`: each salesperson's own by language."""
    own = {str(who): {lang: _selling(lang, rows) for lang in SELLING} for who, rows in _customers(db).items()}
    shared = {lang: {"salesperson": list(BEGINNING[lang]), "manager": list(LEADING[lang])} for lang in LEADING}
    return {**shared, "people": own}


def _selling(language: str, rows: list[tuple[str, str]]) -> list[str]:
    """The sentences about two customers whose names are written in this language, where there are any."""
    fitting = [row for row in rows if row[0].isascii() == (language == "en")] or rows
    (first, tier), (second, _) = fitting[0], fitting[1 % len(fitting)]
    names = {"first": _short(first), "second": _short(second), "tier": tier, "a": "an" if tier == "A" else "a"}
    return [sentence.format(**names) for sentence in SELLING[language]]


def _short(name: str) -> str:
    """As people call them: without the trade of an English name."""
    return name.split()[0] if name.isascii() else name


def _customers(db: Session) -> dict[int, list[tuple[str, str]]]:
    """Phone -> (name, tier) of its owner's customers; those that the documentation speaks of come first."""
    asked = select(Person.telegram_id, Customer.name, Standing.tier).join(Ownership, Ownership.person_id == Person.id)
    asked = asked.join(Customer, Customer.id == Ownership.customer_id)
    asked = asked.join(Standing, Standing.customer_id == Customer.id).where(Ownership.until_at.is_(None))
    found: dict[int, list[tuple[str, str]]] = {}
    for who, name, tier in db.execute(asked.where(Person.telegram_id.is_not(None)).order_by(Customer.id)):
        found.setdefault(int(who or 0), []).append((name, tier))
    return {who: sorted(rows, key=_told) for who, rows in found.items()}


def _told(row: tuple[str, str]) -> int:
    """Whom the documentation speaks of comes first, in its order."""
    return TOLD_FIRST.index(row[0]) if row[0] in TOLD_FIRST else len(TOLD_FIRST)
