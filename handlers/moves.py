"""/moves: moves between tiers of this month or any span, one of them explained, and the old tier kept for now."""

from actions import holding, moved, moves
from actions.holding import HoldAsked, TierAsked, TierHeld
from actions.moved import MoveExplained
from actions.moves import MovesShown
from actions.periods import Period, month_of
from actions.refusals import NotForYourRole
from parsing import Said

from .keeping import keeping
from .lists import company_day, wanted_in, whose
from .sales import named, tapped
from .turn import Turn

SPAN = 12
"""Digits of a span on a button."""


def asked(turn: Turn, said: Said | None = None) -> MovesShown:
    """The moves of the span that the words name, else of this month: everybody's, or of those whom the words name."""
    return moves.between(turn.db, turn.scope, named(turn), 0, whose(turn, said))


def tap_moves(turn: Turn) -> MovesShown:
    """`moves:page:span:where`, or this month's: `moves:page:where`."""
    period, where = _span(turn, turn.args[1:])
    return moves.between(turn.db, turn.scope, period, turn.args.number(0), wanted_in(where))


def tap_picture(turn: Turn) -> None:
    """`flow:span:where`: drawn as a flow, as a message of its own."""
    period, where = _span(turn, turn.args)
    turn.say(moves.picture(turn.db, turn.scope, period, wanted_in(where)))


def tap_move(turn: Turn) -> MoveExplained:
    """`move:id`: why this customer moved."""
    leads = "manager" in turn.roles
    return moved.explain(turn.db, turn.who, turn.scope, turn.company, turn.args.number(0), company_day(turn), leads)


def tap_hold(turn: Turn) -> HoldAsked | TierHeld:
    """`hold:move:reason:span`: keep the old tier; asks for what is not chosen yet (`-`)."""
    if "manager" not in turn.roles:
        raise NotForYourRole("moves")
    reason, span = (*turn.args[1:3], "-", "-")[:2]
    return holding.hold(keeping(turn), turn.args.number(0), reason, span)


def tap_retier(turn: Turn) -> TierAsked | TierHeld:
    """`retier:customer:tier`: another tier than the one set by hand, or `points`."""
    return holding.change(keeping(turn), turn.args.number(0), turn.args[1] if len(turn.args) > 1 else None)


def _span(turn: Turn, words: tuple[str, ...]) -> tuple[Period, tuple[str, ...]]:
    """The span at the beginning of some words, and the rest of them."""
    if words and len(words[0]) == SPAN and words[0].isdigit():
        return tapped(turn, words[0]), words[1:]
    return month_of(company_day(turn)), words
