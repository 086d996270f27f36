"""Questions for summaries: the tiers' states, who would drop at the next grading, what became of those reminded of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from .lists import Narrowed, listed
from .models import Interaction, Later, Occurrence, Purchase, Standing
from .records import TOUCHES
from .scope import Scope


@dataclass(frozen=True)
class Patience:
    """Gradings in succession that take a tier: `least`, more for who is seldom seen (`each_day` of its own interval,
    rounded up), `most` at most."""

    least: int
    most: int
    each_day: float


def states_of_tier(db: Session, scope: Scope, narrowed: Narrowed, today: date) -> tuple[int, int, int, int]:
    """(on time, due by today, silent, at risk or lost): each customer in one of them."""
    silent, lost = Standing.status == "silent", Standing.status.in_(("at_risk", "lost"))
    due = and_(~silent, ~lost, Standing.due_on <= today)
    sums = [func.sum(case((state, 1), else_=0)) for state in (due, silent, lost)]
    count, *found = db.execute(listed(select(func.count(), *sums).select_from(Standing), scope, narrowed)).one()
    waiting, quiet, risky = (int(n or 0) for n in found)
    return int(count) - waiting - quiet - risky, waiting, quiet, risky


def dropping(
    db: Session, scope: Scope, narrowed: Narrowed, least: Mapping[str, float], patience: Patience, grading_on: date
) -> int:
    """How many have fewer points than their tier leaves them, for so many gradings that the next one moves them."""
    next_one = Standing.lapses + 1
    long_enough = or_(next_one >= patience.most, next_one >= patience.each_day * func.coalesce(Standing.interval, 0))
    below = or_(*(and_(Standing.tier == tier, Standing.score < points) for tier, points in least.items()))
    held = and_(Standing.manual_until.is_not(None), Standing.manual_until > grading_on)
    rows = listed(select(func.count()).select_from(Standing), scope, narrowed)
    return int(db.scalar(rows.where(below, next_one >= patience.least, long_enough, ~held, ~Standing.provisional)) or 0)


def reminded(db: Session, people: Collection[int], first: date, last: date) -> dict[int, tuple[date, int]]:
    """Customer -> on which day of a span an agenda showed it first, and how often."""
    said = select(Occurrence.on, Occurrence.facts).where(Occurrence.kind == "agenda", Occurrence.state == "sent")
    rows = db.execute(said.where(Occurrence.person_id.in_(people), Occurrence.on.between(first, last)))
    found: dict[int, tuple[date, int]] = {}
    for on, facts in rows:
        for number in facts.get("top", ()):
            before = found.get(number, (on, 0))
            found[number] = (min(before[0], on), before[1] + 1)
    return found


def touched(db: Session, numbers: Collection[int], first: date, last: date) -> dict[int, date]:
    """Customer -> the last day of a span on which it was touched."""
    met = select(Interaction.customer_id, func.max(Interaction.made_on)).where(
        Interaction.made_on.between(first, last), Interaction.answered, Interaction.channel.in_(TOUCHES)
    )
    sold = select(Purchase.customer_id, func.max(Purchase.made_on)).where(Purchase.made_on.between(first, last))
    days: dict[int, date] = {}
    for rows, column in ((met, Interaction.customer_id), (sold, Purchase.customer_id)):
        for number, on in db.execute(rows.where(column.in_(numbers)).group_by(column)):
            days[int(number or 0)] = max(on, days.get(int(number or 0), on))
    return days


def put_off(db: Session, numbers: Collection[int], since: datetime, until: datetime) -> set[int]:
    """Those of these customers that were put off within a span of time."""
    mine = select(Later.customer_id).where(Later.customer_id.in_(numbers), Later.recorded_at.between(since, until))
    return set(db.scalars(mine))
