"""All benchmarks, one after the other: `python -m bench [--json] [--rounds N]`; exits 1 when an aim is missed."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from . import agendas, company, lookup, night, parsing, purchasing, questions, starting, taps, visits
from .bots import Child, echo, huifang
from .figures import Figure
from .telegram import Telegram

ROUND_TRIPS = (0, 40)
"""Milliseconds."""


def main() -> int:
    """Measure and tell."""
    asked = _arguments()
    figures = []
    with tempfile.TemporaryDirectory(prefix="huifang-bench-") as folder:
        for figure in measured(Path(folder), asked.rounds, asked.customers):
            figures.append(figure)
            print(figure, file=sys.stderr if asked.json else sys.stdout, flush=True)
    if asked.json:
        print(json.dumps({"machine": _machine(), "figures": [figure.as_plain() for figure in figures]}, indent=2))
    return 0 if all(figure.met for figure in figures) else 1


def measured(folder: Path, rounds: int, customers: int) -> Iterator[Figure]:
    """Every figure, as soon as it is known."""
    staff = company.found(folder / "huifang.db")
    with closing(Telegram(staff)) as telegram:
        for milliseconds in ROUND_TRIPS:
            telegram.slow_down(milliseconds)
            with _resting(telegram, echo(telegram)) as peer:
                echoes = visits.echoed(telegram, peer, rounds)
            with _resting(telegram, huifang(telegram, folder)) as bot:
                recorded = visits.recorded(telegram, bot, rounds, folder / "huifang.db")
                yield from visits.compared(recorded, echoes, milliseconds)
                if milliseconds:
                    yield visits.memory(bot)
                    yield from taps.until_the_bubble(telegram)
            if not milliseconds:
                with _resting(telegram, huifang(telegram, folder, "uncounted")) as bare:
                    yield visits.counted(recorded, visits.recorded(telegram, bare, rounds, folder / "huifang.db"))
    yield from starting.figures(folder, rounds)
    yield from parsing.figures(rounds)
    yield from lookup.figures(folder, rounds)
    yield from purchasing.figures(rounds, purchasing.SIZES)
    yield from purchasing.figures(1, (customers,))
    yield from night.figures(folder, 1, customers)
    yield from questions.figures(folder, questions.CUSTOMERS)
    yield from agendas.figures(folder)


def _resting(telegram: Telegram, bot: Child) -> "closing[Child]":
    """The bot, once it listens."""
    telegram.listened_to_by(bot)
    return closing(bot)


def _machine() -> dict[str, object]:
    return {"python": platform.python_version(), "system": platform.system(), "processor": platform.machine()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="What Huifang costs, beside its peers.")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--rounds", type=int, default=5, metavar="N", help="how often each figure is taken (default: 5)"
    )
    parser.add_argument(
        "--customers",
        type=int,
        default=1_000_000,
        metavar="N",
        help="how many a night and a fit have (default: 1,000,000)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
