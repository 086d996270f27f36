"""Moves between tiers: this month's, and one explained by the points that came and went."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

import scoring
from storage import moves, standings
from storage.lists import EVERYBODY, Narrowed
from storage.models import Move, Standing
from storage.scope import Scope

from . import judging
from .company import Company
from .company import version as company_at
from .lifts import Back, back_to
from .lists import EVERYBODY as ANYBODY
from .lists import Named, Wanted, named, person_of
from .refusals import CustomerUnknown
from .shifts import Shift, shifts

PAGE = 3


@dataclass(frozen=True)
class NetMove:
    """Where a customer stood before its first move of a period and after its last one, which is `move`."""

    move: Move
    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """How many customers went from one tier to another."""

    old: str
    new: str
    customers: int


@dataclass(frozen=True)
class MoveLine:
    """One customer that moved this month."""

    n: int
    move: int
    name: str
    old: str
    new: str
    on: date
    reason: str


@dataclass(frozen=True)
class MovesShown:
    """This month's moves: how many from where to where, and who; those who dropped first, the better tier first."""

    month: date
    up: int
    down: int
    steps: tuple[Step, ...]
    page: int
    more: bool
    lines: tuple[MoveLine, ...]
    person: str | None = None
    among: tuple[Named, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class MoveExplained:
    """Why a customer moved: points before and at the move, and the components that made the difference.

    `months` gradings in a row lay below `least` where a grading moved it down; `cut` is where the new tier begins.
    `before` and `shifts` are there where other points made the move. `kept`: silence alone did it, so the
    reminders stay. `back`: what leads back to the old tier from today. `by` and `words`: who set it by hand and why.
    """

    move: int
    customer: int
    name: str
    old: str
    new: str
    on: date
    today: date
    currency: str
    reason: str
    grading: bool
    before: float | None
    after: float
    months: int
    least: float
    cut: float
    shifts: tuple[Shift, ...]
    rest: float
    kept: bool
    back: Back | None
    by: str | None
    words: str | None
    until: date | None
    may_keep: bool


def month(db: Session, scope: Scope, today: date, page: int = 0, wanted: Wanted = ANYBODY) -> MovesShown:
    """The moves of this month, a page of them with names."""
    found = sorted(
        net_moves(db, scope, today, wanted.narrowed(today)),
        key=lambda one: (one.new < one.old, one.old, -one.move.score, one.name),
    )
    steps = Counter((one.old, one.new) for one in found)
    shown = found[page * PAGE : (page + 1) * PAGE]
    return MovesShown(
        month=today.replace(day=1),
        up=sum(1 for one in found if one.new < one.old),
        down=sum(1 for one in found if one.new > one.old),
        steps=tuple(Step(old, new, n) for (old, new), n in sorted(steps.items())),
        page=page,
        more=len(found) > (page + 1) * PAGE,
        lines=tuple(_line(one, n) for n, one in enumerate(shown, page * PAGE + 1)),
        person=person_of(db, scope, wanted.owner),
        among=named(db, wanted),
        where=wanted.where,
    )


def net_moves(db: Session, scope: Scope, today: date, narrowed: Narrowed = EVERYBODY) -> list[NetMove]:
    """Who of those stands elsewhere than at the month's beginning; what was moved and moved back doesn't count."""
    made: dict[int, list[tuple[Move, str]]] = {}
    for move, name in moves.of_tiers(db, scope, today.replace(day=1), today, narrowed):
        _after(made.setdefault(move.customer_id, []), move, name)
    found = [
        NetMove(last[0], last[1], rows[0][0].old, last[0].new) for rows in made.values() if rows for last in rows[-1:]
    ]
    return [one for one in found if one.old != one.new]


def _after(made: list[tuple[Move, str]], move: Move, name: str) -> None:
    """One more move: a correction takes away the move that it reverses."""
    reverses = move.reason == "corrected" and made and made[-1][0].doing_id == move.doing_id
    made.pop() if reverses else made.append((move, name))


@dataclass(frozen=True)
class Compared:
    """A move by points beside the day before which it had not happened: nothing of it where points didn't make it."""

    grading: bool = False
    before: float | None = None
    shifts: tuple[Shift, ...] = ()
    rest: float = 0.0


def explain(db: Session, scope: Scope, company: Company, move_id: int, today: date, leads: bool) -> MoveExplained:
    """One move, taken apart. `leads`: the asker may set tiers by hand."""
    found = moves.one(db, scope, move_id)
    row = standings.of(db, found[0].customer_id) if found else None
    if found is None or row is None:
        raise CustomerUnknown
    move, customer = found
    then = company_at(db, move.rules_version)
    told, rules, worse = _compared(db, move, row, then), then.rules, row.tier > move.old
    maker = moves.maker(db, move.doing_id) if move.reason == "manual" else None
    return MoveExplained(
        move.id, customer.id, customer.name, move.old, move.new, move.moved_on, today, company.currency, move.reason,
        told.grading, told.before, move.score, rules.lapses_to_drop, least(move.old, rules), rules.cut(_tier(move.new)),
        told.shifts, told.rest, move.new > move.old and row.kept_tier == move.old,
        back_to(judging.aggregate_of(row), move.old, company, today) if worse else None,
        maker.name if maker else None, row.manual_reason if maker else None, row.manual_until if maker else None,
        leads and worse,
    )  # fmt: skip


def least(tier: str, rules: scoring.Rules) -> float:
    """The score below which a grading counts against a tier."""
    return round(rules.cut(_tier(tier)) - rules.band, 1)


def _compared(db: Session, move: Move, row: Standing, company: Company) -> Compared:
    if move.reason != "automatic":
        return Compared()
    grading = _is_grading(db, move)
    parts, before = shifts(db, move, row, company, _before(db, move, grading, company.rules))
    if not grading and (move.new > move.old or scoring.letter(before, company.rules) <= move.new):
        return Compared()  # a hand let go of it, or there are records enough now: the points were the same before
    return Compared(grading, before, *_told(parts, falls=move.new > move.old))


def _tier(letter: str) -> scoring.Tier:
    return scoring.TIERS[scoring.TIERS.index(letter)]


def _is_grading(db: Session, move: Move) -> bool:
    """Whether a grading moved it: only these move down by points."""
    on_that_day = any(one.graded_on == move.moved_on for one in moves.gradings(db, move.customer_id, move.moved_on))
    return on_that_day and move.doing_id is None and move.reason == "automatic" and move.new > move.old


def _before(db: Session, move: Move, grading: bool, rules: scoring.Rules) -> date:
    """The day to compare with: the last grading that found nothing wrong, or the day before the move."""
    if not grading:
        return move.moved_on - timedelta(days=1)
    earlier = [one for one in moves.gradings(db, move.customer_id, move.moved_on) if one.graded_on < move.moved_on]
    sound = next((one.graded_on for one in earlier if one.lapses == 0), None)
    if sound:
        return sound
    first = move.moved_on.replace(day=1)
    for _ in range(rules.lapses_to_drop):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def _told(parts: tuple[Shift, ...], falls: bool) -> tuple[tuple[Shift, ...], float]:
    """The two components that speak loudest for the move, and what all others did together."""
    sign = 1 if falls else -1
    loudest = sorted(parts, key=lambda one: sign * one.points)[:2]
    told = tuple(part for part in loudest if sign * part.points < 0)
    return told, round(sum(part.points for part in parts) - sum(part.points for part in told), 1)


def _line(one: NetMove, n: int) -> MoveLine:
    return MoveLine(n, one.move.id, one.name, one.old, one.new, one.move.moved_on, one.move.reason)
