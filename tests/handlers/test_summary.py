"""The manager's Monday and month: by themselves at their time, switched on and off, each button at work."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from storage.database import Database
from storage.models import Person
from tests.handlers.lines import too_much
from tests.handlers.pasts import past
from tests.office import Office, Said

SHANGHAI = ZoneInfo("Asia/Shanghai")
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def led(database: Database, at: datetime, language: str = "zh") -> tuple[Office, Person]:
    """Two weeks of a team: more contacts in the second one, a sale, a complaint, somebody silent."""
    office = Office(database, at.astimezone(UTC))
    grace = office.hire("林岚", "manager", language=language)
    mia = office.hire("陈静", "salesperson", language=language)
    past(office, mia, "百禾乳业", [1, 2, 3, 9], [(2, 480_000), (10, 410_000)], complaint="漏水")
    past(office, mia, "澄湖纸业", range(40, 200, 12), [(60, 900_000)])
    office.ring()
    return office, grace


def said_to(office: Office, who: Person, day: str, at: str) -> list[Said]:
    """What somebody hears until then."""
    return [said for said in office.until(day, at) if said.rows[0].person_id == who.id]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_monday_morning_last_week_beside_the_one_before(database: Database, language: str) -> None:
    office, grace = led(database, datetime(2026, 11, 20, 17, tzinfo=SHANGHAI), language)
    assert not said_to(office, grace, "2026-11-23", "08:29")
    [said] = said_to(office, grace, "2026-11-23", "08:31")
    lines = said.text.splitlines()
    assert not too_much(said)
    if language == "en":
        assert lines[0] == "Morning, 林岚. Last week (16–22 Nov):"
        assert lines[2] == "Sales ¥480,000 (was ¥410,000)"
        assert list(said.buttons)[-2:] == ["By person", "Picture"]
    else:
        assert lines[0] == "早，林岚。上周（11月16–22日）："
        assert lines[1].startswith("联系 3 次（+1）")
        assert lines[2] == "成交 ¥48万（前一周 ¥41万）"
        assert lines[3] == "升 1 · 降 0 · 未结投诉 1"
        assert list(said.buttons)[-3:] == ["投诉 1", "按人看", "看图"]
    for data in said.buttons.values():
        assert office.tap(grace, data).rows[0].view not in ("OldCard", "CommandUnknown"), data


def test_it_comes_once_and_only_to_who_leads_and_wants_it(database: Database) -> None:
    office, grace = led(database, datetime(2026, 11, 20, 17, tzinfo=SHANGHAI))
    asked = office.tap(grace, "setting:report")
    off = office.tap(grace, asked.buttons["● 周一小结"])
    assert off.rows[0].view == "SettingsShown"
    assert not said_to(office, grace, "2026-11-23", "20:00")
    on = office.tap(grace, office.tap(grace, "setting:report").buttons["周一小结"])
    assert on.rows[0].view == "SettingsShown"
    assert not said_to(office, grace, "2026-11-29", "20:00")
    views = [said.rows[0].view for said in said_to(office, grace, "2026-11-30", "20:00")]
    assert views.count("SummaryShown") == 1


def test_a_salesperson_is_offered_neither(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    assert not {"周一小结", "● 周一小结"} & office.tap(mia, "setting:report").buttons.keys()
    assert office.say(mia, "周一小结").rows[0].view == "NotForYourRole"


@pytest.mark.parametrize("words", ["周一小结", "/summary", "summary"])
def test_last_week_may_be_asked_for(database: Database, words: str) -> None:
    office, grace = led(database, datetime(2026, 11, 24, 9, tzinfo=SHANGHAI))
    assert office.say(grace, words).text.startswith("早，林岚。上周")
    assert office.say(grace, "review").text.startswith("林岚，10月回顾：")


def test_once_a_month_is_over_moves_and_what_happened(database: Database) -> None:
    office, grace = led(database, datetime(2026, 11, 16, 7, tzinfo=SHANGHAI))
    office.until("2026-11-30", "20:00")
    said = [one for one in said_to(office, grace, "2026-12-01", "09:00") if one.rows[0].view == "ReviewShown"]
    [review] = said
    assert review.text.splitlines()[0] == "林岚，11月回顾："
    assert "提醒过" in review.text
    happened = office.tap(grace, review.buttons["后来怎样"])
    assert happened.rows[0].view == "HappenedShown"
    assert happened.text.splitlines()[1] == "联系了 0 · 推迟 0 · 没动静 2"
    assert not too_much(review)


def test_where_nobody_has_customers_nothing_is_said(database: Database) -> None:
    office = Office(database)
    grace = office.hire("林岚", "manager")
    office.hire("陈静", "salesperson")
    office.ring()
    assert not said_to(office, grace, "2026-11-23", "20:00")
    assert office.say(grace, "周一小结").text == "还没有客户，没什么可总结的。"
