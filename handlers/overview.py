"""Questions about customers as a whole: tiers, silence, moves, the team, lists; and why a tier is what it is."""

from collections.abc import Callable

from actions.refusals import OldCard

from . import complained, coverage, deeds, exports, lists, moves, sales, silent, summary, team, tiers, top, trend, why
from .buttons import Args
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
    "grade": deeds.tap_grade,
    "flow": moves.tap_picture,
    "team": team.tap_team,
    "member": team.tap_person,
    "gaps": team.tap_gaps,
    "sheet": exports.tap_export,
    "happened": summary.tap_happened,
    "filter": lists.tap_filter,
    "top": top.tap_top,
    "top_picture": top.tap_picture,
    "coverage": coverage.tap_coverage,
    "coverage_picture": coverage.tap_picture,
    "trend": trend.tap_trend,
    "trend_picture": trend.tap_picture,
    "sales": sales.tap_sales,
    "complaints": complained.tap_complaints,
}


def tap_also(turn: Turn) -> None:
    """`also:verb:...`: what that button shows, as a message of its own, so that the card stays."""
    verb, turn.args = turn.args[0], Args(turn.args[1:])
    if verb not in ALSO:
        raise OldCard
    if (result := TAPS[verb](turn)) is not None:
        turn.say(result)


READS = frozenset({
    "tiers", "list", "people", "filter", "moves", "flow", "team", "member", "gaps", "top", "top_picture", "coverage",
    "coverage_picture", "trend", "trend_picture", "sales", "complaints", "happened", "tiers_picture", "silent", "risk",
    "summary", "review", "also",
})  # fmt: skip
"""Questions and buttons that only look, and at all customers."""
ALSO = frozenset({"list", "moves", "complaints", "team", "happened", "sales"})
TAPS["also"] = tap_also

QUERIES: dict[str, Callable[..., object | None]] = {
    "why": why.asked,
    "tiers": tiers.asked,
    "silent": silent.silent,
    "risk": silent.at_risk,
    "customers": lists.asked,
    "moves": moves.asked,
    "team": team.asked,
    "top": top.asked,
    "coverage": coverage.asked,
    "overdue": coverage.late,
    "trend": trend.asked,
    "sales": sales.asked,
    "complaints": complained.asked,
    "export": exports.asked,
    "summary": summary.asked,
    "review": summary.reviewed,
}

SELLS_OR_LEADS = frozenset({"salesperson", "manager"})
"""Who asks about customers as a whole: salespeople hear of their own."""

FIGURES = ("tiers", "silent", "risk", "customers", "moves", "top", "coverage", "trend", "sales", "complaints", "export")
ROLES = {
    **dict.fromkeys(FIGURES, SELLS_OR_LEADS),
    **dict.fromkeys(("summary", "review"), frozenset({"manager"})),
    "team": frozenset({"manager", "admin"}),
}

MENU_ROLES = dict.fromkeys((*FIGURES, "team"), frozenset({"manager"}))
"""Whose menu shows the command; a salesperson's words reach their own figures all the same."""
