"""From a turn to what the actions work with."""

from actions.records import Keeping, Source

from .turn import Turn


def keeping(turn: Turn) -> Keeping:
    """Who keeps something, when it was heard, what the company decided."""
    return Keeping(turn.db, turn.who, turn.company, turn.scope, turn.now, turn.today)


def source(turn: Turn, n: int = 0) -> Source:
    """Where a record of this turn comes from."""
    spoken = turn.spoken(n)
    by = "tap" if turn.came.tapped is not None and turn.waited is None else "text"
    return Source(turn.came.chat_id, spoken.message_id, spoken.n, by)
