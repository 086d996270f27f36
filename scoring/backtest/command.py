"""`backtest FILE.csv --cut DATE --horizon DAYS [--json]`: the back-test on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from scoring.backtest.document import to_json
from scoring.backtest.purchases import PurchasesUnreadable, read_purchases
from scoring.backtest.run import Backtest, backtest

_VERDICTS = {
    "ordered": "The tiers foretold revenue: A above B above C, beyond what chance explains.",
    "unclear": "The tiers are not clearly apart in what they foretold.",
    "too_little": "Too little data to tell: at least 200 customers and 50 repeat purchases are needed.",
}


def grammar(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="purchases: customer_id,date[,amount]")
    parser.add_argument("--cut", type=date.fromisoformat, required=True, metavar="DATE", help="the last day known")
    parser.add_argument("--horizon", type=int, required=True, metavar="DAYS", help="how many days after it to foretell")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def main(asked: argparse.Namespace) -> int:
    """Run it and print it; 0, or 1 with the reasons on standard error when the history can't be used."""
    try:
        found = backtest(read_purchases(asked.file), asked.cut, asked.horizon)
    except (PurchasesUnreadable, OSError) as refused:
        reasons = refused.problems if isinstance(refused, PurchasesUnreadable) else (str(refused),)
        sys.stderr.writelines(f"{reason}\n" for reason in reasons)
        return 1
    sys.stdout.write(json.dumps(to_json(found), allow_nan=False) + "\n" if asked.json else text(found))
    return 0


def text(found: Backtest) -> str:
    """The back-test for a reader: tiers, rankings, the rules it came by, and one sentence of verdict."""
    parts = (_heading(found), *_tiers(found), "", *_rankings(found), "", _rules(found), _VERDICTS[found.verdict])
    return "\n".join(parts) + "\n"


def _heading(found: Backtest) -> str:
    """Who, as of when, against what."""
    return f"{found.customers} customers as of {found.cut}, against the {found.horizon_days} days that followed"


def _tiers(found: Backtest) -> list[str]:
    """A line per tier."""
    lines = ["tier  customers  revenue  mean (95 % interval)"]
    for name, tier in found.tiers.items():
        mean = "-" if tier.mean_revenue is None else f"{tier.mean_revenue:,.2f} ({tier.low:,.2f} to {tier.high:,.2f})"
        lines.append(f"{name:4}  {tier.customers:9}  {_percent(tier.share_of_revenue):>7}  {mean}")
    return lines


def _rankings(found: Backtest) -> list[str]:
    """A line per ranking."""
    lines = ["ranking         AUC    top 20 % found  revenue in it"]
    for name, score in found.scores.items():
        auc = "-" if score.auc is None else f"{score.auc:.3f}"
        lines.append(f"{name:14}  {auc:5}  {_percent(score.top20_captured):>14}  {_percent(score.top20_revenue):>13}")
    return lines


def _rules(found: Backtest) -> str:
    """The rules that the history before the cut proposed."""
    rules = found.rules
    return (
        f"Rules from before the cut: A from {rules.cut_a:g}, B from {rules.cut_b:g} points;"
        f" value {rules.value_points:g} (scale {rules.value_s0:,.2f} to {rules.value_s1:,.2f},"
        f" half-life {rules.value_half_life:g} days), activity {rules.activity_points:g},"
        f" chance to buy again {rules.prospect_points:g}."
    )


def _percent(part: float | None) -> str:
    """A share in percent."""
    return "-" if part is None else f"{part:.1%}"
