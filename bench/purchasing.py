"""How customers buy, fitted and foretold, beside lifetimes, the common library for it: CPU time, and the same answer.
Both have one thread, as the product has: with more, threads that spin between two sums count as well, theirs and ours.

BG/NBD for customers like those of CDNOW: invented with its parameters, in whole days. lifetimes lives in an environment
of its own (`.peers`), made when it is first needed; where it can't be had, it is left out, which is said.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from scoring.backtest.buying import fit
from scoring.backtest.likelihood import Counts, grouped, likelihood

from .figures import Figure
from .starting import ROOT

SIZES = (23_570,)
LEAST = {23_570: (3.0, 10.0), 1_000_000: (10.0, 10.0)}
"""Customers -> how many times faster fitting and foretelling are to be."""
WEEKS, DAYS, JOINING = 39, 273, 84
TIMES = 10
"""So often each foretells, the peer as well."""
R, ALPHA, A, B = 0.243, 4.414, 0.793, 2.426
LIFETIMES = "lifetimes==0.11.3"


def figures(rounds: int, sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """Fit and forecast at each size, and how far the two answers are apart."""
    python = peers()
    if python is None:
        print("lifetimes: left out, it can't be installed", file=sys.stderr)
        return
    for size in sizes:
        known = customers(size)
        ours, theirs = [_ours(known) for _ in range(rounds)], _theirs(python, known, rounds)
        least = LEAST.get(size, (None, None))
        for what, wanted in zip(("fit", "foretell"), least, strict=True):
            mine, other = ([1 / one[what] for one in each] for each in (ours, theirs))
            yield Figure(f"{what} {size:,} customers", "a CPU second", mine, "lifetimes", other, least=wanted)
        apart = abs(_likely(theirs[0], known) / _likely(ours[0], known) - 1)
        yield Figure(f"{size:,} customers, log-likelihoods apart", "", [apart], most=1e-6)
        yield Figure(
            f"{size:,} customers, forecasts apart", "", [abs(ours[0]["sum"] / theirs[0]["sum"] - 1)], most=1e-3
        )


def customers(size: int, seed: int = 1) -> Counts:
    """Repeat purchases, and weeks to the last of them and to the cut, in whole days."""
    dice = np.random.default_rng(seed)
    known = DAYS - dice.integers(0, JOINING, size)
    rate, stop = dice.gamma(R, 1 / ALPHA, size), dice.beta(A, B, size)
    x, last, day = np.zeros(size), np.zeros(size), np.zeros(size)
    going = np.arange(size)
    while len(going):
        day[going] += 7 * dice.exponential(1 / np.maximum(rate[going], 1e-9))
        going = going[day[going] <= known[going]]
        x[going] += 1
        last[going] = np.maximum(1, np.floor(day[going]))
        going = going[dice.random(len(going)) >= stop[going]]
    return Counts(x, np.minimum(last, known) / 7, known / 7, np.ones(size))


def _ours(known: Counts) -> dict[str, float]:
    start = time.process_time()
    model = fit(known, modified=False, prior=False)
    fit_seconds = time.process_time() - start
    model.expected(known, WEEKS)
    begun = time.process_time()
    for _ in range(TIMES):
        foretold = model.expected(known, WEEKS)
    done = time.process_time()
    found = {name: getattr(model.of, name) for name in ("r", "alpha", "a", "b")}
    return found | {"fit": fit_seconds, "foretell": (done - begun) / TIMES, "sum": float(foretold.sum())}


def _likely(found: dict[str, float], known: Counts) -> float:
    """The log-likelihood of the customers at these parameters."""
    parameters = np.array([found[name] for name in ("r", "alpha", "a", "b")])
    return likelihood(parameters, grouped(known), False, 1)[0]


def _theirs(python: Path, known: Counts, rounds: int) -> list[dict[str, float]]:
    with tempfile.TemporaryDirectory(prefix="huifang-lifetimes-") as folder:
        file = Path(folder) / "counts.npz"
        np.savez(file, x=known.x, t_x=known.t_x, T=known.T)
        command = (str(python), str(ROOT / "bench" / "purchasing_there.py"), str(file), str(WEEKS), str(rounds))
        told: list[dict[str, Any]] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return told


def peers() -> Path | None:
    """A Python that has lifetimes, in an environment of its own; None where it can't be installed."""
    folder = ROOT / ".peers"
    python = folder / "bin" / "python"
    if python.exists():
        return python
    made = subprocess.run((sys.executable, "-m", "venv", str(folder)), check=False).returncode == 0
    pip = (str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", LIFETIMES)
    if made and subprocess.run(pip, check=False, stdout=sys.stderr).returncode == 0:
        return python
    python.unlink(missing_ok=True)
    return None


if __name__ == "__main__":
    for figure in figures(3, tuple(map(int, sys.argv[1:])) or SIZES):
        print(figure, flush=True)
