"""Today's list: its lines settle by tap and by typing, and what was put off comes back on its day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Audit, Interaction, Later, Person, Plan, Standing
from tests.handlers.pasts import past
from tests.office import Office, Said

WEDNESDAY = datetime(2026, 11, 18, 0, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, WEDNESDAY)


@pytest.fixture
def mia(office: Office) -> Person:
    """Two customers who are due today, and one who is later this week."""
    person = office.hire("陈静", "salesperson")
    for name, words in (("海岳食品", "今天"), ("松川酒店", "今天"), ("百禾乳业", "周五")):
        office.customer(person, name, "王总")
        office.say(person, f"{name}{words}跟进")
    return person


def listed(said: Said) -> dict[str, Any]:
    """What the list says: the facts of the last one."""
    return next(row.facts for row in reversed(said.rows) if row.view == "AgendaShown" and row.facts)


def left(said: Said) -> list[str]:
    return [line["name"] for line in listed(said)["lines"] if not line["settled"]]


def today(office: Office, who: Person) -> tuple[Said, int]:
    said = office.say(who, "今天")
    return said, listed(said)["occurrence"]


def test_who_is_due_is_listed_and_the_others_are_counted(office: Office, mia: Person) -> None:
    said, _ = today(office, mia)
    assert sorted(left(said)) == ["松川酒店", "海岳食品"]
    assert listed(said)["more"] == 1


@pytest.mark.parametrize("channel", ["visit", "call", "message"])
def test_a_tap_settles_a_line_and_is_a_touch_without_a_word(office: Office, mia: Person, channel: str) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"did:{row}:1:{channel}")
    assert left(said) == ["松川酒店"]
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == channel)).one()
        assert (met.customer_id, met.worded, met.answered) == (1, False, True)
        assert db.get_one(Standing, 1).last_touch_on == date(2026, 11, 18)


def test_the_words_that_follow_a_tap_belong_to_it(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"did:{row}:1:call")
    office.say(mia, "价目表收到了，下周二给答复")
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == "call")).one()
        assert (met.outcome, met.worded) == ("价目表收到了", True)


def test_words_about_somebody_else_do_not(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"did:{row}:1:call")
    office.say(mia, "拜访了松川，谈了客房")
    with office.database.reading() as db:
        met = db.scalars(select(Interaction).where(Interaction.channel == "call")).one()
        assert (met.outcome, met.worded) == (None, False)


def test_typing_settles_the_line_as_well(office: Office, mia: Person) -> None:
    today(office, mia)
    assert left(office.say(mia, "拜访了海岳，谈好了")) == ["松川酒店"]


def test_no_answer_is_no_touch_and_asks_when_again(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"missed:{row}:1")
    assert said.rows[0].view == "NoAnswerNoted"
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).last_touch_on is None


def test_later_moves_what_was_agreed_and_can_be_undone(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    said = office.tap(mia, f"until:{row}:1:2026-11-23")
    assert left(said) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.scalars(select(Plan.due_on).where(Plan.customer_id == 1)).all() == [date(2026, 11, 23)]
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 23)
    assert left(office.tap(mia, said.buttons["撤销"])) == left(today(office, mia)[0])
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 18)


def test_a_typed_date_is_an_answer_to_until_when(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    office.tap(mia, f"later:{row}:1")
    office.say(mia, "下周三")
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 25)


def test_no_more_reminders_means_none(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    assert left(office.tap(mia, f"until:{row}:1:stop")) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on is None


def test_an_a_that_waits_for_long_needs_a_reason(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    with office.database.transaction() as db:
        db.get_one(Standing, 1).tier = "A"
    assert office.tap(mia, f"until:{row}:1:2026-12-18").rows[0].view == "ReasonAsked"
    assert left(office.tap(mia, f"because:{row}:1:2026-12-18:paused")) == ["松川酒店"]


def promised(office: Office, who: Person, count: int) -> None:
    """So many customers to whom something was promised for yesterday."""
    office.now -= timedelta(days=7)
    for n in range(count):
        office.customer(who, f"承诺{'甲乙丙丁戊己庚辛壬癸子丑'[n]}号食品")
        office.say(who, f"拜访了承诺{'甲乙丙丁戊己庚辛壬癸子丑'[n]}号食品，明天前寄样品")
    office.now += timedelta(days=7)


def test_many_promises_of_earlier_days_leave_the_list_short(office: Office, mia: Person) -> None:
    promised(office, mia, 12)
    said, row = today(office, mia)
    assert len(listed(said)["lines"]) == 5
    assert listed(said)["older"] + listed(said)["more"] == 10
    assert "更早约好：承诺" in said.text
    assert not [taps for one in said.spoken for taps in one.rows if len(taps) > 5]
    older = office.tap(mia, f"older:{row}")
    count = (older.rows[0].facts or {})["count"]
    pages = [office.tap(mia, f"older:{row}:{n}").text.splitlines()[1:] for n in range(-(-count // 5))]
    names = {line.split()[1] for page in pages for line in page}
    assert len(names) == count == listed(said)["older"]
    assert not names & {line["name"] for line in listed(said)["lines"]}


def test_the_rest_of_the_week_is_shown_by_pages_with_its_own_dates(office: Office, mia: Person) -> None:
    for n, name in enumerate("甲乙丙丁戊己"):
        office.customer(mia, f"{name}号食品")
        office.say(mia, f"{name}号食品周{'四五'[n % 2]}跟进")
    _, row = today(office, mia)
    first = office.tap(mia, f"week:{row}")
    assert first.text.splitlines()[0] == "这周内就行 · 7 家 · 1–5"
    assert "约好今天" not in first.text
    assert [len(taps) for taps in first.spoken[0].rows] == [5, 2]
    second = office.tap(mia, first.buttons["6–7 ›"])
    assert [line.split()[0] for line in second.text.splitlines()[1:]] == ["6", "7"]
    assert "‹ 1–5" in second.buttons


def test_what_is_agreed_for_today_joins_the_list_and_is_done_last(office: Office, mia: Person) -> None:
    today(office, mia)
    office.say(mia, "拜访了海岳，谈好了")
    office.say(mia, "今天下午3点给百禾打电话")
    said = office.say(mia, "拜访了松川，谈好了")
    assert left(said) == ["百禾乳业"]
    assert said.spoken[-1].text.splitlines()[0] == "今天还剩 1 家："
    assert "今天的都跟完了" in office.say(mia, "给百禾打了电话，都好").text


def test_a_second_time_of_today_keeps_a_customer_on_the_list(office: Office, mia: Person) -> None:
    today(office, mia)
    office.say(mia, "拜访了松川，谈好了")
    said = office.say(mia, "拜访了海岳，今天下午3点再打电话")
    assert left(said) == ["海岳食品"]
    assert "约好今天 15:00 打电话" in said.text


def test_away_today_has_a_way_back(office: Office, mia: Person) -> None:
    said, _ = today(office, mia)
    away = office.tap(mia, said.buttons["今天不在"])
    assert left(office.tap(mia, away.buttons["我回来了"])) == left(said)
    with office.database.reading() as db:
        assert db.get_one(Person, mia.id).away_until is None


def test_away_today_shortens_no_longer_leave(office: Office, mia: Person) -> None:
    said, _ = today(office, mia)
    office.say(mia, "今天起休假到下周五")
    office.tap(mia, said.buttons["今天不在"])
    with office.database.reading() as db:
        assert db.get_one(Person, mia.id).away_until == "2026-11-27"


def test_a_typed_try_in_vain_asks_when_again(office: Office, mia: Person) -> None:
    today(office, mia)
    said = office.say(mia, "给海岳打电话，没联系上")
    assert [row.view for row in said.rows] == ["Recorded", "AgendaShown"]
    assert "什么时候再试？" in said.spoken[0].text
    assert list(said.buttons)[:4] == ["今天下午", "明天", "下周一", "换微信"]
    put_off = office.tap(mia, said.buttons["下周一"])
    assert put_off.spoken[-1].text == "⏸ 海岳食品 · 推迟到 11月23日 周一"
    assert left(put_off) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.get_one(Standing, 1).due_on == date(2026, 11, 23)


def test_a_typed_date_says_when_again_without_a_list(office: Office, mia: Person) -> None:
    office.say(mia, "给百禾打电话，没联系上")
    assert office.say(mia, "下周三").text == "⏸ 百禾乳业 · 推迟到 11月25日 周三"


def test_a_typed_reason_lets_an_a_wait(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    with office.database.transaction() as db:
        db.get_one(Standing, 1).tier = "A"
    office.tap(mia, f"until:{row}:1:2026-12-18")
    assert left(office.say(mia, "他们老板在国外，回来再谈")) == ["松川酒店"]
    with office.database.reading() as db:
        assert db.scalars(select(Later.reason)).one() == "他们老板在国外，回来再谈"


def test_the_list_is_nobody_elses(office: Office, mia: Person) -> None:
    _, row = today(office, mia)
    ben = office.hire("周航", "salesperson")
    for data in (f"agenda:{row}", f"line:{row}:1", f"did:{row}:1:call", f"away:{row}"):
        assert office.tap(ben, data).rows[0].view == "OldCard", data


def test_showing_a_lines_phone_number_is_noted(office: Office, mia: Person) -> None:
    number = office.customer(mia, "百禾乳业", phone="+8613900139000")
    office.say(mia, "今天给百禾打电话")
    _, row = today(office, mia)
    assert "139 0013 9000" in office.tap(mia, f"line:{row}:{number}").text
    with office.database.reading() as db:
        noted = db.scalars(select(Audit).where(Audit.what == "phone shown")).one()
        assert (noted.person_id, noted.customer_id) == (mia.id, number)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_date_that_was_named_is_on_that_days_list_however_many_are_late(office: Office) -> None:
    ben = office.hire("周航", "salesperson")
    for n in range(8):
        past(office, ben, f"澜石{n}机械", range(90, 200, 10), [(95, 300_000)])
    office.customer(ben, "青屿酒店")
    office.say(ben, "拜访了青屿酒店，明天再跟进")
    *_, tomorrow = [said for said in office.until("2026-11-19", "09:00") if said.rows[0].view == "AgendaShown"]
    assert "青屿酒店" in left(tomorrow)
