"""`backtest`: how well tiers and scores, as of a day in a shop's past, foretold what followed."""

from argparse import Namespace

from scoring.backtest import command


def main(asked: Namespace) -> int:
    """Run it over a file of purchases and print what came out."""
    return command.main(asked)
