"""/moves: this month's moves between tiers, one of them explained, and the old tier kept for now."""

from actions import holding, moves
from actions.holding import HoldAsked, TierAsked, TierHeld
from actions.moves import MoveExplained, MovesShown
from actions.refusals import NotForYourRole
from parsing import Said

from .keeping import keeping
from .lists import company_day, wanted_in, whose
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> MovesShown:
    """This month's moves of everybody, or of those whom the words name."""
    return moves.month(turn.db, turn.scope, company_day(turn), 0, whose(turn, said))


def tap_moves(turn: Turn) -> MovesShown:
    """`moves:page:where`."""
    wanted = wanted_in(turn.args[1:])
    return moves.month(turn.db, turn.scope, company_day(turn), turn.args.number(0), wanted)


def tap_move(turn: Turn) -> MoveExplained:
    """`move:id`: why this customer moved."""
    leads = "manager" in turn.roles
    return moves.explain(turn.db, turn.scope, turn.company, turn.args.number(0), company_day(turn), leads)


def tap_hold(turn: Turn) -> HoldAsked | TierHeld:
    """`hold:move:reason:span`: keep the old tier; asks for what is not chosen yet (`-`)."""
    if "manager" not in turn.roles:
        raise NotForYourRole("moves")
    reason, span = (*turn.args[1:3], "-", "-")[:2]
    return holding.hold(keeping(turn), turn.args.number(0), reason, span)


def tap_retier(turn: Turn) -> TierAsked | TierHeld:
    """`retier:customer:tier`: another tier than the one set by hand, or `points`."""
    return holding.change(keeping(turn), turn.args.number(0), turn.args[1] if len(turn.args) > 1 else None)
