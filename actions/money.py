"""Money between the core and the database: whole minor units with an ISO code."""

from decimal import ROUND_HALF_UP, Decimal

DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3}


def digits(currency: str) -> int:
    """How many decimals a currency's minor unit has."""
    return DIGITS.get(currency, 2)


def minor(amount: Decimal | int, currency: str) -> int:
    """An amount in whole minor units, rounded half up."""
    return int(Decimal(amount).scaleb(digits(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def major(amount_minor: int, currency: str) -> float:
    """An amount in major units, for arithmetic that needs no exactness."""
    return float(amount_minor / 10 ** digits(currency))


def converted(amount_minor: int, currency: str, to: str, rates: dict[str, float]) -> float:
    """Major units of the company's currency; `rates` says what one unit of another currency is worth in it."""
    amount = major(amount_minor, currency)
    return amount if currency == to else amount * rates.get(currency, 1.0)
