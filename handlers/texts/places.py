"""Zones, countries, currencies and days of the week as people call them: 上海, Singapore, 人民币, 周一到周五."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from languages import tongue

from .days import WEEKDAYS, named
from .money import sign

LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COUNTRIES = {
    "zh": {"HK": "香港", "MO": "澳门"},
    "zh_tw": {"HK": "香港", "MO": "澳門"},
    "zh_hk": {"HK": "香港", "MO": "澳門"},
    "en": {"HK": "Hong Kong", "MO": "Macao"},
}
"""Names shorter than the catalogue's."""
LOCALES = {"zh": "zh", "zh_tw": "zh_Hant_TW", "zh_hk": "zh_Hant_HK", "en": "en"}
"""Where Babel has the names of a language."""


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The filters of a language's templates."""
    functions: dict[str, Callable[..., Any]] = {
        "zone": zone,
        "country": country,
        "currency": currency,
        "weekdays": weekdays,
    }
    return {name: partial(function, language=language) for name, function in functions.items()}


@cache
def zone(key: str, language: str) -> str:
    """The city that a time zone is named for."""
    from babel.dates import get_timezone_location

    return str(get_timezone_location(key, locale=LOCALES[language], return_city=True))


@cache
def country(code: str, language: str) -> str:
    """A country; of a part of one, the country with the part's code: Germany (BY)."""
    from babel import Locale

    land, _, part = code.partition("-")
    name = COUNTRIES[language].get(land) or Locale.parse(LOCALES[language]).territories.get(land, land)
    return f"{name} ({part})" if part else str(name)


@cache
def currency(code: str, language: str) -> str:
    """A currency: by its name in Chinese, by its sign in English, where the sign says which it is."""
    if tongue(language) == "en":
        shown = sign(code)
        return shown if shown not in ("¥", code) else code
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, locale=LOCALES[language]))


def weekdays(numbers: Sequence[int], language: str) -> str:
    """Days of the week, Monday 1: 周一到周五, Monday to Friday; 周日到周四; else one by one."""
    days = sorted(numbers)
    first = next((day for day in days if (day - 2) % 7 + 1 not in days), days[0])
    last = (first + len(days) - 2) % 7 + 1
    unbroken = len(days) > 1 and all((first - 1 + n) % 7 + 1 in days for n in range(len(days)))
    if tongue(language) == "zh":
        names = [named(day - 1, language) for day in ((first, last) if unbroken else days)]
        return ("到" if unbroken else "、").join(names)
    if unbroken:
        return f"{LONG_WEEKDAYS[first - 1]} to {LONG_WEEKDAYS[last - 1]}"
    return ", ".join(WEEKDAYS["en"][day - 1] for day in days)
