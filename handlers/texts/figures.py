"""Points and other plain numbers as they are read: 77.9, −5.1, 16.67; and names that fit on a phone's line."""

from collections.abc import Callable
from typing import Any
from unicodedata import east_asian_width

NAME = 20
"""How wide a name in a list may be; a Chinese sign is two wide."""


def tenth(number: float) -> str:
    """Points: always one decimal."""
    return f"{number:.1f}".replace("-", "−")


def signed(number: float) -> str:
    """Points gained or lost, with their sign."""
    return f"{'+' if number > 0 else '−'}{abs(number):.1f}"


def figure(number: float | None, unit: float = 1) -> str:
    """A number without empty decimals, in so many of a unit: 6.27, 14, 18.6."""
    if number is None:
        return ""
    said = f"{number / unit:,.6f}".rstrip("0").rstrip(".")
    return said.replace(",", "").replace("-", "−")


def thousands(number: int) -> str:
    """A count: 1,500."""
    return f"{number:,}"


def brief(name: str, width: int = NAME) -> str:
    """A name cut to a width with an ellipsis."""
    used = 0
    for place, sign in enumerate(name):
        used += 2 if east_asian_width(sign) in "WF" else 1
        if used > width:
            return name[: max(place - 1, 1)].rstrip() + "…"
    return name


FILTERS: dict[str, Callable[..., Any]] = {
    "tenth": tenth,
    "signed": signed,
    "figure": figure,
    "thousands": thousands,
    "brief": brief,
}
