"""What depends on two small numbers alone is computed once for each pair that occurs, however many have it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scoring.backtest.purchases import Column

_ROOM = 4
_CLOSE = 1e-6


def each_pair(x: Column, known: Column, of: Callable[[Column, Column], Column]) -> Column:
    """`of` for each customer's repeat purchases and weeks known, computed once for equal ones.

    Weeks must be whole days, and the pairs that could be not many more than the customers; else it is computed for
    each customer.
    """
    if not len(x):
        return of(x, known)
    first, last = round(7 * known.min()), round(7 * known.max())
    width = last - first + 1
    size = (int(x.max()) + 1) * width
    places = (x * width + (known * 7 - (first - 0.5))).astype(np.intp)
    if size > _ROOM * len(x) or not _whole(x, known):
        return of(x, known)
    table, there = np.zeros(size), np.flatnonzero(np.bincount(places, minlength=size))
    table[there] = of((there // width).astype(float), (there % width + first) / 7)
    return np.asarray(table[places])


def _whole(x: Column, known: Column) -> bool:
    """Whether these are whole purchases and whole days."""
    days = known * 7
    return bool((np.abs(days - np.rint(days)) < _CLOSE).all() and (x == np.rint(x)).all())
