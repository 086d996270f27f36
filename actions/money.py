"""Money between the core and the database: whole minor units with an ISO code, and what other currencies are worth."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3}


Rates = Mapping[str, tuple[tuple[date, float], ...]]
"""Currency -> from which day one unit was worth how much in the company's currency, earliest first."""


def rates_of(told: Mapping[str, float | Mapping[str, float]]) -> Rates:
    """The rates as a version of the settings tells them: one for always, or by their first days (ISO)."""
    return {currency: _steps(worth) for currency, worth in told.items()}


def rate(rates: Rates, currency: str, on: date) -> float | None:
    """What one unit was worth on a day: the latest rate by then, and before all of them the first; None if unknown."""
    steps = rates.get(currency)
    return None if not steps else next((worth for day, worth in reversed(steps) if day <= on), steps[0][1])


def digits(currency: str) -> int:
    """How many decimals a currency's minor unit has."""
    return DIGITS.get(currency, 2)


def minor(amount: Decimal | int, currency: str) -> int:
    """An amount in whole minor units, rounded half up."""
    return int(Decimal(amount).scaleb(digits(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def major(amount_minor: int, currency: str) -> float:
    """An amount in major units, for arithmetic that needs no exactness."""
    return float(amount_minor / 10 ** digits(currency))


def converted(amount_minor: int, currency: str, to: str, rates: Rates, on: date) -> float:
    """Major units of the company's currency, at the rate of its day; unknown currencies count as that one."""
    amount = major(amount_minor, currency)
    return amount if currency == to else amount * (rate(rates, currency, on) or 1.0)


def _steps(worth: float | Mapping[str, float]) -> tuple[tuple[date, float], ...]:
    if not isinstance(worth, Mapping):
        return ((date.min, worth),)
    return tuple(sorted((date.fromisoformat(day), each) for day, each in worth.items()))
