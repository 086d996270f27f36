"""/due NAME: when a customer is due, and why on that day."""

from actions import due, life
from actions.life import LifeShown
from parsing import Said

from . import agenda, customers
from .turn import Turn


def asked(turn: Turn, said: Said | None = None) -> object | None:
    """Explain the date of the customer that is named; without a name, who is due today."""
    if said is None or not (said.customer or said.customer_ids):
        if turn.text.startswith("/"):
            return customers.name_needed(turn, "due")
        agenda.today(turn)
        return None
    return customers.for_one(turn, said, "due", lambda one: due.explain(turn.db, turn.scope, one, turn.today))


def tap_due(turn: Turn) -> object:
    """`due:id`, or `due:id:occurrence` on a line of that list: the same, by tap."""
    occurrence = turn.args.number(1) if len(turn.args) > 1 else 0
    return due.explain(turn.db, turn.scope, customers.number(turn), turn.today, occurrence)


def tap_life(turn: Turn) -> LifeShown:
    """`life:id`: what became of its reminders."""
    return life.show(turn.db, turn.scope, customers.number(turn), turn.today)
