"""A back-test as the JSON document that `backtest --json` prints."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from scoring.backtest.run import Backtest, RankingFigures, TierFigures


def to_json(found: Backtest) -> dict[str, Any]:
    """The document of `backtest --json`."""
    return {
        "customers": found.customers,
        "cut": found.cut.isoformat(),
        "horizon_days": found.horizon_days,
        "tiers": {name: _plain(tier) for name, tier in found.tiers.items()},
        "scores": {name: _plain(score) for name, score in found.scores.items()},
        "model": _model(found),
        "calibration": [
            {"predicted": predicted, "observed": observed, "customers": n}
            for predicted, observed, n in found.calibration
        ],
        "rules": found.rules.to_mapping(),
        "covered_until": found.covered_until.isoformat(),
        "verdict": found.verdict,
    }


def _model(found: Backtest) -> dict[str, Any]:
    """The model with its parameters in weeks; `fallback` says that little data left it to the prior."""
    if found.model is None:
        return {"name": None, "parameters": {}, "log_likelihood": None, "weeks": True, "fallback": True}
    of = found.model.of
    parameters: dict[str, float] = {"r": of.r, "alpha": of.alpha, "a": of.a, "b": of.b}
    return {
        "name": "mbg_nbd" if of.k == 1 else "mbg_cnbd_k",
        "parameters": parameters if of.k == 1 else {**parameters, "k": of.k},
        "log_likelihood": found.model.log_likelihood,
        "weeks": True,
        "fallback": found.little_data,
    }


def _plain(figures: TierFigures | RankingFigures) -> dict[str, Any]:
    """The fields by their names."""
    return {each.name: getattr(figures, each.name) for each in fields(figures)}
