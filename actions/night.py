"""The night: everybody is judged anew, because time passed. Read and judged in a process of its own, kept in chunks.

A verdict is kept only if the customer's aggregate is still the one that was judged; else it waits for the next pass.
Run and cursor are rows, so that a crash resumes; a night may be begun any number of times and moves nobody twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy.orm import Session

import scoring
from storage import nights, standings, tallies
from storage.database import Database
from storage.models import Night, Person

from . import company as companies
from . import counting, judging
from .calendars import calendar_of
from .company import Company
from .cover import covering

if TYPE_CHECKING:
    from .columns import Column, Everybody

CHUNK = 50
"""Customers who are judged by themselves in one transaction: a few dozen milliseconds, so that no visit waits."""
QUIET = 20
"""So many customers who only get another score cost as much as one who is judged by itself."""
PIECE = 20_000
"""Customers read and judged at once in the other process, while those before them are kept."""


YEAR = timedelta(days=365)


class Verdict(NamedTuple):
    """What a night found of one customer. `stirred`: its tier or status may move, so it is judged by itself;
    `changed`: its points are not what they were."""

    customer_id: int
    version: int
    score: float
    points: dict[str, float]
    rhythm: float
    stirred: bool
    changed: bool = True


@dataclass(frozen=True)
class NightDone:
    """What a night did."""

    on: date
    judged: int
    moved: int


def verdicts(url: str, version: int, on: date, grading: bool, after: int = 0, most: int = PIECE) -> list[Verdict]:
    """Judge the next customers as of a date by a version of the rules; runs in a process of its own, writes nothing."""
    from . import columns

    database = Database(url)
    try:
        with database.reading() as db:
            found = nights.waiting(db, after, most)
            company = companies.version(db, version)
            return _verdicts(db, found, columns.in_columns(found), company, on, grading) if found else []
    finally:
        database.close()


def chunks(found: Sequence[Verdict]) -> Iterator[Sequence[Verdict]]:
    """The verdicts as they are kept, a transaction's worth at a time."""
    first, cost = 0, 0
    for place, verdict in enumerate(found):
        cost += QUIET if verdict.stirred else 1
        if cost >= CHUNK * QUIET:
            yield found[first : place + 1]
            first, cost = place + 1, 0
    if first < len(found):
        yield found[first:]


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
    nights.keep_score(db, [scored(each, company, on) for each in found if each.changed and not each.stirred])
    stirred = [verdict for verdict in found if verdict.stirred]
    owners = nights.owners(db, [verdict.customer_id for verdict in stirred])
    with db.no_autoflush:  # what moved is written once, at the end
        moved = sum(_judge(db, verdict, company, on, now, grading) for verdict in stirred)
    db.flush()
    del owners  # until here they were known to the session
    _let_go(db, company, on, night, found)
    if grading and found:
        nights.grade(db, on, {verdict.customer_id: verdict.score for verdict in found})
    _advance(night, found, moved)
    return moved


def finish(db: Session, on: date, now: datetime) -> NightDone:
    """The night is done."""
    night = nights.begin(db, on, now)
    night.finished_at = now
    tallies.sweep(db)
    return NightDone(on, night.judged, night.moved)


def _let_go(db: Session, company: Company, on: date, night: Night, found: Sequence[Verdict]) -> None:
    """What was bought a year ago is no longer of the last 12 months."""
    last = nights.last(db)
    since, until = last.night_on - YEAR if last else date.min, on - YEAR
    if found and since < until:
        for number in nights.bought(db, since, until, night.cursor, found[-1].customer_id):
            nights.keep_revenue(db, number, counting.revenue(db, number, company, on))


def scored(verdict: Verdict, company: Company, on: date) -> dict[str, Any]:
    """A verdict as storage keeps it, unless the customer's aggregate is another one by now."""
    return {
        "_customer": verdict.customer_id, "_version": verdict.version, "score": verdict.score,
        "points": verdict.points, "rhythm": verdict.rhythm, "judged_on": on, "rules_version": company.version,
    }  # fmt: skip


def _judge(db: Session, verdict: Verdict, company: Company, on: date, now: datetime, grading: bool) -> int:
    row = standings.held(db, verdict.customer_id)
    if row is None or row.version != verdict.version:
        return 0
    known = counting.aggregate_of(row)
    moves = judging.judge(db, row, known, company, on, now, grading=on if grading else None)
    judging.plan_reminder(db, row, company, on)
    nights.keep_judged(db, row)
    return len(moves)


def _verdicts(
    db: Session, found: Mapping[str, list[Any]], known: "Everybody", company: Company, on: date, grading: bool
) -> list[Verdict]:
    from scoring.everybody import judge

    from .columns import read

    judged = judge(known.known, known.standings, company.rules, on, _away(db, known, company, on), grading)
    stirred = (judged.stirred | (judged.status.word != known.status)).tolist()
    points = dict(zip(scoring.COMPONENTS, _lists(judged.points, len(known)), strict=True))
    told = [dict(zip(points, row, strict=True)) for row in zip(*points.values(), strict=True)]
    rhythms, scores, before = judged.status.rhythm.tolist(), judged.score.tolist(), read(found["points"])
    columns = zip(found["customer_id"], found["version"], scores, told, rhythms, stirred, strict=True)
    same = zip(before, found["rhythm"], found["rules_version"], strict=True)
    return [
        Verdict(number, of, score, earned, rhythm, moves, (earned, rhythm, company.version) != kept)
        for (number, of, score, earned, rhythm, moves), kept in zip(columns, same, strict=True)
    ]


def _lists(points: scoring.Points, count: int) -> list[list[float]]:
    """The points of each component, a list as long as there are customers."""
    import numpy as np

    return [np.broadcast_to(getattr(points, name), count).tolist() for name in scoring.COMPONENTS]


def _away(db: Session, known: "Everybody", company: Company, on: date) -> "Column":
    """Days of each customer's silence that don't count: the company's closures, and the leave of who covers it."""
    import numpy as np

    days, places = np.unique(scoring.silence_began(known.known), return_inverse=True)
    calendar = calendar_of(company, None, on)
    began = days.astype(object)
    away = np.array([calendar.excused_between(day, on) if day else 0 for day in began], float)[places]
    absent = nights.absent(db)
    own = {who.id: calendar_of(company, db.get(Person, covering(who, on)), on) for who in absent}
    for customer, owner in nights.on_leave(db, sorted(own), int(known.ids[0]) - 1, int(known.ids[-1])):
        place = int(np.searchsorted(known.ids, customer))
        if known.ids[place] == customer and began[places[place]]:
            away[place] = own[owner].excused_between(began[places[place]], on)
    return away


def _advance(night: Night, found: Sequence[Verdict], moved: int) -> None:
    night.judged += len(found)
    night.moved += moved
    if found:
        night.cursor = found[-1].customer_id
