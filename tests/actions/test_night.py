"""The night judges everybody once: it may be begun again, crash, or run twice, and moves nobody twice."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from actions import company, counting, judging, night
from storage.database import Database
from storage.models import Grading, Move, Person, Standing
from tests.handlers.pasts import past
from tests.office import Office

FIRST = date(2026, 12, 1)
NIGHT = datetime(2026, 11, 30, 16, 5, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    """Customers who are better than their points: the night of the first is to take some of them down."""
    made = Office(database)
    mia = made.hire("陈静", "salesperson")
    for n in range(7):
        past(
            made, mia, f"客户{n}", visits=range(20 * n, 400, 14), sales=[(30 * n, 20_000)], gradings=[date(2026, 11, 1)]
        )
    with database.transaction() as db:
        for row in db.scalars(select(Standing)):
            row.tier, row.provisional, row.lapses, row.graded_on = "A", False, 1, date(2026, 11, 1)
    return made


def verdicts(office: Office) -> tuple[company.Company, list[night.Verdict], bool, int]:
    """What the night finds, and from where it goes on."""
    with office.database.transaction() as db:
        now = company.in_force(db)
        cursor, grading = night.begin(db, FIRST, NIGHT)
    found = night.verdicts(office.database.url, now.version, FIRST, grading)
    return now, [one for one in found if one.customer_id > cursor], grading, cursor


def keep(office: Office, now: company.Company, found: list[night.Verdict], grading: bool) -> int:
    with office.database.transaction() as db:
        return night.keep(db, now, FIRST, NIGHT, found, grading)


def whole(office: Office) -> night.NightDone:
    """A night from wherever it stands to its end."""
    now, found, grading, _ = verdicts(office)
    for first in range(0, len(found), 2):
        keep(office, now, found[first : first + 2], grading)
    with office.database.transaction() as db:
        return night.finish(db, FIRST, NIGHT)


def moves(office: Office) -> list[tuple[int, str, str]]:
    with office.database.reading() as db:
        rows = db.scalars(select(Move).where(Move.moved_on == FIRST, Move.axis == "tier").order_by(Move.id))
        return [(row.customer_id, row.old, row.new) for row in rows]


def standings(office: Office) -> list[tuple[object, ...]]:
    with office.database.reading() as db:
        rows = db.scalars(select(Standing).order_by(Standing.customer_id))
        return [(row.customer_id, row.tier, row.score, row.status, row.lapses, row.due_on) for row in rows]


def test_the_first_night_of_a_month_grades_everybody_once(office: Office) -> None:
    done = whole(office)
    assert done.judged == 7
    assert moves(office)
    with office.database.reading() as db:
        assert len(db.scalars(select(Grading).where(Grading.graded_on == FIRST)).all()) == 7
        assert not night.due(db, company.in_force(db), FIRST)


def test_a_night_that_runs_twice_moves_nobody_twice(office: Office) -> None:
    whole(office)
    before, moved = standings(office), moves(office)
    whole(office)
    assert standings(office) == before
    assert moves(office) == moved


def test_a_crash_after_some_chunks_resumes_where_it_stopped(office: Office, database: Database) -> None:
    now, found, grading, _ = verdicts(office)
    keep(office, now, found[:3], grading)
    _, left, again, cursor = verdicts(office)
    assert (cursor, again) == (found[2].customer_id, grading)
    assert [one.customer_id for one in left] == [one.customer_id for one in found[3:]]
    whole(office)
    with database.reading() as db:
        graded = db.scalars(select(Grading.customer_id).where(Grading.graded_on == FIRST)).all()
    assert sorted(graded) == [one.customer_id for one in found]
    assert len(moves(office)) == len(set(moves(office)))


def test_a_verdict_on_what_has_changed_meanwhile_is_not_kept(office: Office) -> None:
    now, found, grading, _ = verdicts(office)
    with office.database.transaction() as db:
        row = db.get_one(Standing, found[0].customer_id)
        row.version += 1
        before = (row.tier, row.score)
    keep(office, now, found, grading)
    with office.database.reading() as db:
        row = db.get_one(Standing, found[0].customer_id)
        assert (row.tier, row.score) == before


def test_a_plain_night_takes_nobody_down(office: Office) -> None:
    whole(office)
    second = date(2026, 12, 2)
    with office.database.transaction() as db:
        now = company.in_force(db)
        _, grading = night.begin(db, second, NIGHT)
    assert not grading
    found = night.verdicts(office.database.url, now.version, second, grading)
    with office.database.transaction() as db:
        night.keep(db, now, second, NIGHT, found, grading)
    with office.database.reading() as db:
        down = select(Move).where(Move.moved_on == second, Move.axis == "tier", Move.new > Move.old)
        assert db.scalars(down).all() == []


def test_an_empty_company_has_a_short_night(database: Database) -> None:
    assert whole(Office(database)).judged == 0


def test_a_customer_that_is_undone_meanwhile_is_passed_over(office: Office) -> None:
    mia = office.hire("林悦", "salesperson")
    office.say(mia, "新客户 百禾乳业 刘姐 13900139000")
    now, found, grading, _ = verdicts(office)
    office.say(mia, "撤销")
    keep(office, now, found, grading)
    assert office.count(Grading) == 2 * 7


def test_whom_the_night_passes_over_would_not_have_moved(office: Office) -> None:
    """Closures of the company and the leave of an owner are no silence, in the other process either."""
    ben = office.hire("周航", "salesperson")
    for days in range(10, 120, 5):
        past(office, ben, f"澄湖{days}", visits=range(days, days + 90, 12), sales=[])
        past(
            office,
            office.hire(f"同事{days}", "salesperson"),
            f"栈桥{days}",
            visits=range(days, days + 90, 12),
            sales=[],
        )
    with office.database.transaction() as db:
        db.get_one(Person, ben.id).away_from, db.get_one(Person, ben.id).away_until = "2026-11-01", "2026-12-03"
    now, found, grading, _ = verdicts(office)
    with office.database.transaction() as db:
        night.keep(db, now, FIRST, NIGHT, found, grading)
    again = night.verdicts(office.database.url, now.version, FIRST, False)
    assert not any(one.stirred for one in again)
    with office.database.transaction() as db:
        for one in again:
            row = db.get_one(Standing, one.customer_id)
            assert judging.judge(db, row, counting.aggregate_of(row), now, FIRST, NIGHT) == []


def test_only_who_has_other_points_is_written(office: Office) -> None:
    whole(office)
    now = in_force(office)
    again = night.verdicts(office.database.url, now.version, FIRST, False)
    assert not any(one.changed for one in again)
    assert all(one.changed for one in night.verdicts(office.database.url, now.version, date(2027, 2, 1), False))


def test_a_large_company_is_judged_a_piece_at_a_time(office: Office) -> None:
    now = in_force(office)
    pieces = [night.verdicts(office.database.url, now.version, FIRST, True, after, 3) for after in (0, 3, 6, 9)]
    whole_one = night.verdicts(office.database.url, now.version, FIRST, True)
    assert [one for piece in pieces for one in piece] == whole_one
    assert [len(part) for part in night.chunks(whole_one * 1000)][:-1] == [50] * (7000 // 50 - 1)


def in_force(office: Office) -> company.Company:
    with office.database.reading() as db:
        return company.in_force(db)
