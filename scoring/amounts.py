"""One number, or a column of them: the few operations of which judging is made, by the same words for both.

The bot judges one customer at a time, in plain Python; numpy is loaded where a column comes, and costs no one else.
Of two numbers the first one stays where it is nan: `max` and `min` are written in that order on purpose.
"""

from __future__ import annotations

import math
from typing import Any


def is_column(amount: Any) -> bool:
    """Whether these are many: a numpy column of numbers, days or letters."""
    return getattr(amount, "ndim", 0) > 0


def at_least(amount: Any, least: Any) -> Any:
    """The amount, raised to `least` where it is below; nan stays nan."""
    if is_column(amount):
        import numpy as np

        return np.maximum(amount, least)
    return max(amount, least)


def known_at_least(amount: Any, least: Any) -> Any:
    """The amount, raised to `least` where it is below or nan."""
    if is_column(amount):
        import numpy as np

        return np.fmax(amount, least)
    return max(least, amount)


def at_most(amount: Any, most: Any) -> Any:
    """The amount, cut to `most` where it is above; nan stays nan."""
    if is_column(amount):
        import numpy as np

        return np.minimum(amount, most)
    return min(amount, most)


def within(part: Any) -> Any:
    """A part kept between 0 and 1; a missing one is 0."""
    return at_most(known_at_least(part, 0.0), 1.0)


def log1p(amount: Any) -> Any:
    """ln(1 + amount)."""
    if is_column(amount):
        import numpy as np

        return np.log1p(amount)
    return math.log1p(amount)


def floor(amount: Any) -> Any:
    """The whole number below."""
    if is_column(amount):
        import numpy as np

        return np.floor(amount)
    return float(math.floor(amount))


def where(condition: Any, then: Any, otherwise: Any) -> Any:
    """`then` where the condition holds, else `otherwise`."""
    if is_column(condition):
        import numpy as np

        return np.where(condition, then, otherwise)
    return then if condition else otherwise


def opposite(condition: Any) -> Any:
    """Where the condition doesn't hold."""
    return ~condition if is_column(condition) else not condition


def named(place: Any, words: tuple[str, ...]) -> Any:
    """The word at this place, or for a column of places a column of words."""
    if is_column(place):
        import numpy as np

        return np.asarray(words)[place]
    return words[place]
