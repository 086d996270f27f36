"""Points and other plain numbers as they are read: 77.9, −5.1, 16.67; and names that fit on a phone's line."""

from collections.abc import Callable
from functools import partial
from html import unescape
from typing import Any
from unicodedata import east_asian_width

from languages import tongue

LINE = {"zh": 36, "en": 40}
"""How wide a line of a phone is; a Chinese sign is two wide."""
SHORTEST = 9
"""A name is never cut below this width."""
ENOUGH = 6
"""So wide a beginning of a name stands for it."""


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


def brief(name: str, most: int) -> str:
    """A name cut to a width with an ellipsis."""
    if width(name) <= most:
        return name
    used, place = 1, 0
    while used + (wide := width(name[place])) <= most:
        used, place = used + wide, place + 1
    return f"{name[:place].rstrip()}…"


def beside(name: str, rest: str, language: str) -> str:
    """A name cut so that it fits on a line with the rest of it: by whole words where its first ones say enough."""
    most = max(LINE[tongue(language)] - width(unescape(str(rest))), SHORTEST)
    if width(name) <= most:
        return name
    words = name[: most + 1].rpartition(" ")[0].rstrip(" ,.&-")
    return words if ENOUGH <= width(words) <= most else brief(name, most)


def width(words: str) -> int:
    """How wide words are."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """The filters of a language's templates."""
    plain: dict[str, Callable[..., Any]] = {
        "tenth": tenth,
        "signed": signed,
        "figure": figure,
        "thousands": thousands,
        "brief": brief,
    }
    return {**plain, "beside": partial(beside, language=language)}
