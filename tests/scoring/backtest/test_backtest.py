"""The back-test: what it must reach on the public sample, and what it says when there is little to say."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from scoring import Rules
from scoring.backtest import Backtest, Purchases, PurchasesUnreadable, backtest, proposed, purchases, to_json
from scoring.backtest.command import grammar, main, text
from scoring.backtest.measures import auc, captured, revenue_in_top
from tests.scoring.backtest import cdnow

SIMPLE = ("rfm_quintiles", "recency", "frequency", "past_spend", "hiatus", "mbg_nbd")
CUT, START = date(2026, 6, 30), date(2026, 1, 1)


@cache
def on_cdnow() -> Backtest:
    return backtest(cdnow.history(), cdnow.CUT, cdnow.DAYS)


def bought(rows: list[tuple[str, int, float]]) -> Purchases:
    who, days, amounts = zip(*rows, strict=True)
    return purchases(np.array(who), np.datetime64(START) + np.array(days), np.array(amounts))


@cdnow.needed
def test_the_score_foretells_the_public_sample() -> None:
    score = on_cdnow().scores["huifang"]
    assert score.auc is not None
    assert score.auc >= 0.775
    assert score.top20_captured is not None
    assert score.top20_captured >= 0.56
    assert score.top20_revenue is not None
    assert score.top20_revenue >= 0.67


@cdnow.needed
def test_no_simple_ranking_is_clearly_better() -> None:
    scores = dict(on_cdnow().scores)
    mine = scores.pop("huifang").auc or 0.0
    assert mine >= max(score.auc or 0.0 for score in scores.values()) - 0.01


@cdnow.needed
def test_the_tiers_are_apart_beyond_doubt() -> None:
    a, b, c = on_cdnow().tiers.values()
    assert (a.low or 0) > (b.high or 0) > (b.low or 0) > (c.high or 0)
    assert a.share_of_customers == pytest.approx(0.2, abs=0.01)
    assert on_cdnow().verdict == "ordered"


@cdnow.needed
def test_what_came_after_the_cut_changes_no_score() -> None:
    known, later = cdnow.history().until(cdnow.CUT), cdnow.history().after(cdnow.CUT, 60)
    before = proposed(known, cdnow.CUT, 60)
    shorter = backtest(cdnow.history().until(cdnow.CUT + timedelta(days=60)), cdnow.CUT, 60)
    assert len(later.ids)
    assert shorter.rules == before.rules


@cdnow.needed
def test_row_order_does_not_matter() -> None:
    known = cdnow.history()
    mixed = np.random.default_rng(1).permutation(len(known.who))
    again = purchases(known.ids[known.who][mixed], known.day[mixed], known.amount[mixed])
    assert json.dumps(to_json(backtest(again, cdnow.CUT, cdnow.DAYS))) == json.dumps(to_json(on_cdnow()))


def some(n: int, repeat: Callable[[int], bool], amount: Callable[[int], float]) -> Purchases:
    rows = [(f"c{i}", i % 90, amount(i)) for i in range(n)]
    rows += [(f"c{i}", 95 + i % 80, amount(i)) for i in range(n) if repeat(i)]
    return bought([*rows, *((f"c{i}", 200, amount(i)) for i in range(0, n, 3))])


@pytest.mark.parametrize(
    "history",
    [
        some(50, lambda i: i % 2 == 0, lambda i: 10.0 + i),
        some(1, lambda _: True, lambda _: 10.0),
        some(300, lambda _: False, lambda i: 10.0 + i),
        some(300, lambda _: True, lambda _: 10.0),
        some(300, lambda i: i % 2 == 0, lambda _: 0.0),
        some(300, lambda i: i % 2 == 0, lambda i: 10.0 if i % 3 else -10.0),
        bought([(f"c{i}", 180, 5.0) for i in range(40)] + [("c1", 190, 5.0)]),
    ],
    ids=["fifty", "one", "no repeats", "all alike", "all zero", "refunds", "a single day"],
)
def test_poor_histories_get_an_honest_answer(history: Purchases) -> None:
    found = backtest(history, CUT, 60)
    document = json.loads(json.dumps(to_json(found), allow_nan=False))
    assert sum(tier["customers"] for tier in document["tiers"].values()) == found.customers
    assert text(found)


def test_little_data_is_said() -> None:
    found = backtest(some(50, lambda i: i % 2 == 0, lambda i: 10.0 + i), CUT, 60)
    assert found.verdict == "too_little"
    assert to_json(found)["model"]["fallback"] is True


@pytest.mark.parametrize(
    ("history", "why"),
    [
        (bought([("a", 400, 1.0)]), "no one to judge"),
        (bought([("a", 3, 1.0), ("b", 9, 2.0)]), "to compare with"),
        (bought([("a", 3, -1.0), ("b", 300, 2.0)]), "no one to judge"),
    ],
)
def test_without_a_past_or_a_future_it_refuses(history: Purchases, why: str) -> None:
    with pytest.raises(PurchasesUnreadable, match=why):
        backtest(history, CUT, 60)


def test_without_amounts_spend_is_the_number_of_purchases() -> None:
    whole = some(300, lambda i: i % 2 == 0, lambda _: 1.0)
    found = backtest(purchases(whole.ids[whole.who], whole.day), CUT, 60)
    assert found.tiers["A"].mean_revenue is not None


def test_equal_scores_share_their_place() -> None:
    spent, came = np.array([5.0, 0, 0, 0, 0]), np.array([True, False, False, False, False])
    even = np.zeros(5)
    assert [auc(even, came), captured(even, spent), revenue_in_top(even, spent)] == pytest.approx([0.5, 0.2, 0.2])
    assert auc(even, np.ones(5, bool)) is None


def test_the_command_prints_one_document(tmp_path: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "purchases.csv"  # type: ignore[operator]
    rows = [f"c{i},2026-0{1 + i % 5}-1{i % 9}" for i in range(90)] + [f"c{i},2026-07-03" for i in range(20)]
    file.write_text("\n".join(["customer_id,date", *rows]))
    parser = argparse.ArgumentParser()
    grammar(parser)
    assert main(parser.parse_args([str(file), "--cut", "2026-06-30", "--horizon", "30", "--json"])) == 0
    document = json.loads(capsys.readouterr().out)
    assert set(document["scores"]) == {"huifang", *SIMPLE}
    assert main(parser.parse_args([str(file), "--cut", "2027-06-30", "--horizon", "30"])) == 1
    assert "nothing after 2027-06-30" in capsys.readouterr().err


def test_the_rules_hold_together() -> None:
    found = backtest(some(300, lambda i: i % 2 == 0, lambda i: 10.0 + i), CUT, 60)
    assert Rules.from_mapping(found.rules.to_mapping()) == found.rules
