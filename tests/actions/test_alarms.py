"""What the clock sets off comes once, at its time, while it is true, whatever happens to the bot in between."""

from datetime import UTC, datetime, time

import pytest
from sqlalchemy import select

from actions import alarms, company
from actions.saying import judge_again
from storage.database import Database
from storage.models import Occurrence, Outbox, Person
from tests.office import Office, Said

TUESDAY = datetime(2026, 11, 17, 8, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    made = Office(database, TUESDAY)
    made.ring()
    return made


def due_customer(office: Office, owner: Person, on: str = "2026-11-18") -> int:
    """A customer that is due on a date, because that was agreed."""
    number = office.customer(owner, "海岳食品", "王总")
    _, month, day = (int(part) for part in on.split("-"))
    assert office.say(owner, f"海岳{month}月{day}日再跟进").rows
    return number


def mornings(said: list[Said], who: Person) -> list[Outbox]:
    """The morning lists among what was said to somebody."""
    return [one.rows[0] for one in said if one.rows[0].view == "AgendaShown" and one.rows[0].person_id == who.id]


def agreed(said: list[Said]) -> list[str]:
    return [one.text.splitlines()[0] for one in said if one.rows[0].view == "AgreedTime"]


def test_the_list_comes_at_half_past_eight_on_working_days_and_once(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    assert not mornings(office.until("2026-11-18", "08:29"), mia)
    shown = mornings(office.until("2026-11-18", "08:30"), mia)
    assert len(shown) == 1
    assert not mornings(office.ring() + office.ring() + office.until("2026-11-18", "23:00"), mia)
    assert len(mornings(office.until("2026-11-20", "23:00"), mia)) == 2
    assert not mornings(office.until("2026-11-22", "23:00"), mia)
    assert len(mornings(office.until("2026-11-23", "09:00"), mia)) == 1


def test_everybody_hears_it_at_half_past_eight_of_their_own_place(office: Office) -> None:
    lena = office.hire("Lena", "salesperson", language="en", zone="Europe/Berlin")
    due_customer(office, lena)
    assert not mornings(office.until("2026-11-18", "08:00", "Europe/Berlin"), lena)
    assert len(mornings(office.until("2026-11-18", "08:30", "Europe/Berlin"), lena)) == 1


def test_with_nobody_due_nothing_is_said(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品")
    assert not mornings(office.until("2026-11-18", "12:00"), mia)
    with office.database.reading() as db:
        states = db.scalars(select(Occurrence.state).where(Occurrence.kind == "agenda", Occurrence.on == office.today))
        assert states.all() == ["nothing_due"]


def test_what_fell_due_during_an_outage_comes_once_and_says_so(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    office.until("2026-11-17", "22:00")
    office.now = datetime(2026, 11, 18, 2, 17, tzinfo=UTC)
    late = office.ring()
    assert [row.late for row in mornings(late, mia)] == [True]
    assert late[0].text.startswith("（08:30 的，刚才断线）早，陈静。")
    assert not office.ring()


def test_what_was_done_meanwhile_is_not_said_after_an_outage(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    office.until("2026-11-18", "08:00")
    office.say(mia, "拜访了海岳，都谈好了")
    assert not mornings(office.until("2026-11-18", "12:00"), mia)


def test_a_morning_of_days_ago_is_never_made_up_for(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    office.until("2026-11-17", "22:00")
    office.now = datetime(2026, 11, 22, 2, tzinfo=UTC)
    assert not mornings(office.ring(), mia)


def test_an_agreed_visit_rings_an_hour_ahead_and_a_call_ten_minutes(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.customer(mia, "松川酒店", "李总")
    office.say(mia, "明天下午3点去海岳开会")
    office.say(mia, "明天下午3点给松川打电话")
    office.ring()
    assert agreed(office.until("2026-11-18", "14:00")) == ["15:00 海岳食品 C（暂定）· 王总"]
    assert agreed(office.until("2026-11-18", "15:00")) == ["15:00 松川酒店 C（暂定）· 李总"]
    assert not agreed(office.until("2026-11-19", "12:00"))


def test_a_moved_or_undone_appointment_rings_no_more(office: Office, mia: Person) -> None:
    number = office.customer(mia, "海岳食品", "王总")
    office.say(mia, "明天下午3点去海岳开会")
    office.ring()
    office.tap(mia, f"next:{number}")
    office.say(mia, "撤销")
    assert not agreed(office.until("2026-11-18", "18:00"))


def test_it_rings_in_the_quiet_hours_too_because_the_time_was_named(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.say(mia, "明天晚上11点给海岳打电话")
    office.ring()
    assert agreed(office.until("2026-11-18", "23:00")) == ["23:00 海岳食品 C（暂定）· 王总"]


def test_an_agreed_time_that_went_by_is_asked_about_and_never_rung_as_if_ahead(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.say(mia, "明天下午3点去海岳开会")
    office.until("2026-11-18", "13:00")
    office.wait(hours=3.5)
    (missed,) = [one for one in office.ring() if one.rows[0].view.startswith("Agreed")]
    assert missed.text.splitlines() == ["15:00 海岳食品 王总 已经过了，刚才断线。", "联系上了吗？"]
    assert office.tap(mia, missed.buttons["拜访了"]).text.splitlines()[0] == "✅ 海岳食品 · 第 1 次拜访"
    assert not office.ring()


def test_an_agreed_time_of_yesterday_is_left_to_the_agenda(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.say(mia, "明天下午3点去海岳开会")
    office.until("2026-11-18", "13:00")
    office.wait(hours=20)
    assert [one.rows[0].view for one in office.ring()] == ["AgendaShown"]


def test_a_bot_that_starts_anew_says_nothing_again(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    assert len(mornings(office.until("2026-11-18", "08:30"), mia)) == 1
    office.database.close()
    office.database = Database(office.database.url)
    try:
        assert not office.ring()
    finally:
        office.database.close()


def test_who_left_or_blocked_the_bot_hears_nothing(office: Office, mia: Person) -> None:
    ben = office.hire("周航", "salesperson")
    for person in (mia, ben):
        due_customer(office, person)
    with office.database.transaction() as db:
        db.get_one(Person, mia.id).left_at = office.now
        db.get_one(Person, ben.id).unreachable_at = office.now
    assert not office.until("2026-11-18", "12:00")


def test_today_off_means_no_list_and_tomorrow_again(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    shown = mornings(office.until("2026-11-18", "08:30"), mia)[0]
    assert shown.facts is not None
    office.tap(mia, f"away:{shown.facts['occurrence']}")
    assert not mornings(office.until("2026-11-18", "20:00"), mia)
    assert len(mornings(office.until("2026-11-19", "09:00"), mia)) == 1


def test_the_next_moment_is_known_to_whoever_pushes_the_clock(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    office.ring()
    with office.database.reading() as db:
        now = company.in_force(db)
        night = alarms.next_due(db, now, office.now)
        assert night == datetime(2026, 11, 17, 16, 5, tzinfo=UTC)
        assert alarms.next_due(db, now, night) == datetime(2026, 11, 18, 0, 30, tzinfo=UTC)


def test_a_list_that_waited_into_a_quiet_hour_was_not_shown(office: Office, mia: Person) -> None:
    due_customer(office, mia)
    with office.database.transaction() as db:
        db.get_one(Person, mia.id).agenda_at = time(7)
    (held,) = mornings(office.until("2026-11-18", "07:00"), mia)
    office.until("2026-11-18", "07:40")
    with office.database.transaction() as db:
        assert judge_again(db, held.id, office.now) is None
    office.until("2026-11-18", "07:50")
    assert "海岳食品" in office.say(mia, "今天").text
    with office.database.transaction() as db:
        db.get_one(Person, mia.id).language = "en"
    (comes,) = mornings(office.until("2026-11-18", "08:00"), mia)
    assert (comes.id, comes.language) == (held.id, "en")
