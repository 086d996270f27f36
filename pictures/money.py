"""Sums at a glance on a picture: ¥312万, S$3.12M."""

SIGNS = {"CNY": "¥", "JPY": "JP¥", "SGD": "S$", "TWD": "NT$", "HKD": "HK$", "USD": "$", "EUR": "€", "GBP": "£"}
NO_DECIMALS = frozenset({"JPY", "KRW", "VND"})
SCALES = {
    "zh": ((1e8, "亿"), (1e4, "万")),
    "zh_tw": ((1e8, "億"), (1e4, "萬")),
    "en": ((1e9, "B"), (1e6, "M"), (1e3, "k")),
}


def sign(currency: str) -> str:
    """What stands before a sum."""
    return SIGNS.get(currency, f"{currency} ")


def about(minor: int, currency: str, language: str, *, signed: bool = True) -> str:
    """Three figures and the unit in which the language counts; `signed`: with the currency before them."""
    amount = minor if currency in NO_DECIMALS else minor / 100
    front = ("−" if amount < 0 else "") + (sign(currency) if signed else "")
    for scale, unit in SCALES[language]:
        if abs(amount) >= scale:
            return f"{front}{_three(abs(amount) / scale)}{unit}"
    return f"{front}{abs(amount):,.0f}"


def _three(amount: float) -> str:
    """At most three figures, or all before the point."""
    decimals = 0 if amount >= 100 else 1 if amount >= 10 else 2
    said = f"{amount:,.{decimals}f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
