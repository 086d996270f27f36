"""Everybody's score and tier at once: as they are kept, or as they would have been on a past day."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

import scoring
from storage import nights, scores
from storage.models import Move, Standing
from storage.scope import Scope
from storage.scores import Score

from . import counting
from .company import Company
from .cover import calendar_of_cover


@dataclass(frozen=True)
class Moved:
    """One customer's change of tier or status."""

    customer_id: int
    axis: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class Scored:
    """How everybody stands as of a day. `kept`: it is written down, with the moves that came of it."""

    as_of: date
    kept: bool
    scores: tuple[Score, ...]
    moves: tuple[Moved, ...] = ()


def kept(db: Session, on: date, now: datetime) -> Scored:
    """How everybody stands after a pass of today; the night counts each of them once, however often they are judged."""
    found = scores.everybody(db, Scope.everything("scores of everybody", now))
    night = nights.begin(db, on, now)
    night.judged = len(found)
    return Scored(on, True, tuple(found), tuple(_moved(move) for move in scores.moves_at(db, now)))


def past(db: Session, company: Company, on: date, now: datetime) -> Scored:
    """How everybody known on a day would have been scored at its end by the rules of today; the cuts alone tier."""
    standings = scores.standings(db, Scope.everything("scores of everybody", now))
    known = [row for row in standings if row.created_on <= on]
    return Scored(on, False, tuple(_then(db, row, company, on) for row in known))


def _then(db: Session, row: Standing, company: Company, on: date) -> Score:
    history = counting.history(db, row.customer_id, company)
    known = counting.counted(history, company, on, row)
    score = float(scoring.points(known, company.rules, on).total)
    tier = "C" if known.events < company.rules.events_to_judge else str(scoring.letter(score, company.rules))
    began = scoring.silence_began(known)
    calendar = calendar_of_cover(db, row.customer_id, company, on)
    away = float(calendar.excused_between(began, on)) if began else 0.0
    status = scoring.status(known, tier, company.rules, on, away)
    return Score(row.customer_id, score, tier, str(status.word))


def _moved(move: Move) -> Moved:
    return Moved(move.customer_id, move.axis, move.old, move.new, move.reason)
