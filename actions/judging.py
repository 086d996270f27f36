"""Judging one customer: counted anew, score, tier, status and due date, in the transaction that records.

Everything is recomputed from that customer's own rows, so that it is exact under back-dating, edits, undo and merge.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import cast

from sqlalchemy.orm import Session

import reminders
import scoring
from storage import standings
from storage.models import Customer, Doing, Move, Person, Standing

from . import counting, due
from .company import Company
from .cover import calendar_of_cover

BEHIND = timedelta(days=14)
"""So far behind a leave a date may have been moved by it: a weekend and holidays may follow."""


def refresh(
    db: Session,
    customer: Customer,
    company: Company,
    today: date,
    now: datetime,
    doing: Doing | None = None,
    corrected: Doing | None = None,
) -> list[Move]:
    """Judge a customer anew after its rows changed; says which moves came of it.

    `doing` is what caused it; `corrected` is what was undone or changed: its moves are taken back if the points no
    longer carry them.
    """
    db.flush()
    with db.no_autoflush:  # one statement keeps the standing, whatever is asked on the way
        return _judged_anew(db, customer, company, today, now, doing, corrected)


def _judged_anew(
    db: Session,
    customer: Customer,
    company: Company,
    today: date,
    now: datetime,
    doing: Doing | None,
    corrected: Doing | None,
) -> list[Move]:
    row = standings.held(db, customer.id) or begun(db, customer, company, today)
    day = max(today, row.judged_on)
    known = counting.counted(counting.history(db, customer.id, company), company, day, row)
    counting.keep(row, known, counting.revenue(db, customer.id, company, day))
    moves = _taken_back(db, row, known, company, day, now, corrected) if corrected else []
    moves += judge(db, row, known, company, day, now, doing=doing)
    plan_reminder(db, row, company, day)
    row.version += 1
    standings.keep(db, row)
    return moves


def judge(
    db: Session,
    row: Standing,
    known: scoring.Aggregate,
    company: Company,
    today: date,
    now: datetime,
    grading: date | None = None,
    doing: Doing | None = None,
) -> list[Move]:
    """Score, tier and status of today, kept in the standing; the moves are kept too."""
    earned = scoring.points(known, company.rules, today)
    row.points = rounded(earned)
    row.score = float(earned.total)
    before = standing_of(row)
    after, moved = scoring.grade(before, row.score, known, company.rules, today, grading)
    moves = (
        [note_move(db, row, "tier", before.tier, moved.to, moved.reason, today, now, company, doing)] if moved else []
    )
    keep_standing(row, after, today)
    if moved:
        known = shortened(row, known, before.cadence_tier, after.cadence_tier, company, today)
    moves += keep_status(db, row, known, company, today, now, doing)
    row.judged_on, row.rules_version = today, company.version
    return moves


def standing(db: Session, customer_id: int) -> Standing:
    """What is computed of a customer."""
    return db.get_one(Standing, customer_id)


def standing_of(row: Standing) -> scoring.Standing:
    """Its tier, with what has to be remembered about it."""
    return scoring.Standing(
        tier=_tier(row.tier),
        since=row.tier_since,
        lapses=row.lapses,
        graded_on=row.graded_on,
        manual_until=row.manual_until,
        kept_tier=_tier(row.kept_tier) if row.kept_tier else None,
        provisional=row.provisional,
    )


def keep_standing(row: Standing, after: scoring.Standing, today: date) -> None:
    """Keep a tier and what has to be remembered about it."""
    row.tier, row.tier_since = after.tier, after.since or today
    row.lapses, row.graded_on = after.lapses, after.graded_on
    row.manual_until, row.kept_tier, row.provisional = after.manual_until, after.kept_tier, after.provisional
    if after.manual_until is None:
        row.manual_reason = None


def plan_reminder(db: Session, row: Standing, company: Company, today: date) -> None:
    """When the customer is due next, by the cadence of its tier."""
    due.plan(db, row, round(company.rules.cadence(standing_of(row).cadence_tier)), company, today)


def plan_around(db: Session, who: Person, leaves: Sequence[reminders.Span], company: Company, today: date) -> None:
    """A leave was set or ended: who was due in it, or may have been moved behind it, is planned again."""
    for number, on in standings.due_of(db, who.id):
        if any(span.first <= on <= span.last + BEHIND for span in leaves):
            row = standings.held(db, number)
            assert row is not None
            plan_reminder(db, row, company, today)
            standings.keep(db, row)


def forget(db: Session, customer_id: int) -> None:
    """What is computed of a customer that is no more."""
    standings.forget(db, customer_id)


def shortened(
    row: Standing, known: scoring.Aggregate, old: str, new: str, company: Company, today: date
) -> scoring.Aggregate:
    """When a move shortens the cadence, silence counts from that day: nobody becomes silent overnight."""
    before, after = (company.rules.cadence(tier) for tier in (old, new))  # type: ignore[arg-type]
    row.silence_from = scoring.silent_since(before, after, known, today)
    row.cadence_before = round(before) if after < before else row.cadence_before
    return replace(known, silence_from=row.silence_from)


def begun(db: Session, customer: Customer, company: Company, today: date) -> Standing:
    """The standing of a customer that was never judged."""
    created = min(company.day_of(customer.created_at), today)
    never = {"version": 0, "rules_version": 1, "lapses": 0, "outcomes": [], "provisional": True}
    row = Standing(customer_id=customer.id, as_of=today, judged_on=created, created_on=created, **never)
    row.tier, row.status, row.tier_since, row.status_since = "C", "new", created, created
    db.add(row)
    return row


def rounded(earned: scoring.Points) -> dict[str, float]:
    """Points by component, fit for JSON."""
    return {name: float(getattr(earned, name)) for name in scoring.COMPONENTS}


def keep_status(
    db: Session,
    row: Standing,
    known: scoring.Aggregate,
    company: Company,
    today: date,
    now: datetime,
    doing: Doing | None = None,
) -> list[Move]:
    """The status of today, kept in the standing; its move is kept too."""
    began = scoring.silence_began(known)
    away = float(calendar_of_cover(db, row.customer_id, company, today).excused_between(began, today)) if began else 0.0
    found = scoring.status(known, standing_of(row).cadence_tier, company.rules, today, away)
    row.rhythm = float(found.rhythm)
    if found.word == row.status:
        return []
    move = note_move(db, row, "status", row.status, found.word, "automatic", today, now, company, doing)
    row.status, row.status_since = found.word, today
    return [move]


def _taken_back(
    db: Session, row: Standing, known: scoring.Aggregate, company: Company, today: date, now: datetime, corrected: Doing
) -> list[Move]:
    score = float(scoring.points(known, company.rules, today).total)
    moves = []
    for move in standings.caused_by(db, corrected.id):
        if move.customer_id != row.customer_id or move.axis != "tier":
            continue
        made = scoring.Move(
            replace(standing_of(row), tier=_tier(move.old), since=move.moved_on),
            _tier(move.new),
            move.moved_on,
            "automatic",
            move.score,
        )
        after, back = scoring.reversed_move(standing_of(row), made, score, company.rules, today)
        if back:
            moves.append(note_move(db, row, "tier", row.tier, back.to, "corrected", today, now, company, corrected))
            keep_standing(row, after, today)
    return moves


def note_move(
    db: Session,
    row: Standing,
    axis: str,
    old: str,
    new: str,
    reason: str,
    today: date,
    now: datetime,
    company: Company,
    doing: Doing | None = None,
) -> Move:
    """Keep a move of tier or status, with its reason and the version of the rules."""
    move = Move(
        doing_id=doing.id if doing else None, customer_id=row.customer_id, axis=axis, old=old, new=new, reason=reason,
        score=row.score, points=row.points or {}, rules_version=company.version, moved_on=today, recorded_at=now,
    )  # fmt: skip
    db.add(move)
    return move


def _tier(letter: str) -> scoring.Tier:
    return cast("scoring.Tier", letter)
