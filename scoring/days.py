"""Days, one or a column of them: dates beside `datetime64[D]` arrays, missing as None or NaT.

Spans are floats, nan where a day is missing, so that the same arithmetic serves both.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from scoring.amounts import is_column

NEVER = float("nan")


def since(day: Any, today: Any) -> Any:
    """Whole days from `day` to `today` (negative when `day` is later); nan where there is no day."""
    if day is None:
        return NEVER
    if isinstance(day, date) and isinstance(today, date):
        return float((today - day).days)
    import numpy as np

    span: Any = np.asarray(today, "datetime64[D]") - np.asarray(day, "datetime64[D]")
    return span / np.timedelta64(1, "D")


def months(first: Any, today: date) -> Any:
    """Calendar months from `first` to `today`, both included; nan where there is no day."""
    if first is None:
        return NEVER
    if isinstance(first, date):
        return float((today.year - first.year) * 12 + today.month - first.month + 1)
    import numpy as np

    span: Any = np.datetime64(today, "M") - np.asarray(first).astype("datetime64[M]")
    return span / np.timedelta64(1, "M") + 1.0


def either(day: Any, other: Any) -> Any:
    """`day`, and where it is missing `other`."""
    if is_column(day):
        import numpy as np

        return np.where(np.isnat(day), np.datetime64("NaT") if other is None else other, day)
    return other if day is None else day


def given(amount: Any) -> Any:
    """A number or column as it is, nan for None."""
    return NEVER if amount is None else amount


def median_interval(days: Iterable[date]) -> tuple[float | None, int]:
    """Median days between distinct `days`, and how many intervals there are; (None, 0) below two days."""
    ordered = sorted(set(days))
    gaps = sorted((later - earlier).days for earlier, later in pairwise(ordered))
    if not gaps:
        return None, 0
    middle = len(gaps) // 2
    return (gaps[middle] + gaps[-1 - middle]) / 2, len(gaps)


def next_month(day: date) -> date:
    """The first day of the month after `day`: when the next grading is."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
