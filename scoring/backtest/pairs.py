"""Whole numbers of purchases and days: equal customers are found at once, and computed once however many there are."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from scoring.backtest.purchases import Column

_ROOM = 4
_CLOSE = 1e-6
_EXACT = 2**53


def each_pair(x: Column, known: Column, of: Callable[[Column, Column], Column]) -> Column:
    """`of` for each customer's repeat purchases and weeks known, computed once for equal ones.

    Weeks must be whole days, and the pairs that could be not many more than the customers; else it is computed for
    each customer.
    """
    found = coded(x, known * 7)
    if found is None or math.prod(found[1]) > _ROOM * len(x):
        return of(x, known)
    codes, sizes = found
    table, there = np.zeros(math.prod(sizes)), np.zeros(math.prod(sizes), bool)
    there[codes] = True
    pairs = np.flatnonzero(there)
    purchases, days = decoded(pairs, sizes)
    table[pairs] = of(purchases, days / 7)
    return table.take(codes)


def coded(*columns: Column) -> tuple[Column, tuple[int, ...]] | None:
    """Each row as one whole number in whose order the first column counts most, and how many values each column may
    have; None where a number isn't whole."""
    near = [np.rint(column) for column in columns]
    if not len(near[0]) or not all(map(_whole, columns, near)):
        return None
    sizes = tuple(int(rounded.max()) + 1 for rounded in near)
    if math.prod(sizes) > _EXACT:
        return None
    code, *others = near
    for rounded, size in zip(others, sizes[1:], strict=True):
        code *= size
        code += rounded
    return code.astype(np.int64), sizes


def _whole(column: Column, near: Column) -> bool:
    """Whether these are whole numbers from 0 on, but for what floating point loses."""
    if near.min() < 0:
        return False
    apart = column - near
    return bool(np.abs(apart, out=apart).max() <= _CLOSE)


def decoded(codes: Column, sizes: tuple[int, ...]) -> tuple[Column, ...]:
    """The columns that these numbers stand for."""
    columns = []
    for size in reversed(sizes):
        codes, column = np.divmod(codes, size)
        columns.append(column.astype(float))
    return tuple(reversed(columns))
