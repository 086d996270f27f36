"""`score`: everybody is scored and tiered now, as a night does it; or as of a past day, and then nothing is kept."""

from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import scoring
from actions import night, scores
from actions.company import Company
from actions.scores import Scored
from clock import BusinessClock
from storage.database import Database

from .opening import company_of, opened
from .settings import settings_of
from .telling import complain, tell

FINE, FAILED, USAGE = 0, 1, 2


def main(asked: Namespace) -> int:
    """Score everybody and say how many there are of each tier; 2 for a day that has not come."""
    settings = settings_of(asked)
    now = BusinessClock(Path(settings.clock.file) if settings.clock.file else None).now()
    with opened(settings, writing=asked.as_of is None) as database:
        company = company_of(database)
        today = company.day_of(now)
        if asked.as_of and asked.as_of > today:
            complain(f"--as-of {asked.as_of} has not come yet")
            return USAGE
        done = _past(database, company, asked.as_of, now) if asked.as_of else _night(database, company, today, now)
    tell(asked, _document(done), _lines(done))
    return FINE


def _past(database: Database, company: Company, on: date, now: datetime) -> Scored:
    with database.reading() as db:
        return scores.past(db, company, on, now)


def _night(database: Database, company: Company, on: date, now: datetime) -> Scored:
    """Judge everybody as of today and keep it in chunks; who grades at the month's first night is graded once."""
    with database.transaction() as db:
        _, grading = night.begin(db, on, now)
    after = 0
    while found := night.verdicts(database.url, company.version, on, grading, after):
        after = found[-1].customer_id
        for chunk in night.chunks(found):
            with database.transaction() as db:
                night.keep(db, company, on, now, chunk, grading)
    with database.transaction() as db:
        night.finish(db, on, now)
        return scores.kept(db, on, now)


def _document(done: Scored) -> dict[str, Any]:
    moves = [{**asdict(move), "from": move.old, "to": move.new} for move in done.moves]
    for move in moves:
        del move["old"], move["new"]
    return {
        "as_of": done.as_of,
        "kept": done.kept,
        "customers": len(done.scores),
        "tiers": _tiers(done),
        "statuses": dict(Counter(one.status for one in done.scores)),
        "moves": moves,
        "scores": [asdict(one) for one in done.scores],
    }


def _tiers(done: Scored) -> dict[str, int]:
    counted = Counter(one.tier for one in done.scores)
    return {tier: counted[tier] for tier in scoring.TIERS}


def _lines(done: Scored) -> list[str]:
    tiers = " · ".join(f"{tier} {count}" for tier, count in _tiers(done).items())
    moved = len({move.customer_id for move in done.moves})
    ending = f"{moved} moved" if done.kept else "nothing is kept"
    return [f"{len(done.scores)} customers as of {done.as_of}: {tiers}; {ending}"]
