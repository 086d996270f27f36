"""Equal customers are computed once, and nothing else comes out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.backtest.likelihood import Counts, grouped
from scoring.backtest.pairs import coded, decoded, each_pair

days = st.integers(0, 400)


@given(st.lists(st.tuples(st.integers(0, 30), days, days), min_size=1, max_size=60))
def test_rows_become_numbers_and_rows_again(rows: list[tuple[int, int, int]]) -> None:
    columns = tuple(np.array(column, float) for column in zip(*rows, strict=True))
    found = coded(*columns)
    assert found is not None
    assert [list(column) for column in decoded(*found)] == [list(column) for column in columns]
    assert list(np.argsort(found[0], kind="stable")) == list(np.lexsort(columns[::-1]))


@given(st.lists(st.tuples(st.integers(0, 5), days), min_size=1, max_size=500))
def test_each_pair_is_what_each_customer_is(rows: list[tuple[int, int]]) -> None:
    x, known = (np.array(column, float) for column in zip(*rows, strict=True))
    assert each_pair(x, known / 7, lambda a, b: a + 1 / (1 + b)) == pytest.approx(x + 1 / (1 + known / 7))


@pytest.mark.parametrize("t_x", [[3.0, 3.0, 0.0], [0.31, 0.31, 0.0]], ids=["whole days", "parts of days"])
def test_equal_rows_are_one_with_their_weight(t_x: list[float]) -> None:
    found = grouped(Counts(np.array([1.0, 1.0, 0.0]), np.array(t_x) / 7, np.array([9.0, 9.0, 9.0]), np.ones(3)))
    assert (list(found.x), list(found.weight)) == ([0.0, 1.0], [1.0, 2.0])
    assert list(found.t_x) == pytest.approx([0.0, t_x[0] / 7])


def test_nobody_is_in_no_group() -> None:
    assert coded(np.zeros(0), np.zeros(0)) is None
