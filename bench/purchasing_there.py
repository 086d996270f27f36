"""lifetimes on the same customers: run by the Python that has it, `FILE.npz WEEKS ROUNDS`; prints JSON."""

import json
import sys
import time
import warnings
from importlib import import_module
from typing import Any

import numpy as np

TIMES = 10


def main() -> None:
    """Fit and foretell, as often as was asked."""
    warnings.simplefilter("ignore")
    file, weeks, rounds = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    known = np.load(file)
    print(json.dumps([_round(known["x"], known["t_x"], known["T"], weeks) for _ in range(rounds)]))


def _round(x: Any, t_x: Any, known: Any, weeks: float) -> dict[str, float]:
    model: Any = import_module("lifetimes").BetaGeoFitter()
    start = time.process_time()
    model.fit(x, t_x, known)
    fit_seconds = time.process_time() - start
    model.conditional_expected_number_of_purchases_up_to_time(weeks, x, t_x, known)
    begun = time.process_time()
    for _ in range(TIMES):
        foretold = model.conditional_expected_number_of_purchases_up_to_time(weeks, x, t_x, known)
    done = time.process_time()
    found = {name: float(model.params_[name]) for name in ("r", "alpha", "a", "b")}
    return found | {"fit": fit_seconds, "foretell": (done - begun) / TIMES, "sum": float(np.sum(foretold))}


if __name__ == "__main__":
    main()
