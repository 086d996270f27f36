"""Money as people say it: Chinese counts in 万, English in thousands."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from typing import Any

from actions.money import digits
from languages import tongue

SIGNS = {"CNY": "¥", "JPY": "JP¥", "SGD": "S$", "TWD": "NT$", "HKD": "HK$"}
WAN, YI, MILLION = 10_000, 100_000_000, 1_000_000
COUNTED = {"zh": ("万", "亿"), "zh_tw": ("萬", "億"), "zh_hk": ("萬", "億")}
"""The words for ten thousand and for a hundred million."""


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The money filters of a language's templates."""
    return {"money": partial(money, language=language), "about": partial(about, language=language)}


@cache
def sign(currency: str) -> str:
    """The sign written before an amount."""
    if currency in SIGNS:
        return SIGNS[currency]
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale="en"))


def money(minor: int | None, currency: str, language: str) -> str:
    """An exact amount from minor units: ¥5万, ¥18.6万, ¥8,600; S$50,000, S$12.50."""
    if minor is None:
        return ""
    amount = Decimal(minor).scaleb(-digits(currency))
    front = f"{'−' if amount < 0 else ''}{sign(currency)}"
    amount = abs(amount)
    unit = YI if amount >= YI else WAN
    if tongue(language) == "zh" and amount >= WAN and amount % (unit // 100) == 0:
        return f"{front}{_trimmed(amount / unit)}{COUNTED[language][unit == YI]}"
    return f"{front}{amount:,.{0 if amount == amount.to_integral() else digits(currency)}f}"


def about(minor: int | None, currency: str, beside: int = 0, *, language: str) -> str:
    """A sum at a glance, rounded: ¥312万, S$3.12M, S$480,000; `beside` a sum in millions S$0.56M."""
    if minor is None:
        return ""
    amount = Decimal(minor).scaleb(-digits(currency))
    front = f"{'−' if amount < 0 else ''}{sign(currency)}"
    amount = abs(amount)
    if tongue(language) == "zh" and amount >= WAN:
        unit = YI if amount >= YI else WAN
        return (
            f"{front}{_trimmed(round(amount / unit, 1 if amount / unit < 100 else 0))}{COUNTED[language][unit == YI]}"
        )
    if tongue(language) == "en" and amount and max(amount, Decimal(beside).scaleb(-digits(currency))) >= MILLION:
        return f"{front}{_trimmed(round(amount / MILLION, 2))}M"
    return f"{front}{amount:,.0f}"


def _trimmed(amount: Decimal) -> str:
    return f"{amount:,f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:,f}"
