"""/silent and /risk: who was not heard of for longer than usual, worst first, each with the other's count."""

from dataclasses import replace

from actions.lists import CustomersListed, SilentListed
from parsing import Said

from . import lists
from .turn import Turn


def silent(turn: Turn, said: Said | None = None) -> SilentListed | CustomersListed:
    """Silent for more than twice their usual days; with a number of days, no contact for so long."""
    return _narrowed(turn, said, "silent")


def at_risk(turn: Turn, said: Said | None = None) -> SilentListed | CustomersListed:
    """Silent for more than three times their usual days."""
    return _narrowed(turn, said, "at_risk")


def _narrowed(turn: Turn, said: Said | None, status: str) -> SilentListed | CustomersListed:
    wanted = lists.wanted_of(turn, said)
    return lists.show(turn, replace(wanted, status=None if wanted.days is not None else status), 0)
