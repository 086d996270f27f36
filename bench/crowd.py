"""A crowd: a company of very many customers, all judged yesterday, written straight into a SQLite database."""

import json
import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

import scoring
from actions import company
from actions.calendars import calendar_of
from actions.company import Company
from config import Settings
from scoring.everybody import Judged, Standings, judge
from storage import nights, people, tallies
from storage.database import Database
from storage.migrations import migrate
from storage.models import Customer, Ownership, Plan, Standing

Column = np.ndarray[Any, Any]
A_PERSON = 1_000
"""Customers of each salesperson."""
PLANNED = 20
"""One customer in so many has an open plan."""
NEVER = np.datetime64("NaT", "D")
FIRST_PHONE = 1_001


def written(file: Path, customers: int, on: date) -> None:
    """So many customers as the night of `on` finds them."""
    migrate(f"sqlite:///{file}")
    with closing(Database(f"sqlite:///{file}")) as database, database.transaction() as db:
        company.seed(db, Settings().seed(), datetime.combine(on, datetime.min.time(), UTC))
        in_force = company.in_force(db)
        team = people.first_team(db, "").id
        now = datetime.combine(on - timedelta(days=1000), datetime.min.time(), UTC)
        nights.begin(db, on - timedelta(days=1), now).finished_at = now
        for number in range(-(-customers // A_PERSON)):
            one = people.add(db, f"Seller {number}", ("salesperson",), now, telegram_id=FIRST_PHONE + number)
            people.join(db, one, team, leads=False)
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("pragma synchronous=off")
        for first in range(0, customers, 100_000):
            _some(plain, range(first + 1, min(first + 100_000, customers) + 1), in_force, on - timedelta(days=1))
        plain.commit()
    with closing(Database(f"sqlite:///{file}")) as database, database.transaction() as db:
        tallies.rebuild(db)
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("pragma wal_checkpoint(truncate)")


def _some(plain: sqlite3.Connection, numbers: range, in_force: Company, on: date) -> None:
    known = histories(np.random.default_rng(numbers.start), len(numbers), on)
    standings, judged = _judged(known, in_force, on)
    created = [f"{day} 00:00:00.000000" for day in known.created_on.astype(str)]
    _insert(plain, Customer, {
        "id": numbers, "name": [f"客户 {n}" for n in numbers], "normal": [f"客户{n}" for n in numbers],
        "fields": ["{}"] * len(numbers), "created_at": created,
    })  # fmt: skip
    owners = [1 + (n - 1) // A_PERSON for n in numbers]
    _insert(plain, Ownership, {"customer_id": numbers, "person_id": owners, "from_at": created})
    due = [
        (on + timedelta(days=int(ahead))).isoformat()
        for ahead in np.random.default_rng(1).integers(-9, 40, len(numbers))
    ]
    _insert(plain, Standing, _rows(known, standings, judged, on) | {"customer_id": numbers, "due_on": due})
    some, theirs = numbers[::PLANNED], owners[::PLANNED]
    _insert(plain, Plan, {
        "customer_id": some, "first_customer_id": some, "author_id": theirs, "due_on": due[::PLANNED],
        "zone": ["Asia/Shanghai"] * len(some), "channel": ["visit"] * len(some), "sources": ["{}"] * len(some),
        "recorded_at": created[::PLANNED],
    })  # fmt: skip


def histories(dice: np.random.Generator, n: int, on: date) -> scoring.Aggregate:
    """Aggregates of invented customers: each with its own rhythm, most of them seen within two or three of it."""
    rhythm = np.clip(dice.lognormal(3.1, 0.7, n), 2, 200)
    days = np.minimum(dice.gamma(1.3, rhythm), 900).astype(int)
    age = days + dice.integers(20, 900, n)
    intervals = np.minimum((age - days) / rhythm, 200).astype(int)
    today = np.datetime64(on)
    last, bought = today - days, dice.random(n) < 0.6
    outcomes = np.where(dice.random((n, 6)) < 0.3, today - (days[:, None] + dice.integers(0, 200, (n, 6))), NEVER)
    return scoring.Aggregate(
        as_of=last, spend=np.where(bought, dice.lognormal(9.5, 1.3, n), 0.0),
        activity=np.minimum(intervals + 1, 130 / rhythm) * dice.random(n), events=intervals + 1,
        first_on=today - age, last_touch_on=last, last_purchase_on=np.where(bought, last, NEVER),
        interval=np.where(intervals > 0, np.round(rhythm), np.nan), intervals=intervals,
        purchase_interval=np.where(bought & (intervals > 1), np.round(2 * rhythm), np.nan),
        purchase_days=np.where(bought, 1 + intervals // 2, 0), first_purchase_on=np.where(bought, today - age, NEVER),
        active_months=np.minimum(intervals + 1, age // 30 + 1),
        satisfaction=np.where(dice.random(n) < 0.3, 4.0, np.nan),
        outcomes=np.sort(outcomes, axis=1)[:, ::-1],
        potential=np.where(dice.random(n) < 0.3, dice.choice(["low", "medium", "high"], n), ""),
        potential_on=last, need_on=np.where(dice.random(n) < 0.2, last, NEVER),
        complaint_on=np.where(dice.random(n) < 0.01, last, NEVER), silence_from=np.full(n, NEVER),
        created_on=today - age,
    )  # fmt: skip


def _judged(known: scoring.Aggregate, in_force: Company, on: date) -> tuple[Standings, Judged]:
    """As last night left them: a letter by the points, a status by the silence."""
    n = len(known.events)
    days = known.last_touch_on.astype(object)
    calendar = calendar_of(in_force, None, on)
    excused = {day: calendar.excused_between(day, on) for day in set(days)}
    away = np.array([excused[day] for day in days], float)
    none, few = np.full(n, ""), known.events < in_force.rules.events_to_judge
    first = Standings(np.full(n, "C"), none, np.zeros(n), np.full(n, NEVER), few)
    tier = np.where(few, "C", judge(known, first, in_force.rules, on, away).letter)
    standings = Standings(tier, none, np.zeros(n), np.full(n, NEVER), few)
    return standings, judge(known, standings, in_force.rules, on, away)


def _rows(known: scoring.Aggregate, standings: Standings, judged: Judged, on: date) -> dict[str, Any]:
    """What is kept of them, a column for each name."""
    kept = {each.name: getattr(known, each.name) for each in fields(known)}
    points = {name: np.broadcast_to(getattr(judged.points, name), len(known.events)) for name in scoring.COMPONENTS}
    texts = [
        json.dumps(dict(zip(points, row, strict=True)))
        for row in zip(*(column.tolist() for column in points.values()), strict=True)
    ]
    days = [[str(day) for day in row if not np.isnat(day)] for row in known.outcomes]
    same = {
        "version": 1, "revenue_minor": 100_000, "judged_on": on.isoformat(), "rules_version": 1, "lapses": 0,
        "tier_since": (on - timedelta(days=90)).isoformat(), "status_since": (on - timedelta(days=20)).isoformat(),
        "graded_on": on.replace(day=1).isoformat(), "due_because": "cadence", "due_facts": '{"days": "14"}',
    }  # fmt: skip
    return {name: _plain(column) for name, column in kept.items()} | {
        "outcomes": [json.dumps(row) for row in days], "score": _plain(judged.score), "points": texts,
        "tier": _plain(standings.tier), "provisional": _plain(standings.provisional),
        "status": _plain(judged.status.word), "rhythm": _plain(judged.status.rhythm),
        **{name: [value] * len(texts) for name, value in same.items()},
    }  # fmt: skip


def _plain(column: Column) -> list[Any]:
    """As SQLite keeps it: days as texts, what is missing as null."""
    if column.dtype.kind == "M":
        return [None if day == "NaT" else day for day in column.astype(str).tolist()]
    if column.dtype.kind == "f":
        return [None if number != number else number for number in column.tolist()]
    return [None if word == "" else word for word in column.tolist()]


def _insert(plain: sqlite3.Connection, model: Any, columns: dict[str, Any]) -> None:
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    rows = zip(*columns.values(), strict=True)
    plain.executemany(f"insert into {model.__tablename__} ({names}) values ({places})", rows)
