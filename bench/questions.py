"""The manager's questions beside the salespeople's visits, on one file with very many customers.

    python -m bench.questions [--customers N] [--folder FOLDER]

Ten interactions and one purchase a customer; one manager leads everybody. Questions are answered on a reading
connection of their own, as the bot answers them, while visits are recorded one after the other.
"""

import argparse
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy.orm import Session

from actions import company, lists, moves, team, tiers
from actions.periods import month_of
from actions.records import Keeping, Record, Source, record
from actions.wanted import Wanted
from config import Settings
from storage import people, tallies
from storage.database import Database
from storage.migrations import migrate
from storage.models import Person
from storage.scope import scope_of

from .figures import Figure

CUSTOMERS, EACH, SELLERS = 20_000, 10, 200
ASKED, SECONDS = 20, 20.0
"""How often each question is asked; how long visits are recorded alone."""


def figures(folder: Path, customers: int, often: int = ASKED) -> Iterator[Figure]:
    """How long a question takes at the 95th of a hundred, and what visits cost meanwhile."""
    file = folder / "questions.db"
    now = datetime.now(UTC)
    build(file, customers, now)
    with closing(Database(f"sqlite:///{file}")) as database:
        alone = _visits(database, now, lambda: time.sleep(SECONDS))
        asked: dict[str, list[float]] = {}
        beside = _visits(database, now, lambda: asked.update(_questions(database, now, often)))
    for name, taken in asked.items():
        yield Figure(f"/{name} among {customers:,} customers, 95 of 100", "s", [_p95(taken)], most=1.0)
    what = f"a visit while questions are asked among {customers:,} customers"
    yield Figure(what, "ms", [1000 * median(beside)], "alone", [1000 * median(alone)], most=1.2)


def build(file: Path, customers: int, now: datetime) -> None:
    """A company of that size, written by SQL alone."""
    url = f"sqlite:///{file}"
    migrate(url)
    with closing(Database(url)) as database, database.transaction() as db:
        company.seed(db, Settings().seed(), now)
        team_id = people.first_team(db, "").id
        grace = people.add(db, "Grace", ["manager"], now, telegram_id=1)
        people.join(db, grace, team_id, leads=True)
        for n in range(SELLERS):
            people.join(
                db, people.add(db, f"Seller {n}", ["salesperson"], now, telegram_id=n + 2), team_id, leads=False
            )
    _fill(file, customers, now)
    with closing(Database(url)) as database, database.transaction() as db:
        tallies.rebuild(db)


def _fill(file: Path, customers: int, now: datetime) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA synchronous=OFF")
        indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL").fetchall()
        for name, _ in indexes:
            db.execute(f"DROP INDEX {name}")
        for statement in _rows(customers, now):
            db.execute(statement)
            db.commit()
        for _, sql in indexes:
            db.execute(sql)
        db.execute("ANALYZE")
        db.commit()


def _rows(customers: int, now: datetime) -> Iterator[str]:
    at, today = f"'{now:%Y-%m-%d %H:%M:%S}.000000'", f"'{now:%Y-%m-%d}'"
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})"
    each, every = count.format(customers), count.format(customers * EACH)
    owner = f"(i % {SELLERS}) + 2"
    day = f"date({today}, '-' || ((i * 7919) % 730) || ' days')"
    yield f"""INSERT INTO customers (id, name, normal, fields, created_at, city) {each}
        SELECT i, 'Customer ' || i, 'customer' || i, '{{}}', {at}, NULL FROM n"""
    yield f"""INSERT INTO ownerships (customer_id, person_id, from_at) {each} SELECT i, {owner}, {at} FROM n"""
    yield f"""INSERT INTO standings (customer_id, version, as_of, spend, activity, events, last_touch_on, intervals,
            purchase_days, active_months, outcomes, created_on, revenue_minor, judged_on, rules_version, score, points,
            tier, tier_since, provisional, lapses, status, status_since, rhythm, due_on, due_because, due_facts,
            kept_tier) {each}
        SELECT i, 1, {today}, 1000, 3, 10, {day}, 9, 1, 6, '[]', date({today}, '-700 days'), 100000, {today}, 1,
            (i * 31) % 100, '{{}}', substr('AABBBCCCCC', i % 10 + 1, 1), {today}, 0, 0,
            substr('aaaaaaasrl', i % 10 + 1, 1), {today}, 14, date({today}, ((i % 30) - 3) || ' days'), 'cadence',
            '{{}}', NULL FROM n"""
    yield """UPDATE standings SET status = CASE status WHEN 'a' THEN 'active' WHEN 's' THEN 'silent'
        WHEN 'r' THEN 'at_risk' ELSE 'lost' END"""
    yield f"""INSERT INTO interactions (customer_id, first_customer_id, author_id, channel, made_on, recorded_at,
            answered, worded, sentiment, sources) {every}
        SELECT (i % {customers}) + 1, (i % {customers}) + 1, ((i % {customers} + 1) % {SELLERS}) + 2, 'visit', {day},
            {at}, 1, 1, 'neutral', '{{}}' FROM n"""
    yield f"""INSERT INTO purchases (customer_id, first_customer_id, author_id, made_on, recorded_at, amount_minor,
            currency, sources) {each}
        SELECT i, i, {owner}, {day}, {at}, 100000 + i % 900000, 'CNY', '{{}}' FROM n"""
    yield f"""INSERT INTO moves (customer_id, axis, old, new, reason, score, points, rules_version, moved_on,
            recorded_at) {count.format(max(customers // 50, 1))}
        SELECT i * 50, 'tier', 'B', substr('AC', i % 2 + 1, 1), 'automatic', 50, '{{}}', 1,
            date({today}, '-' || (i % 45) || ' days'), {at} FROM n"""


def _questions(database: Database, now: datetime, often: int) -> dict[str, list[float]]:
    """Each question so often; seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in ASK}
    for _ in range(often):
        for name, ask in ASK.items():
            began = time.perf_counter()
            with database.reading() as db:
                ask(db, now)
            taken[name].append(time.perf_counter() - began)
    return taken


def _visits(database: Database, now: datetime, meanwhile: Callable[[], object]) -> list[float]:
    """Seconds of each visit that is recorded, one after the other, while something else is done."""
    done, taken, n = threading.Event(), [], 0

    def work() -> None:
        try:
            meanwhile()
        finally:
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        n += 1
        began = time.perf_counter()
        with database.transaction() as db:
            _visit(db, n, now)
        taken.append(time.perf_counter() - began)
        time.sleep(0.01)
    thread.join()
    return taken


def _visit(db: Session, n: int, now: datetime) -> None:
    who = db.get_one(Person, n % SELLERS + 2)
    number = n % SELLERS or SELLERS
    keeping = Keeping(db, who, company.in_force(db), scope_of(db, who, now), now, now.date())
    record(keeping, Record("visit", number, now.date(), gist="quote"), Source(1, n, 0, "text"))


def _asker(db: Session, now: datetime) -> tuple[Person, Any, Any]:
    who = db.get_one(Person, 1)
    return who, scope_of(db, who, now), company.in_force(db)


def _tiers(db: Session, now: datetime) -> None:
    who, scope, rules = _asker(db, now)
    tiers.show(db, who, scope, rules, now.date())


def _silent(db: Session, now: datetime) -> None:
    who, scope, _ = _asker(db, now)
    lists.by_silence(db, who, scope, Wanted(status="silent"), now.date())


def _team(db: Session, now: datetime) -> None:
    team.show(db, _asker(db, now)[1], now.date())


def _moves(db: Session, now: datetime) -> None:
    moves.between(db, _asker(db, now)[1], month_of(now.date()))


ASK = {"tiers": _tiers, "silent": _silent, "team": _team, "moves": _moves}


def _p95(taken: list[float]) -> float:
    return quantiles(taken, n=20)[-1]


def main() -> int:
    """Measure these alone."""
    parser = argparse.ArgumentParser(prog="python -m bench.questions", description=__doc__)
    parser.add_argument("--customers", type=int, default=CUSTOMERS, metavar="N")
    parser.add_argument("--often", type=int, default=ASKED, metavar="N", help="how often each question is asked")
    parser.add_argument("--folder", type=Path, default=None, help="where the file is built (default: a temporary one)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="huifang-bench-", dir=asked.folder) as folder:
        found = list(figures(Path(folder), asked.customers, asked.often))
    for figure in found:
        print(figure)
    return 0 if all(figure.met for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
