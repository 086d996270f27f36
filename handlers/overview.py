"""Questions about customers as a whole: tiers, silence, moves, the team, lists; and why a tier is what it is."""

from collections.abc import Callable

from . import lists, moves, silent, team, tiers, why
from .turn import Turn

TAPS: dict[str, Callable[[Turn], object | None]] = {
    "why": why.tap_why,
    "why_back": why.tap_back,
    "why_picture": why.tap_picture,
    "sums": why.tap_sums,
    "tiers": tiers.tap_tiers,
    "tiers_picture": tiers.tap_picture,
    "list": lists.tap_list,
    "people": lists.tap_people,
    "moves": moves.tap_moves,
    "move": moves.tap_move,
    "hold": moves.tap_hold,
    "retier": moves.tap_retier,
    "team": team.tap_team,
}

QUERIES: dict[str, Callable[..., object | None]] = {
    "why": why.asked,
    "tiers": tiers.asked,
    "silent": silent.silent,
    "risk": silent.at_risk,
    "customers": lists.asked,
    "moves": moves.asked,
    "team": team.asked,
}

SELLS_OR_LEADS = frozenset({"salesperson", "manager"})
"""Who asks about customers as a whole: salespeople hear of their own."""

ROLES = {
    **dict.fromkeys(("tiers", "silent", "risk", "customers", "moves"), SELLS_OR_LEADS),
    "team": frozenset({"manager"}),
}

MENU_ROLES = dict.fromkeys(("tiers", "silent", "risk", "moves", "team", "customers"), frozenset({"manager"}))
"""Whose menu shows the command; a salesperson's words reach their own figures all the same."""
