"""The state of many customers is what is counted for each of them."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Facts, Purchase, Rules, aggregate
from scoring.backtest import PurchasesUnreadable, purchases, read_purchases
from scoring.backtest.state import state

RULES, CUT = Rules(), date(2026, 6, 30)
SAME = ("spend", "activity", "events", "intervals", "interval", "active_months", "purchase_days", "purchase_interval")
DATED = ("first_on", "last_touch_on", "last_purchase_on", "first_purchase_on")
rows = st.lists(
    st.tuples(st.sampled_from("abc"), st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.floats(-50, 900)), min_size=1
)


@settings(max_examples=60)
@given(rows)
def test_columns_hold_what_is_counted_for_each_customer(of: list[tuple[str, date, float]]) -> None:
    who, days, amounts = zip(*of, strict=True)
    known = purchases(np.array(who), np.array(days, "datetime64[D]"), np.array(amounts)).until(CUT)
    columns = state(known, CUT, RULES)
    for place, customer in enumerate(known.ids):
        mine = [Purchase(day, amount) for name, day, amount in of if name == customer]
        counted = aggregate([], mine, Facts(), CUT, RULES)
        for name in SAME:
            one, other = getattr(counted, name), getattr(columns, name)[place]
            assert np.isnan(other) if one is None else other == pytest.approx(one, abs=1e-9)
        for name in DATED:
            assert getattr(columns, name)[place].item() == getattr(counted, name)


def test_a_file_says_which_lines_it_cannot_read(tmp_path: pytest.TempPathFactory) -> None:
    file = tmp_path / "purchases.csv"  # type: ignore[operator]
    file.write_text("date,customer_id,amount\n2026-01-01,7,ten\nyesterday,8,3\n2026-01-02,,1\n")
    with pytest.raises(PurchasesUnreadable) as refused:
        read_purchases(file)
    assert refused.value.problems == (
        "line 3: date 'yesterday' can't be read",
        "line 4: customer_id nan can't be read",
        "line 2: amount 'ten' can't be read",
    )


def test_a_file_without_the_columns_is_refused(tmp_path: pytest.TempPathFactory) -> None:
    file = tmp_path / "purchases.csv"  # type: ignore[operator]
    pd.DataFrame({"customer": [1]}).to_csv(file)
    with pytest.raises(PurchasesUnreadable, match="no column customer_id; no column date"):
        read_purchases(file)


def test_ids_keep_their_zeros(tmp_path: pytest.TempPathFactory) -> None:
    file = tmp_path / "purchases.csv"  # type: ignore[operator]
    file.write_text("customer_id,date\n0007,2026-01-01\n7,2026-01-02\n")
    known = read_purchases(file)
    assert list(known.ids) == ["0007", "7"]
    assert not known.priced
