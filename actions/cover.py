"""Who covers whose customers: oneself, or a deputy during a leave."""

from collections.abc import Iterable
from datetime import date

from storage.models import Person


def away(who: Person, on: date) -> bool:
    """Whether somebody is on leave on this local date."""
    begins, ends = who.away_from, who.away_until
    return ends is not None and (begins is None or begins <= on.isoformat()) and on.isoformat() <= ends


def covering(who: Person, on: date) -> int:
    """The number of whoever covers this person's customers on a date."""
    return who.deputy_id if who.deputy_id is not None and away(who, on) else who.id


def covered_by(who: Person, people: Iterable[Person], on: date) -> frozenset[int]:
    """Whose customers somebody covers on a date: their own unless they have a deputy, and those they stand in for."""
    return frozenset(each.id for each in (who, *people) if covering(each, on) == who.id)
