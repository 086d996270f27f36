"""Other trades than books: on each the score foretells who comes back about as well as the best simple ranking."""

from __future__ import annotations

import pytest

from scoring.backtest import backtest
from tests.scoring.backtest.trades import TRADES


@pytest.mark.parametrize("priced", [True, False], ids=["with amounts", "without"])
@pytest.mark.parametrize("name", TRADES)
def test_no_simple_ranking_is_better_by_a_hundredth(name: str, priced: bool) -> None:
    trade = TRADES[name]
    scores = backtest(trade.history(priced), trade.cut, trade.horizon).scores
    mine = scores.pop("huifang").auc
    assert mine is not None
    assert mine >= max(score.auc or 0.0 for score in scores.values()) - 0.01
