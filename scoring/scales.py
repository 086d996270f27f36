"""The scale on which spend is read, for a company that takes over a trade's rules or measures its own customers."""

from __future__ import annotations

from dataclasses import replace

from scoring.cuts import Column, with_scale
from scoring.presets import PRESETS, Preset
from scoring.rules import Rules

FEWEST_SPENDERS = 20
"""So many customers who spent say more about a company's scale of spend than a preset does."""

_OWN = (
    "value_half_life", "activity_half_life", "share_a", "share_b",
    "prospect_days", "buying_r", "buying_alpha", "buying_a", "buying_b", "buying_k",
)  # fmt: skip
"""Numbers that say something about this company rather than about its trade: a preset leaves them as they are."""


def adopted(preset: Preset, present: Rules, spends: Column, worth: float | None) -> Rules:
    """The preset's rules for a company whose rules are `present`.

    The scale of spend comes from the company's own customers where enough of them spent (`spends`, decayed), else from
    the preset in the company's currency (`worth` of one CNY in it). Where nobody has said that worth (None), a scale
    that the company has decided stays, and else the preset's figures are taken as they are.
    """
    own = {name: getattr(present, name) for name in _OWN}
    rules = replace(preset.rules, **own)
    if (spends > 0).sum() >= FEWEST_SPENDERS:
        return with_round_scale(spends, rules)
    if worth is None and not _of_a_preset(present):
        return replace(rules, value_s0=present.value_s0, value_s1=present.value_s1)
    worth = worth or 1.0
    return replace(rules, value_s0=rules.value_s0 * worth, value_s1=rules.value_s1 * worth)


def _of_a_preset(rules: Rules) -> bool:
    """Whether the scale is some preset's: nobody has decided one."""
    return (rules.value_s0, rules.value_s1) in {(each.rules.value_s0, each.rules.value_s1) for each in PRESETS.values()}


def with_round_scale(spends: Column, rules: Rules) -> Rules:
    """The company's own scale of spend in two digits, so that it can be remembered and put into a calculator."""
    found = with_scale(spends, rules)
    return replace(found, value_s0=max(0.01, _two(found.value_s0)), value_s1=max(0.02, _two(found.value_s1)))


def _two(amount: float) -> float:
    """Two digits that count: 31,627 is 32,000."""
    return float(f"{amount:.2g}")
