"""Judging in the transaction that records: exact under back-dating, undo and change; moves are kept and taken back."""

from datetime import UTC, date, datetime, timedelta
from threading import Thread

from sqlalchemy import select

from actions import company, counting, judging
from actions.records import Keeping, Record, Source, record
from storage import customers
from storage.database import Database
from storage.models import Customer, Move, Person, Standing
from storage.scope import scope_of
from tests.handlers.pasts import past
from tests.office import Office


def standing(office: Office, number: int) -> Standing:
    with office.database.reading() as db:
        return db.get_one(Standing, number)


def moves(office: Office, number: int) -> list[tuple[str, str, str]]:
    with office.database.reading() as db:
        mine = select(Move).where(Move.customer_id == number, Move.axis == "tier").order_by(Move.id)
        return [(row.old, row.new, row.reason) for row in db.scalars(mine)]


def nearly_an_a(office: Office, mia: Person) -> int:
    return past(office, mia, "百禾乳业", visits=range(6, 200, 14), sales=[(29 + 30 * n, 20_000) for n in range(12)])


def test_an_upgrade_comes_at_once_and_is_taken_back_with_what_caused_it(office: Office, mia: Person) -> None:
    number = nearly_an_a(office, mia)
    assert standing(office, number).tier == "B"
    said = office.say(mia, "百禾成交6万")
    assert [row.view for row in said.rows] == ["Recorded", "TierRose"]
    office.say(mia, "撤销")
    assert standing(office, number).tier == "B"
    assert moves(office, number)[-2:] == [("B", "A", "automatic"), ("A", "B", "corrected")]


def test_a_corrected_sum_takes_the_move_back_as_well(office: Office, mia: Person) -> None:
    number = nearly_an_a(office, mia)
    office.say(mia, "百禾成交6万")
    office.say(mia, "不对，是6元")
    assert standing(office, number).tier == "B"
    assert moves(office, number)[-1] == ("A", "B", "corrected")


def test_an_open_complaint_freezes_upgrades(office: Office, mia: Person) -> None:
    number = nearly_an_a(office, mia)
    office.say(mia, "百禾投诉漏水")
    office.say(mia, "百禾成交6万")
    assert standing(office, number).tier == "B"
    office.tap(mia, f"close:{number}")
    assert standing(office, number).tier == "A"


def test_what_is_told_late_counts_on_its_own_day(office: Office, mia: Person) -> None:
    one, other = (office.customer(mia, name) for name in ("海岳食品", "松川酒店"))
    office.say(mia, "11月10日拜访了海岳")
    office.say(mia, "拜访了松川")
    assert standing(office, one).last_touch_on == date(2026, 11, 10)
    assert standing(office, other).last_touch_on == date(2026, 11, 18)
    assert standing(office, one).score < standing(office, other).score


def test_the_order_of_telling_makes_no_difference(office: Office, mia: Person) -> None:
    told = ["11月3日拜访了{}", "11月10日{}成交2万", "昨天给{}打了电话", "{}潜力大"]
    for name, words in (("海岳食品", told), ("松川酒店", told[::-1])):
        number = office.customer(mia, name)
        for one in words:
            office.say(mia, one.format(name))
    with office.database.reading() as db:
        first, second = (db.get_one(Standing, n) for n in (number - 1, number))
        assert counting.aggregate_of(first) == counting.aggregate_of(second)
        assert first.score == second.score


def test_foreign_money_counts_in_the_companys_currency(database: Database) -> None:
    settings = {"name": "清源净水", "currency": "CNY", "zone": "Asia/Shanghai", "country": "CN", "rates": {"USD": 7.0}}
    office = Office(database, company=settings)
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品")
    office.say(mia, "海岳成交 USD 1000")
    assert standing(office, number).revenue_minor == 700_000


def test_every_refresh_counts_up_so_that_the_night_notices(office: Office, mia: Person) -> None:
    number = office.customer(mia, "海岳食品")
    before = standing(office, number).version
    office.say(mia, "拜访了海岳")
    assert standing(office, number).version > before


def test_judging_again_without_news_changes_nothing(office: Office, mia: Person) -> None:
    number = nearly_an_a(office, mia)
    before = standing(office, number)
    with office.database.transaction() as db:
        row = db.get_one(Customer, number)
        assert customers.owner_of(db, number) == mia.id
        assert judging.refresh(db, row, company.in_force(db), office.today, office.now) == []
    after = standing(office, number)
    assert (after.score, after.tier, after.status, after.due_on) == (
        before.score,
        before.tier,
        before.status,
        before.due_on,
    )


def test_two_who_record_at_once_are_both_counted(office: Office, mia: Person) -> None:
    boss, number = office.hire("周航", "manager", "salesperson"), office.customer(mia, "海岳食品")
    theirs = Thread(target=office.say, args=(boss, "给海岳打了电话，谈好了"))
    with office.database.transaction() as db:
        keeping = Keeping(db, mia, company.in_force(db), scope_of(db, mia, office.now), office.now, office.today)
        record(keeping, Record("visit", number, office.today - timedelta(days=3), gist="报价"), Source(1, 1))
        theirs.start()
        theirs.join(timeout=2)  # they wait for us, or have counted without us
    theirs.join()
    assert standing(office, number).events == 2


def test_a_customer_is_as_old_as_the_companys_date_says(office: Office, mia: Person) -> None:
    office.now = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    assert standing(office, office.customer(mia, "海岳食品")).created_on == date(2026, 11, 19)
