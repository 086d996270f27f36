"""`score` judges everybody as a night does: any number of times, and moves nobody twice."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from storage import nights
from storage.database import Database
from storage.models import Grading, Move, Row, Standing
from tests.commands.conftest import Machine

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()


@pytest.fixture
def listed(staffed: Machine, database: Database) -> Machine:
    """A machine with three customers, one of whom was kept as active though it has long been silent."""
    staffed.file(
        "list.csv",
        f"客户,最近联系\n海岳食品,{TODAY - timedelta(days=2)}\n澜石机械,\n松川酒店,{TODAY - timedelta(days=150)}\n",
    )
    staffed.type("import", "list.csv")
    with database.transaction() as db:
        for row in db.scalars(select(Standing)):
            row.status = "active"
    return staffed


def count(database: Database, model: type[Row]) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(model)) or 0


def test_everybody_is_scored_and_who_moved_is_told(listed: Machine) -> None:
    told = listed.document("score")
    assert (told["customers"], told["tiers"]) == (3, {"A": 0, "B": 0, "C": 3})
    assert told["as_of"] == str(TODAY)
    assert {one["customer_id"] for one in told["scores"]} == {1, 2, 3}
    assert ("status", "active") in {(move["axis"], move["from"]) for move in told["moves"]}


def test_a_second_time_moves_nobody(listed: Machine, database: Database) -> None:
    listed.type("score")
    before = count(database, Move), count(database, Grading)
    assert listed.document("score")["moves"] == []
    assert (count(database, Move), count(database, Grading)) == before
    with database.reading() as db:
        night = nights.of(db, TODAY)
    assert night is not None
    assert (night.judged, night.finished_at is not None) == (3, True)


def test_a_past_day_is_judged_by_what_was_known_then_and_nothing_is_kept(listed: Machine, database: Database) -> None:
    then = TODAY - timedelta(days=149)
    told = listed.document("score", "--as-of", str(then))
    assert [(one["customer_id"], one["status"]) for one in told["scores"]] == [(3, "new")]
    assert (told["kept"], told["moves"]) == (False, [])
    assert count(database, Grading) == count(database, Move) == 0


def test_a_day_to_come_is_wrong_usage(listed: Machine) -> None:
    assert listed.type("score", "--as-of", str(TODAY + timedelta(days=2))) == 2
    assert listed.type("score", "--as-of", "yesterday") == 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_the_bot_writes_only_the_past_is_judged(listed: Machine, database: Database) -> None:
    database.hold()
    assert listed.type("score") == 1
    assert listed.type("score", "--as-of", str(date(2026, 1, 31))) == 0


def test_a_company_without_customers_is_scored_too(staffed: Machine) -> None:
    assert staffed.document("score")["customers"] == 0
    assert staffed.document("score", "--as-of", "2026-01-31")["customers"] == 0
