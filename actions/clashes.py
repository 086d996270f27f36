"""Two agreed times that fall together: said on the card, with the next times that are free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from storage import agendas
from storage.models import Doing, Plan

LONG, SHORT = timedelta(hours=1), timedelta(minutes=30)
"""How long a visit or meeting takes, and how long a call."""
CALLS = frozenset({"call", "message"})
STEP, OFFERED, EVENING = timedelta(minutes=30), 2, time(20)
"""Free times are looked for by half-hours, until the evening."""


@dataclass(frozen=True)
class Clash:
    """What is agreed for the same time: with whom and when; the next times at which nothing is."""

    name: str
    at: time
    free: tuple[time, ...]


def clash(db: Session, doing: Doing, plans: Sequence[Plan]) -> Clash | None:
    """What else its person agreed for the time that a doing has just planned."""
    planned = next((plan for plan in plans if _is_agreed(plan) and plan.settled_on is None), None)
    if planned is None or planned.due_at is None or doing.person_id is None:
        return None
    others = agendas.timed(db, doing.person_id, planned.due_on, planned.id)
    taken = [
        (name, _span(plan.due_on, plan.due_at, plan.channel))
        for plan, name in others
        if _is_agreed(plan) and plan.due_at
    ]
    mine = _span(planned.due_on, planned.due_at, planned.channel)
    same = next(((name, span) for name, span in taken if _meet(mine, span)), None)
    if same is None:
        return None
    return Clash(same[0], same[1][0].time(), _free(mine, [span for _, span in taken]))


def _is_agreed(plan: Plan) -> bool:
    """Somebody is to be met or called at a time; what is only to be done by then takes none."""
    return plan.due_at is not None and not plan.words


Span = tuple[datetime, datetime]


def _span(on: date, at: time, channel: str | None) -> Span:
    begins = datetime.combine(on, at)
    return begins, begins + (SHORT if channel in CALLS else LONG)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _free(mine: Span, taken: Sequence[Span]) -> tuple[time, ...]:
    """The next times of that day."""
    later = [(mine[0] + n * STEP, mine[1] + n * STEP) for n in range(1, 24)]
    day = [span for span in later if span[0].date() == mine[0].date() and span[0].time() <= EVENING]
    return tuple(span[0].time() for span in day if not any(_meet(span, one) for one in taken))[:OFFERED]
