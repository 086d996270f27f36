"""What a draft of the rules would do to everybody, as it is kept and shown."""

from dataclasses import dataclass

from .moves import Step


@dataclass(frozen=True)
class Mover:
    """A customer that would move, with its score under the new rules."""

    customer: int
    old: str
    new: str
    score: float


@dataclass(frozen=True)
class Effects:
    """What other rules would do to everybody: customers of each tier before and after, who moves from where to where,
    reminders a week before and after. `movers` has the first of them, the best score first."""

    customers: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    steps: tuple[Step, ...]
    week_before: float
    week_after: float
    movers: tuple[Mover, ...] = ()
