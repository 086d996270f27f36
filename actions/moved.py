"""One move explained: by the points that came and went, or by whose hand it was."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

import scoring
from storage import customers, moves, standings
from storage.models import Grading, Move, Person, Standing
from storage.scope import Scope

from . import counting
from .askable import asked_by
from .company import Company
from .company import version as company_at
from .lifts import Back, back_to
from .refusals import CustomerUnknown
from .shifts import Shift, shifts


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
    asks: str | None = None
    """Its owner, where the reader may ask them how it is."""


@dataclass(frozen=True)
class Compared:
    """A move by points beside the day before which it had not happened: nothing of it where points didn't make it."""

    grading: bool = False
    months: int = 0
    before: float | None = None
    shifts: tuple[Shift, ...] = ()
    rest: float = 0.0


def explain(
    db: Session, who: Person, scope: Scope, company: Company, move_id: int, today: date, leads: bool
) -> MoveExplained:
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
        told.grading, told.before, move.score, told.months, least(move.old, rules), rules.cut(_tier(move.new)),
        told.shifts, told.rest, move.new > move.old and row.kept_tier == move.old,
        back_to(counting.aggregate_of(row), move.old, company, today) if worse else None,
        maker.name if maker else None, row.manual_reason if maker else None, row.manual_until if maker else None,
        leads and worse, asked_by(db, who, scope, customers.owner_of(db, customer.id)) if leads else None,
    )  # fmt: skip


def least(tier: str, rules: scoring.Rules) -> float:
    """The score below which a grading counts against a tier."""
    return round(rules.cut(_tier(tier)) - rules.band, 1)


def _compared(db: Session, move: Move, row: Standing, company: Company) -> Compared:
    if move.reason != "automatic":
        return Compared()
    grading, earlier = _is_grading(db, move), _earlier(db, move)
    months = max(company.rules.lapses_to_drop, earlier[0].lapses + 1 if earlier else 0)
    parts, before = shifts(db, move, row, company, _before(move, earlier, months, grading))
    if not grading and (move.new > move.old or scoring.letter(before, company.rules) <= move.new):
        return Compared()  # a hand let go of it, or there are records enough now: the points were the same before
    return Compared(grading, months, before, *_told(parts, falls=move.new > move.old))


def _tier(letter: str) -> scoring.Tier:
    return scoring.TIERS[scoring.TIERS.index(letter)]


def _is_grading(db: Session, move: Move) -> bool:
    """Whether a grading moved it: only these move down by points."""
    on_that_day = any(one.graded_on == move.moved_on for one in moves.gradings(db, move.customer_id, move.moved_on))
    return on_that_day and move.doing_id is None and move.reason == "automatic" and move.new > move.old


def _earlier(db: Session, move: Move) -> list[Grading]:
    """The customer's gradings before the one that moved it, latest first."""
    return [one for one in moves.gradings(db, move.customer_id, move.moved_on) if one.graded_on < move.moved_on]


def _before(move: Move, earlier: list[Grading], months: int, grading: bool) -> date:
    """The day to compare with: the last grading that found nothing wrong, or the day before the move."""
    if not grading:
        return move.moved_on - timedelta(days=1)
    sound = next((one.graded_on for one in earlier if one.lapses == 0), None)
    if sound:
        return sound
    first = move.moved_on.replace(day=1)
    for _ in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def _told(parts: tuple[Shift, ...], falls: bool) -> tuple[tuple[Shift, ...], float]:
    """The two components that speak loudest for the move, and what all others did together."""
    sign = 1 if falls else -1
    loudest = sorted(parts, key=lambda one: sign * one.points)[:2]
    told = tuple(part for part in loudest if sign * part.points < 0)
    return told, round(sum(part.points for part in parts) - sum(part.points for part in told), 1)
