"""Settings by tap, by the typed value and in plain words; switching the language takes what was said along."""

from datetime import time

import pytest
from sqlalchemy import select

from actions.calendars import calendar_of
from actions.company import in_force
from storage.database import Database
from storage.models import Outbox, Person
from tests.handlers.lines import too_much
from tests.handlers.newcomers import Account, Company

TOM = Account(7, "吴桐")


@pytest.fixture
def company(database: Database) -> Company:
    return Company(database)


@pytest.fixture
def tom(company: Company) -> Person:
    return company.set_up(TOM)


def test_the_card_shows_every_setting(company: Company, tom: Person) -> None:
    said = company.say(tom, "设置")
    assert said.text.splitlines() == [
        "设置 · 简体中文",
        "时区：上海",
        "今日跟进：工作日 08:30",
        "日报：要了才写",
        "安静时间：21:00 到 08:00",
        "休假：没有",
    ]
    assert not too_much(said)
    assert company.say(tom, "/settings").rows[0].view == "SettingsShown"


@pytest.mark.parametrize(
    ("field", "typed", "line"),
    [
        ("zone", "东京", "时区：东京"),
        ("agenda", "8点一刻", "今日跟进：工作日 08:15"),
        ("quiet", "22:00-7:00", "安静时间：22:00 到 07:00"),
        ("away", "明天到周五", "休假：11月19日到11月20日"),
        ("language", "English", "Settings · English"),
        ("report", "6点", "日报：工作日 18:00"),
    ],
)
def test_each_setting_is_changed_by_tap_and_by_typing(
    company: Company, tom: Person, field: str, typed: str, line: str
) -> None:
    asked = company.tap(tom, f"setting:{field}")
    assert not too_much(asked)
    tapped = company.tap(tom, next(iter(asked.buttons.values())))
    assert (tapped.rows[0].kind, (tapped.rows[0].facts or {})["changed"]) == ("edit", field)
    company.tap(tom, f"setting:{field}")
    company.say(tom, typed)
    assert line in company.say(company.person(TOM), "/settings").text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("8:15 提醒我", "✅ 今日跟进：工作日 08:15"),
        ("明天起休假到周五", "✅ 休假：11月19日到11月20日\n休假时不提醒，说好的时间照响。"),
        ("取消休假", "✅ 休假：没有"),
        ("时区 新加坡", "✅ 时区：新加坡"),
        ("安静时间 22:00 到 7:30", "✅ 安静时间：22:00 到 07:30"),
        ("不要安静时间", "✅ 安静时间：没有"),
        ("send it at 8:15", "✅ 今日跟进：工作日 08:15"),
        ("English", "✅ English from now on."),
        ("简体中文", "✅ 以后都说中文。"),
    ],
)
def test_plain_words_change_them_at_any_time(company: Company, tom: Person, words: str, answer: str) -> None:
    said = company.say(tom, words)
    assert said.text == answer
    assert not too_much(said)


def test_leave_is_known_to_the_calendar_and_over_after_its_last_day(company: Company, tom: Person) -> None:
    company.say(tom, "away until Friday")
    who = company.person(TOM)
    with company.database.reading() as db:
        calendar = calendar_of(in_force(db), who, company.today)
    assert calendar.off_because(company.today) == "leave"
    assert str(calendar.next_working_day(company.today)) == "2026-11-23"
    company.wait(days=5)
    assert "休假：没有" in company.say(tom, "/settings").text


def test_an_unclear_value_is_asked_for_again_and_other_words_are_recorded(company: Company, tom: Person) -> None:
    company.tap(tom, "setting:agenda")
    assert company.say(tom, "25:70").rows[0].view == "DontUnderstandField"
    assert company.say(tom, "9:00").rows[0].view == "SettingsShown"
    company.customer(tom, "百禾乳业")
    company.tap(tom, "setting:agenda")
    assert company.say(tom, "拜访了百禾乳业，聊了报价").rows[0].view == "Recorded"


def test_a_button_of_a_language_that_is_not_there_changes_nothing(company: Company, tom: Person) -> None:
    for data in (
        "put:language:xx",
        "put:zone:Mars/Base",
        "put:agenda:9999",
        "put:away:soon:later",
        "put:name:x",
        "put:quiet:21",
    ):
        assert company.tap(tom, data).rows[0].view == "OldCard"
    assert company.person(TOM).agenda_at == time(8, 30)


def test_another_language_takes_the_cards_of_the_last_days_along(company: Company, tom: Person) -> None:
    company.customer(tom, "百禾乳业")
    card = company.say(tom, "拜访了百禾乳业，预算5万，下周三跟进")
    company.sent()
    company.say(tom, "不对，是6万")
    company.sent()
    said = company.say(tom, "English")
    again = {row.edits_outbox_id: one for row, one in zip(said.rows, said.spoken, strict=True) if row.kind == "edit"}
    shown = again[card.rows[0].id]
    assert shown.text.splitlines()[:2] == ["✅ 百禾乳业 · visit 1", "Budget ¥60,000"]
    assert [tap.data for row in shown.rows for tap in row] == list(card.buttons.values())
    assert {row.language for row in said.rows} == {"en"}
    assert said.rows[0].view == "SettingChanged"


def test_what_waits_is_said_in_the_new_language(company: Company, tom: Person) -> None:
    company.sent()
    waiting = company.say(tom, "/me").rows[0].id
    company.say(tom, "English")
    with company.database.reading() as db:
        assert db.get_one(Outbox, waiting).language == "en"


def test_ten_cards_of_today_that_can_still_be_tapped_follow(company: Company, tom: Person) -> None:
    company.say(tom, "/me")
    company.sent()
    company.wait(days=1)
    for _ in range(14):
        company.say(tom, "/me")
        company.say(tom, "/help")
    company.sent()
    said = company.say(tom, "English")
    edits = [row for row in said.rows if row.kind == "edit"]
    assert len(edits) == 10
    assert {row.view for row in edits} == {"MeShown"}
    numbers = [row.edits_outbox_id or 0 for row in edits]
    assert numbers == sorted(numbers, reverse=True)


def test_nobody_elses_messages_are_touched(company: Company, tom: Person) -> None:
    mia = company.hire("陈静", "salesperson")
    company.say(mia, "/me")
    company.sent()
    said = company.say(tom, "English")
    assert {row.chat_id for row in said.rows} == {7}
    with company.database.reading() as db:
        assert db.get_one(Person, mia.id).language == "zh"
        assert db.scalars(select(Outbox).where(Outbox.chat_id == mia.telegram_id)).one().language == "zh"


def test_records_stay_what_they_are_when_the_language_changes(company: Company, tom: Person) -> None:
    company.customer(tom, "百禾乳业")
    said = company.say(tom, "拜访了百禾乳业，预算5万")
    company.sent()
    company.say(tom, "English")
    undone = company.tap(company.person(TOM), said.buttons["撤销"])
    assert undone.text.splitlines()[0] == "↩ Undone: 百禾乳业, visit 1"
    assert company.tap(company.person(TOM), undone.buttons["Redo"]).rows[0].view == "Recorded"
