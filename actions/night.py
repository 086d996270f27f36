"""The night: everybody is judged anew, because time passed. Read and judged in a process of its own, kept in chunks.

A verdict is kept only if the customer's aggregate is still the one that was judged; else it waits for the next pass.
Run and cursor are rows, so that a crash resumes; a night may be begun any number of times and moves nobody twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

import scoring
from storage import frames, nights, standings
from storage.models import Night

from . import judging
from .company import Company

CHUNK = 50
"""Customers kept in one transaction: a few milliseconds, so that no visit waits."""


@dataclass(frozen=True)
class Verdict:
    """What a night found of one customer. `stirred`: its tier or status may move, so it is judged by itself."""

    customer_id: int
    version: int
    score: float
    points: dict[str, float]
    rhythm: float
    stirred: bool


@dataclass(frozen=True)
class NightDone:
    """What a night did."""

    on: date
    judged: int
    moved: int


def verdicts(url: str, rules: Mapping[str, float], on: date, grading: bool) -> list[Verdict]:
    """Judge everybody as of a date; runs where pandas may be imported, and writes nothing."""
    from scoring.everybody import judge_frame

    frame = frames.standings(url)
    if frame.empty:
        return []
    found = judge_frame(frame, scoring.Rules.from_mapping(rules), on, grading)
    stirred = (found["stirred"] | (found["status"] != frame["status"])).to_numpy(bool)
    points = found[list(scoring.COMPONENTS)].to_dict("records")
    columns = zip(
        frame["customer_id"], frame["version"], found["score"], points, found["rhythm_days"], stirred, strict=True
    )
    return [
        Verdict(
            int(number),
            int(version),
            float(score),
            {k: float(v) for k, v in earned.items()},
            float(rhythm),
            bool(moves),
        )
        for number, version, score, earned, rhythm, moves in columns
    ]


def due(db: Session, company: Company, on: date) -> bool:
    """Whether the night of a date is still to be done."""
    night = nights.of(db, on)
    return night is None or night.finished_at is None


def begin(db: Session, on: date, now: datetime) -> tuple[int, bool]:
    """Begin, or go on with, a night: the customer after which it goes on, and whether it grades."""
    night = nights.begin(db, on, now)
    return night.cursor, not nights.finished_since(db, on.replace(day=1))


def keep(db: Session, company: Company, on: date, now: datetime, found: Sequence[Verdict], grading: bool) -> int:
    """Keep a chunk of verdicts; says how many customers moved."""
    night = nights.begin(db, on, now)
    quiet = [_row(verdict, company, on) for verdict in found if not verdict.stirred]
    nights.keep_score(db, quiet)
    moved = sum(_judge(db, verdict, company, on, now, grading) for verdict in found if verdict.stirred)
    if grading:
        nights.grade(db, [row for verdict in found if (row := _grading(db, verdict, on))])
    _advance(night, found, moved)
    return moved


def finish(db: Session, on: date, now: datetime) -> NightDone:
    """The night is done."""
    night = nights.begin(db, on, now)
    night.finished_at = now
    return NightDone(on, night.judged, night.moved)


def _judge(db: Session, verdict: Verdict, company: Company, on: date, now: datetime, grading: bool) -> int:
    found = nights.standing_and_customer(db, verdict.customer_id)
    if found is None or found[0].version != verdict.version:
        return 0
    row, customer = found
    known = judging.aggregate_of(row)
    moves = judging.judge(db, row, known, company, on, now, grading=on if grading else None)
    judging.plan_reminder(db, row, customer, company, on)
    db.flush()
    return len(moves)


def _row(verdict: Verdict, company: Company, on: date) -> dict[str, object]:
    kept = asdict(verdict)
    del kept["stirred"]
    return {**kept, "judged_on": on, "rules_version": company.version}


def _grading(db: Session, verdict: Verdict, on: date) -> dict[str, object] | None:
    """The grading of a customer, unless it was undone since it was judged."""
    standing = standings.of(db, verdict.customer_id)
    return (
        None
        if standing is None
        else {
            "customer_id": verdict.customer_id,
            "graded_on": on,
            "score": verdict.score,
            "tier": standing.tier,
            "lapses": standing.lapses,
        }
    )


def _advance(night: Night, found: Sequence[Verdict], moved: int) -> None:
    night.judged += len(found)
    night.moved += moved
    if found:
        night.cursor = found[-1].customer_id
