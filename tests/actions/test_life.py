"""The life of a customer's reminders can be read: planned, said, how late, settled by what, told to whom."""

from datetime import UTC, date, datetime

from storage.database import Database
from storage.models import Outbox, Standing
from tests.handlers.lines import too_much
from tests.office import Office


def test_every_reminder_of_a_customer_is_listed_with_its_end(database: Database) -> None:
    office = Office(database, datetime(2026, 11, 13, 0, tzinfo=UTC))
    ben, grace = office.hire("周航", "salesperson"), office.hire("林岚", "manager")
    number = office.customer(ben, "澄湖纸业")
    with database.transaction() as db:
        standing = db.get_one(Standing, number)
        standing.tier, standing.status, standing.due_on, standing.due_because = "A", "active", date(2026, 11, 13), "new"
    office.until("2026-11-20", "09:12")
    office.say(ben, "给澄湖纸业打了电话，明天下午3点再联系")
    explained = office.say(ben, "/due 澄湖纸业")
    life = office.tap(ben, explained.buttons["提醒经过"])
    assert life.text.splitlines() == [
        "澄湖纸业 · 提醒经过",
        "11月20日 08:30 超期 林岚 → 09:12 电话",
        "11月20日 08:30 今日跟进 → 09:12 电话",
        "11月19日 08:30 今日跟进",
        "11月18日 08:30 超期 在今日跟进里",
        "11月18日 08:30 今日跟进",
    ]
    assert not too_much(life) + too_much(explained)
    assert office.tap(grace, f"life:{number}").text == life.text
    mia = office.hire("陈静", "salesperson")
    assert office.tap(mia, f"life:{number}").rows[0].kind == "toast"


def test_a_reminder_that_telegram_refused_says_so(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "澄湖纸业")
    office.say(mia, "约了澄湖纸业明天下午3点拜访")
    told = office.until("2026-11-19", "14:01")[-1].rows[0]
    with database.transaction() as db:
        db.get_one(Outbox, told.id).state = "dead"
    assert "11月19日 14:00 约好的时间 没送到" in office.tap(mia, f"life:{number}").text
