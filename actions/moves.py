"""Moves between tiers: those of a span, who went from where to where."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Session

import scoring
from storage import moves, tiers
from storage.lists import EVERYBODY, Narrowed
from storage.moves import Moved
from storage.scope import Scope

from .periods import Period
from .wanted import EVERYBODY as ANYBODY
from .wanted import Named, Wanted, named, person_of

PAGE = 3


@dataclass(frozen=True)
class NetMove:
    """Where a customer stood before its first move of a period and after its last one, which is `move`."""

    move: Moved
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
    """One customer that moved."""

    n: int
    move: int
    name: str
    old: str
    new: str
    on: date
    reason: str


@dataclass(frozen=True)
class MovesShown:
    """The moves of a span: how many from where to where, and who; those who dropped first, the better tier first."""

    period: Period
    up: int
    down: int
    steps: tuple[Step, ...]
    page: int
    more: bool
    lines: tuple[MoveLine, ...]
    person: str | None = None
    among: tuple[Named, ...] = ()
    where: str = ""
    span: str = ""


@dataclass(frozen=True)
class MovesPicture(MovesShown):
    """The same as a picture: the tiers of before and now, and who flowed where; `stayed` are those who didn't."""

    picture: ClassVar[bool] = True
    stayed: Mapping[str, int] = field(default_factory=dict)


def between(db: Session, scope: Scope, period: Period, page: int = 0, wanted: Wanted = ANYBODY) -> MovesShown:
    """The moves of a span of days, a page of them with names."""
    return MovesShown(**_facts(db, scope, period, page, wanted))


def picture(db: Session, scope: Scope, period: Period, wanted: Wanted = ANYBODY) -> MovesPicture:
    """The moves of a span to be drawn as a flow."""
    facts = _facts(db, scope, period, 0, wanted)
    counted = {one.tier: one.customers for one in tiers.counts(db, scope, wanted.narrowed(db, period.today))}
    came = Counter({step.new: 0 for step in facts["steps"]})
    for step in facts["steps"]:
        came[step.new] += step.customers
    stayed: dict[str, int] = {tier: max(counted.get(tier, 0) - came[tier], 0) for tier in scoring.TIERS}
    return MovesPicture(**facts, stayed=stayed)


def steps(db: Session, scope: Scope, period: Period, narrowed: Narrowed = EVERYBODY) -> Counter[tuple[str, str]]:
    """(old, new) -> how many stood elsewhere at the span's end than at its beginning."""
    found = moves.steps(db, scope, period.first, period.last, narrowed)
    again = _net(moves.repeated(db, scope, period.first, period.last, narrowed))
    return found + Counter((one.old, one.new) for one in again)


def up(steps: Mapping[tuple[str, str], int]) -> int:
    """How many of them went up."""
    return sum(customers for (old, new), customers in steps.items() if new < old)


def down(steps: Mapping[tuple[str, str], int]) -> int:
    """How many of them went down."""
    return sum(customers for (old, new), customers in steps.items() if new > old)


def net_moves(db: Session, scope: Scope, period: Period, narrowed: Narrowed = EVERYBODY) -> list[NetMove]:
    """Who of those stood elsewhere at the span's end than at its beginning; moved and moved back doesn't count."""
    return _net(moves.of_tiers(db, scope, period.first, period.last, narrowed))


def _facts(db: Session, scope: Scope, period: Period, page: int, wanted: Wanted) -> dict[str, Any]:
    narrowed = wanted.narrowed(db, period.today)
    found = steps(db, scope, period, narrowed)
    end = (page + 1) * PAGE
    shown = _foremost(db, scope, period, narrowed, end)[page * PAGE :]
    return {
        "period": period,
        "up": up(found),
        "down": down(found),
        "steps": tuple(Step(old, new, n) for (old, new), n in sorted(found.items())),
        "page": page,
        "more": found.total() > end,
        "lines": tuple(_line(one, n) for n, one in enumerate(shown, page * PAGE + 1)),
        "person": person_of(db, scope, wanted.owner),
        "among": named(db, wanted),
        "where": wanted.where,
        "span": period.word,
    }


def _foremost(db: Session, scope: Scope, period: Period, narrowed: Narrowed, most: int) -> list[NetMove]:
    """The first of those who moved: who dropped first, the better tier first."""
    once = _net(moves.foremost(db, scope, period.first, period.last, narrowed, most))
    again = _net(moves.repeated(db, scope, period.first, period.last, narrowed))
    return sorted(once + again, key=lambda one: (one.new < one.old, one.old, -one.move.score, one.move.id))[:most]


def _net(rows: Iterable[Moved]) -> list[NetMove]:
    made: dict[int, list[Moved]] = {}
    for move in rows:
        _after(made.setdefault(move.customer_id, []), move)
    found = [NetMove(each[-1], each[-1].name, each[0].old, each[-1].new) for each in made.values() if each]
    return [one for one in found if one.old != one.new]


def _after(made: list[Moved], move: Moved) -> None:
    """One more move: a correction takes away the move that it reverses."""
    reverses = move.reason == "corrected" and made and made[-1].doing_id == move.doing_id
    made.pop() if reverses else made.append(move)


def _line(one: NetMove, n: int) -> MoveLine:
    return MoveLine(n, one.move.id, one.name, one.old, one.new, one.move.moved_on, one.move.reason)
