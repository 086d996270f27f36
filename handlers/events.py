"""What else is said after something was recorded: a tier that rose, a complaint that the manager must hear of."""

from dataclasses import dataclass

from actions import moved
from actions.cards import Recorded, Sum
from storage import standings
from storage.models import Move

from . import agenda, complaints, pool
from .followed import followed
from .turn import Turn


@dataclass(frozen=True)
class TierRose:
    """A customer went up, and what did it."""

    customer: int
    name: str
    tier: str
    sum: Sum | None
    part: str | None = None
    """The component that did most of it, where no sale did."""


def after(turn: Turn, recorded: Recorded) -> None:
    """Say what came of a record beside its card, and settle its line on today's list."""
    fresh = not recorded.changed and not recorded.restored
    complains = fresh and any(item.kind == "complaint" for item in recorded.entries)
    (agenda.complained if complains else agenda.touched)(turn, recorded)
    for move in standings.caused_by(turn.db, recorded.doing):
        if move.axis == "tier" and move.new < move.old and not recorded.created:
            turn.say(_rose(turn, recorded, move))
    for item in recorded.entries:
        if item.kind == "complaint" and not recorded.changed and not recorded.restored:
            complaints.tell(turn, recorded, item.gist or "")
    complaints.follow(turn, [recorded.doing])
    if recorded.customer and not recorded.created:
        followed(turn, recorded.customer, recorded.name)
    pool.touched(turn, recorded.customer)


def _rose(turn: Turn, recorded: Recorded, move: Move) -> TierRose:
    found = _sum(recorded)
    told = (
        None if found else moved.explain(turn.db, turn.who, turn.scope, turn.company, move.id, turn.today, leads=False)
    )
    loudest = next((shift.name for shift in told.shifts if shift.points > 0), None) if told else None
    return TierRose(move.customer_id, recorded.name, move.new, found, loudest)


def _sum(recorded: Recorded) -> Sum | None:
    return next((item.sum for item in recorded.entries if item.kind == "purchase"), None)
