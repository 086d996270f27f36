"""What else is said after something was recorded: a tier that rose, a complaint that the manager must hear of."""

from dataclasses import dataclass

from actions.cards import Recorded, Sum
from storage import standings

from . import agenda, complaints, later, pool
from .turn import Turn


@dataclass(frozen=True)
class TierRose:
    """A customer went up, and what did it."""

    customer: int
    name: str
    tier: str
    sum: Sum | None


def after(turn: Turn, recorded: Recorded) -> None:
    """Say what came of a record beside its card, and settle its line on today's list."""
    agenda.touched(turn, recorded)
    for move in standings.caused_by(turn.db, recorded.doing):
        if move.axis == "tier" and move.new < move.old and not recorded.created:
            turn.say(TierRose(move.customer_id, recorded.name, move.new, _sum(recorded)))
    for item in recorded.entries:
        if item.kind == "complaint" and not recorded.changed and not recorded.restored:
            complaints.tell(turn, recorded, item.gist or "")
    complaints.follow(turn, [recorded.doing])
    later.in_vain(turn, recorded)
    pool.touched(turn, recorded.customer)


def _sum(recorded: Recorded) -> Sum | None:
    return next((item.sum for item in recorded.entries if item.kind == "purchase"), None)
