"""New rules take hold: everybody is judged by them at once, by the cuts alone, so that the wanted shares come out.

Found in a process of its own where there are many, and kept in chunks. Another score alone is kept only if the
customer's aggregate is still the one that was judged: who was recorded in between was judged by the new rules then.
It may be run any number of times.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import numpy as np
from sqlalchemy.orm import Session

import scoring
from scoring import everybody
from storage import nights
from storage.database import Database
from storage.models import Customer, Move, Standing
from storage.scope import Scope

from . import columns, counting, judging
from .columns import Everybody
from .company import Company, version
from .night import Verdict, scored

SMALL = 200
"""So many customers are judged at once, in the transaction that publishes."""


def verdicts(db: Session, old: Company, company: Company, on: date, now: datetime) -> list[Verdict]:
    """What the new rules make of everybody; `stirred` are those who need more than another score."""
    scope = Scope.everything("rules are everybody's", now)
    if columns.recount_needed(old, company):
        return [Verdict(int(number), 0, 0.0, {}, 0.0, True) for number in columns.everybody(db, scope).ids]
    known = columns.everybody(db, scope)
    return _verdicts(known, old, company, on) if len(known) else []


def verdicts_there(url: str, old: int, new: int, now: datetime) -> list[Verdict]:
    """The same in a process of its own, between two published versions."""
    database = Database(url)
    try:
        with database.reading() as db:
            company = version(db, new)
            return verdicts(db, version(db, old), company, company.day_of(now), now)
    finally:
        database.close()


def keep(db: Session, old: Company, company: Company, on: date, now: datetime, found: Sequence[Verdict]) -> int:
    """Keep a chunk of verdicts; says how many customers moved to another tier."""
    nights.keep_score(db, [scored(verdict, company, on) for verdict in found if not verdict.stirred])
    return sum(_regraded(db, verdict.customer_id, old, company, on, now) for verdict in found if verdict.stirred)


def regrade(
    db: Session, row: Standing, customer: Customer, old: Company, company: Company, today: date, now: datetime
) -> list[Move]:
    """One customer under new rules: tier by the cuts alone, cadence, status and due date; says which moves came of it.

    Where the cadence is shorter than before, silence counts from today: nobody becomes silent overnight.
    """
    day = max(today, row.judged_on)
    known = _known(db, row, old, company, day)
    row.points, row.score = judging.rounded(earned := scoring.points(known, company.rules, day)), float(earned.total)
    before = judging.standing_of(row)
    after, moved = scoring.by_rules(before, row.score, known, company.rules, day)
    moves = []
    if moved:
        moves = [judging.note_move(db, row, "tier", before.tier, moved.to, moved.reason, day, now, company)]
    judging.keep_standing(row, after, day)
    known = _quickened(
        row, known, old.rules.cadence(before.cadence_tier), company.rules.cadence(after.cadence_tier), day
    )
    moves += judging.keep_status(db, row, known, company, day, now)
    row.judged_on, row.rules_version, row.version = day, company.version, row.version + 1
    judging.plan_reminder(db, row, company, day)
    db.flush()
    return moves


def _regraded(db: Session, customer_id: int, old: Company, company: Company, on: date, now: datetime) -> int:
    found = nights.standing_and_customer(db, customer_id)
    moves = regrade(db, *found, old, company, on, now) if found else []
    return int(any(move.axis == "tier" for move in moves))


def _known(db: Session, row: Standing, old: Company, company: Company, day: date) -> scoring.Aggregate:
    if not columns.recount_needed(old, company):
        return counting.aggregate_of(row)
    known = counting.counted(counting.history(db, row.customer_id, company), company, day, row)
    counting.keep(row, known, counting.revenue(db, row.customer_id, company, day))
    return known


def _quickened(row: Standing, known: scoring.Aggregate, before: float, after: float, today: date) -> scoring.Aggregate:
    row.silence_from = scoring.silent_since(before, after, known, today)
    row.cadence_before = round(before) if after < before else row.cadence_before
    return replace(known, silence_from=row.silence_from)


def _verdicts(known: Everybody, old: Company, new: Company, on: date) -> list[Verdict]:
    judged = everybody.judge(known.known, known.standings, new.rules, on)
    tier = everybody.letters_by_rules(known.known, known.standings, judged.score, new.rules, on)
    stirred = (tier != known.standings.tier) | (judged.status.word != known.status)
    stirred |= np.isin(everybody.cadenced(known.standings, tier), _recadenced(old, new))
    points = {name: getattr(judged.points, name) for name in scoring.COMPONENTS}
    return [
        Verdict(
            customer_id=int(number),
            version=int(known.versions[n]),
            score=float(judged.score[n]),
            points={name: float(np.broadcast_to(column, len(known))[n]) for name, column in points.items()},
            rhythm=float(judged.status.rhythm[n]),
            stirred=bool(stirred[n]),
        )
        for n, number in enumerate(known.ids)
    ]


def _recadenced(old: Company, new: Company) -> list[str]:
    """The tiers whose cadence, or anything else about their reminders, is another one."""
    if old.reminding != new.reminding or old.rules.complaint_cadence != new.rules.complaint_cadence:
        return list(scoring.TIERS)
    return [tier for tier in scoring.TIERS if old.rules.cadence(tier) != new.rules.cadence(tier)]
